package org.fengqiao.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.door.Command.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 问答对: questions with the articles that answer them, one a line of JSON: `question`, and `relevant`, ids of imported articles.
///
/// A line whose articles are not imported is left out and counted.
record PairFile(String name, float weight, List<Entry> entries, int without) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        int line = 0;
        try {
            for (String text : Files.readAllLines(file)) {
                line++;
                if (text.isBlank()) {
                    continue;
                }
                JsonNode node = JSON.readTree(text);
                List<Integer> relevant = new ArrayList<>();
                node.path("relevant").forEach(r -> {
                    Integer found = byId.get(r.asString());
                    if (found != null) {
                        relevant.add(found);
                    }
                });
                String question = node.path("question").asString("");
                if (question.isBlank()) {
                    throw new Refused(file + " line " + line + ": \"question\" and \"relevant\" are needed.");
                }
                if (relevant.isEmpty()) {
                    without++;
                } else {
                    entries.add(new Entry(node.path("id").asString(file.getFileName() + "-" + line), question, relevant, node.path("relevant").size()));
                }
            }
        } catch (IOException e) {
            throw new Refused("The file " + file + " cannot be read: " + e.getMessage() + ".");
        } catch (JacksonException e) {
            throw new Refused(file + " line " + line + ": this is not a whole line of JSON.");
        }
        if (entries.isEmpty()) {
            throw new Refused(file + " holds no question whose articles are imported.");
        }
        return new PairFile(file.getFileName().toString(), weighted ? Float.parseFloat(argument.substring(colon + 1)) : 1, entries, without);
    }
}
