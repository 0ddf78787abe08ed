package org.fengqiao.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.office.Person;
import org.fengqiao.signin.Tokens;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 演示接口: everybody's token, and the office day, which only moves forward.
@RestController
@RequestMapping("/api/v1/demo")
@Profile("demo")
class DemoApi {

    private final Offices offices;
    private final OfficeClock clock;
    private final Tokens tokens;

    DemoApi(Offices offices, OfficeClock clock, Tokens tokens) {
        this.offices = offices;
        this.clock = clock;
        this.tokens = tokens;
    }

    @GetMapping("/sign-ins")
    ResponseEntity<byte[]> signIns() {
        Office office = offices.current();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Person p : office.people().values()) {
            ObjectNode one = all.addObject().put("user", p.id()).put("name", p.name());
            ArrayNode posts = one.putArray("posts");
            p.postsOn(clock.today()).forEach(posts::add);
            one.put("token", tokens.issue(p.id()));
        }
        return json(200, all);
    }

    @GetMapping("/clock")
    ResponseEntity<byte[]> day() {
        return json(200, JsonNodeFactory.instance.objectNode().put("today", clock.today().toString()));
    }

    @PostMapping(path = "/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> move(@RequestBody byte[] body) {
        LocalDate to;
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            to = LocalDate.parse(json.path("today").asString(""));
        } catch (JacksonException | DateTimeParseException e) {
            return problem("请求内容应当是 {\"today\": \"2026-12-01\"}");
        }
        try {
            clock.moveTo(to);
        } catch (IllegalArgumentException e) {
            return problem(e.getMessage());
        }
        return day();
    }

    private static ResponseEntity<byte[]> problem(String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank").put("title", "不能调整日期").put("status", 400).put("detail", detail).put("field", "today");
        return ResponseEntity.status(400)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> json(int status, JsonNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
