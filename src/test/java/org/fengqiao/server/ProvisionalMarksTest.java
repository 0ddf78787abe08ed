package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A request that is dispatched in the last days of the announced year: its handling period ends in the next.
@DisplayName("放假安排尚未公布的年度：届满日处处写明暂定")
class ProvisionalMarksTest extends LiveOffice {

    private static final LocalDate LATE = LocalDate.of(2026, 12, 28);
    private static final Pattern HANDLING = Pattern.compile("20\\d\\d年1?\\d月[123]?\\d日（暂定，放假安排公布后重新计算）以前（一般诉求）");

    private String number = "";

    private record Move(String user, String step, String data) {}

    @BeforeEach
    void dispatchLate() {
        LocalDate today = LocalDate.parse(json(get("/api/v1/demo/clock", token("chen-gui"))).get("today").asString());
        if (today.isBefore(LATE)) {
            assertThat(post("/api/v1/demo/clock", token("chen-gui"), "{\"today\":\"" + LATE + "\"}").statusCode()).isEqualTo(200);
        }
        JsonNode opened = json(post("/api/v1/cases", token("chen-gui"), "{\"procedure\":\"public-request\",\"title\":\"年末路灯不亮\",\"data\":{\"channel\":\"counter\","
                + "\"content\":\"北门外路灯不亮，希望修复。\",\"place\":\"石桥路20号\"},\"parties\":[{\"kind\":\"person\",\"name\":\"示例人丙\"}]}"));
        number = opened.get("number").asString();
        int version = opened.get("version").asInt();
        for (Move move : List.of(
                new Move("chen-gui", "signed-in", "{}"),
                new Move("chen-gui", "classified-ordinary", "{\"within-power\":\"yes\",\"within-power-reason\":\"市政设施\",\"category\":\"R02\"}"),
                new Move("chen-gui", "unit-dispatched", "{\"unit\":\"city\"}"),
                new Move("shen-mao", "unit-accepted", "{\"handlers\":[\"jiang-yin\"]}"))) {
            JsonNode taken = json(post("/api/v1/cases/" + encoded(number) + "/steps/" + move.step(), token(move.user()),
                    "{\"expectedVersion\":" + version + ",\"data\":" + move.data() + "}"));
            version = taken.get("version").asInt();
        }
    }

    private String page(String path, String user) {
        return get(path, token(user)).body();
    }

    @Test
    @DisplayName("案件页：届满日后写暂定，说明哪一年尚未公布")
    void onTheCasePage() {
        assertThat(page("/cases/" + encoded(number), "jiang-yin")).contains("（暂定）", "年放假安排尚未公布", "待国务院办公厅公布后重新计算");
    }

    @Test
    @DisplayName("待办、检索清单：届满日后写暂定")
    void inLists() {
        assertThat(page("/worklist?q=" + encoded(number), "jiang-yin")).contains(number, "（暂定）", "is-provisional");
        assertThat(page("/cases?q=" + encoded(number), "li-ding")).contains(number, "（暂定）");
    }

    @Test
    @DisplayName("导出的清单：时限之后另有一栏是否暂定")
    void inExports() {
        List<String> lines = page("/cases.csv?q=" + encoded(number), "li-ding").lines().toList();
        assertThat(lines.getFirst()).contains("\"时限\",\"时限暂定\"");
        assertThat(lines.stream().filter(l -> l.contains(number)).findFirst().orElseThrow()).containsPattern("\"20\\d\\d-\\d\\d-\\d\\d\",\"是\",\"否\",");
    }

    @Test
    @DisplayName("接口：案件和清单都有 provisional")
    void inTheInterface() {
        JsonNode one = json(get("/api/v1/cases/" + encoded(number), token("jiang-yin")));
        assertThat(one.get("clocks")).anyMatch(c -> c.get("provisional").asBoolean() && c.get("due").asString().compareTo("2027") > 0);
        JsonNode listed = json(get("/api/v1/cases?q=" + encoded(number), token("jiang-yin"))).get("cases").get(0);
        assertThat(listed.get("provisional").asBoolean()).isTrue();
        assertThat(json(get("/api/v1/deadlines?from=2026-12-30&length=5&unit=working-day", token("jiang-yin"))).get("provisional").asBoolean()).isTrue();
        assertThat(json(get("/api/v1/deadlines?from=2026-12-24&length=5&unit=working-day", token("jiang-yin"))).get("provisional").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("文书：派单写明办理期限暂定，公布后重新计算")
    void onPaper() {
        JsonNode documents = json(get("/api/v1/cases/" + encoded(number), token("chen-gui"))).get("documents");
        String order = documents.get(0).get("id").asString();
        String text = page("/api/v1/cases/" + encoded(number) + "/documents/" + order + "?as=html", "chen-gui").replaceAll("<[^>]+>", "");
        assertThat(text).containsPattern(HANDLING);
    }

    @Test
    @DisplayName("订阅：标题写暂定，状态为 TENTATIVE")
    void inFeeds() {
        var made = send("POST", "/worklist/feed", token("jiang-yin"), new byte[0], null, Map.of());
        String cookie = made.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher address = Pattern.compile("/feeds/[0-9a-f]{64}/deadlines\\.ics")
                .matcher(send("GET", "/worklist/feed", token("jiang-yin"), null, null, Map.of("Cookie", cookie)).body());
        assertThat(address.find()).isTrue();
        String feed = get(address.group(), null).body().replace("\r\n ", "");
        String own = java.util.Arrays.stream(feed.split("BEGIN:VEVENT"))
                .filter(e -> e.contains(number) && !e.contains("STATUS:CANCELLED")).findFirst().orElseThrow();
        assertThat(own).contains("SUMMARY:（暂定）", "STATUS:TENTATIVE", "放假安排尚未公布");
    }

    @Test
    @DisplayName("工作日历、期限计算页：没有公布的一年写明暂定")
    void onPagesOfDays() {
        assertThat(page("/calendar/2027", "jiang-yin")).contains("2027年的放假安排尚未公布");
        assertThat(page("/calendar/2026", "jiang-yin")).doesNotContain("尚未公布");
        assertThat(page("/calendar/2020", "jiang-yin").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .as("the make-up day that was taken back is not told as one").contains("春节 1月24日至2月2日 10 天 1月19日 清明节");
        assertThat(page("/deadlines?from=2017-12-20&length=15&unit=working-day", "jiang-yin")).contains("暂定：2017 年放假安排未收录。");
        assertThat(page("/deadlines?from=2026-12-30&length=5&unit=working-day", "jiang-yin")).contains("暂定：2027 年放假安排尚未公布。");
        assertThat(page("/deadlines?from=2026-12-24&length=5&unit=working-day", "jiang-yin")).doesNotContain("暂定");
    }
}
