package org.fengqiao.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// 条文对照: article numbers move between versions of a law, so a version written `like` a later one says under
/// `articles` what each citation was called in the older text.
///
/// `articles: { LAW@LATER: { as: LAW@EARLIER, "64": "42" } }`: the longest matching place counts; a place that is not
/// listed becomes the whole older instrument, which is what can be said of a text that is not held.
final class Renumbering {

    private static final Set<String> CITING = Set.of("basis", "duties", "protected");

    private final String instrument;
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    /// @param instrument what short citations of the base version mean
    /// @param articles the tables, by later instrument
    Renumbering(String instrument, Map<String, Object> articles) {
        this.instrument = instrument;
        articles.forEach((later, table) -> {
            Map<String, String> places = new LinkedHashMap<>();
            ((Map<?, ?>) table).forEach((from, to) -> places.put(String.valueOf(from), String.valueOf(to)));
            tables.put(later, places);
        });
    }

    /// The tree with every citation renamed.
    Object apply(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                Map<String, Object> renamed = new LinkedHashMap<>();
                map.forEach((key, value) -> renamed.put(String.valueOf(key), entry(String.valueOf(key), value)));
                yield renamed;
            }
            case List<?> list -> list.stream().map(this::apply).collect(Collectors.toList());
            case null -> "~";
            default -> node;
        };
    }

    private Object entry(String key, Object value) {
        if (key.equals("cites") && value instanceof Map<?, ?> map) {
            Map<String, Object> renamed = new LinkedHashMap<>();
            map.forEach((name, list) -> renamed.put(String.valueOf(name), citations(list)));
            return renamed;
        }
        return CITING.contains(key) ? citations(value) : apply(value);
    }

    private Object citations(Object value) {
        if (value instanceof List<?> list) {
            // Two articles of the new text may have been one: each is named once.
            Set<String> renamed = new LinkedHashSet<>();
            list.forEach(c -> renamed.add(citation(String.valueOf(c))));
            return List.copyOf(renamed);
        }
        return citation(String.valueOf(value));
    }

    private String citation(String text) {
        boolean brief = Character.isDigit(text.charAt(0));
        String whole = brief ? instrument + "#" + text : text;
        int at = whole.indexOf('#');
        Map<String, String> table = tables.get(at < 0 ? whole : whole.substring(0, at));
        if (table == null) {
            return whole;
        }
        String older = table.get("as");
        for (String place = at < 0 ? "" : whole.substring(at + 1); !place.isEmpty(); place = shorter(place)) {
            if (table.containsKey(place)) {
                return older + "#" + table.get(place);
            }
        }
        return older;
    }

    private static String shorter(String place) {
        int dot = place.lastIndexOf('.');
        return dot < 0 ? "" : place.substring(0, dot);
    }
}
