package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document as a judge: every answer must be one that it announces.
final class Contract {

    private final JsonNode document;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    Contract(JsonNode document) {
        this.document = document;
    }

    /// What was really answered and held against its schema: `GET /api/v1/cases 200`.
    Set<String> held() {
        return held;
    }

    /// `GET /api/v1/cases/{number}` for everything that is described.
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        document.get("paths").properties().forEach(path ->
                path.getValue().propertyNames().forEach(method -> all.add(method.toUpperCase() + " " + path.getKey())));
        return all;
    }

    void hold(String method, String path, HttpResponse<String> response) {
        String template = template(path);
        JsonNode operation = document.get("paths").get(template).get(method.toLowerCase());
        assertThat(operation).as("%s %s", method, template).isNotNull();
        JsonNode answer = operation.get("responses").get(String.valueOf(response.statusCode()));
        assertThat(answer).as("%s %s answers %s: %s", method, template, response.statusCode(), response.body()).isNotNull();
        answer = resolved(answer);
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode media = answer.get("content").get(type);
        assertThat(media).as("%s %s answers %s as %s", method, template, response.statusCode(), type).isNotNull();
        held.add(method + " " + template + " " + response.statusCode());
        if (media.has("schema")) {
            Schema schema = schemas.computeIfAbsent(media.get("schema").toString(), s -> schema(media.get("schema")));
            assertThat(schema.validate(JsonMapper.shared().readTree(response.body())))
                    .as("%s %s %s: %s", method, path, response.statusCode(), response.body())
                    .isEmpty();
        }
    }

    private String template(String path) {
        String plain = path.replaceAll("\\?.*", "");
        return document.get("paths").propertyNames().stream()
                .filter(t -> Pattern.matches(t.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"), plain))
                .min(java.util.Comparator.comparingInt((String t) -> t.length() - t.replace("{", "").length()).thenComparing(t -> t.contains("{")))
                .orElseThrow(() -> new AssertionError(plain + " is not described"));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
    }

    /// Every `$ref` of the document, to be resolved.
    Set<String> references() {
        Set<String> all = new TreeSet<>();
        collect(document, all);
        return all;
    }

    private static void collect(JsonNode node, Set<String> all) {
        if (node.isObject() && node.has("$ref") && node.get("$ref").isString()) {
            all.add(node.get("$ref").asString());
        }
        node.forEach(n -> collect(n, all));
    }
}
