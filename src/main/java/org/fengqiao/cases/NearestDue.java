package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;

/// 最近到期日: what lists ask of all the clocks of a case, with the days as the present calendar has them.
///
/// The clocks themselves are folded from the record, where they explain themselves; no query asks for the days of one alone.
record NearestDue(Supplier<WorkingDays> calendar) implements Function<CaseState, Records.Standing> {

    /// A day that lists keep, with the doubt about it.
    ///
    /// What is doubtful shows in its own year. Only where the year before is not known either can a count have passed
    /// through one and end in a year that is, and the clocks of the case are asked.
    static CountedDay counted(LocalDate due, WorkingDays calendar, Supplier<Records.@Nullable Known> kept) {
        Records.Known known = calendar.provisional(due) || calendar.announced(due.getYear() - 1) ? null : kept.get();
        return known == null ? calendar.counted(due) : known.state().clocks().values().stream()
                .filter(c -> !c.ended() && c.lastDay(calendar).equals(due))
                .map(c -> c.counted(calendar))
                .filter(CountedDay::provisional)
                .findFirst()
                .orElse(calendar.counted(due));
    }

    @Override
    public Records.Standing apply(CaseState state) {
        WorkingDays now = calendar.get();
        LocalDate due = null;
        boolean paused = false;
        TreeSet<String> open = new TreeSet<>();
        for (Clock c : state.clocks().values()) {
            if (c.ended()) {
                continue;
            }
            open.add(c.id());
            if (c.kind() == ClockKind.WINDOW) {
                continue;
            }
            if (c.stopped()) {
                paused = true;
            } else {
                LocalDate last = c.lastDay(now);
                due = due == null || last.isBefore(due) ? last : due;
            }
        }
        return new Records.Standing(due, paused, String.join(" ", open));
    }
}
