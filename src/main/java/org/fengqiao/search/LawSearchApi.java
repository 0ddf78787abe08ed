package org.fengqiao.search;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 检索接口: the same search for programs.
@Lazy
@RestController
class LawSearchApi {

    private final LawSearch search;
    private final Cases cases;
    private final Access access;

    LawSearchApi(LawSearch search, Cases cases, Access access) {
        this.search = search;
        this.cases = cases;
        this.access = access;
    }

    @GetMapping("/api/v1/law/search")
    ResponseEntity<byte[]> find(
            Principal user, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String level, @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "10") String top) {
        LocalDate today = cases.clock().today();
        if (!access.may(cases.office(), user.getName(), "law", "read", today)) {
            return problem(403, "没有权限", "您的岗位不能查阅法规");
        }
        if (q.isBlank()) {
            return problem(400, "问题有误", "q 应当写明要检索的问题、用语或者条号");
        }
        if (q.strip().length() > Question.LONGEST) {
            return problem(400, "问题有误", "q 有 " + q.strip().length() + " 字，最多 " + Question.LONGEST + " 字");
        }
        if (!top.matches("[1-9]\\d?|100")) {
            return problem(400, "数量有误", "top 应当是1到100的整数");
        }
        LocalDate day;
        try {
            day = asOf == null || asOf.isBlank() ? today : LocalDate.parse(asOf.strip());
        } catch (DateTimeException e) {
            return problem(400, "日期有误", "asOf 应当写成 2026-10-09 的样子");
        }
        Level wanted = level == null ? null : Arrays.stream(Level.values()).filter(l -> l.word().equals(level)).findFirst().orElse(null);
        if (level != null && wanted == null) {
            return problem(400, "级别有误", "level 应当是 " + String.join("、", Arrays.stream(Level.values()).map(Level::word).toList()) + " 之一");
        }
        List<LawSearch.Answer> found = search.find(q, new LawSearch.Filter(day, wanted, issuer.strip(), region.strip()), Integer.parseInt(top));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("question", q.strip());
        answer.put("asOf", day.toString());
        ArrayNode articles = answer.putArray("articles");
        found.forEach(a -> write(a, day, articles.addObject()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(LawSearch.Answer a, LocalDate day, ObjectNode node) {
        ArticleText p = a.article();
        if (a.idOfCollection() != null) {
            node.put("id", a.idOfCollection());
        }
        node.put("law", p.origin().title()).put("article", p.number()).put("chapter", p.heading()).put("level", p.origin().level().word());
        node.put("issuer", p.origin().issuer()).put("region", p.origin().region());
        if (p.origin().inForce() != null) {
            node.put("inForce", p.origin().inForce().toString());
        }
        if (p.origin().expired() != null) {
            node.put("expired", p.origin().expired().toString());
        }
        node.put("validity", p.origin().inForce() == null ? "unknown" : p.origin().inForceOn(day) ? "in-force" : "not-in-force");
        node.put("score", Math.round(a.score() * 1e4) / 1e4).put("named", a.named()).put("summary", p.isSummary()).put("text", a.body());
        ArrayNode words = node.putArray("words");
        a.words().forEach(words::add);
        ArrayNode reasons = node.putArray("reasons");
        a.reasons().forEach(reasons::add);
        node.put("url", a.url());
    }

    private static ResponseEntity<byte[]> problem(int status, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
