package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("法规检索的页面和接口")
class LawSearchApiTest extends LiveOffice {

    @Test
    @DisplayName("还没有导入法规的机关：启动以后不久就能按提要检索，接口和页面都说明是提要，点开是这一条")
    void findsSummariesWhileNothingIsImported() {
        String user = someone();
        String query = "q=" + encoded("处罚法第六十四条") + "&asOf=2026-10-09";
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1))
                .until(() -> json(get("/api/v1/law/search?" + query, user)).get("articles").size() > 0);
        JsonNode body = json(get("/api/v1/law/search?" + query, user));
        assertThat(body.get("question").asString()).isEqualTo("处罚法第六十四条");
        assertThat(body.get("asOf").asString()).isEqualTo("2026-10-09");
        JsonNode first = body.get("articles").get(0);
        assertThat(first.get("summary").asBoolean()).isTrue();
        assertThat(first.get("article").asString()).isEqualTo("第六十四条");
        assertThat(first.get("url").asString()).startsWith("/laws/administrative-penalty-law/2021-07-15#");
        HttpResponse<String> page = get("/laws/search?" + query, user);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("第六十四条（提要）", "本系统提要，不是原文", "还没有导入法规原文");
        String asked = "/laws/search?q=" + encoded("申请的期限") + "&asOf=2026-10-09";
        assertThat(get(asked, user).body()).contains("最相关的 100 条", "显示第 1—30 条，共 100 条", "&amp;page=2\" rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(get(asked + "&page=4", user).body()).contains("显示第 91—100 条，共 100 条", "&amp;page=3\" rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(get(asked + "&page=99", user).body()).as("没有这一页：最后一页").contains("显示第 91—100 条");
    }

    @Test
    @DisplayName("没有问题、日期或者数量不成样子：400，一句中文说明应当怎样写")
    void refusesWhatItCannotUnderstand() {
        for (String query : new String[] {"", "?q=", "?q=a&asOf=2026-13-40", "?q=a&top=0", "?q=a&top=101", "?q=a&level=supreme"}) {
            HttpResponse<String> answer = get("/api/v1/law/search" + query, someone());
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(json(answer).get("detail").asString()).as(query).contains("应当");
        }
    }

    @Test
    @DisplayName("把很长的经过贴进来：一千八百字照样检索；超过两千字，页面和接口都说有多少字、最多多少字")
    void takesALongStoryAndTellsWhatIsTooLong() {
        String story = "楼上漏水把我家的墙和地板都泡坏了，找了物业也没有人管。".repeat(67);
        assertThat(story).hasSizeBetween(1_700, 2_000);
        assertThat(get("/laws/search?q=" + encoded(story), someone()).body()).contains(story).doesNotContain("最多 2000 字");
        assertThat(get("/api/v1/law/search?q=" + encoded(story), someone()).statusCode()).isEqualTo(200);
        String letter = story + story;
        String told = letter.length() + " 字，最多 2000 字";
        assertThat(get("/laws/search?q=" + encoded(letter), someone()).body()).contains(told);
        HttpResponse<String> answer = get("/api/v1/law/search?q=" + encoded(letter), someone());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asString()).contains(told);
    }

    private String someone() {
        return tokens().values().iterator().next();
    }
}
