package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@DisplayName("权限：没有授予的一律不许；每条路由都有人管")
class AuthorisationTest extends LiveOffice {

    /// The only routes a stranger may call.
    private static final Set<String> OPEN = Set.of(
            "GET /sign-in", "POST /sign-in", "POST /demo/sign-in", "GET /api/v1/demo/sign-ins", "GET /api/v1/openapi.json",
            "POST /language", "GET /language",
            // The address itself is the secret; without it there is nothing to be found.
            "GET /feeds/{token}/deadlines.ics", "GET /feeds/{token}/working-days.ics");

    /// Which right of `office/access.yaml` each route of the interface asks for.
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("GET /api/v1/procedures", "everyone"),
            Map.entry("GET /api/v1/procedures/{slug}", "everyone"),
            Map.entry("GET /api/v1/deadlines", "everyone"),
            Map.entry("GET /api/v1/calendar/{year}", "calendar read"),
            Map.entry("GET /api/v1/law/search", "law read"),
            Map.entry("GET /api/v1/cases", "listed"),
            Map.entry("POST /api/v1/cases", "case act"),
            Map.entry("GET /api/v1/cases/{number}", "case read"),
            Map.entry("GET /api/v1/cases/{number}/steps/{step}", "case read"),
            Map.entry("POST /api/v1/cases/{number}/steps/{step}", "case act"),
            Map.entry("POST /api/v1/cases/{number}/confirmations", "case act"),
            Map.entry("POST /api/v1/cases/{number}/evidence", "case act"),
            Map.entry("GET /api/v1/cases/{number}/documents/{id}", "case read"),
            Map.entry("POST /api/v1/cases/{number}/documents/{id}/sign", "case read"),
            Map.entry("POST /api/v1/cases/{number}/purpose", "case purpose"),
            Map.entry("GET /api/v1/cases/{number}/record", "case read"),
            Map.entry("GET /api/v1/cases/{number}/file", "case-file read"),
            Map.entry("POST /api/v1/cases/{number}/erasure", "personal-data act"),
            Map.entry("GET /api/v1/reports/{year}", "figures read"),
            Map.entry("GET /api/v1/reports/{year}/figures/{id}/cases", "figures read"),
            Map.entry("POST /api/v1/intake/{channel}", "intake act"),
            Map.entry("GET /api/v1/demo/clock", "everyone"),
            Map.entry("POST /api/v1/demo/clock", "everyone"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Definitions definitions;

    @Autowired
    Access access;

    @Autowired
    Cases cases;

    private Set<String> routes() {
        Set<String> all = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().forEach(pattern ->
                info.getMethodsCondition().getMethods().forEach(method -> all.add(method + " " + pattern))));
        return all;
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", "x");
    }

