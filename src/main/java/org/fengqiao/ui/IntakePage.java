package org.fengqiao.ui;

import java.util.List;

/// 收件登记: what came in by any channel and is not yet a case, and lines that were rejected with their reason.
///
/// @param rejected rejected lines of imports, to be corrected and sent again
public record IntakePage(
        HeadView head,
        List<TabView> tabs,
        List<CountView> counts,
        FormView filters,
        List<Row> rows,
        EmptyView empty,
        PagingView paging,
        TableView rejected) implements Page {

    /// @param received 10月9日 08:42
    /// @param source   12345 热线 · 原单号 H2610090042
    /// @param text     the beginning of what was said
    /// @param note     可能重复 2 件; may be empty
    /// @param verb     受理登记
    public record Row(StateTag tag, String received, String source, String title, String text, String note, String href, String verb) {}

    @Override
    public String template() {
        return "page/intake";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.INTAKE;
    }
}
