package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 引用: a citation as people read it, leading to the text of the version that binds.
///
/// @param text 《行政处罚法》第六十四条第一项; the law's name may be dropped once it stands in the same sentence or table head
/// @param href the law page with its anchor, `/laws/administrative-penalty-law?on=2026-10-09#a64-1-1`; null when the text is not stored
public record Cite(String text, @Nullable String href) {

    public static Cite of(String text, String href) {
        return new Cite(text, href);
    }
}
