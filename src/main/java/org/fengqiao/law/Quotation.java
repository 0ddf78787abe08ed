package org.fengqiao.law;

import java.util.List;
import java.util.function.Supplier;
import org.fengqiao.law.CitationCheck.Verdict;
import org.fengqiao.law.CitationFinding.Outcome;
import org.jspecify.annotations.Nullable;

/// 引文: the words a text quotes from a clause, held against the words that stand there.
///
/// Spaces and the width of punctuation do not count; ellipses leave out, in order.
record Quotation(Mention mention, @Nullable Integer paragraph, @Nullable ArticleText article, String named, String url) {

    private static final int MOST_SHOWN = 160;

    Verdict verdict(Supplier<String> elsewhere) {
        String quote = String.valueOf(mention.quote());
        if (article == null) {
            return new Verdict(Outcome.WORDS_NOT_CHECKED, named + "存在，但是官方文本没有导入，引文没有核对。", url);
        }
        String clause = clause(article);
        if (stands(quote, clause)) {
            return new Verdict(Outcome.CORRECT, named + "，引文与条文一致。", url);
        }
        if (stands(quote, article.body())) {
            return new Verdict(Outcome.OTHER_WORDS, "这些话在" + article.number() + "，但是不在所引的款、项。", url);
        }
        String shown = clause.replace("\n", "");
        return new Verdict(
                Outcome.OTHER_WORDS, named + "没有这些话。" + elsewhere.get() + "条文是：" + (shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "……" : shown), url);
    }

    private String clause(ArticleText of) {
        List<Article.Paragraph> paragraphs = of.paragraphs();
        if (paragraph == null || paragraph > paragraphs.size()) {
            return of.body();
        }
        Article.Paragraph one = paragraphs.get(paragraph - 1);
        Integer item = mention.item();
        Integer point = mention.point();
        if (item != null && point != null && item <= one.items().size() && point < one.points(item).size()) {
            return one.points(item).get(point);
        }
        return item != null && item <= one.items().size() ? one.items().get(item - 1) : one.text() + "\n" + String.join("\n", one.items());
    }

    /// Whether every part of a quotation stands in a text, in order.
    static boolean stands(String quote, String text) {
        String whole = plain(text);
        int from = 0;
        for (String part : quote.split("…+|\\.{3,}|⋯+")) {
            String words = plain(part).replaceAll("[。；，：、]$", "");
            if (words.isEmpty()) {
                continue;
            }
            int at = whole.indexOf(words, from);
            if (at < 0) {
                return false;
            }
            from = at + words.length();
        }
        return true;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s　]", "")
                .replace(',', '，').replace(';', '；').replace(':', '：').replace('(', '（').replace(')', '）')
                .replaceAll("[“”\"「」『』‘’']", "");
    }
}
