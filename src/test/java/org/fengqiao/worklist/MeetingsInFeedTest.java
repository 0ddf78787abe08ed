package org.fengqiao.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.ICalendar;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("订阅里的听证：通知了哪一天就是哪一天；改期是同一项，终止、结案的写明取消，举行以后不再列")
class MeetingsInFeedTest {

    private static final Definition PENALTY = Definitions.load(Laws.load()).version("administrative-penalty-ordinary@2021-07-15").orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    private final List<CaseState.Deed> deeds = new ArrayList<>();

    private MeetingsInFeedTest done(String step, String json) {
        Map<String, JsonNode> data = new java.util.LinkedHashMap<>();
        JsonMapper.shared().readTree("{" + json.replace('\'', '"') + "}").properties().forEach(p -> data.put(p.getKey(), p.getValue()));
        deeds.add(new CaseState.Deed(deeds.size() + 1, step, TODAY.minusDays(10).plusDays(deeds.size()), null,
                List.of(new CaseEvent.Actor("zhao-jia", "enforcement-officer", null)), null, "", data));
        return this;
    }

    private List<ICalendar.Entry> meetings(boolean closed) {
        CaseState state = new CaseState("示例1号", "示例1号", PENALTY.slug(), PENALTY.id(), "", closed, deeds.size(), TODAY, TODAY, Map.of(), Map.of(),
                Map.of(), deeds, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Set.of());
        return OfficerFeed.meetings(7, state, PENALTY, TODAY, WorkingDays.announced(), "https://example.org/cases/1");
    }

    @Test
    @DisplayName("听证的日期、案号和程序；没有时间、地点等填写的内容")
    void tellsTheDay() {
        done("hearing-notified", "'hearing-day':'2026-10-20','hearing-time':'示例人乙家中','hearing-place':'示例地点'");

        assertThat(meetings(false)).singleElement().satisfies(e -> {
            assertThat(e.when()).isEqualTo(new ICalendar.When.Days(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 20)));
            assertThat(e.summary()).isEqualTo("举行听证 示例1号");
            assertThat(e.toString()).doesNotContain("示例人乙", "示例地点");
            assertThat(e.provisional()).isFalse();
        });
    }

    @Test
    @DisplayName("改期：同一 UID，SEQUENCE 升高，换成新的一天；改到尚未公布的年度的写明暂定")
    void keepsItsIdentity() {
        done("hearing-notified", "'hearing-day':'2026-10-20'");
        ICalendar.Entry first = meetings(false).getFirst();
        done("hearing-notified", "'hearing-day':'2027-01-05'");

        assertThat(meetings(false)).singleElement().satisfies(e -> {
            assertThat(e.uid()).isEqualTo(first.uid());
            assertThat(e.sequence()).isGreaterThan(first.sequence());
            assertThat(e.when()).isEqualTo(new ICalendar.When.Days(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 5)));
            assertThat(e.provisional()).isTrue();
        });
    }

    @Test
    @DisplayName("终止、结案的写明取消，SEQUENCE 升高；终止以后另定日期的，仍是同一项，又升一次")
    void tellsWhatIsCancelled() {
        done("hearing-notified", "'hearing-day':'2026-10-20'");
        ICalendar.Entry told = meetings(false).getFirst();
        assertThat(meetings(true)).singleElement().satisfies(e -> isCancelled(e, told));
        done("hearing-terminated", "'termination-ground':'absent'");
        ICalendar.Entry over = meetings(false).getFirst();
        isCancelled(over, told);
        done("hearing-notified", "'hearing-day':'2026-10-27'");
        assertThat(meetings(false)).singleElement().satisfies(e -> {
            assertThat(e.uid()).isEqualTo(told.uid());
            assertThat(e.sequence()).isGreaterThan(over.sequence());
            assertThat(e.status()).isEqualTo(ICalendar.Status.CONFIRMED);
        });
    }

    private static void isCancelled(ICalendar.Entry e, ICalendar.Entry told) {
        assertThat(e.uid()).isEqualTo(told.uid());
        assertThat(e.sequence()).isGreaterThan(told.sequence());
        assertThat(e.status()).isEqualTo(ICalendar.Status.CANCELLED);
        assertThat(e.summary()).isEqualTo("（取消）举行听证 示例1号");
    }

    @Test
    @DisplayName("已经举行的、过去的，不再列")
    void leavesOutWhatIsOver() {
        done("hearing-notified", "'hearing-day':'2026-10-20'");
        done("hearing-held", "'findings':'示例'");
        assertThat(meetings(false)).isEmpty();
        deeds.clear();
        done("hearing-notified", "'hearing-day':'2026-10-08'");
        assertThat(meetings(false)).isEmpty();
        deeds.clear();
        done("statement-made", "'party':'P1'");
        assertThat(meetings(false)).isEmpty();
    }
}
