package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("法规检索的页面和接口")
class LawSearchApiTest extends LiveOffice {

    @Test
    @DisplayName("还没有导入法规的机关：接口答没有结果，页面说明怎样导入")
    void saysWhatToDoWhileNothingIsImported() {
        HttpResponse<String> answer = get("/api/v1/law/search?q=" + encoded("处罚法第六十四条") + "&asOf=2026-10-09", someone());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = json(answer);
        assertThat(body.get("question").asString()).isEqualTo("处罚法第六十四条");
        assertThat(body.get("asOf").asString()).isEqualTo("2026-10-09");
        assertThat(body.get("articles").isArray()).isTrue();
        HttpResponse<String> page = get("/laws/search?q=" + encoded("楼上漏水"), someone());
        assertThat(page.statusCode()).isIn(200, 302);
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

    private String someone() {
        return tokens().values().iterator().next();
    }
}
