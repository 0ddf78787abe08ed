package org.fengqiao.digest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 规范文本: the one text of a value (RFC 8785): members sorted by UTF-16 code units, no blanks, strings in NFC, whole
/// numbers only (money is integer fen, time is days), so that every reader computes the same digest.
public final class Canonical {

    private static final long LARGEST_EXACT = (1L << 53) - 1;
    private static final String HEX = "0123456789abcdef";

    private Canonical() {}

    /// 写成的文本.
    ///
    /// @param asGiven whether every text in it was in NFC already, so that reading it gives what was written
    public record Written(String text, boolean asGiven) {}

    /// @param value a JSON value, or text, whole numbers, truth values, lists and maps
    /// @throws IllegalArgumentException for a number that is not whole or lies beyond 2^53, and for half a character
    public static String text(@Nullable Object value) {
        return written(value).text();
    }

    /// The same, with word on whether anything had to be normalised.
    public static Written written(@Nullable Object value) {
        StringBuilder out = new StringBuilder(1024);
        write(value, out, false);
        // Every part of a text in NFC is in NFC: mostly one look at the whole spares one at each part.
        if (isNormal(out)) {
            return new Written(out.toString(), true);
        }
        String raw = out.toString();
        out.setLength(0);
        write(value, out, true);
        String text = out.toString();
        return new Written(text, text.equals(raw));
    }

    /// A JSON value as reading its text would give it: members in order, whole numbers in their smallest form.
    ///
    /// The texts in it must be in NFC, as [Written#asGiven] says.
    public static JsonNode settled(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode all = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, ?> member : sorted(members(object, false))) {
                    all.set(member.getKey(), settled((JsonNode) member.getValue()));
                }
                yield all;
            }
            case ArrayNode array -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(v -> all.add(settled(v)));
                yield all;
            }
            case JsonNode number when number.isIntegralNumber() -> number.canConvertToInt()
                    ? JsonNodeFactory.instance.numberNode(number.intValue())
                    : JsonNodeFactory.instance.numberNode(number.longValue());
            default -> value;
        };
    }

    private static void write(@Nullable Object value, StringBuilder out, boolean normalise) {
        switch (value) {
            case null -> out.append("null");
            case JsonNode node -> node(node, out, normalise);
            case String text -> string(text, out, normalise);
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> number(number, out);
            case List<?> list -> list(list, out, normalise);
            case Map<?, ?> map -> object(members(map, normalise), out, normalise);
            default -> throw new IllegalArgumentException(
                    "A record holds text, whole numbers, truth values, lists and maps only, not " + value.getClass().getName());
        }
    }

    private static void node(JsonNode value, StringBuilder out, boolean normalise) {
        switch (value.getNodeType()) {
            case OBJECT -> object(members((ObjectNode) value, normalise), out, normalise);
            case ARRAY -> list(value, out, normalise);
            case STRING -> string(value.asString(), out, normalise);
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

    private static void list(Iterable<?> values, StringBuilder out, boolean normalise) {
        out.append('[');
        boolean first = true;
        for (Object value : values) {
            if (!first) {
                out.append(',');
            }
            first = false;
            write(value, out, normalise);
        }
        out.append(']');
    }

    private static List<Map.Entry<String, ?>> members(ObjectNode object, boolean normalise) {
        return normalise ? normal(object.properties()) : new ArrayList<>(object.properties());
    }

    @SuppressWarnings("unchecked")
    private static List<Map.Entry<String, ?>> members(Map<?, ?> map, boolean normalise) {
        Set<? extends Map.Entry<String, ?>> all = ((Map<String, ?>) map).entrySet();
        return normalise ? normal(all) : new ArrayList<>(all);
    }

    /// Two names that only differ in their form are one; the later one counts.
    private static List<Map.Entry<String, ?>> normal(Set<? extends Map.Entry<String, ?>> members) {
        TreeMap<String, @Nullable Object> all = new TreeMap<>();
        members.forEach(m -> all.put(normal(m.getKey()), m.getValue()));
        return new ArrayList<>(all.entrySet());
    }

    /// The natural order of strings is that of UTF-16 code units, which RFC 8785 asks for.
    private static List<Map.Entry<String, ?>> sorted(List<Map.Entry<String, ?>> members) {
        members.sort((a, b) -> a.getKey().compareTo(b.getKey()));
        return members;
    }

    private static void object(List<Map.Entry<String, ?>> members, StringBuilder out, boolean normalise) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, ?> member : sorted(members)) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey(), out, normalise);
            out.append(':');
            write(member.getValue(), out, normalise);
        }
        out.append('}');
    }

    /// Below U+0300 and among the unified ideographs and their punctuation nothing has another form; of what else there is, the
    /// tables are asked.
    private static boolean isNormal(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && !within(c, 0x4E00, 0x9FA5) && !within(c, 0x2010, 0x2027) && !within(c, 0x3000, 0x3028) && !within(c, 0xFF01, 0xFF5E)) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }

    private static boolean within(char c, int first, int last) {
        return c >= first && c <= last;
    }

    private static String normal(String text) {
        return isNormal(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void string(String raw, StringBuilder out, boolean normalise) {
        String text = normalise ? normal(raw) : raw;
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
