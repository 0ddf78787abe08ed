package org.fengqiao.document;

import java.util.List;
import java.util.Map;

/// 署名和用印处: the office's name, the place where the seal goes, and the day, one above the other.
///
/// The seal is put on paper or by a signature service; the platform prints a place for it and never an image of it.
///
/// @param office 发文机关署名
/// @param day    成文日期
public record SealPlace(String office, String day) {

    static final SealPlace EMPTY = new SealPlace("", "");
    private static final String SEAL = "（印章）";

    static SealPlace of(Map<String, Object> facts) {
        String name = facts.get("office") instanceof Map<?, ?> office && office.get("name") instanceof String text ? text : "";
        return new SealPlace(name, String.valueOf(facts.get("date")));
    }

    /// The place of another body's seal, where a document is not the office's own; unnamed it stays the office's.
    SealPlace of(String body) {
        return body.isEmpty() ? this : new SealPlace(body, day);
    }

    /// What is printed, top to bottom.
    public List<String> lines() {
        return List.of(office, SEAL, day);
    }
}
