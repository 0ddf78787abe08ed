package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 条文: one article as one version has it, what became of it, and what leans on it.
///
/// @param heading    2026年10月9日有效的条文
/// @param article    the words, or our own line where they are not imported
/// @param citation   how a document cites it, to be copied
/// @param neighbours the articles before and after it
/// @param change     how it differs from the other version; null when there is nothing to compare
/// @param changed    2018-01-01版第四十条 and 2024-01-01版第八十八条; empty without a change
/// @param uses       the procedures that rest on it
/// @param versions   the versions of the law with the number the article bears in each
public record ArticlePage(
        HeadView head,
        List<Link> crumbs,
        List<NoticeView> notices,
        String heading,
        LawPage.Article article,
        String citation,
        List<Link> neighbours,
        ComparisonPage.@Nullable Row change,
        List<Link> changed,
        @Nullable TableView uses,
        List<VersionRow> versions) implements Page {

    /// The day that counts for the words around the article: the first of its version.
    @Override
    public @Nullable LocalDate day() {
        String day = ComparisonPage.dayOf(Link.to(article.page(), ""));
        return day == null ? null : LocalDate.parse(day);
    }

    @Override
    public String template() {
        return "page/article";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.LAWS;
    }
}
