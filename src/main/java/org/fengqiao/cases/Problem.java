package org.fengqiao.cases;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 问题说明: an RFC 9457 problem document with one clear sentence.
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode body;

    private Problem(int status, ObjectNode body) {
        super(body.get("detail").asString());
        this.status = status;
        this.body = body;
    }

    static Problem of(int status, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
        return new Problem(status, body);
    }

    Problem with(String field, ArrayNode value) {
        body.set(field, value);
        return this;
    }

    Problem with(String field, String value) {
        body.put(field, value);
        return this;
    }

    ResponseEntity<byte[]> response() {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
