package org.fengqiao.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 页面的标记: walks through a finished page once and hands out its tags and the words between them.
///
/// Words come block by block: what stands between two tags that are not inline, piece by piece. Nothing is taken from the
/// page, so that whoever reads can copy what it leaves alone by its place.
final class Markup {

    private static final Pattern DAY = Pattern.compile("\\sdata-day=\"(\\d{4}-\\d{2}-\\d{2})\"");
    private static final Pattern OWN = Pattern.compile("\\sdata-own=\"([^\"]+)\"");
    private static final String CHINESE = " lang=\"zh-CN\"";
    private static final Set<String> INLINE = Set.of(
            "a", "b", "strong", "em", "i", "u", "s", "small", "span", "code", "ins", "del", "mark", "sub", "sup", "wbr", "bdi");
    /// Elements whose words never hold a link: some cannot, some are not shown as words.
    private static final Set<String> CLOSED = Set.of("a", "title", "option", "select", "button", "summary", "svg", "template");
    /// Elements that hold words only and no elements.
    private static final Set<String> BARE = Set.of("option", "title", "svg", "text");
    /// Elements whose content is no markup.
    private static final Set<String> RAW = Set.of("script", "style", "textarea");
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "link", "meta", "wbr", "col", "source", "area", "base");

    private final String html;
    private final Reader reader;
    private final Deque<Element> open = new ArrayDeque<>();
    private List<Piece> block = new ArrayList<>();

    private Markup(String html, Reader reader) {
        this.html = html;
        this.reader = reader;
    }

    /// An element that is open, with what it has from those around it.
    ///
    /// @param closed  whether its words may not become links
    /// @param chinese whether it is marked as a text of its own that stays Chinese
    /// @param bare    whether it holds words only
    /// @param day     the day that counts for its words
    /// @param own     what 本法 means in its words
    record Element(String name, boolean closed, boolean chinese, boolean bare, @Nullable LocalDate day, @Nullable String own) {}

    /// One run of words between two tags.
    record Piece(int from, int to, Element in) {

        String of(String html) {
            return html.substring(from, to);
        }
    }

    /// Who reads a page.
    interface Reader {

        /// A tag that opens an element, with the element it stands in.
        default void opens(int from, int to, Element in) {}

        void block(List<Piece> pieces);
    }

    static void walk(String html, Reader reader) {
        new Markup(html, reader).walk();
    }

    private void walk() {
        open.push(new Element("", false, false, false, null, null));
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
    }

    private void flush() {
        if (!block.isEmpty()) {
            reader.block(block);
            block = new ArrayList<>();
        }
    }

    /// Reads one tag or comment and returns where the words go on.
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
        } else if (!name.isEmpty()) {
            reader.opens(from, end, open.element());
            if (RAW.contains(name)) {
                int over = html.indexOf("</" + name, end);
                return over < 0 ? html.length() : endOfTag(over);
            }
            if (!EMPTY.contains(name) && html.charAt(end - 2) != '/') {
                open.push(inside(open.element(), name, html.substring(stop, end)));
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

    private static Element inside(Element outer, String name, String attributes) {
        return new Element(
                name, outer.closed() || CLOSED.contains(name), outer.chinese() || attributes.contains(CHINESE), outer.bare() || BARE.contains(name),
                day(attributes, outer.day()), own(attributes, outer.own()));
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
}
