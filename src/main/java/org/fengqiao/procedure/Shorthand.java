package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 引用的简写: the instrument that a line cites most is written once, as `law`; its citations then begin with `#`.
///
/// A third of a line would otherwise repeat one name.
final class Shorthand {

    private Shorthand() {}

    /// Shortens the citations of an event that is about to become a line.
    static void write(ObjectNode event) {
        Map<String, Integer> count = new TreeMap<>();
        for (ArrayNode array : citations(event)) {
            array.forEach(c -> {
                int at = c.asString().indexOf('#');
                if (at > 0) {
                    count.merge(c.asString().substring(0, at), 1, Integer::sum);
                }
            });
        }
        count.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).ifPresent(law -> {
            event.put("law", law);
            replace(event, law + "#", "#");
        });
    }

    /// Writes the citations of a line out again.
    static void read(JsonNode event) {
        if (event.hasNonNull("law")) {
            replace(event, "#", event.get("law").asString() + "#");
        }
    }

    private static void replace(JsonNode event, String start, String by) {
        for (ArrayNode array : citations(event)) {
            for (int i = 0; i < array.size(); i++) {
                String citation = array.get(i).asString();
                if (citation.startsWith(start)) {
                    array.set(i, by + citation.substring(start.length()));
                }
            }
        }
    }

    private static List<ArrayNode> citations(JsonNode event) {
        List<ArrayNode> all = new ArrayList<>();
        add(all, event.get("citations"));
        event.path("clocks").forEach(c -> {
            JsonNode clock = c.path("clock");
            add(all, clock.get("bs"));
            clock.path("l").forEach(entry -> add(all, entry.get("bs")));
            add(all, c.path("entry").get("bs"));
        });
        return all;
    }

    private static void add(List<ArrayNode> all, @org.jspecify.annotations.Nullable JsonNode node) {
        if (node instanceof ArrayNode array) {
            all.add(array);
        }
    }
}
