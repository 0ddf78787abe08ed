package org.fengqiao.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 接口说明: the OpenAPI document, put together from one file per room (`openapi/*.yaml`).
@RestController
@Lazy
class OpenApi {

    private static final String FIRST = "openapi.yaml";

    private final byte[] document;

    OpenApi() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml");
        ObjectNode whole = null;
        for (Resource file : files) {
            if (FIRST.equals(file.getFilename())) {
                whole = read(file);
            }
        }
        if (whole == null) {
            throw new IllegalStateException("openapi/" + FIRST + " is missing.");
        }
        for (Resource file : files) {
            if (!FIRST.equals(file.getFilename())) {
                add(read(file), whole);
            }
        }
        document = whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode read(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return JsonMapper.shared().valueToTree(yaml);
        }
    }

    /// Lays one room's part into the whole: objects by key, lists one after the other.
    private static void add(ObjectNode part, ObjectNode whole) {
        part.properties().forEach(p -> {
            JsonNode there = whole.get(p.getKey());
            if (there instanceof ObjectNode object && p.getValue() instanceof ObjectNode more) {
                add(more, object);
            } else if (there instanceof ArrayNode list && p.getValue() instanceof ArrayNode more) {
                list.addAll(more);
            } else if (there == null) {
                whole.set(p.getKey(), p.getValue());
            } else {
                throw new IllegalStateException("Two rooms describe \"" + p.getKey() + "\" of the interface.");
            }
        });
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
