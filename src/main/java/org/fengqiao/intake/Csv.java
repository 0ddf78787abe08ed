package org.fengqiao.intake;

import java.util.ArrayList;
import java.util.List;

/// 逗号分隔的表: record by record, with the line each one begins on. Empty lines do not count.
public final class Csv {

    private final String text;
    private int at;
    private int physical = 1;
    private int line;
    private int start;
    private boolean unclosed;
    private List<String> values = List.of();

    public Csv(String text) {
        this.text = text;
    }

    /// Reads the next record; false at the end.
    public boolean next() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            physical += text.charAt(at++) == '\n' ? 1 : 0;
        }
        if (at >= text.length()) {
            return false;
        }
        line = physical;
        start = at;
        List<String> record = new ArrayList<>();
        record.add(value());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            record.add(value());
        }
        values = record;
        return true;
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                physical += c == '\n' ? 1 : 0;
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                    value.append(text.charAt(at++));
                }
                return value.toString();
            }
        }
        unclosed = true;
        return value.toString();
    }

    public List<String> values() {
        return values;
    }

    public int line() {
        return line;
    }

    /// Whether a quotation mark was still open when the text ended.
    public boolean unclosed() {
        return unclosed;
    }

    String raw() {
        return text.substring(start, Math.min(at, text.length()));
    }
}
