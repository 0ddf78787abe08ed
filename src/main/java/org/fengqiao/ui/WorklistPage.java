package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 我的待办: what the law makes late first.
///
/// @param filters a form that asks (`FormView.get`)
/// @param groups  in the order of urgency, each with its heading
/// @param notice  shown over the list, or null
public record WorklistPage(
        HeadView head,
        List<TabView> tabs,
        List<CountView> counts,
        FormView filters,
        List<Group> groups,
        EmptyView empty,
        PagingView paging,
        @Nullable NoticeView notice) implements Page {

    /// @param note 1 件，须写明逾期原因
    public record Group(String title, String note, List<WorklistRow> rows) {}

    @Override
    public String template() {
        return "page/worklist";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.WORKLIST;
    }
}
