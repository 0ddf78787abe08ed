package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.calendar.WorkingDaysTest.day;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.fengqiao.calendar.ICalendar.Entry;
import org.fengqiao.calendar.ICalendar.When;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("日历订阅：合乎 RFC 5545，由第三方程序读出同样的日子")
class WorkingDayFeedTest {

    private static final WorkingDays SHIPPED = WorkingDays.announced();

    private static List<VEvent> events(List<Entry> entries) throws Exception {
        String text = ICalendar.write("工作日历", "说明；含,逗号", entries);
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).as("what a reader of another maker finds wrong").isEmpty();
        return calendar.getComponents(net.fortuna.ical4j.model.Component.VEVENT);
    }

    private static List<VEvent> standing(List<VEvent> events) {
        return events.stream().filter(e -> !e.getStatus().getValue().equals("CANCELLED")).toList();
    }

    private static Map<LocalDate, String> days(List<VEvent> events) {
        return events.stream().collect(Collectors.toMap(
                e -> LocalDate.from(e.getStartDate().orElseThrow().getDate()), e -> e.getSummary().getValue()));
    }

    @Test
    @DisplayName("2018 年至 2026 年：放假的每一天、上班的每一个周末都在，别的没有；每项写明依据的通知")
    void holdsEveryDay() throws Exception {
        List<VEvent> events = events(WorkingDayFeed.entries(SHIPPED, 2018, 2026));

        Map<LocalDate, Boolean> off = new java.util.HashMap<>();
        for (VEvent e : standing(events)) {
            LocalDate end = LocalDate.from(e.getEndDate().orElseThrow().getDate());
            for (LocalDate day = LocalDate.from(e.getStartDate().orElseThrow().getDate()); day.isBefore(end); day = day.plusDays(1)) {
                assertThat(off.put(day, e.getSummary().getValue().endsWith("放假"))).as("%s twice", day).isNull();
            }
            assertThat(e.getDescription().getValue()).contains("国务院办公厅关于", "公布");
        }
        for (LocalDate day = day("2018-01-01"); day.getYear() < 2027; day = day.plusDays(1)) {
            boolean weekday = day.getDayOfWeek().getValue() < 6;
            assertThat(SHIPPED.isWorkingDay(day)).as("%s", day).isEqualTo(off.containsKey(day) ? !off.get(day) : weekday);
        }
        assertThat(events.stream().map(e -> e.getUid().orElseThrow().getValue())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("尚未公布的一年写明暂定；公布以后换成真正的安排")
    void marksTheYearThatIsNotAnnounced() throws Exception {
        WorkingDays before = SHIPPED.asAnnouncedOn(day("2025-11-03"));
        assertThat(events(WorkingDayFeed.entries(before, 2026, 2026))).singleElement().satisfies(e -> {
            assertThat(e.getSummary().getValue()).isEqualTo("（暂定）2026年放假安排尚未公布");
            assertThat(e.getStatus().getValue()).isEqualTo("TENTATIVE");
        });
        assertThat(events(WorkingDayFeed.entries(SHIPPED, 2026, 2026))).hasSizeGreaterThan(10)
                .allSatisfy(e -> assertThat(e.getStatus().getValue()).isEqualTo("CONFIRMED"));
    }

    @Test
    @DisplayName("2020 年春节延长：同一 UID，SEQUENCE 升高，结束日推后；取消的调休上班日写明取消；别的不变")
    void keepsTheIdentityOfWhatChanges() throws Exception {
        List<Entry> before = WorkingDayFeed.entries(SHIPPED.asAnnouncedOn(day("2020-01-26")), 2020, 2020);
        List<Entry> after = WorkingDayFeed.entries(SHIPPED.asAnnouncedOn(day("2020-01-27")), 2020, 2020);

        Entry old = festival(before).orElseThrow();
        Entry now = festival(after).orElseThrow();
        assertThat(now.uid()).isEqualTo(old.uid());
        assertThat(now.sequence()).isGreaterThan(old.sequence());
        assertThat(now.stamp()).isAfter(old.stamp());
        assertThat(now.when()).isEqualTo(new When.Days(day("2020-01-24"), day("2020-02-02")));
        assertThat(days(events(before))).containsEntry(day("2020-02-01"), "春节调休上班");
        assertThat(days(standing(events(after)))).doesNotContainKey(day("2020-02-01"));
        Entry worked = before.stream().filter(e -> e.uid().equals("work-2020-02-01")).findFirst().orElseThrow();
        assertThat(after.stream().filter(e -> e.uid().equals(worked.uid()))).singleElement().satisfies(e -> {
            assertThat(e.status()).isEqualTo(ICalendar.Status.CANCELLED);
            assertThat(e.sequence()).isGreaterThan(worked.sequence());
            assertThat(e.summary()).isEqualTo("（取消）春节调休上班");
        });
        assertThat(after.stream().filter(e -> !e.uid().equals(now.uid()) && !e.uid().equals(worked.uid()))).allSatisfy(e -> assertThat(before).contains(e));
        assertThat(WorkingDayFeed.entries(SHIPPED, 2019, 2021)).as("later years change nothing of it")
                .contains(now).anySatisfy(e -> assertThat(e.uid()).isEqualTo(worked.uid()));
    }

    @Test
    @DisplayName("只登记了一个节日的年度仍是暂定；全年的通知公布后，暂定那一项变成元旦，SEQUENCE 升高")
    void keepsAYearProvisionalUntilItIsWhole() throws Exception {
        Entry open = WorkingDayFeed.entries(SHIPPED, 2027, 2027).getFirst();
        WorkingDays part = SHIPPED.with(HolidayText.entered(2027, "元旦放假的通知（示例）", day("2026-11-01"), "元旦 放假 01-01至01-03"));
        assertThat(part.provisional(day("2027-05-03"))).isTrue();
        assertThat(WorkingDayFeed.entries(part, 2027, 2027)).extracting(Entry::status).containsExactly(ICalendar.Status.PROVISIONAL);

        WorkingDays whole = part.with(HolidayText.entered(2027, "2027年通知（示例）", day("2026-11-10"), "元旦 放假 01-01至01-03\n国庆节 放假 10-01至10-07"));
        assertThat(whole.provisional(day("2027-05-03"))).isFalse();
        Entry now = WorkingDayFeed.entries(whole, 2027, 2027).getFirst();
        assertThat(now.uid()).isEqualTo(open.uid());
        assertThat(now.summary()).isEqualTo("元旦放假");
        assertThat(now.sequence()).isGreaterThan(open.sequence());
        assertThat(events(WorkingDayFeed.entries(whole, 2027, 2027))).hasSize(2);
    }

    private static Optional<Entry> festival(List<Entry> entries) {
        return entries.stream().filter(e -> e.summary().equals("春节放假")).findFirst();
    }

    @Test
    @DisplayName("没有任何一项的日历也是合乎规范的日历")
    void isACalendarWithoutEntries() throws Exception {
        assertThat(events(List.of())).isEmpty();
    }

    @Test
    @DisplayName("时刻以 UTC 写出；逗号、分号、反斜线、换行不破坏文本；长行按字节折断，不拆开一个汉字")
    void writesWhatOthersCanRead() throws Exception {
        String awkward = "一、甲；乙,丙\\丁\n" + "长".repeat(60) + "𠮷;end";
        Entry entry = new Entry("a", 3, Instant.parse("2026-10-09T01:02:03Z"), new When.Moment(OffsetDateTime.parse("2026-10-10T22:30:00+08:00")),
                awkward, awkward, "https://example.org/cases/%E6%A1%88", "期限", ICalendar.Status.PROVISIONAL);
        String text = ICalendar.write("名", "", List.of(entry));

        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).contains("DTSTART:20261010T143000Z").doesNotContain("\uFFFD");
        assertThat(text).as("an end must lie after its start").doesNotContain("DTEND");
        VEvent read = events(List.of(entry)).getFirst();
        assertThat(read.getSummary().getValue()).isEqualTo("（暂定）" + awkward);
        assertThat(read.getSequence().getSequenceNo()).isEqualTo(3);
        assertThat(read.getUrl().getUri()).hasToString("https://example.org/cases/%E6%A1%88");
    }
}
