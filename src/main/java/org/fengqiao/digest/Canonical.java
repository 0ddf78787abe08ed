package org.fengqiao.digest;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 规范文本: the one text of a value (RFC 8785): members sorted by UTF-16 code units, no blanks, strings in NFC, whole
/// numbers only (money is integer fen, time is days), so that every reader computes the same digest.
public final class Canonical {

    private static final long LARGEST_EXACT = (1L << 53) - 1;
    private static final String HEX = "0123456789abcdef";

    private Canonical() {}

    /// @param value a JSON value, or text, whole numbers, truth values, lists and maps
    /// @throws IllegalArgumentException for a number that is not whole or lies beyond 2^53, and for half a character
    public static String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder(1024);
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case JsonNode node -> node(node, out);
            case String text -> string(text, out);
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> number(number, out);
            case List<?> list -> list(list, out);
            case Map<?, ?> map -> map(map, out);
            default -> throw new IllegalArgumentException(
                    "A record holds text, whole numbers, truth values, lists and maps only, not " + value.getClass().getName());
        }
    }

    private static void node(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                TreeMap<String, Object> members = new TreeMap<>();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    members.put(normal(member.getKey()), member.getValue());
                }
                members(members, out);
            }
            case ARRAY -> list(value, out);
            case STRING -> string(value.asString(), out);
            case NUMBER -> {
                if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                    throw new IllegalArgumentException("not a whole number a record may hold: " + value);
                }
                number(value.asLong(), out);
            }
            case BOOLEAN -> out.append(value.asBoolean());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getNodeType());
        }
    }

    private static void number(long number, StringBuilder out) {
        if (Math.abs(number) > LARGEST_EXACT) {
            throw new IllegalArgumentException("not a whole number a record may hold: " + number);
        }
        out.append(number);
    }

    private static void list(Iterable<?> values, StringBuilder out) {
        out.append('[');
        boolean first = true;
        for (Object value : values) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(value, out);
        }
        out.append(']');
    }

    private static void map(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, @Nullable Object> members = new TreeMap<>();
        map.forEach((key, value) -> members.put(normal((String) key), value));
        members(members, out);
    }

    /// The natural order of strings is that of UTF-16 code units, which RFC 8785 asks for.
    private static void members(TreeMap<String, @Nullable Object> sorted, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
        }
        out.append('}');
    }

    private static String normal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void string(String raw, StringBuilder out) {
        String text = normal(raw);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else if (Character.isSurrogate(c)) {
                        out.append(c).append(second(text, i++));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static char second(String text, int at) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("A text ends in the middle of a character (position " + at + ")");
        }
        return text.charAt(at + 1);
    }
}
