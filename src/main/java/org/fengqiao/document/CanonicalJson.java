package org.fengqiao.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// 规范 JSON: one spelling for one value (RFC 8785), with strings in NFC.
///
/// Fractions are not accepted: they have more than one spelling in other hands, and the law counts in whole fen and days.
final class CanonicalJson {

    private static final long LARGEST_EXACT = 1L << 53;

    private CanonicalJson() {}

    static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(text, out);
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            case Long number when Math.abs(number) <= LARGEST_EXACT -> out.append(number);
            case List<?> list -> writeList(list, out);
            case Map<?, ?> map -> writeMap(map, out);
            default -> throw new IllegalArgumentException("A document holds text, whole numbers, truth values, lists and maps only, not " + value.getClass().getName());
        }
    }

    private static void writeList(List<?> list, StringBuilder out) {
        out.append('[');
        String comma = "";
        for (Object each : list) {
            out.append(comma);
            write(each, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void writeMap(Map<?, ?> map, StringBuilder out) {
        // The natural order of strings is that of UTF-16 code units, which RFC 8785 asks for.
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(Normalizer.normalize((String) key, Normalizer.Form.NFC), value));
        out.append('{');
        String comma = "";
        for (var entry : sorted.entrySet()) {
            out.append(comma);
            quote(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void quote(String raw, StringBuilder out) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else if (Character.isSurrogate(c)) {
                        i = copyPair(text, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static int copyPair(String text, int at, StringBuilder out) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("A text ends in the middle of a character (position " + at + ")");
        }
        out.append(text, at, at + 2);
        return at + 1;
    }
}
