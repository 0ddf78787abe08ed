package org.fengqiao.ui;

/// 页签: one of several lists of the same kind.
public record TabView(String text, String href, boolean current) {}
