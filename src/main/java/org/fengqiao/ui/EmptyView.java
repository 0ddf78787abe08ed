package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 空: what would stand here, and the one thing to do.
public record EmptyView(String text, @Nullable Link link) {

    public static EmptyView of(String text) {
        return new EmptyView(text, null);
    }
}
