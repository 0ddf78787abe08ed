package org.fengqiao.record;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// 规范文本: the one text of a JSON value (RFC 8785): members sorted by UTF-16 code units, no blanks, strings in NFC,
/// whole numbers only (money is integer fen), so that every reader computes the same digest.
public final class Canonical {

    private static final String HEX = "0123456789abcdef";

    private Canonical() {}

    /// @throws IllegalArgumentException for a number that is not whole or lies beyond 2^53
    public static String text(JsonNode value) {
        StringBuilder out = new StringBuilder(1024);
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < value.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(value.get(i), out);
                }
                out.append(']');
            }
            case STRING -> string(value.asString(), out);
            case NUMBER -> {
                if (!value.isIntegralNumber() || Math.abs(value.asLong()) > 9_007_199_254_740_991L) {
                    throw new IllegalArgumentException("not a whole number a record may hold: " + value);
                }
                out.append(value.asLong());
            }
            case BOOLEAN -> out.append(value.asBoolean());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getNodeType());
        }
    }

    private static void object(JsonNode value, StringBuilder out) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            sorted.put(member.getKey(), member.getValue());
        }
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
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

    private static void string(String raw, StringBuilder out) {
        String text = Normalizer.isNormalized(raw, Normalizer.Form.NFC) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFC);
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
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
