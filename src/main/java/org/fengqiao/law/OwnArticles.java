package org.fengqiao.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 自己的条文: the articles a text itself is divided into, as a law or a contract is, so that 前款 and 本条 are counted
/// from where they stand.
final class OwnArticles {

    private static final Pattern HEADING = Pattern.compile(
            "(?m)^[ \\t　]*第\\s*(" + CitationWords.N + ")\\s*条(?:\\s*之\\s*([一二三四五六七八九十\\d]{1,3}))?(?=[ \\t　：:]|$)");

    private record Heading(int from, int to, int article, @Nullable Integer suffix) {}

    private final String text;
    private final List<Heading> headings = new ArrayList<>();

    /// @param law whether the text is known to be that of a law; otherwise it must begin with 第一条 and go on with 第二条
    OwnArticles(String text, boolean law) {
        this.text = text;
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            int number = CitationWords.number(heading.group(1));
            if (number > 0) {
                String suffix = heading.group(2);
                headings.add(new Heading(heading.start(), heading.end(), number, suffix == null ? null : Integer.valueOf(CitationWords.number(suffix))));
            }
        }
        if (!law && (headings.size() < 2 || headings.get(0).article() != 1 || headings.get(1).article() != 2)) {
            headings.clear();
        }
    }

    boolean none() {
        return headings.isEmpty();
    }

    /// Whether the words are the number in front of an article, which cites nothing.
    boolean heads(int at) {
        return headings.stream().anyMatch(h -> at >= h.from() && at < h.to());
    }

    /// The clause in which a place of the text lies; null before the first article.
    @Nullable Mention at(int place, @Nullable String law) {
        Heading in = null;
        for (Heading heading : headings) {
            in = heading.from() <= place ? heading : in;
        }
        if (in == null) {
            return null;
        }
        int end = text.indexOf('\n', place);
        List<Article.Paragraph> before = Clauses.of(text.substring(in.to(), end < 0 ? text.length() : end));
        if (before.isEmpty()) {
            return null;
        }
        int items = before.getLast().items().size();
        return Mention.article(in.from(), in.to(), law, "", in.article(), in.suffix())
                .in(in.to(), before.size(), items == 0 ? null : Integer.valueOf(items), null);
    }
}
