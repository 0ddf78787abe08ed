package org.fengqiao.ui;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 新旧对照: two versions of one text, article by article or clause by clause.
///
/// @param room    where the text is at home
/// @param choice  the form that asks for the two versions
/// @param filters what became of the articles, with numbers; each a filter
/// @param rows    in the order of the newer version
/// @param views   in one text, or side by side; empty where there is only one way to show it
/// @param side    whether the two versions stand side by side
public record ComparisonPage(
        Room room, HeadView head, List<Link> crumbs, @Nullable FormView choice, List<NoticeView> notices, List<CountView> filters, List<Row> rows,
        List<TabView> views, boolean side) implements Page {

    private static final Pattern VERSION = Pattern.compile("^/laws/([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})");

    /// @param change  修改
    /// @param before  第四十条, with its page; no words when the article is new
    /// @param after   第八十八条, with its page; no words when the article is gone
    /// @param summary our own line of the newer article, or of the older one; may be empty
    /// @param pieces  the words; empty when they did not change
    public record Row(String change, Link before, Link after, String summary, List<Piece> pieces) {}

    /// The first day of the version a link of a row leads to; null where it leads to no version of a law.
    public static @Nullable String dayOf(Link version) {
        Matcher day = VERSION.matcher(String.valueOf(version.href()));
        return day.find() ? day.group(2) : null;
    }

    /// The law a link of a row leads to; null where it leads to none.
    public static @Nullable String lawOf(Link version) {
        Matcher law = VERSION.matcher(String.valueOf(version.href()));
        return law.find() ? law.group(1) : null;
    }

    public record Piece(Mark mark, String text) {}

    public enum Mark {
        KEPT,
        INSERTED,
        DELETED
    }

    @Override
    public String template() {
        return "page/comparison";
    }

    @Override
    public String title() {
        return head.title();
    }
}
