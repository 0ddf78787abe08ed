package org.fengqiao.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.door.Command.Refused;
import tools.jackson.databind.JsonNode;

/// 问答对: questions with the articles that answer them, one a line of JSON: `question`, and `relevant`, ids of imported articles.
///
/// A line whose articles are not imported is left out and counted.
record PairFile(String name, float weight, List<Entry> entries, int without) {

    /// One question and the numbers of its articles on the shelf.
    record Entry(String id, String question, List<Integer> relevant, int named) {}

    /// Reads `FILE` or `FILE:weight`.
    static PairFile read(String argument, Shelf shelf) {
        int colon = argument.lastIndexOf(':');
        boolean weighted = colon > 0 && argument.substring(colon + 1).matches("\\d*\\.?\\d+");
        Path file = Path.of(weighted ? argument.substring(0, colon) : argument);
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < shelf.numbers(); i++) {
            if (shelf.holds(i)) {
                byId.put(shelf.passage(i).id(), i);
            }
        }
        List<Entry> entries = new ArrayList<>();
        int without = 0;
        for (JsonLines.Line line : JsonLines.of(file).lines()) {
            String question = line.question();
            JsonNode named = line.node().path("relevant");
            List<Integer> relevant = new ArrayList<>();
            named.forEach(r -> {
                Integer found = byId.get(r.asString());
                if (found != null) {
                    relevant.add(found);
                }
            });
            if (relevant.isEmpty()) {
                without++;
            } else {
                entries.add(new Entry(
                        line.node().path("id").asString(file.getFileName() + "-" + line.number()), question, relevant, named.size()));
            }
        }
        if (entries.isEmpty()) {
            throw new Refused(file + " holds no question whose articles are imported.");
        }
        return new PairFile(file.getFileName().toString(), weighted ? Float.parseFloat(argument.substring(colon + 1)) : 1, entries, without);
    }
}