    @Test
    @DisplayName("未登录：除登录页等明列的以外，接口答 401，页面转到登录页，提交答 403")
    void letsStrangersInNowhereElse() {
        for (String route : routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1);
            if (OPEN.contains(route) || path.equals("/error")) {
                continue;
            }
            HttpResponse<String> answer = send(method, filled(path), null, method.equals("GET") ? null : new byte[0], "application/json", Map.of());
            if (!method.equals("GET")) {
                assertThat(answer.statusCode()).as(route).isIn(401, 403);
            } else if (path.startsWith("/api/")) {
                assertThat(answer.statusCode()).as(route).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(route).startsWith("application/problem+json");
            } else {
                assertThat(answer.statusCode()).as(route).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse("")).as(route).endsWith("/sign-in");
            }
            HttpResponse<String> forged = send(method, filled(path), "00.00", method.equals("GET") ? null : new byte[0], "application/json", Map.of());
            assertThat(forged.statusCode()).as("forged " + route).isIn(302, 401, 403);
        }
    }

    @Test
    @DisplayName("接口的每条路由都写明凭哪一项权限")
    void namesTheRightOfEveryRouteOfTheInterface() {
        Set<String> interfaces = new TreeSet<>(routes());
        interfaces.removeIf(r -> !r.contains(" /api/") || OPEN.contains(r));
        assertThat(RULES.keySet()).containsAll(interfaces);
        Set<String> areas = access.matrix().keySet();
        RULES.values().stream().filter(r -> r.contains(" ") && !r.startsWith("case ")).forEach(r -> assertThat(areas).contains(r.substring(0, r.indexOf(' '))));
    }

    @Test
    @DisplayName("程序写明由谁办理的，该职务在该程序的权限中")
    void grantsEveryPostThatAStepNames() {
        for (String slug : definitions.slugs()) {
            Set<String> granted = access.matrix().getOrDefault(slug, Map.of()).getOrDefault("act", Set.of());
            Set<String> opening = new TreeSet<>(granted);
            opening.addAll(access.matrix().getOrDefault(slug, Map.of()).getOrDefault("open", Set.of()));
            for (Definition d : definitions.versions(slug)) {
                assertThat(opening).as(d.id()).containsAll(d.opening().by().posts());
                d.steps().values().forEach(s -> assertThat(granted).as("%s %s", d.id(), s.id()).containsAll(s.by().posts()));
            }
        }
    }

    @Test
    @DisplayName("每名人员对每个程序的案件：能看的看到，不能看的如同没有，办理也答没有；看得到而不能办的 403，案件不变")
    void heldForEveryPersonAndProcedure() {
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        for (JsonNode one : opened().values()) {
            String procedure = one.get("procedure").asString();
            String path = "/api/v1/cases/" + encoded(one.get("number").asString());
            for (String user : office.people().keySet()) {
                boolean listed = access.mayRead(office, user, procedure, today);
                // Who registered a case may look at it, though no list shows it to them.
                boolean reads = listed || user.equals(one.get("openedBy").asString());
                boolean acts = access.mayAct(office, user, procedure, today);
                String token = token(user);
                String who = user + " " + procedure;
                for (String view : List.of("", "/record", "/steps/" + one.get("blockedStep").asString())) {
                    assertThat(get(path + view, token).statusCode()).as(who + view).isEqualTo(reads ? 200 : 404);
                }
                assertThat(get("/api/v1/cases?q=" + encoded(one.get("number").asString()), token).body().contains(one.get("number").asString()))
                        .as(who)
                        .isEqualTo(listed);
                int taken = post(path + "/steps/" + one.get("blockedStep").asString(), token, "{\"data\":{\"no-such-field\":1}}").statusCode();
                assertThat(taken).as(who).isEqualTo(acts ? 422 : reads ? 403 : 404);
                assertThat(post(path + "/confirmations", token, "{\"draft\":999999}").statusCode()).as(who).isEqualTo(404);
                int signed = post(path + "/documents/D1/sign", token, "").statusCode();
                assertThat(signed).as(who).isIn(404, 422);
                boolean files = reads && access.may(office, user, "case-file", "read", today);
                assertThat(get(path + "/file", token).statusCode()).as(who).isEqualTo(files ? 200 : reads ? 403 : 404);
            }
            String reader = office.people().keySet().stream().filter(u -> access.mayRead(office, u, procedure, today)).findFirst().orElseThrow();
            assertThat(json(get(path, token(reader))).get("version").asInt()).isEqualTo(one.get("version").asInt());
        }
    }

    @Test
    @DisplayName("数据与收件：有权限的可以，没有的 403")
    void heldForFiguresAndIntake() {
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        for (String user : office.people().keySet()) {
            boolean figures = access.may(office, user, "figures", "read", today);
            assertThat(get("/api/v1/reports/2026", token(user)).statusCode()).as(user).isEqualTo(figures ? 200 : 403);
            boolean intake = access.may(office, user, "intake", "act", today) && access.mayAct(office, user, "public-request", today);
            assertThat(post("/api/v1/intake/portal", token(user), "{}").statusCode()).as(user).isEqualTo(intake ? 200 : 403);
        }
    }

    /// One case of each procedure with the number, the procedure and some step of it.
    private Map<String, JsonNode> opened() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        Contract contract = new Contract(json(get("/api/v1/openapi.json", null)));
        for (String slug : definitions.slugs()) {
            JsonNode opened = new StrangerClient(this, contract, 11).open(slug);
            Definition d = definitions.inForce(slug, cases.clock().today()).orElseThrow();
            String step = d.steps().isEmpty() ? d.opening().id() : d.steps().keySet().iterator().next();
            ((tools.jackson.databind.node.ObjectNode) opened).put("blockedStep", step);
            all.put(slug, opened);
        }
        return all;
    }
}
