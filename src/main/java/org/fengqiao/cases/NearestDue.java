package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Records;

/// 最近到期日: what lists ask of all the clocks of a case, with the days as the present calendar has them.
///
/// The clocks themselves are folded from the record, where they explain themselves; no query asks for one of them alone.
record NearestDue(WorkingDays calendar) implements Function<CaseState, Records.Standing> {

    @Override
    public Records.Standing apply(CaseState state) {
        List<Clock> pressing = state.clocks().values().stream()
                .filter(c -> c.kind() != ClockKind.WINDOW && !c.ended())
                .toList();
        LocalDate due = pressing.stream()
                .filter(c -> !c.stopped())
                .map(c -> c.lastDay(calendar))
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Records.Standing(due, pressing.stream().anyMatch(Clock::stopped));
    }
}
