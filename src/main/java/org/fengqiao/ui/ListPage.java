package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 列表页: a page of tables, forms and notices. Serves procedures, laws, figures, administration and verification overviews.
///
/// @param tabs    sections of the same room; empty for none
/// @param counts  filters with numbers; empty for none
/// @param filters a form that asks, or null
/// @param forms   stand beside the tables on a desk, below on a phone
/// @param paging  of the first table, or null
public record ListPage(
        Room room,
        List<Link> crumbs,
        HeadView head,
        List<TabView> tabs,
        List<NoticeView> notices,
        List<CountView> counts,
        @Nullable FormView filters,
        List<TableView> tables,
        @Nullable PagingView paging,
        List<SideForm> forms) implements Page {

    /// @param note a sentence above the form; may be empty
    public record SideForm(String title, String note, FormView form) {}

    public static ListPage of(Room room, HeadView head, List<TableView> tables) {
        return new ListPage(room, List.of(), head, List.of(), List.of(), List.of(), null, tables, null, List.of());
    }

    /// Whether the form is what a person came for: nothing has been told yet, so on a phone it stands before the tables.
    public boolean asksFirst() {
        return notices.isEmpty() && forms.stream().anyMatch(side -> side.form().primary());
    }

    @Override
    public String template() {
        return "page/list";
    }

    @Override
    public String title() {
        return head.title();
    }
}
