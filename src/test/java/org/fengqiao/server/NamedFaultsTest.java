package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("差错指明哪一项：只凭接口说明的人也知道改什么")
class NamedFaultsTest extends LiveOffice {

    private static final String REGISTRAR = "chen-gui";

    private static void names(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("field").asString("")).as(answer.body()).isEqualTo(field);
        assertThat(json(answer).get("detail").asString()).containsPattern("[\\u4e00-\\u9fff]");
    }

    private ObjectNode request() {
        JsonNode opening = json(get("/api/v1/procedures/public-request", token(REGISTRAR))).get("opening");
        ObjectNode body = JSON.createObjectNode().put("procedure", "public-request").put("title", "路灯不亮");
        body.set("data", opening.get("defaults"));
        body.putArray("parties").addObject().put("kind", "person").put("name", "示例诉求人甲").put("role", "requester");
        return body;
    }

    private HttpResponse<String> open(ObjectNode body) {
        return post("/api/v1/cases", token(REGISTRAR), body);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases?page=abc,page", "/api/v1/cases?page=0,page", "/api/v1/cases?due=someday,due",
        "/api/v1/procedures/public-request?on=never,on"
    })
    @DisplayName("参数写错：说出是哪一个参数，不当作没有写")
    void parametersAreNamed(String path, String field) {
        names(get(path, token(REGISTRAR)), 400, field);
    }

    @Test
    @DisplayName("地址里的空字符、请求头里不能接收的字符：400，不是内部错误")
    void charactersNoTextHoldsAreRefused() throws IOException {
        assertThat(get("/api/v1/cases?q=%00", token(REGISTRAR)).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/cases?q=0", token(REGISTRAR)).statusCode()).isEqualTo(200);
        assertThat(withKey("ключ")).startsWith("HTTP/1.1 400");
        assertThat(withKey("key")).startsWith("HTTP/1.1 201");
    }

    /// The status line of an answer to a key written as it is; a client library would not let it pass.
    private String withKey(String key) throws IOException {
        byte[] body = request().toString().getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token(REGISTRAR) + "\r\nIdempotency-Key: " + key + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    @Test
    @DisplayName("同一项写两次、当事人多出的项、标题里的控制字符：指明是哪一项")
    void membersOfTheBodyAreNamed() {
        String twice = "{\"procedure\":\"public-request\",\"procedure\":\"petition\",\"data\":{},\"parties\":[]}";
        assertThat(post("/api/v1/cases", token(REGISTRAR), twice).statusCode()).isEqualTo(400);
        ObjectNode party = request();
        ((ObjectNode) party.get("parties").get(0)).put("nickname", "甲");
        names(open(party), 400, "parties");
        names(open(request().put("title", "a\u0001b")), 400, "title");
        names(open(request().put("title", "a\u0000b")), 400, "title");
    }

    @Test
    @DisplayName("事项发生日期晚于办理日的不能登记；当天的可以，空白标题用案号，答复指明案件的地址")
    void theMatterIsNotOfTomorrow() {
        String today = json(get("/api/v1/demo/clock", token(REGISTRAR))).get("today").asString();
        HttpResponse<String> late = open(request().put("relevantDate", java.time.LocalDate.parse(today).plusDays(1).toString()));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(json(late).get("reasons").get(0).get("field").asString()).isEqualTo("relevantDate");
        HttpResponse<String> done = open(request().put("relevantDate", today).put("title", "  "));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(json(done).get("title").asString()).isEqualTo(json(done).get("number").asString());
        String address = done.headers().firstValue("Location").orElse("");
        assertThat(json(get(address, token(REGISTRAR))).get("number")).isEqualTo(json(done).get("number"));
    }

    @Test
    @DisplayName("没有的程序是没有找到，不是没有权限；没有登录的写明凭什么登录")
    void whatIsMissingIsSaid() {
        assertThat(open(request().put("procedure", "no-such-procedure")).statusCode()).isEqualTo(404);
        HttpResponse<String> nobody = get("/api/v1/cases", null);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    @DisplayName("演示日期不能走出日历：9999 年被拒绝，今天照旧")
    void theDemonstrationStaysInTheCalendar() {
        HttpResponse<String> today = get("/api/v1/demo/clock", token(REGISTRAR));
        for (String far : new String[] {"2100-01-01", "9999-12-31", "+10000-01-01"}) {
            names(post("/api/v1/demo/clock", token(REGISTRAR), "{\"today\":\"" + far + "\"}"), 400, "today");
        }
        assertThat(get("/api/v1/demo/clock", token(REGISTRAR)).body()).isEqualTo(today.body());
    }

    @Test
    @DisplayName("表单里的时刻例子是完整的 RFC 3339 时刻，秒也写出")
    void momentsCarryTheirSeconds() {
        JsonNode form = json(get("/api/v1/procedures/public-request", token(REGISTRAR))).get("opening").get("form");
        assertThat(form.at("/properties/reported-at/examples/0").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\+08:00)");
    }

    @Test
    @DisplayName("证据：名称空白、含有空字符的指明是哪一栏；写对的收下")
    void evidenceNamesItsFields() {
        String number = json(open(request())).get("number").asString();
        assertThat(evidence(number, "现场照片").statusCode()).isEqualTo(201);
        names(evidence(number, "  "), 400, "title");
        HttpResponse<String> nul = evidence(number, "现场\0照片");
        assertThat(nul.statusCode()).as(nul.body()).isEqualTo(422);
        assertThat(json(nul).get("reasons").get(0).get("field").asString()).isEqualTo("title");
    }

    @Test
    @DisplayName("台账：照表单给的例子登记两次，第二次表单给出没有用过的编号；同一编号照旧拒绝")
    void theFormOfALedgerProposesAFreeKey() {
        JsonNode first = opening("counsel-service");
        assertThat(entry(first).statusCode()).isEqualTo(201);
        assertThat(entry(first).statusCode()).isEqualTo(422);
        JsonNode second = opening("counsel-service");
        assertThat(second.at("/defaults/service-number")).isNotEqualTo(first.at("/defaults/service-number"));
        assertThat(second.at("/form/properties/service-number/examples/0")).isEqualTo(second.at("/defaults/service-number"));
        assertThat(entry(second).statusCode()).isEqualTo(201);
    }

    private JsonNode opening(String ledger) {
        return json(get("/api/v1/procedures/" + ledger, token(REGISTRAR))).get("opening");
    }

    private HttpResponse<String> entry(JsonNode opening) {
        ObjectNode body = JSON.createObjectNode().put("procedure", "counsel-service").put("title", "示例顾问服务");
        ObjectNode data = ((ObjectNode) opening.get("defaults")).deepCopy();
        opening.at("/form/properties").properties().stream()
                .filter(p -> p.getValue().path("x-question").asBoolean(false))
                .forEach(p -> data.set(p.getKey(), p.getValue().at("/examples/0")));
        body.set("data", data);
        String post = opening.get("by").get(0).asString();
        String user = json(get("/api/v1/demo/sign-ins", null)).valueStream()
                .filter(s -> s.get("posts").toString().contains('"' + post + '"'))
                .findFirst()
                .orElseThrow()
                .get("user")
                .asString();
        return post("/api/v1/cases", token(user), body);
    }

    @Test
    @DisplayName("并案：只能并入本机关同一程序未终结的另一件，编造的、别的程序的、已经并走的都不收，案件照旧")
    void nothingIsMergedIntoNothing() {
        String first = json(open(request())).get("number").asString();
        String second = json(open(request())).get("number").asString();
        String third = json(open(request())).get("number").asString();
        names422(merge(first, "胡编的案号"));
        assertThat(json(get("/api/v1/cases/" + encoded(first), token(REGISTRAR))).get("version").asInt()).isEqualTo(1);
        JsonNode into = json(get("/api/v1/cases/" + encoded(first) + "/steps/merged", token(REGISTRAR))).at("/form/properties/into-case");
        assertThat(into.get("examples").toString()).contains(second).doesNotContain(first);
        assertThat(merge(first, second).statusCode()).isEqualTo(200);
        names422(merge(third, first));
        assertThat(merge(third, second).statusCode()).isEqualTo(200);
    }

    private static void names422(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode reason = json(answer).get("reasons").get(0);
        assertThat(reason.get("field").asString()).isEqualTo("into-case");
        assertThat(reason.get("citation").asString()).isEqualTo("office-rules-public-requests@2018-01-01#15");
    }

    private HttpResponse<String> merge(String number, String into) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("data").put("into-case", into).put("merge-reason", "同一地点同一路灯");
        return post("/api/v1/cases/" + encoded(number) + "/steps/merged", token(REGISTRAR), body);
    }

    private HttpResponse<String> evidence(String number, String title) {
        String form = part("kind", "photo") + part("title", title) + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nPNG\r\n--b--\r\n";
        return send(
                "POST", "/api/v1/cases/" + encoded(number) + "/evidence", token(REGISTRAR), form.getBytes(StandardCharsets.UTF_8),
                "multipart/form-data; boundary=b; charset=UTF-8", Map.of());
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n";
    }
}
