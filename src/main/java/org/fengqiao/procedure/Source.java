package org.fengqiao.procedure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A value of a YAML file with its place, so that every complaint names file and line.
///
/// Scalars are read as written (a date stays text); keys nobody asked for are refused by [#close].
public final class Source {

    /// 定义有误: what is wrong in a definition, and where.
    public static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Fault(String message) {
            super(message);
        }
    }

    private final String file;
    private final Node node;
    private final Map<String, Source> children = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Source(String file, Node node) {
        this.file = file;
        this.node = node instanceof AnchorNode again ? again.getRealNode() : node;
        if (this.node instanceof MappingNode map) {
            for (NodeTuple t : map.getValue()) {
                String key = ((ScalarNode) t.getKeyNode()).getValue();
                if (children.put(key, new Source(file, t.getValueNode())) != null) {
                    throw fault("key " + key + " stands twice");
                }
            }
        }
    }

    /// Reads a file.
    ///
    /// @throws Fault when the text is not YAML
    public static Source read(String file, String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(true);
            options.setCodePointLimit(8_000_000);
            options.setMaxAliasesForCollections(5_000);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new Fault(file + ": is empty");
            }
            return new Source(file, root);
        } catch (MarkedYAMLException e) {
            throw new Fault(file + ":" + (e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1) + ": "
                    + e.getProblem());
        }
    }

    public Fault fault(String what) {
        // What was merged from two versions of a definition stands on no line of either.
        String line = node.getStartMark() == null ? "" : ":" + (node.getStartMark().getLine() + 1);
        return new Fault(file + line + ": " + what);
    }

    public String file() {
        return file;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean has(String key) {
        return children.containsKey(key);
    }

    public @Nullable Source get(String key) {
        asked.add(key);
        return children.get(key);
    }

    /// The child under a key.
    ///
    /// @throws Fault when it is missing
    public Source need(String key) {
        Source child = get(key);
        if (child == null) {
            throw fault("needs " + key);
        }
        return child;
    }

    public String text() {
        if (node instanceof ScalarNode s) {
            return s.getValue();
        }
        throw fault("must be a text");
    }

    public String text(String key) {
        return need(key).text();
    }

    public String text(String key, String otherwise) {
        Source child = get(key);
        return child == null ? otherwise : child.text();
    }

    public @Nullable String optional(String key) {
        Source child = get(key);
        return child == null ? null : child.text();
    }

    public boolean flag(String key) {
        Source child = get(key);
        if (child == null) {
            return false;
        }
        return switch (child.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw child.fault(key + " must be true or false");
        };
    }

    public int number(String key, int otherwise) {
        Source child = get(key);
        return child == null ? otherwise : (int) child.whole();
    }

    public long whole() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw fault("must be a whole number");
        }
    }

    /// The elements of a list; a single value counts as a list of one, nothing as an empty list.
    public List<Source> list(String key) {
        Source child = get(key);
        return child == null ? List.of() : child.list();
    }

    public List<Source> list() {
        if (node instanceof SequenceNode s) {
            return s.getValue().stream().map(n -> new Source(file, n)).toList();
        }
        return List.of(this);
    }

    public List<String> texts(String key) {
        return list(key).stream().map(Source::text).toList();
    }

    /// Key → value in the order of the file.
    public Map<String, Source> map(String key) {
        Source child = get(key);
        return child == null ? Map.of() : child.map();
    }

    public Map<String, Source> map() {
        if (!isMap()) {
            throw fault("must be a mapping");
        }
        asked.addAll(children.keySet());
        return children;
    }

    /// The value as JSON: whole numbers, true, false and `~` as such, whatever is quoted as a text.
    public JsonNode json() {
        if (isList()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list().forEach(x -> array.add(x.json()));
            return array;
        }
        if (isMap()) {
            return object();
        }
        boolean plain = node instanceof ScalarNode s && s.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
        return switch (plain ? text() : "") {
            case "" -> JsonNodeFactory.instance.stringNode(text());
            case "~" -> JsonNodeFactory.instance.nullNode();
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            default -> text().matches("-?\\d{1,15}")
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(text()))
                    : JsonNodeFactory.instance.stringNode(text());
        };
    }

    /// The mapping under a key as JSON; empty when there is none.
    public ObjectNode object(String key) {
        Source child = get(key);
        return child == null ? JsonNodeFactory.instance.objectNode() : child.object();
    }

    private ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map().forEach((k, x) -> object.set(k, x.json()));
        return object;
    }

    /// The parties under a key, as they are given when a case opens.
    public List<Act.NewParty> parties(String key) {
        return list(key).stream().map(Source::party).toList();
    }

    private Act.NewParty party() {
        Act.NewParty party = new Act.NewParty(
                text("kind", "organization"), optional("name"), optional("identifier"), optional("contact"),
                optional("address"), optional("role"), optional("representative"));
        close();
        return party;
    }

    /// Refuses keys that nothing asked for: a misspelt key must not be silently without effect.
    public void close() {
        List<String> unknown = new ArrayList<>(children.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw children.get(unknown.getFirst()).fault("unknown key " + unknown.getFirst());
        }
    }
}
