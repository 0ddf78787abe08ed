package org.fengqiao.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 中止的日: days that do not count, both ends included. `reason` is the ground.
///
/// Without `last` the pause has not ended; the count then shows the earliest possible end, as if it ended at once.
public record Pause(LocalDate first, @Nullable LocalDate last, String reason) {

    boolean covers(LocalDate day) {
        return last != null && !day.isBefore(first) && !day.isAfter(last);
    }
}
