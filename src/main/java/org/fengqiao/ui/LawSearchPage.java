package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 法规检索: a question or words in, articles out, each with what matched and why it is here.
///
/// @param notices what a person should know first: nothing imported, still indexing; empty for none
/// @param count   one line over the results; may be empty
/// @param paging  which of the results these rows are
public record LawSearchPage(HeadView head, FormView filters, List<NoticeView> notices, List<Row> rows, String count, PagingView paging, EmptyView empty) implements Page {

    /// @param note    level · issuer · in force from
    /// @param tag     how far it is valid on the day asked about
    /// @param chapter where it stands in its text; may be empty
    /// @param body    the words of the article, cut into what matched and what did not
    /// @param reasons why it is here
    /// @param day     the first day of its version, which counts for the laws its words name; null where it is not known
    /// @param own     what 本法 means in its words
    public record Row(
            String title, String href, String note, StateTag tag, String chapter, List<Span> body, List<String> reasons, @Nullable LocalDate day, String own) {}

    /// A piece of text; `hit` when it stands in the question too.
    public record Span(String text, boolean hit) {}

    @Override
    public String template() {
        return "page/law-search";
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
