package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("数据接口：期间写错的说明错处；每个数字点得开，点开的案件与数字相符；没有权限的不给")
class ReportApiTest extends LiveOffice {

    private static final String READER = "li-ding";

    @Autowired
    Cases cases;

    @Autowired
    Access access;

    private HttpResponse<String> read(String path) {
        return get("/api/v1/reports/" + path, token(READER));
    }

    private JsonNode figure(String id) {
        for (JsonNode f : json(read("2026")).get("figures")) {
            if (f.get("id").asString().equals(id)) {
                return f;
            }
        }
        throw new AssertionError("no figure " + id);
    }

    @ParameterizedTest
    @CsvSource({
        "1948,年度", "2099,年度", "26,四位数字", "two,四位数字", "2026?month=13,月份", "2026?month=x,月份", "2026?month=12,还没有到",
        "2026?cutOff=2025-12-31,截止日", "2026?cutOff=soon,日期", "2099/figures/requests-received/cases,年度", "2026/figures/requests-received/cases?page=0,page"
    })
    @DisplayName("没有的年度、月份、截止日、页码：400，一句话说明")
    void refusesPeriodsThatAreNone(String path, String why) {
        HttpResponse<String> answer = read(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("detail").asString()).contains(why);
    }

    @Test
    @DisplayName("没有数据的年度照答，数字是零")
    void answersAYearInWhichNothingHappened() {
        JsonNode year = json(read("2020"));
        assertThat(year.get("figures").size()).isPositive();
        assertThat(json(read("2020/figures/requests-received/cases")).get("total").asInt()).isZero();
    }

    @Test
    @DisplayName("登记一件，数字多一；点开看到这一件，没有姓名")
    void opensAFigureToItsCases() {
        JsonNode before = json(read("2026/figures/requests-received/cases"));
        StrangerClient stranger = new StrangerClient(this, new Contract(json(get("/api/v1/openapi.json", null))), 23);
        String number = stranger.open("public-request").get("number").asString();

        JsonNode opened = json(read("2026/figures/requests-received/cases"));
        assertThat(opened.get("total").asInt()).isEqualTo(before.get("total").asInt() + 1);
        assertThat(figure("requests-received").get("value").asInt()).isEqualTo(opened.get("total").asInt());
        List<String> numbers = new ArrayList<>();
        for (int page = 1; numbers.size() < opened.get("total").asInt(); page++) {
            JsonNode rows = json(read("2026/figures/requests-received/cases?page=" + page)).get("cases");
            assertThat(rows.size()).isPositive();
            rows.forEach(c -> numbers.add(c.get("number").asString()));
        }
        assertThat(numbers).contains(number).doesNotHaveDuplicates().hasSize(opened.get("total").asInt());
        assertThat(opened.toString()).doesNotContain("示例某某");
        assertThat(read("2026/figures/no-such-figure/cases").statusCode()).isEqualTo(404);
        assertThat(json(read("2026/figures/requests-received/cases?part=no-such-part")).get("total").asInt()).isZero();
    }

    @Test
    @DisplayName("年度数据和点开的案件凭同一项权限")
    void asksForTheRightOnBothRoutes() {
        for (String user : cases.office().people().keySet()) {
            int wanted = access.may(cases.office(), user, "figures", "read", cases.clock().today()) ? 200 : 403;
            assertThat(get("/api/v1/reports/2026", token(user)).statusCode()).as(user).isEqualTo(wanted);
            assertThat(get("/api/v1/reports/2026/figures/requests-received/cases", token(user)).statusCode()).as(user).isEqualTo(wanted);
            assertThat(get("/figures", token(user)).statusCode()).as(user).isEqualTo(wanted);
            assertThat(get("/figures/requests-received", token(user)).statusCode()).as(user).isEqualTo(wanted);
        }
    }
}
