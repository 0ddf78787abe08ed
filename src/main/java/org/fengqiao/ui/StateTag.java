package org.fengqiao.ui;

/// 状态标签: a state and the words for it, 剩 2 个工作日.
public record StateTag(ClockState state, String words) {}
