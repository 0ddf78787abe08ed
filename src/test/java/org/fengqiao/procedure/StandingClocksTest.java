package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.deadline.Entry;
import org.fengqiao.deadline.Moment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("期限做不到的步骤不列为可办：没有在计、没有中止、已经中止、延长用完，怎样填表都办不成")
class StandingClocksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    private static final String YAML = """
            procedure: small
            title: 小程序
            basis: administrative-penalty-law@2021-07-15
            stages: { open: 在办, closed: { title: 办结, final: true } }
            clocks: { decision: { kind: duty, title: 决定期限, budget: 90 calendar-days, basis: "60" } }
            documents: { notice: { title: 通知书, basis: "44" }, sheet: { title: 决定书, served: true, basis: "44" } }
            opening: { step: opened, title: 登记, basis: "54.2", to: open, by: { post: registrar }, clocks: { start: [decision] } }
            steps:
              - { step: stopped, title: 中止, basis: "57", in: [open], by: { post: registrar }, documents: [notice], clocks: { stop: { decision: { document: notice, basis: "60" } } } }
              - { step: resumed, title: 恢复, basis: "57", in: [open], by: { post: registrar }, clocks: { resume: [decision] } }
              - { step: extended, title: 延长, basis: "57", in: [open], by: { post: registrar }, documents: [notice], clocks: { extend: { decision: { by: "30 calendar-days", cap: 1, document: notice, basis: "60" } } } }
              - { step: served, title: 送达, basis: "57", in: [open], by: { post: registrar }, serves: sheet, form: [ { field: party, title: 当事人, type: party }, { field: served-on, title: 送达日期, type: date } ] }
              - { step: ended, title: 办结, basis: "57", in: [open], to: closed, by: { post: registrar }, clocks: { end: [decision] } }
            """;

    private static final Clock RUNNING = Clock.of(
            "decision", ClockKind.DUTY, "决定期限", Moment.of(DAY.minusDays(9)), Period.parse("90 calendar-days"), Roll.NONE);
    private static final Clock STOPPED = RUNNING.with(new Entry.Stop(Moment.of(DAY.minusDays(2)), "中止", List.of(), "notice"));
    private static final Clock EXTENDED = RUNNING.with(
            new Entry.Extend(Moment.of(DAY.minusDays(2)), Period.parse("30 calendar-days"), "延长", List.of(), "notice"));

    private static final Definition DEFINITION = Definitions.read(SmallPenalty.LAWS, "small", LocalDate.of(2021, 7, 15), YAML);

    private static Map<String, Clock> only(Clock clock) {
        return Map.of("decision", clock);
    }

    private static List<Deciding.StepStatus> survey(Map<String, Clock> clocks) {
        CaseState state = new CaseState(
                "示例1号", "示例1号", "small", DEFINITION.id(), "open", false, 1, DAY, DAY, Map.of(), Map.of(), Map.of(), List.of(),
                Map.of(), clocks, Map.of(), Map.of(), List.of(), Set.of());
        return new Deciding(SmallPenalty.LAWS, WorkingDays.announced()).survey(DEFINITION, state, "chen-gui", SmallPenalty.OFFICE, DAY);
    }

    private static List<String> available(Map<String, Clock> clocks) {
        return survey(clocks).stream().filter(Deciding.StepStatus::available).map(s -> s.step().id()).toList();
    }

    @Test
    @DisplayName("在计的可以中止、延长、办结，无从恢复")
    void aRunningClock() {
        assertThat(available(only(RUNNING))).containsExactly("stopped", "extended", "ended");
    }

    @Test
    @DisplayName("中止了的可以恢复，不能再次中止")
    void aStoppedClock() {
        assertThat(available(only(STOPPED))).contains("resumed").doesNotContain("stopped");
    }

    @Test
    @DisplayName("延长过一次的不列延长，理由引条文")
    void anExtendedClock() {
        assertThat(available(only(EXTENDED))).containsExactly("stopped", "ended");
        Reason why = survey(only(EXTENDED)).stream().filter(s -> s.step().id().equals("extended")).findFirst().orElseThrow().reasons().getFirst();
        assertThat(why.text()).isEqualTo("“决定期限”至多延长 1 次，已经延长 1 次");
        assertThat(why.citations()).isNotEmpty();
    }

    @Test
    @DisplayName("没有文书的不列送达，理由写明是哪一份")
    void nothingToServe() {
        Deciding.StepStatus served = survey(only(RUNNING)).stream().filter(s -> s.step().id().equals("served")).findFirst().orElseThrow();
        assertThat(served.available()).isFalse();
        assertThat(served.reasons()).extracting(Reason::text).containsExactly("案卷中没有可以送达的《决定书》");
    }

    @Test
    @DisplayName("没有起算的：只有办结可办，没有可以变更的期限")
    void noClock() {
        assertThat(available(Map.of())).containsExactly("ended");
    }
}
