package org.fengqiao.law;

import org.jspecify.annotations.Nullable;

/// 文中的引用: one clause as a text names it, before anybody has looked whether it exists.
///
/// @param from     where the words begin in the text
/// @param to       where they end
/// @param law      the name of the law as written or resolved from the context; null when the context does not tell
/// @param edition  what the text says of the version in brackets, such as `2021年修订`; empty when it says nothing
/// @param until    the last article of a range 第五十七条至第五十九条; null for a single clause
/// @param span     the last paragraph or item of a 前两款 or 前三项; null for a single clause
/// @param unclear  why 前款, 本条 and the like lead nowhere; null where they do, or where the text has a number
/// @param quote    the words quoted from the clause; null when none are
/// @param quotedAt where the quoted words begin
record Mention(
        int from,
        int to,
        @Nullable String law,
        String edition,
        int article,
        @Nullable Integer suffix,
        @Nullable Integer paragraph,
        @Nullable Integer item,
        @Nullable Integer point,
        @Nullable Integer until,
        @Nullable Integer span,
        @Nullable String unclear,
        @Nullable String quote,
        int quotedAt) {

    /// A whole article.
    static Mention article(int from, int to, @Nullable String law, String edition, int article, @Nullable Integer suffix) {
        return new Mention(from, to, law, edition, article, suffix, null, null, null, null, null, null, null, 0);
    }

    /// Words that point at a clause nobody can find.
    static Mention unclear(int from, int to, String why) {
        return new Mention(from, to, null, "", 0, null, null, null, null, null, null, why, null, 0);
    }

    String key() {
        return suffix == null ? Integer.toString(article) : article + "-" + suffix;
    }

    Mention through(int end, int last) {
        return new Mention(from, end, law, edition, article, suffix, paragraph, item, point, last, span, unclear, quote, quotedAt);
    }

    /// The same words and more, which name something finer.
    Mention in(int end, @Nullable Integer newParagraph, @Nullable Integer newItem, @Nullable Integer newPoint) {
        return new Mention(from, end, law, edition, article, suffix, newParagraph, newItem, newPoint, until, null, unclear, quote, quotedAt);
    }

    /// Other words for a clause of the same article.
    Mention other(int start, int end, @Nullable Integer newParagraph, @Nullable Integer newItem, @Nullable Integer newPoint, @Nullable Integer newSpan) {
        return new Mention(start, end, law, edition, article, suffix, newParagraph, newItem, newPoint, null, newSpan, null, null, 0);
    }

    Mention quoting(String words, int at) {
        return new Mention(from, to, law, edition, article, suffix, paragraph, item, point, until, span, unclear, words, at);
    }
}
