package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 待办: one matter and what is to be done about it now.
///
/// @param due         the nearer of statute and promise: 10月12日 周一
/// @param explanation opens from the due date; null when no clock runs
/// @param title       what an officer calls the matter
/// @param note        number · procedure · remark
/// @param task        what is to be done now
/// @param people      who handles it
public record WorklistRow(
        @Nullable StateTag tag,
        String due,
        @Nullable Explanation explanation,
        String title,
        String href,
        String note,
        String task,
        List<Cite> basis,
        String people) {}
