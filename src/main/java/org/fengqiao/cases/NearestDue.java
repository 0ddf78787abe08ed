package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Records;

/// 最近到期日: what lists ask of all the clocks of a case, with the days as the present calendar has them.
///
/// The clocks themselves are folded from the record, where they explain themselves; no query asks for the days of one alone.
record NearestDue(Supplier<WorkingDays> calendar) implements Function<CaseState, Records.Standing> {

    @Override
    public Records.Standing apply(CaseState state) {
        List<Clock> open = state.clocks().values().stream().filter(c -> !c.ended()).toList();
        List<Clock> pressing = open.stream().filter(c -> c.kind() != ClockKind.WINDOW).toList();
        WorkingDays now = calendar.get();
        LocalDate due = pressing.stream()
                .filter(c -> !c.stopped())
                .map(c -> c.lastDay(now))
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Records.Standing(
                due, pressing.stream().anyMatch(Clock::stopped),
                open.stream().map(Clock::id).distinct().sorted().collect(Collectors.joining(" ")));
    }
}
