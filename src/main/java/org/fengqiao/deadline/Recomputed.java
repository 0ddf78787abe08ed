package org.fengqiao.deadline;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/// 重算的期限: an open clock whose end, or whose being provisional, a new calendar version changes.
public record Recomputed(String clock, @Nullable String party, DueDay before, DueDay after) {

    /// The clocks that change, in the order given; ended clocks never change.
    public static List<Recomputed> between(List<Clock> clocks, WorkingDays old, WorkingDays now) {
        List<Recomputed> changes = new ArrayList<>();
        for (Clock clock : clocks) {
            if (clock.ended()) {
                continue;
            }
            DueDay before = clock.due(old);
            DueDay after = clock.due(now);
            if (!before.due().equals(after.due()) || before.provisional() != after.provisional()) {
                changes.add(new Recomputed(clock.id(), clock.party(), before, after));
            }
        }
        return changes;
    }

    public boolean moved() {
        return !before.due().equals(after.due());
    }
}
