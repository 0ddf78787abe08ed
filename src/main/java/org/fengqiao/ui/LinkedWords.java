package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes every clause that the words of a finished page name a link to that clause.
///
/// Citations reach a page on many ways: built by a definition, typed by an officer, printed on a document. Here they all
/// pass, so no page has to think of them. An element with `data-day` says which day counts for the words inside it, one
/// with `data-own` which law 本法 means. Words that are a link, a button or a field already stay as they are.
public final class LinkedWords {

    private static final Pattern SHOWN = Pattern.compile("href=\"(/laws/[a-z0-9-]+/\\d{4}-\\d{2}-\\d{2})[\"#]");

    private final String html;
    private final Prose prose;
    private final Set<String> shown = new HashSet<>();

    LinkedWords(String html, Prose prose) {
        this.html = html;
        this.prose = prose;
        Matcher links = SHOWN.matcher(html);
        while (links.find()) {
            shown.add(links.group(1));
        }
    }

    /// Words of the page that are to be a link, by their place in it.
    record Cite(int from, int to, String href) {

        String around(String words) {
            return "<a class=\"fq-cite\" href=\"" + href + "\">" + words + "</a>";
        }
    }

    public static String in(String html, Prose prose) {
        if (html.indexOf('条') < 0) {
            return html;
        }
        LinkedWords words = new LinkedWords(html, prose);
        List<Cite> all = new ArrayList<>();
        Markup.walk(html, block -> all.addAll(words.of(block)));
        return wrapped(html, 0, html.length(), all);
    }

    /// A stretch of the page with links around the citations in it.
    static String wrapped(String html, int from, int to, List<Cite> cites) {
        StringBuilder out = new StringBuilder(to - from + cites.size() * 100);
        int written = from;
        for (Cite cite : cites) {
            out.append(html, written, cite.from()).append(cite.around(html.substring(cite.from(), cite.to())));
            written = cite.to();
        }
        return out.append(html, written, to).toString();
    }

    /// The citations in one block, in the order of their places.
    List<Cite> of(List<Markup.Piece> block) {
        if (block.stream().noneMatch(p -> !p.in().closed() && p.of(html).indexOf('条') >= 0)) {
            return List.of();
        }
        StringBuilder words = new StringBuilder();
        block.forEach(p -> words.append(html, p.from(), p.to()));
        List<Cite> all = new ArrayList<>();
        // Struck out words of an older version stand in the same sentence, with a day of their own.
        block.stream().map(p -> new Counted(p.in().day(), p.in().own())).distinct().forEach(counted -> {
            for (Prose.Named named : prose.named(words.toString(), counted.day(), counted.own(), shown)) {
                place(named, counted, block, all);
            }
        });
        all.sort(Comparator.comparingInt(Cite::from));
        return all;
    }

    /// What counts for words: the day, and the law that 本法 means.
    private record Counted(@Nullable LocalDate day, @Nullable String own) {

        boolean forWordsIn(Markup.Element in) {
            return Objects.equals(day, in.day()) && Objects.equals(own, in.own());
        }
    }

    /// Puts the link into the piece where the number of the article stands.
    private void place(Prose.Named named, Counted counted, List<Markup.Piece> block, List<Cite> all) {
        int start = 0;
        for (Markup.Piece piece : block) {
            int from = Math.max(named.from() - start, 0) + piece.from();
            int to = Math.min(named.to() - start + piece.from(), piece.to());
            start += piece.to() - piece.from();
            if (from < to && !piece.in().closed() && counted.forWordsIn(piece.in()) && all.stream().noneMatch(c -> c.from() < to && from < c.to())
                    && (html.substring(from, to).indexOf('条') >= 0 || whole(named, from, to))) {
                all.add(new Cite(from, to, named.href()));
            }
        }
    }

    /// A paragraph or item that follows in a list, such as the 第二款 of 第六十一条第一款、第二款, holds no 条.
    private static boolean whole(Prose.Named named, int from, int to) {
        return to - from == named.to() - named.from();
    }
}
