package org.fengqiao.report;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 数据接口: the figures of a year with their definitions and the cases behind each.
@Lazy
@RestController
@RequestMapping("/api/v1/reports")
class FiguresApi {

    private static final int PAGE_SIZE = 100;

    private final Figures figures;
    private final Offices offices;
    private final OfficeClock clock;
    private final Access access;
    private final Laws laws;

    FiguresApi(Figures figures, Offices offices, OfficeClock clock, Access access, Laws laws) {
        this.figures = figures;
        this.offices = offices;
        this.clock = clock;
        this.access = access;
        this.laws = laws;
    }

    @GetMapping("/{year}")
    ResponseEntity<byte[]> year(
            Principal user, @PathVariable String year, @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String cutOff) {
        if (!mayRead(user)) {
            return problem(403, "没有权限", "您没有查看数据的权限");
        }
        Period period;
        try {
            period = period(year, month, cutOff);
        } catch (IllegalArgumentException e) {
            return problem(400, "期间有误", String.valueOf(e.getMessage()));
        }
        Reckoning reckoning = figures.of(period, offices.current());
        return json(new ReckoningJson(laws).write(reckoning, query(month, cutOff)));
    }

    @GetMapping("/{year}/figures/{id}/cases")
    ResponseEntity<byte[]> cases(
            Principal user, @PathVariable String year, @PathVariable String id,
            @RequestParam(required = false) @Nullable String month, @RequestParam(required = false) @Nullable String cutOff,
            @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "1") String page) {
        if (!mayRead(user)) {
            return problem(403, "没有权限", "您没有查看数据的权限");
        }
        if (!page.matches("[1-9]\\d{0,5}")) {
            return problem(400, "页码有误", "page 应当是不小于1的整数");
        }
        Period period;
        try {
            period = period(year, month, cutOff);
        } catch (IllegalArgumentException e) {
            return problem(400, "期间有误", String.valueOf(e.getMessage()));
        }
        return figures.cases(period, offices.current(), id, part, Integer.parseInt(page), PAGE_SIZE)
                .map(list -> json(cases(list, user.getName())))
                .orElseGet(() -> problem(404, "没有找到", "没有指标 " + id));
    }

    /// A case of an area that the person may not read is counted and not named.
    private ObjectNode cases(Figures.CaseList list, String user) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("figure", list.figure().indicator().id()).put("title", list.figure().indicator().title());
        body.put("total", list.total()).put("page", list.page()).put("size", list.size());
        ArrayNode rows = body.putArray("cases");
        for (Snapshot.Row row : list.rows()) {
            ObjectNode one = rows.addObject();
            if (access.mayRead(offices.current(), user, row.procedure(), clock.today())) {
                one.put("number", row.number()).put("stage", row.stage());
            }
            one.put("procedure", row.procedure());
            one.put("final", row.isFinal()).put("day", row.day().toString()).put("times", row.times());
            if (row.amount() != 0) {
                one.put("fen", row.amount());
            }
        }
        return body;
    }

    private boolean mayRead(Principal user) {
        LocalDate today = clock.today();
        return access.may(offices.current(), user.getName(), "figures", "read", today);
    }

    private Period period(String year, @Nullable String month, @Nullable String cutOff) {
        if (!year.matches("\\d{4}")) {
            throw new IllegalArgumentException("年度应当是四位数字");
        }
        if (month != null && !month.matches("\\d{1,2}")) {
            throw new IllegalArgumentException("月份应当是1至12");
        }
        return Period.of(Integer.parseInt(year), month == null ? null : Integer.valueOf(month), cutOff, clock.today());
    }

    private static String query(@Nullable String month, @Nullable String cutOff) {
        List<String> parts = new java.util.ArrayList<>();
        if (month != null) {
            parts.add("month=" + month);
        }
        if (cutOff != null && !cutOff.isBlank()) {
            parts.add("cutOff=" + LocalDate.parse(cutOff.strip()));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static ResponseEntity<byte[]> json(JsonNode body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> problem(int status, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
