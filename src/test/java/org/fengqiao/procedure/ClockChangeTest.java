package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockJson;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.deadline.End;
import org.fengqiao.deadline.Entry;
import org.fengqiao.deadline.Moment;
import org.fengqiao.procedure.CaseEvent.ClockChange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("记录中的期限变化：起算写全，其后只写增加的")
class ClockChangeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Clock CLOCK = Clock.of("handling", ClockKind.DUTY, "承办期限", Moment.of(DAY), Period.parse("5 working-days"), Roll.NONE)
            .forParty("P1").startingBy("自“派单”起算").citing("office-rules-public-requests@2018-01-01#8.1");
    private static final Entry EXTENDED = new Entry.Extend(
            Moment.of(DAY.plusDays(2)), Period.parse("3 working-days"), "案情复杂",
            List.of("office-rules-public-requests@2018-01-01#8.2"), "extension");
    private static final End END = new End(Moment.of(DAY.plusDays(7)), false, null);

    private static CaseEvent event(int seq, ClockChange... changes) {
        return new CaseEvent(
                "示〔2026〕第1号", seq, Instant.parse("2026-03-02T02:00:00Z"), DAY.plusDays(seq), null, "step-" + seq, List.of(), null,
                "public-request@2018-01-01", null, "handling", false, JsonNodeFactory.instance.objectNode(), List.of(), List.of(),
                List.of(), List.of(), List.of(changes), List.of(), null, List.of(), List.of(), null, null, List.of());
    }

    private static CaseState fold(List<ObjectNode> lines) {
        CaseState state = null;
        for (ObjectNode line : lines) {
            CaseEvent event = CaseEvent.of(JsonMapper.shared().readTree(line.toString()));
            state = state == null ? CaseState.open(event, "public-request", Map.of()) : state.after(event, Map.of());
        }
        return state;
    }

    @Test
    @DisplayName("起算、延长、结束三行折出完整的期限；后两行不重复期限")
    void foldsWhatEachLineAdds() {
        ObjectNode extended = event(2, new ClockChange.Noted("handling", "P1", EXTENDED)).toJson();
        ObjectNode ended = event(3, new ClockChange.Ended("handling", "P1", END)).toJson();
        CaseState state = fold(List.of(event(1, new ClockChange.Whole("start", CLOCK)).toJson(), extended, ended));
        assertThat(state.clocks()).containsExactly(Map.entry("handling/P1", CLOCK.with(EXTENDED).with(END)));
        assertThat(extended.toString() + ended).doesNotContain("承办期限", "5 working-days");
        // The law a line cites most is named once, in an entry's basis as well.
        assertThat(extended.toString()).contains("\"law\":\"office-rules-public-requests@2018-01-01\"", "\"bs\":[\"#8.2\"]");
    }

    @Test
    @DisplayName("0.1 版的行每次写全期限，折出同样的案件")
    void readsLinesThatRepeatTheClock() {
        CaseState now = fold(List.of(
                event(1, new ClockChange.Whole("start", CLOCK)).toJson(),
                event(2, new ClockChange.Noted("handling", "P1", EXTENDED)).toJson(),
                event(3, new ClockChange.Ended("handling", "P1", END)).toJson()));
        CaseState then = fold(List.of(
                event(1, new ClockChange.Whole("start", CLOCK)).toJson(),
                old(2, "extend", CLOCK.with(EXTENDED)),
                old(3, "end", CLOCK.with(EXTENDED).with(END))));
        assertThat(then).isEqualTo(now);
    }

    private static ObjectNode old(int seq, String op, Clock clock) {
        ObjectNode line = event(seq).toJson();
        line.putArray("clocks").addObject().put("op", op).set("clock", ClockJson.write(clock));
        return line;
    }

    @Test
    @DisplayName("没有起算过的期限不能变化：这样的记录不被接受")
    void refusesAChangeOfAClockThatNeverStarted() {
        CaseState opened = fold(List.of(event(1, new ClockChange.Whole("start", CLOCK)).toJson()));
        assertThatThrownBy(() -> opened.after(event(2, new ClockChange.Ended("handling", "P2", END)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("handling/P2");
        assertThat(new ClockChange.Ended("handling", null, END).key()).isEqualTo("handling");
        Map<String, Clock> clocks = new LinkedHashMap<>(opened.clocks());
        assertThat(new ClockChange.Ended("handling", "P1", END).change(clocks).ended()).isTrue();
    }
}
