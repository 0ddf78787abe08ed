package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 数据: numbers that open down to their cases, and the equations they must satisfy.
///
/// @param period   the form that chooses year and cut-off
/// @param sections groups of figures
/// @param opened   the figure whose definition is shown beside; null when none is
/// @param others   other figures as a table, such as by month; empty for none
public record FiguresPage(
        HeadView head,
        FormView period,
        List<NoticeView> notices,
        List<Section> sections,
        @Nullable Definition opened,
        List<Balance> balances,
        List<TableView> others) implements Page {

    public record Section(String title, String note, List<Figure> figures) {

        /// Whether it asks to be seen: a figure of it is shown, or an equation does not hold.
        public boolean asks() {
            return figures.stream().anyMatch(f -> f.open() || !f.balanced());
        }
    }

    /// @param value   9,532 or 97.7%
    /// @param href    this page with the figure opened
    /// @param balanced whether the equations it stands in hold
    /// @param open    whether its definition is shown now
    public record Figure(String title, String value, String unit, String note, String href, boolean balanced, boolean open) {}

    /// @param facts 定义, 分子, 分母, 计算, 依据, 期间, 版本; links open case lists
    /// @param cases the first cases behind it, or null
    public record Definition(String title, String value, List<FactView> facts, @Nullable TableView cases, List<Link> links) {}

    /// 勾稽关系: the same sum from two sides.
    ///
    /// @param left  年初结转 21, 新立案 148; joined by +
    /// @param right 办结 132, 期末在办 36
    /// @param cases the cases that make the difference and what to do; null when it holds
    public record Balance(String id, String title, String note, List<Term> left, List<Term> right, boolean holds, @Nullable TableView cases) {

        /// The sum of the left side as written, when there is more than one term.
        public String total(List<Term> side) {
            return String.format("%,d", side.stream().mapToLong(Term::number).sum());
        }
    }

    public record Term(String words, long number, String href) {}

    @Override
    public String template() {
        return "page/figures";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.FIGURES;
    }
}
