package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 法律: one instrument in the version of a day, article by article.
///
/// @param facts    制定机关, 效力级别, 公布, 施行, 核对日期
/// @param asOf     the form 查看这一天有效的条文, or null for a text without versions
/// @param imported whether the official text is in the library; if not, a notice says so and the summaries stand alone
/// @param chapters in order; an instrument without chapters has one with an empty title
/// @param compared other versions to lay beside this one
/// @param uses     where this version is used; or null
/// @param day      the first day of this version, which counts for the laws its words name
/// @param own      what 本法 means in its words
public record LawPage(
        HeadView head,
        List<FactView> facts,
        @Nullable FormView asOf,
        boolean imported,
        List<NoticeView> notices,
        List<Chapter> chapters,
        List<VersionRow> versions,
        List<Link> compared,
        @Nullable TableView uses,
        @Nullable LocalDate day,
        String own) implements Page {

    /// @param title 第五章 行政处罚的决定 / 第四节 听证程序
    public record Chapter(String title, List<Article> articles) {

        /// The anchor of the chapter: that of its first article with a c before it.
        public String anchor() {
            return "c-" + articles.getFirst().anchor();
        }
    }

    /// @param anchor  a64; the anchors of paragraphs and items are built on it: a64-1, a64-1-1
    /// @param number  第六十四条
    /// @param summary our own one line
    /// @param note    未入库，须由法制审核员核对原文; may be empty
    /// @param parts   the places of its paragraphs, items and points, a64-1, a64-1-1, so that a citation also finds its
    ///                article while the text is not imported; ignored once it is
    /// @param paragraphs the official text; empty when not imported
    /// @param uses    what rests on this article
    /// @param open    open cases whose present step or running clock rests on it, or null
    /// @param page    the page of this article alone; empty where it has none
    public record Article(
            String anchor, String number, String summary, String note, List<String> parts, List<Paragraph> paragraphs, List<Link> uses,
            @Nullable Link open, String page) {

        /// The place as citations write it: `64`, for the address `#64.1.1`.
        public String place() {
            return placeOf(anchor);
        }

        /// `a64-1-1` as `64.1.1`, `a120s1` as `120-1`.
        public static String placeOf(String anchor) {
            return anchor.substring(1).replace('-', '.').replace('s', '-');
        }
    }

    /// 款, with its 项.
    ///
    /// @param cite how a document cites it, to be copied: 《中华人民共和国行政处罚法》第六十四条
    public record Paragraph(String text, List<Item> items, String cite) {}

    /// 项, with its 目.
    ///
    /// @param cite how a document cites it, to be copied
    public record Item(String text, List<String> points, String cite) {}

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
