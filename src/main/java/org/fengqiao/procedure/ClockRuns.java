package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.deadline.ClockState;
import org.fengqiao.procedure.CaseEvent.ClockChange;
import org.jspecify.annotations.Nullable;

/// 历次计时: every run of every clock of one case; a clock that starts anew runs once more.
final class ClockRuns {

    private final Map<String, List<Clock>> runs = new LinkedHashMap<>();

    /// Looks at the case after an event.
    void see(CaseState state) {
        state.clocks().forEach((key, clock) -> {
            List<Clock> all = runs.computeIfAbsent(key, _ -> new ArrayList<>());
            if (!all.isEmpty() && continues(all.getLast(), clock)) {
                all.removeLast();
            }
            all.add(clock);
        });
    }

    private static boolean continues(Clock before, Clock now) {
        return before.start().equals(now.start()) && (!before.ended() || now.ended());
    }

    /// The runs that end on another day, are late where they were not, or occur on one side only.
    static List<Replayed.MovedClock> moved(ClockRuns recorded, ClockRuns drafted, WorkingDays calendar, LocalDate today) {
        Set<String> keys = new LinkedHashSet<>(recorded.runs.keySet());
        keys.addAll(drafted.runs.keySet());
        List<Replayed.MovedClock> moved = new ArrayList<>();
        for (String key : keys) {
            List<Clock> was = recorded.runs.getOrDefault(key, List.of());
            List<Clock> is = drafted.runs.getOrDefault(key, List.of());
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                Clock before = i < was.size() ? was.get(i) : null;
                Clock after = i < is.size() ? is.get(i) : null;
                Replayed.MovedClock one = compared(before, after, calendar, today);
                if (before == null || after == null || one.lateBefore() != one.lateAfter() || !Objects.equals(edge(before, calendar), edge(after, calendar))) {
                    moved.add(one);
                }
            }
        }
        return moved;
    }

    private static Replayed.MovedClock compared(@Nullable Clock before, @Nullable Clock after, WorkingDays calendar, LocalDate today) {
        Clock any = Objects.requireNonNull(after == null ? before : after);
        return new Replayed.MovedClock(
                any.id(), any.title(), before == null ? null : before.lastDay(calendar), after == null ? null : after.lastDay(calendar),
                late(before, calendar, today), late(after, calendar, today));
    }

    /// The last day, or for clocks in hours the moment.
    private static String edge(Clock clock, WorkingDays calendar) {
        return clock.hours() ? clock.due(calendar).text() : clock.lastDay(calendar).toString();
    }

    /// A window that was not used is nobody's delay.
    private static boolean late(@Nullable Clock clock, WorkingDays calendar, LocalDate today) {
        return clock != null && clock.kind() != ClockKind.WINDOW && clock.state(calendar, today) == ClockState.MISSED;
    }

    /// What of recorded changes can happen to the clocks as they stand: what is not running is neither noted upon nor ended.
    static List<ClockChange> fitting(List<ClockChange> changes, CaseState state) {
        Map<String, Clock> clocks = new LinkedHashMap<>(state.clocks());
        List<ClockChange> fitting = new ArrayList<>();
        for (ClockChange change : changes) {
            Clock standing = clocks.get(change.key());
            ClockChange fit = change;
            if (change instanceof ClockChange.Whole(String op, Clock whole) && !op.equals("start") && standing != null) {
                // Lines of the first version hold the clock whole; only what they add is taken from them.
                if (whole.end() != null) {
                    fit = new ClockChange.Ended(whole.id(), whole.party(), whole.end());
                } else if (!whole.ledger().isEmpty()) {
                    fit = new ClockChange.Noted(whole.id(), whole.party(), whole.ledger().getLast());
                }
            }
            boolean starts = fit instanceof ClockChange.Whole;
            if (starts || standing != null && !standing.ended()) {
                fit.change(clocks);
                fitting.add(fit);
            }
        }
        return fitting;
    }
}
