package org.fengqiao.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes every clause that the words of a finished page name a link to that clause.
///
/// Citations reach a page on many ways: built by a definition, typed by an officer, printed on a document. Here they all
/// pass, so no page has to think of them. An element with `data-day` says which day counts for the words inside it, one
/// with `data-own` which law 本法 means. Words that are a link, a button or a field already stay as they are, and so do
/// those in an element with `data-plain`: the name of the article that the page itself shows.
public final class LinkedWords {

    private static final Pattern SHOWN = Pattern.compile("href=\"(/laws/[a-z0-9-]+/\\d{4}-\\d{2}-\\d{2})[\"#]");
    private static final Pattern DAY = Pattern.compile("\\sdata-day=\"(\\d{4}-\\d{2}-\\d{2})\"");
    private static final Pattern OWN = Pattern.compile("\\sdata-own=\"([^\"]+)\"");
    private static final Pattern PLAIN = Pattern.compile("\\sdata-plain(?:\\s|>|=)");
    private static final Set<String> INLINE = Set.of(
            "a", "b", "strong", "em", "i", "u", "s", "small", "span", "code", "ins", "del", "mark", "sub", "sup", "wbr");
    /// Elements whose words are never linked: some cannot hold a link, some are not shown as words.
    private static final Set<String> CLOSED = Set.of(
            "a", "script", "style", "title", "textarea", "option", "select", "button", "summary", "svg", "template");
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "link", "meta", "wbr", "col", "source", "area", "base");

    private final String html;
    private final Prose prose;
    private final Set<String> shown = new HashSet<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final List<Piece> block = new ArrayList<>();
    private final StringBuilder out;
    private int written;

    private record Element(String name, boolean closed, @Nullable LocalDate day, @Nullable String own) {}

    /// One run of words between two tags.
    private record Piece(int from, int to, Element in) {}

    private LinkedWords(String html, Prose prose) {
        this.html = html;
        this.prose = prose;
        this.out = new StringBuilder(html.length() + html.length() / 8);
    }

    public static String in(String html, Prose prose) {
        return html.indexOf('条') < 0 ? html : new LinkedWords(html, prose).link();
    }

    private String link() {
        Matcher links = SHOWN.matcher(html);
        while (links.find()) {
            shown.add(links.group(1));
        }
        open.push(new Element("", false, null, null));
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            if (end > at) {
                block.add(new Piece(at, end, open.element()));
            }
            at = tag < 0 ? end : tag(tag);
        }
        flush();
        return out.append(html, written, html.length()).toString();
    }

    /// Reads one tag or comment and returns where it ends.
    private int tag(int from) {
        if (html.startsWith("<!--", from)) {
            int end = html.indexOf("-->", from);
            return end < 0 ? html.length() : end + 3;
        }
        int end = endOfTag(from);
        boolean closing = html.startsWith("</", from);
        int word = from + (closing ? 2 : 1);
        int stop = word;
        while (stop < end && Character.isLetterOrDigit(html.charAt(stop))) {
            stop++;
        }
        String name = html.substring(word, stop).toLowerCase(Locale.ROOT);
        if (!INLINE.contains(name)) {
            flush();
        }
        if (closing) {
            close(name);
        } else if (!name.isEmpty() && !EMPTY.contains(name) && html.charAt(end - 2) != '/') {
            Element outer = open.element();
            String attributes = html.substring(stop, end);
            boolean closed = outer.closed() || CLOSED.contains(name);
            // Of the many tags of a page few say anything of their words.
            open.push(attributes.contains("data-")
                    ? new Element(name, closed || PLAIN.matcher(attributes).find(), day(attributes, outer.day()), own(attributes, outer.own()))
                    : new Element(name, closed, outer.day(), outer.own()));
            if (name.equals("script") || name.equals("style")) {
                int over = html.indexOf("</" + name, end);
                return over < 0 ? html.length() : over;
            }
        }
        return end;
    }

    /// Past the > that ends the tag, not one inside a quoted value.
    private int endOfTag(int from) {
        char quote = 0;
        for (int i = from + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private void close(String name) {
        if (open.stream().anyMatch(e -> e.name().equals(name))) {
            while (!open.pop().name().equals(name)) {
                // What HTML lets stand open ends with the element around it.
            }
        }
    }

    private static @Nullable LocalDate day(String attributes, @Nullable LocalDate outer) {
        Matcher day = DAY.matcher(attributes);
        try {
            return day.find() ? LocalDate.parse(day.group(1)) : outer;
        } catch (DateTimeException e) {
            return outer;
        }
    }

    private static @Nullable String own(String attributes, @Nullable String outer) {
        Matcher own = OWN.matcher(attributes);
        return own.find() ? own.group(1) : outer;
    }

    /// Links the words of the block that ends here.
    private void flush() {
        if (block.stream().anyMatch(p -> !p.in().closed() && html.substring(p.from(), p.to()).indexOf('条') >= 0)) {
            StringBuilder words = new StringBuilder();
            block.forEach(p -> words.append(html, p.from(), p.to()));
            Element in = block.getFirst().in();
            for (Prose.Named named : prose.named(words.toString(), in.day(), in.own(), shown)) {
                wrap(named);
            }
        }
        block.clear();
    }

    /// Puts the link around the words, in the piece where the number of the article stands.
    private void wrap(Prose.Named named) {
        int start = 0;
        for (Piece piece : block) {
            int from = Math.max(named.from() - start, 0) + piece.from();
            int to = Math.min(named.to() - start + piece.from(), piece.to());
            start += piece.to() - piece.from();
            if (from >= to || piece.in().closed() || from < written || html.substring(from, to).indexOf('条') < 0 && !whole(named, from, to)) {
                continue;
            }
            out.append(html, written, from).append("<a class=\"fq-cite\" href=\"").append(named.href()).append("\">").append(html, from, to).append("</a>");
            written = to;
        }
    }

    /// A paragraph or item that follows in a list, such as the 第二款 of 第六十一条第一款、第二款, holds no 条.
    private static boolean whole(Prose.Named named, int from, int to) {
        return to - from == named.to() - named.from();
    }
}
