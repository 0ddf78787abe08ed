package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("错误的输入：4xx 与一句话的说明，什么也没有写入")
class BadInputTest extends LiveOffice {

    private String anybody() {
        return tokens().values().iterator().next();
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode body = json(answer);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("title").asString()).isNotBlank();
        assertThat(body.get("detail").asString()).isNotBlank().doesNotContain("Exception", "org.", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "null", "3", "[]", "\"x\"", "{\"procedure\":}", "{\"unknown\":1}", "{\"procedure\":5}", "{\"procedure\":\"public-request\",\"data\":[]}",
        "{\"procedure\":\"public-request\",\"data\":{\"content\":\"a\\u0000b\"}}", "{\"procedure\":\"public-request\",\"data\":{\"content\":\"\\ud800\"}}",
        "{\"procedure\":\"public-request\",\"procedure\":\"petition\"}", "{\"procedure\":\"public-request\",\"title\":\"\u202e证书\"}",
        "{\"procedure\":\"public-request\",\"parties\":{}}", "{\"procedure\":\"public-request\",\"parties\":[3]}",
        "{\"procedure\":\"public-request\",\"actedOn\":\"yesterday\"}", "{\"procedure\":\"public-request\",\"actedAt\":\"2026-10-09 10:00\"}",
        "{\"procedure\":\"public-request\",\"data\":{\"n\":1e999999999}}"
    })
    @DisplayName("看不懂的内容")
    void refusesWhatIsNotARequest(String body) {
        HttpResponse<String> answer = post("/api/v1/cases", anybody(), body);
        assertThat(answer.statusCode()).as("%s → %s", body, answer.body()).isIn(400, 403, 422);
        problem(answer, answer.statusCode());
    }

    @Test
    @DisplayName("嵌套过深、过大、编码不符")
    void refusesWhatIsTooMuch() {
        String deep = "{\"procedure\":\"public-request\",\"data\":{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        problem(post("/api/v1/cases", anybody(), deep), 400);
        String shallow = "{\"procedure\":\"public-request\",\"data\":{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}}";
        problem(post("/api/v1/cases", anybody(), shallow), 400);
        problem(post("/api/v1/cases", anybody(), "{\"procedure\":\"" + "x".repeat(1_100_000) + "\"}"), 413);
        problem(send("POST", "/api/v1/cases", anybody(), "{\"procedure\":\"民生\"}".getBytes(Charset.forName("GBK")), "application/json", Map.of()), 400);
        String registrar = tokens().values().stream()
                .filter(t -> post("/api/v1/intake/12345", t, "{}").statusCode() == 200)
                .findFirst()
                .orElseThrow();
        problem(send("POST", "/api/v1/intake/12345", registrar, "{\"内容\":\"路灯\"}".getBytes(Charset.forName("GBK")), "application/json", Map.of()), 400);
        problem(post("/api/v1/intake/12345", registrar, "[" + "[".repeat(100_000) + "]".repeat(100_000) + "]"), 400);
        problem(post("/api/v1/intake/12345", registrar, "[]"), 400);
        problem(post("/api/v1/intake/99999", registrar, "{}"), 404);
    }

    @Test
    @DisplayName("超过十二兆的内容在读完以前就拒绝")
    void refusesWhatWouldFillTheMemory() {
        byte[] much = new byte[13 * 1024 * 1024];
        java.util.Arrays.fill(much, (byte) ' ');
        problem(send("POST", "/api/v1/cases", anybody(), much, "application/json", Map.of()), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/no-such-thing,404", "GET,/api/v1/cases/no-such-case,404", "GET,/api/v1/cases?page=abc,400", "GET,/api/v1/procedures/public-request?on=never,400",
        "PUT,/api/v1/cases,405", "DELETE,/api/v1/cases/x,405", "PATCH,/api/v1/demo/clock,405", "GET,/api/v1/procedures/nothing,404",
        "GET,/api/v1/cases?q=%00,400", "GET,/api/v1/cases?q=%FF%FE,400", "GET,/api/v1/law/search?q=%ED%A0%80,400", "GET,/api/v1/deadlines?x=%C0%80,400",
        "GET,/api/v1/cases/x/documents/D1?as=exe,404", "GET,/api/v1/reports/abcd,400"
    })
    @DisplayName("错误的地址、参数和方法")
    void refusesWrongAddresses(String method, String path, int status) {
        HttpResponse<String> answer = send(method, path, reporter(), null, null, Map.of());
        problem(answer, status);
    }

    @Test
    @DisplayName("页面的参数和表单里不能保存的字符：400，不是故障")
    void refusesWhatNoTextMayHoldOnPages() {
        for (String path : java.util.List.of("/cases?q=%00", "/cases?stage=%00", "/figures/requests-received?part=%00", "/verification?case=%00", "/cases?q=%FF%FE")) {
            assertThat(get(path, reporter()).statusCode()).as(path).isEqualTo(400);
        }
        byte[] form = "text=a%00b&on=%00".getBytes(StandardCharsets.UTF_8);
        assertThat(send("POST", "/laws/citations", reporter(), form, "application/x-www-form-urlencoded", Map.of()).statusCode()).isLessThan(500);
        byte[] purpose = "line=contract:a%00&why=a%00b".getBytes(StandardCharsets.UTF_8);
        assertThat(send("POST", "/contracts/explanations", token("yang-si"), purpose, "application/x-www-form-urlencoded", Map.of()).statusCode()).isLessThan(500);
    }

    @Test
    @DisplayName("几万处引用的文字：说明限度，不去逐处核对")
    void refusesACrowdOfCitations() {
        byte[] form = ("text=" + java.net.URLEncoder.encode("第一条第".repeat(40_000), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = send("POST", "/laws/citations", reporter(), form, "application/x-www-form-urlencoded", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("两千处");
    }

    private String reporter() {
        return tokens().values().stream().filter(t -> get("/api/v1/reports/2026", t).statusCode() == 200).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/octet-stream"})
    @DisplayName("不是 JSON 的内容类型：415")
    void refusesOtherTypes(String type) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        problem(send("POST", "/api/v1/cases", anybody(), body, type, Map.of()), 415);
        problem(send("POST", "/api/v1/cases/x/steps/y", anybody(), body, type, Map.of()), 415);
        problem(send("POST", "/api/v1/intake/12345", anybody(), body, type, Map.of()), 415);
        problem(send("POST", "/api/v1/demo/clock", anybody(), body, type, Map.of()), 415);
        problem(send("POST", "/api/v1/cases/x/evidence", anybody(), body, type, Map.of()), 415);
    }

    @Test
    @DisplayName("演示日期只认日期，且不能向前")
    void refusesOtherDays() {
        problem(post("/api/v1/demo/clock", anybody(), "{\"today\":\"2020-01-01\"}"), 400);
        problem(post("/api/v1/demo/clock", anybody(), "{\"today\":5}"), 400);
        problem(post("/api/v1/demo/clock", anybody(), "["), 400);
    }
}
