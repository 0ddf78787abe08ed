package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.procedure.Definitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@DisplayName("接口：只看表单的客户端能把每个程序走到终结，每个答复都合乎接口说明")
class ApiWalkTest extends LiveOffice {

    @Autowired
    Definitions definitions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    @DisplayName("接口说明与真实的路由一一对应，引用都有着落")
    void describesEveryRouteAndNoOther() {
        Contract contract = contract();
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().forEach(pattern ->
                info.getMethodsCondition().getMethods().forEach(method -> mapped.add(method + " " + pattern))));
        mapped.removeIf(m -> !m.contains(" /api/"));

        assertThat(contract.operations()).isEqualTo(mapped);
        JsonNode document = json(get("/api/v1/openapi.json", null));
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(contract.references()).allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    }

    @Test
    @DisplayName("每个程序各走一件到终结；终结时没有未了的职责和期限")
    void walksEveryProcedureToClosure() {
        Contract contract = contract();
        for (String slug : definitions.slugs()) {
            StrangerClient client = new StrangerClient(this, contract, 5);
            JsonNode closed = client.walk(slug);
            assertThat(closed.get("clocks")).allSatisfy(c -> assertThat(c.get("state").asString()).as("%s", c).isNotIn("running", "stopped"));
        }
        assertThat(contract.held())
                .contains("POST /api/v1/cases 201", "POST /api/v1/cases 403", "GET /api/v1/cases/{number} 200", "GET /api/v1/cases/{number} 404",
                        "POST /api/v1/cases/{number}/steps/{step} 200", "POST /api/v1/cases/{number}/confirmations 200");
    }

    @Test
    @DisplayName("其余答复也合乎接口说明：查找、记录、案卷、文书、数据、收件、各种拒绝")
    void holdsTheOtherAnswersToTheDescription() {
        Contract contract = contract();
        JsonNode closed = new StrangerClient(this, contract, 3).walk("inspection-record");
        String number = "/api/v1/cases/" + encoded(closed.get("number").asString());
        String reader = reader(number);
        for (String path : new String[] {
            "/api/v1/procedures", "/api/v1/procedures/nothing", "/api/v1/procedures/public-request?on=nonsense", "/api/v1/cases", "/api/v1/cases?page=x",
            number + "/record", number + "/documents/D99", number + "/steps/no-such-step", "/api/v1/openapi.json", "/api/v1/demo/sign-ins",
            "/api/v1/deadlines?from=2026-02-10&length=5&unit=working-day", "/api/v1/deadlines?from=never",
            "/api/v1/calendar/2026", "/api/v1/calendar/2027", "/api/v1/calendar/1999"
        }) {
            contract.hold("GET", path, get(path, reader));
        }
        closed.get("documents").forEach(d -> {
            String path = number + "/documents/" + d.get("id").asString() + "?as=html";
            contract.hold("GET", path, get(path, reader));
            contract.hold("POST", number + "/documents/" + d.get("id").asString() + "/sign", post(number + "/documents/" + d.get("id").asString() + "/sign", reader, ""));
        });
        for (String user : tokens().keySet()) {
            for (String path : new String[] {"/api/v1/reports/2026", "/api/v1/reports/never", "/api/v1/reports/2026/figures/no-such/cases"}) {
                contract.hold("GET", path, get(path, token(user)));
            }
            contract.hold("POST", "/api/v1/intake/portal", post("/api/v1/intake/portal", token(user), "[{}, 3, {\"id\":\"A" + user + "\",\"content\":\"路灯不亮，请修复。\"}]"));
        }
        assertThat(contract.held()).contains(
                "GET /api/v1/reports/{year} 200", "GET /api/v1/reports/{year} 403", "POST /api/v1/intake/{channel} 200",
                "POST /api/v1/intake/{channel} 403", "GET /api/v1/procedures/{slug} 400", "GET /api/v1/procedures/{slug} 404");
    }

    private String reader(String path) {
        return tokens().values().stream().filter(t -> get(path, t).statusCode() == 200).findFirst().orElseThrow();
    }

    private Contract contract() {
        return new Contract(json(get("/api/v1/openapi.json", null)));
    }
}
