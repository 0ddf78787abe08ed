package org.fengqiao.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.document.IncompleteContent.Lack;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 文书字段: what a document's schema.json says about its data: which fields there are, what officers call them, which are compulsory.
record Fields(JsonNode schema) {

    /// Whether the schema knows the field; the path of a repeated item's field runs through its list, as in `officers.name`.
    boolean knows(String path) {
        return at(path) != null;
    }

    /// The names of the fields directly under a path; empty when the schema has no such place.
    Set<String> under(String path) {
        JsonNode node = at(path);
        return node == null ? Set.of() : Set.copyOf(inner(node).path("properties").propertyNames());
    }

    /// Of some facts those for which the schema has a place.
    Map<String, Object> only(Map<String, Object> facts) {
        return only(schema, facts);
    }

    private static Map<String, Object> only(JsonNode node, Map<?, ?> facts) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (var property : node.path("properties").properties()) {
            Object value = facts.get(property.getKey());
            if (value != null) {
                kept.put(property.getKey(), onlyOf(property.getValue(), value));
            }
        }
        return kept;
    }

    private static Object onlyOf(JsonNode node, Object value) {
        return switch (value) {
            case Map<?, ?> map when node.has("properties") -> only(node, map);
            case List<?> list when node.path("items").has("properties") ->
                list.stream().map(each -> onlyOf(node.path("items"), each)).toList();
            default -> value;
        };
    }

    String title(String path) {
        JsonNode field = at(path);
        return field == null ? path : field.path("title").asString(path);
    }

    boolean isList(String path) {
        JsonNode field = at(path);
        return field != null && field.path("type").asString("").equals("array");
    }

    /// Whether the field and everything that leads to it from `scope` is compulsory.
    boolean requires(String path, String scope) {
        JsonNode node = scope.isEmpty() ? schema : at(scope);
        String rest = scope.isEmpty() ? path : path.substring(scope.length() + 1);
        for (String step : rest.split("\\.")) {
            node = node == null ? null : inner(node);
            if (node == null || !names(node.path("required")).contains(step)) {
                return false;
            }
            node = node.path("properties").get(step);
        }
        return true;
    }

    /// The compulsory fields that the facts lack.
    List<Lack> lacking(Map<String, Object> facts) {
        Map<String, Lack> found = new LinkedHashMap<>();
        collect(schema, facts, "", found);
        return new ArrayList<>(found.values());
    }

    private void collect(JsonNode node, @Nullable Object value, String path, Map<String, Lack> found) {
        if (value instanceof List<?> items) {
            items.forEach(item -> collect(node.path("items"), item, path, found));
            return;
        }
        Map<?, ?> fields = value instanceof Map<?, ?> map ? map : Map.of();
        Collection<String> required = names(node.path("required"));
        for (var property : node.path("properties").properties()) {
            String inner = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            Object given = fields.get(property.getKey());
            boolean needed = required.contains(property.getKey());
            if (needed && Wording.isAbsent(given) && !property.getValue().has("properties")) {
                found.putIfAbsent(inner, new Lack(inner, title(inner)));
            } else if (needed || given != null) {
                collect(property.getValue(), given, inner, found);
            }
        }
    }

    private @Nullable JsonNode at(String path) {
        JsonNode node = schema;
        for (String step : path.split("\\.")) {
            node = inner(node).path("properties").get(step);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static JsonNode inner(JsonNode node) {
        return node.has("items") ? node.path("items") : node;
    }

    private static Collection<String> names(JsonNode array) {
        Collection<String> names = new TreeSet<>();
        array.forEach(name -> names.add(name.asString()));
        return names;
    }
}
