package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 分页.
///
/// @param from     number of the first row shown, counted from 1; 0 when there is none
/// @param previous address of the page before, or null
public record PagingView(int from, int to, int total, @Nullable String previous, @Nullable String next) {

    public static PagingView all(int total) {
        return new PagingView(Math.min(1, total), total, total, null, null);
    }
}
