package org.fengqiao.search;

import java.util.HashMap;
import java.util.Map;

/// 索引标记: what an index remembers of itself with each commit.
///
/// @param change    up to which change of the imported texts it was brought
/// @param fields    the fields and vectors it was made with; empty for nothing
/// @param summaries which edition of our own summaries it holds
record IndexMark(long change, String fields, String summaries) {

    /// Raised when the fields of [PassageFields] change.
    private static final String FIELDS = Meaning.EDITION + " fields 2";

    static final IndexMark NONE = new IndexMark(0, "", "");

    static IndexMark of(Iterable<? extends Map.Entry<String, String>> data) {
        Map<String, String> all = new HashMap<>();
        data.forEach(e -> all.put(e.getKey(), e.getValue()));
        return new IndexMark(Long.parseLong(all.getOrDefault("change", "0")), all.getOrDefault("edition", ""), all.getOrDefault("summaries", ""));
    }

    /// What this release writes while the summaries of the index are not yet known.
    static IndexMark at(long change) {
        return new IndexMark(change, FIELDS, "");
    }

    IndexMark withSummaries(String edition) {
        return new IndexMark(change, fields, edition);
    }

    /// Whether this release can read the index.
    boolean isReadable() {
        return FIELDS.equals(fields);
    }

    /// In the form that Lucene keeps beside a commit.
    Iterable<Map.Entry<String, String>> data() {
        return Map.of("change", Long.toString(change), "edition", fields, "summaries", summaries).entrySet();
    }
}
