package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.fengqiao.cases.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("案件的左邻右舍：前后案件、同一事线、案卷，都不越过权限")
class NeighbourhoodTest extends LiveOffice {

    /// Reads requests, but neither spot penalties nor inspections, and is given no case files.
    private static final String REGISTRAR = "he-xu";

    /// Reads penalties, but no requests.
    private static final String CASHIER = "yang-si";

    private static final String HEAD = "li-ding";

    @Autowired
    Cases cases;

    private String first;
    private String second;
    private String penalty;

    @BeforeEach
    void open() {
        StrangerClient stranger = new StrangerClient(this, new Contract(json(get("/api/v1/openapi.json", null))), 31);
        first = stranger.open("public-request").get("number").asString();
        second = stranger.open("public-request").get("number").asString();
        penalty = stranger.open("administrative-penalty-summary").get("number").asString();
    }

    private static String path(String number) {
        return "/cases/" + encoded(number);
    }

    private String page(String user, String number, String asked) {
        HttpResponse<String> page = get(path(number) + asked, token(user));
        assertThat(page.statusCode()).as(asked).isEqualTo(200);
        return page.body();
    }

    private static final String AROUND = "列表中的前后案件";

    @Test
    @DisplayName("从列表打开的有前后案件；地址是自己写的，只得到自己看得到的那一份列表")
    void leadsOnlyWhereOneMayGo() {
        String list = encoded("procedure=public-request");
        assertThat(page(REGISTRAR, second, "?row=1&list=" + list)).contains(AROUND, "下一件");
        assertThat(page(REGISTRAR, second, "")).doesNotContain(AROUND);
        String penalties = encoded("procedure=administrative-penalty-summary");
        assertThat(page(HEAD, second, "?row=2&list=" + encoded("q=" + encoded(penalty)))).contains(encoded(penalty));
        for (String hand : List.of(penalties, encoded("q=" + encoded(penalty)))) {
            assertThat(page(REGISTRAR, second, "?row=2&list=" + hand)).doesNotContain(penalty, encoded(penalty));
        }
    }

    @Test
    @DisplayName("乱写的列表地址：页面照常，没有前后案件；行号不是数字的 400")
    void survivesHandMadeAddresses() {
        for (String asked : List.of(
                "?row=-5&list=", "?row=2147483647&list=", "?row=1&list=" + encoded("from=yesterday"), "?row=1&list=" + encoded("q=%zz"),
                "?row=1&list=" + encoded("procedure=no-such-procedure"), "?row=3&list=" + encoded("stage='; drop table cases; --"))) {
            assertThat(page(REGISTRAR, second, asked)).as(asked).contains(second).doesNotContain(AROUND);
        }
        assertThat(get(path(second) + "?row=two", token(REGISTRAR)).statusCode()).isEqualTo(400);
    }

    private String opening(String related) {
        return """
                {"procedure": "public-request", "title": "同一处的另一件", "lifeline": "%s",
                 "data": {"channel": "counter", "content": "路灯又不亮了。", "place": "石桥路20号"},
                 "parties": [{"kind": "person", "name": "示例居民丁"}]}""".formatted(related);
    }

    @Test
    @DisplayName("编入同一事线：自己看得到的可以；看不到的如同没有，接口和网页都不登记")
    void joinsOnlyWhatOneMaySee() {
        HttpResponse<String> joined = post("/api/v1/cases", token(REGISTRAR), opening(first));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(201);
        String hidden = new StrangerClient(this, new Contract(json(get("/api/v1/openapi.json", null))), 37)
                .open("inspection-record").get("number").asString();
        for (String unseen : List.of(hidden, "示街检〔2026〕第9999号")) {
            HttpResponse<String> refused = post("/api/v1/cases", token(REGISTRAR), opening(unseen));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(404);
            assertThat(json(refused).get("detail").asString()).contains("没有您可以查看的关联案件");
        }
        JsonNode mine = json(get("/api/v1/cases?q=" + encoded("同一处的另一件"), token(REGISTRAR)));
        assertThat(mine.get("total").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("登记页预填的同一事项案号，只是填在那里；提交时仍要看得到")
    void prefillsTheRelatedCaseWithoutBelievingIt() {
        HttpResponse<String> page = get("/register/public-request?related=" + encoded(penalty), token(REGISTRAR));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(penalty);
        String form = "key=hand-made&title=x&related=" + encoded(hiddenInspection()) + "&data.channel=counter&data.content=路灯不亮&data.place=示例路&parties%5B0%5D.kind=person&parties%5B0%5D.name=示例";
        HttpResponse<String> refused = send(
                "POST", "/register/public-request", token(REGISTRAR), form.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded;charset=UTF-8", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("没有您可以查看的案件");
    }

    private String hiddenInspection() {
        return new StrangerClient(this, new Contract(json(get("/api/v1/openapi.json", null))), 41).open("inspection-record").get("number").asString();
    }

    @Test
    @DisplayName("下载案卷：有调卷权限的可以；只看得到案件的 403，页面上也没有链接；看不到案件的 404")
    void handsOutCaseFilesByRight() {
        String file = "/api/v1" + path(second) + "/file";
        assertThat(get(file, token(HEAD)).headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(page(HEAD, second, "")).contains(file);
        assertThat(get(file, token(REGISTRAR)).statusCode()).isEqualTo(403);
        assertThat(page(REGISTRAR, second, "")).doesNotContain("下载案卷");
        assertThat(get(file, token(CASHIER)).statusCode()).isEqualTo(404);
        assertThat(get(path(second), token(CASHIER)).statusCode()).isEqualTo(404);
        assertThat(get(file + "?purpose=" + "x".repeat(201), token(HEAD)).statusCode()).isEqualTo(400);
    }
}
