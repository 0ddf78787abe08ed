package org.fengqiao.law;

import org.jspecify.annotations.Nullable;

/// 文中的引用: one clause as a text names it, before anybody has looked whether it exists.
///
/// @param from     where the words begin in the text
/// @param to       where they end
/// @param law      the name of the law as written or resolved from the context; null when the context does not tell
/// @param edition  what the text says of the version in brackets, such as `2021年修订`; empty when it says nothing
/// @param until    the last article of a range 第五十七条至第五十九条; null for a single clause
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
        @Nullable Integer until,
        @Nullable String quote,
        int quotedAt) {

    String key() {
        return suffix == null ? Integer.toString(article) : article + "-" + suffix;
    }

    Mention through(int end, int last) {
        return new Mention(from, end, law, edition, article, suffix, paragraph, item, last, quote, quotedAt);
    }

    Mention in(int end, @Nullable Integer newParagraph, @Nullable Integer newItem) {
        return new Mention(from, end, law, edition, article, suffix, newParagraph, newItem, until, quote, quotedAt);
    }

    Mention quoting(String words, int at) {
        return new Mention(from, to, law, edition, article, suffix, paragraph, item, until, words, at);
    }
}
