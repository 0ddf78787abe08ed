package org.fengqiao.worklist;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Cases;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.deadline.ClockState;
import org.fengqiao.deadline.Moment;

/// 缓急: how urgent what stands on a worklist is today.
final class Urgencies {

    private final Cases cases;

    Urgencies(Cases cases) {
        this.cases = cases;
    }

    Urgency of(Worklist.Item item, String user) {
        LocalDate today = cases.clock().today();
        WorkingDays calendar = cases.deciding().calendar();
        LocalDate due = item.due();
        if (awaited(item)) {
            return Urgency.AWAITED;
        }
        if (due == null) {
            return item.paused() ? Urgency.PAUSED : Urgency.NONE;
        }
        if (due.isBefore(today) || due.equals(today) && pastHour(item, user)) {
            return Urgency.OVERDUE;
        }
        if (due.equals(today)) {
            return Urgency.TODAY;
        }
        if (cases.counted(item.number(), due).provisional()) {
            return Urgency.PROVISIONAL;
        }
        return calendar.workingDaysBetween(today, due) <= 3 ? Urgency.SOON : Urgency.PLENTY;
    }

    /// Whether the next act is one from outside the office: nobody here is late with it.
    private boolean awaited(Worklist.Item item) {
        return cases.definitions().inForce(item.procedure(), cases.clock().today())
                .flatMap(d -> d.step(item.step()))
                .filter(s -> s.awaits() != null)
                .isPresent();
    }

    /// Whether an hour of today has struck: hour clocks are late before the day ends.
    private boolean pastHour(Worklist.Item item, String user) {
        return nearest(item, user)
                .filter(c -> c.hours() && c.state(cases.deciding().calendar(), cases.clock().now()) == ClockState.MISSED)
                .isPresent();
    }

    /// The running clock of a case that ends first.
    Optional<Clock> nearest(Worklist.Item item, String user) {
        return cases.see(user, item.number()).flatMap(k -> k.state().clocks().values().stream()
                .filter(c -> c.kind() != ClockKind.WINDOW && !c.ended())
                .min(Comparator.comparing(Clock::stopped).thenComparing(c -> !late(c)).thenComparing(c -> c.lastDay(cases.deciding().calendar()))));
    }

    /// Whether the office itself is late with it: that says more than a term of somebody else that ran out earlier.
    private boolean late(Clock c) {
        return c.kind() == ClockKind.DUTY && c.lapsed(c.hours() ? Moment.of(cases.clock().now()) : Moment.of(cases.clock().today()), cases.deciding().calendar());
    }
}
