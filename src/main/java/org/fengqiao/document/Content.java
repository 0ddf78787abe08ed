package org.fengqiao.document;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.digest.Canonical;
import org.fengqiao.digest.Sm3;
import org.jspecify.annotations.Nullable;

/// 文书内容: what a document says, apart from how it is printed.
///
/// The record keeps the digest of exactly this. The template counts by its own digest, so that a later change of wording can
/// never change what was signed.
///
/// @param kind     which document, such as `penalty-decision`
/// @param template the SM3 digest of the template's text ([Template#version])
/// @param number   文号, or null for a kind that bears none and for a draft
/// @param data     text, whole numbers, truth values, lists and maps; `date` is the document's own day as 2026年10月9日
public record Content(String kind, String template, @Nullable String number, Map<String, Object> data) {

    private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

    /// @throws IllegalArgumentException when the data holds something else than the types above, or `date` is not a day
    public Content {
        data = frozen(data);
        Canonical.text(data);
        dayIn(data);
    }

    /// The content of a document made with this template today.
    public static Content of(Template template, @Nullable String number, Map<String, Object> data) {
        return new Content(template.kind(), template.version(), number, data);
    }

    /// One line of canonical JSON, the same for the same content wherever and whenever it is written.
    public String canonical() {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("v", 1);
        all.put("kind", kind);
        all.put("template", template);
        all.put("number", number);
        all.put("data", data);
        return Canonical.text(all);
    }

    /// SM3 of [#canonical], in lower-case hexadecimal.
    public String digest() {
        return Sm3.hex(canonical());
    }

    /// 成文日期: the day the document bears.
    public LocalDate day() {
        return dayIn(data);
    }

    /// What placeholders see: the data, with the number as `number`.
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(data);
        facts.remove("number");
        if (number != null) {
            facts.put("number", number);
        }
        return facts;
    }

    private static LocalDate dayIn(Map<String, Object> data) {
        Matcher day = DAY.matcher(String.valueOf(data.get("date")));
        if (!day.matches()) {
            throw new IllegalArgumentException("A document bears its day as “date”, such as 2026年10月9日, not " + data.get("date"));
        }
        try {
            return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The day of a document is not in the calendar: " + day.group(), e);
        }
    }

    private static Map<String, Object> frozen(Map<?, ?> map) {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put((String) key, frozenValue(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozenValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> frozen(map);
            case List<?> list -> list.stream().map(Content::frozenValue).toList();
            case String text -> Normalizer.normalize(text, Normalizer.Form.NFC);
            default -> value;
        };
    }
}
