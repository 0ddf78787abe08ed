package org.fengqiao.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 字段对照: which field of a delivery is which of ours; declared as data, extended by a file for another sender.
final class Mapping {

    static final String REJECT = "_reject";

    private record Rule(List<String> from, @Nullable String otherwise) {}

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /// The mapping that ships with the product.
    static Mapping shipped() {
        try (InputStream in = Mapping.class.getResourceAsStream("/intake/mapping.yaml")) {
            Mapping mapping = new Mapping();
            mapping.add("intake/mapping.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return mapping;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with what a sender's own file says otherwise.
    ///
    /// @throws IllegalArgumentException when the file names a field that does not exist here
    Mapping with(String name, String yaml) {
        Mapping mapping = new Mapping();
        mapping.rules.putAll(rules);
        mapping.add(name, yaml);
        for (String field : mapping.rules.keySet()) {
            if (!rules.containsKey(field)) {
                throw new IllegalArgumentException(name + " names the field \"" + field + "\"; known: " + rules.keySet() + ".");
            }
        }
        return mapping;
    }

    private void add(String name, String yaml) {
        Source.read(name, yaml).map().forEach((field, rule) -> {
            List<String> from = new ArrayList<>();
            String otherwise = null;
            Map<String, Source> parts = rule.map();
            if (parts.containsKey("from")) {
                parts.get("from").list().forEach(x -> from.add(x.text()));
            }
            if (parts.containsKey("otherwise")) {
                otherwise = parts.get("otherwise").text();
            }
            rules.put(field, new Rule(from, otherwise));
        });
    }

    /// The text of one of our fields; null when the delivery leaves it empty and nothing stands in for it.
    @Nullable String value(ObjectNode line, String field) {
        Rule rule = rules.get(field);
        if (rule == null) {
            return null;
        }
        for (String name : rule.from()) {
            JsonNode value = line.get(name);
            if (value == null || value.isNull()) {
                continue;
            }
            if (value.isContainer()) {
                throw new Unfit("“" + name + "”应当是文字");
            }
            String text = value.asString().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return rule.otherwise();
    }

    /// What a line cannot be taken for; its message is the reason the sender reads.
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason);
        }
    }
}
