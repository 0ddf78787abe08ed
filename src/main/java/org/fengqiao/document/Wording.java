package org.fengqiao.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// 行文: the text of a template with its placeholders, in the notation of Mustache.
///
/// Stricter than Mustache where paper demands it: a placeholder without a value is reported, never printed as nothing, and inside
/// a repeated section a plain name means the item's own field only, so that an officer without a certificate cannot borrow
/// another field of the same name.
sealed interface Wording {

    record Text(String text) implements Wording {}

    record Field(String name) implements Wording {}

    /// `{{#name}}…{{/name}}` when the value is there, `{{^name}}…{{/name}}` (absent) when it is not.
    record Section(String name, boolean absent, List<Wording> parts) implements Wording {}

    /// Reads a template's text.
    ///
    /// @throws IllegalArgumentException when a section is not closed where it should be
    static List<Wording> parse(String text) {
        Deque<Section> open = new ArrayDeque<>();
        open.push(new Section("", false, new ArrayList<>()));
        int at = 0;
        for (int start = text.indexOf("{{"); start >= 0; start = text.indexOf("{{", at)) {
            int end = text.indexOf("}}", start);
            if (end < 0) {
                throw new IllegalArgumentException("A placeholder is not closed: " + text.substring(start, Math.min(text.length(), start + 30)));
            }
            add(open, new Text(text.substring(at, start)));
            tag(open, text.substring(start + 2, end).strip());
            at = end + 2;
        }
        add(open, new Text(text.substring(at)));
        if (open.size() > 1) {
            throw new IllegalArgumentException("The section " + open.peek().name() + " is not closed");
        }
        return List.copyOf(open.pop().parts());
    }

    private static void tag(Deque<Section> open, String tag) {
        switch (tag.isEmpty() ? ' ' : tag.charAt(0)) {
            case '#', '^' -> open.push(new Section(tag.substring(1).strip(), tag.charAt(0) == '^', new ArrayList<>()));
            case '/' -> {
                Section closed = open.pop();
                if (!closed.name().equals(tag.substring(1).strip()) || open.isEmpty()) {
                    throw new IllegalArgumentException("{{" + tag + "}} closes nothing that is open");
                }
                add(open, closed);
            }
            case ' ', '{', '&', '!', '>', '=' -> throw new IllegalArgumentException("Placeholders of this form are not used in documents: {{" + tag + "}}");
            default -> add(open, new Field(tag));
        }
    }

    private static void add(Deque<Section> open, Wording part) {
        Section top = open.peek();
        if (top == null) {
            throw new IllegalStateException("No section is open");
        }
        top.parts().add(part);
    }

    /// Fills the parts with facts; every placeholder without a value is told to `missing` by its path.
    static String fill(List<Wording> parts, Map<String, Object> facts, BiConsumer<String, String> missing) {
        StringBuilder out = new StringBuilder();
        fill(parts, new Scope(facts, null, ""), missing, out);
        return out.toString();
    }

    private static void fill(List<Wording> parts, Scope scope, BiConsumer<String, String> missing, StringBuilder out) {
        for (Wording part : parts) {
            switch (part) {
                case Text(String text) -> continued(out, text);
                case Field(String name) -> {
                    Object value = scope.get(name);
                    if (isAbsent(value) || value instanceof List<?> || value instanceof Map<?, ?>) {
                        missing.accept(scope.path(name), name);
                    } else {
                        out.append(escaped(String.valueOf(value)));
                    }
                }
                case Section(String name, boolean absent, List<Wording> inner) -> {
                    Object value = scope.get(name);
                    if (absent == isAbsent(value)) {
                        repeat(inner, absent ? null : value, scope.path(name), scope, missing, out);
                    }
                }
            }
        }
    }

    /// Carries a value on with the template's words: a stop the person typed gives way to the template's own, also before a closing quote.
    private static void continued(StringBuilder out, String text) {
        int mark = text.startsWith("”") ? 1 : 0;
        int last = out.length() - 1;
        if (text.length() > mark && "。，；、".indexOf(text.charAt(mark)) >= 0 && last >= 0 && "。；".indexOf(out.charAt(last)) >= 0) {
            out.setLength(last);
        }
        out.append(text);
    }

    private static void repeat(List<Wording> inner, @Nullable Object value, String path, Scope scope, BiConsumer<String, String> missing, StringBuilder out) {
        if (value instanceof List<?> items) {
            for (Object item : items) {
                fill(inner, new Scope(scope.facts(), item, path), missing, out);
            }
        } else {
            fill(inner, scope, missing, out);
        }
    }

    /// The text with a mark for every placeholder and every section once: what the page looks like, for checking its shape.
    static String skeleton(List<Wording> parts) {
        StringBuilder out = new StringBuilder();
        for (Wording part : parts) {
            out.append(switch (part) {
                case Text(String text) -> text;
                case Field _ -> "〇";
                case Section(String _, boolean _, List<Wording> inner) -> skeleton(inner);
            });
        }
        return out.toString();
    }

    /// Nothing, blank text, `false` and an empty list say nothing.
    static boolean isAbsent(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case Boolean truth -> !truth;
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static String escaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 8);
        raw.replace("\r\n", "\n").replace('\r', '\n').strip().codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n' -> out.append(Sheet.NEW_PARAGRAPH);
                default -> {
                    // Control characters have no shape on paper and no place in XML; the content itself keeps them.
                    if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0xFFFE && c != 0xFFFF) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /// Where a name is looked up: in the item of the innermost repeated section if it is a plain name, otherwise in the facts.
    record Scope(Map<String, Object> facts, @Nullable Object item, String itemPath) {

        @Nullable Object get(String name) {
            if (name.equals(".")) {
                return item;
            }
            if (item instanceof Map<?, ?> fields && name.indexOf('.') < 0) {
                return fields.get(name);
            }
            Object at = facts;
            for (String step : name.split("\\.")) {
                at = at instanceof Map<?, ?> map ? map.get(step) : null;
            }
            return at;
        }

        String path(String name) {
            return name.equals(".") ? itemPath : item instanceof Map<?, ?> && name.indexOf('.') < 0 ? itemPath + "." + name : name;
        }
    }
}
