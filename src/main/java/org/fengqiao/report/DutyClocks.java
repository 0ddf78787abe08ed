package org.fengqiao.report;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.jspecify.annotations.Nullable;

/// 职责期限: which clocks a figure asks about, and since when one counts as run out.
final class DutyClocks {

    private final Laws laws;
    private final Supplier<WorkingDays> calendar;

    DutyClocks(Laws laws, Supplier<WorkingDays> calendar) {
        this.laws = laws;
        this.calendar = calendar;
    }

    /// The first day on which a clock counts as run out; null while it is stopped. An hour clock counts from the day after
    /// its hour, so that today's figures never call late what may still be done today.
    @Nullable LocalDate ranOut(Clock clock) {
        if (clock.stopped()) {
            return null;
        }
        return clock.hours()
                ? clock.due(calendar.get()).due().plusDays(1)
                : calendar.get().workingDayFrom(clock.lastDay(calendar.get())).plusDays(1);
    }

    boolean concern(CaseSet.Clocks wanted, Clock clock) {
        return clock.kind() == ClockKind.DUTY
                && (wanted.ids().isEmpty() || wanted.ids().contains(clock.id()))
                && (wanted.law() == null || wanted.law() == byLaw(clock));
    }

    /// A duty is one of law when no office rule stands among its grounds: where the office itself set the length, its
    /// breach is a promise missed and never unlawful.
    private boolean byLaw(Clock clock) {
        return clock.basis().stream().allMatch(b -> laws.isLaw(Citation.parse(b)));
    }
}
