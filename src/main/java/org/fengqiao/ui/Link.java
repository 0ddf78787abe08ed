package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 链接: words that lead somewhere, or, without an address, plain words.
public record Link(String text, @Nullable String href) {

    public static Link to(String href, String text) {
        return new Link(text, href);
    }

    public static Link words(String text) {
        return new Link(text, null);
    }
}
