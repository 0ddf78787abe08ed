package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 法律: one instrument in the version of a day, article by article.
///
/// @param facts    制定机关, 效力级别, 公布, 施行, 核对日期
/// @param asOf     the form 查看这一天有效的条文
/// @param imported whether the official text is in the library; if not, a notice says so and the summaries stand alone
/// @param chapters in order; an instrument without chapters has one with an empty title
/// @param uses     where this version is used; or null
public record LawPage(
        HeadView head,
        List<FactView> facts,
        FormView asOf,
        boolean imported,
        List<NoticeView> notices,
        List<Chapter> chapters,
        List<VersionRow> versions,
        @Nullable TableView uses) implements Page {

    public record Chapter(String title, List<Article> articles) {}

    /// @param anchor  a64; the anchors of paragraphs and items are built on it: a64-1, a64-1-1
    /// @param number  第六十四条
    /// @param summary our own one line
    /// @param note    未入库，须由法制审核员核对原文; may be empty
    /// @param parts   the paragraphs and items that citations point at, a64-1, a64-1-1, so that a citation also finds its
    ///                article while the text is not imported; ignored once it is
    /// @param paragraphs the official text; empty when not imported
    public record Article(String anchor, String number, String summary, String note, List<String> parts, List<Paragraph> paragraphs) {}

    public record Paragraph(String text, List<String> items) {}

    @Override
    public String template() {
        return "page/law";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.LAWS;
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to(Room.LAWS.href(), "法律法规"));
    }
}
