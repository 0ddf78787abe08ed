package org.fengqiao.deadline;

import org.jspecify.annotations.Nullable;

/// 结束: the day on which the thing was done, or the clock was lifted because it no longer matters.
public record End(Moment at, boolean lifted, @Nullable String ground) {}
