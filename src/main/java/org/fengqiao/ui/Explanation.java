package org.fengqiao.ui;

import java.util.List;

/// 这个日期怎样算出来: the trace of a computation.
///
/// @param opening  the sentence of the start rule
/// @param days     the days in order, drawn as a calendar; empty for long periods, where the lines say enough
/// @param lines    跳过 8 天：… / 计入：… / 中止、延长：…
/// @param basis    the articles
/// @param calendar 日历：2026年版，依国务院办公厅通知; empty when no calendar was asked
public record Explanation(String opening, List<DayCell> days, List<Line> lines, List<Cite> basis, String calendar) {

    /// @param label may be empty
    public record Line(String label, String text) {}

    public static Explanation sentence(String opening, List<Cite> basis) {
        return new Explanation(opening, List.of(), List.of(), basis, "");
    }

    /// How many empty cells stand before the first day, the week beginning on Monday.
    public int blanks() {
        return days.isEmpty() ? 0 : days.getFirst().date().getDayOfWeek().getValue() - 1;
    }
}
