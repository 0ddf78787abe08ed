package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 案件检索: filters, rows, paging, export. Also the answer of the search box in the header.
///
/// @param exports 导出 CSV, 导出 XLSX
/// @param laws    articles that match the same words; empty for none
/// @param purpose the form that asks why personal data are looked up, shown before the rows; null when not needed
public record SearchPage(
        HeadView head,
        FormView filters,
        List<Row> rows,
        EmptyView empty,
        PagingView paging,
        List<Link> exports,
        List<Link> laws,
        @Nullable FormView purpose) implements Page {

    /// @param note  number · procedure
    /// @param due   the nearest day in words; may be empty
    public record Row(String title, String href, String note, String stage, String party, @Nullable StateTag tag, String due, String opened, String people) {}

    @Override
    public String template() {
        return "page/search";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.CASES;
    }
}
