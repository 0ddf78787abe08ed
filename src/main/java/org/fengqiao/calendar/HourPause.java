package org.fengqiao.calendar;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// 中止的时间: a stretch of an hour clock that does not count; without `until` it has not ended.
public record HourPause(OffsetDateTime from, @Nullable OffsetDateTime until, String reason) {}
