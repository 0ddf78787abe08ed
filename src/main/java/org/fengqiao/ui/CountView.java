package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 计数: a number that filters. The first has no state and is the sum of the others.
public record CountView(int number, String words, String href, @Nullable ClockState state, boolean current) {}
