package org.fengqiao.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 批注页: a text with numbered marks and, beside it, what each mark suggests and what the reader makes of it.
///
/// @param choice  the form that asks which text is shown
/// @param text    the text, clause by clause
/// @param remarks in the order of the text
/// @param verdict where the decisions go; null when this person has none to make
public record MarkedPage(
        Room room,
        HeadView head,
        List<Link> crumbs,
        List<TabView> tabs,
        List<NoticeView> notices,
        @Nullable FormView choice,
        String textTitle,
        List<Passage> text,
        List<Remark> remarks,
        @Nullable Verdict verdict) implements Page {

    /// @param spans every word of the passage, in order
    public record Passage(List<Span> spans) {}

    /// @param remarks the numbers of the remarks that mean these words; empty for plain words
    /// @param opens   the numbers of those that begin here
    public record Span(String words, List<Integer> remarks, List<Integer> opens) {}

    /// @param place  第八条 违约责任, or 全文
    /// @param says   what was found; may be empty
    /// @param hidden sent along unseen
    /// @param fields what the reader decides; empty when there is nothing to decide
    public record Remark(
            int number, String title, String place, String quote, String says, String why, String advice, List<Cite> basis,
            Map<String, String> hidden, List<FieldView> fields) {}

    /// The form around the remarks.
    ///
    /// @param actions each with its own address; the first is the primary one
    public record Verdict(String note, List<Link> actions) {}

    @Override
    public String template() {
        return "page/marked";
    }

    @Override
    public String title() {
        return head.title();
    }
}
