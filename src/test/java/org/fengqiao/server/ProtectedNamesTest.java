package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("检举控告人、要求保密的诉求人：看不到姓名的人，在页面、清单、文书、接口、检索里都看不到；写明用途的办理人员都看得到")
class ProtectedNamesTest extends LiveOffice {

    private static final String ACCUSER = "示例检举人壬";
    private static final String REQUESTER = "示例不留名癸";

    @Test
    @DisplayName("检举控告（信访工作条例第三十条第三款）：登记表印有姓名，没有写明用途的不予显示")
    void keepsTheAccuserSecret() {
        String number = opened("shui-jiuyin", """
                {"procedure":"petition","title":"%1$s反映%2$s","data":{"channel":"letter","origin":"direct","received-on":"2026-10-09","visitors":1,"representatives":1,
                "form-of-petition":"written","read-back":"no","demand":"请求查处。","facts-and-reasons":"%1$s说工作人员收受礼品。","prior-state":"none",
                "earlier-times":0,"grave-urgent":"no"},"parties":[{"kind":"person","name":"%1$s","contact":"示例电话九","role":"accuser"}]}"""
                .formatted(ACCUSER, "收受礼品"));
        nobodyIsTold(number, ACCUSER, List.of("han-chen", "qi-shigui", "shui-jiuyin"));

        state("qi-shigui", number);
        assertThat(get("/cases/" + encoded(number), token("qi-shigui")).body()).contains(ACCUSER);
        assertThat(get("/api/v1/cases/" + encoded(number), token("qi-shigui")).body()).contains(ACCUSER);
        assertThat(get(document(number, "qi-shigui") + "?as=html", token("qi-shigui")).body()).contains(ACCUSER);
        nobodyIsTold(number, ACCUSER, List.of("han-chen", "shui-jiuyin"));
    }

    @Test
    @DisplayName("诉求人要求保密的，登记为保密；没有说的，照常显示")
    void keepsTheConfidentialRequesterSecretAndNoOther() {
        String kept = opened("chen-gui", request("%s反映油烟扰民".formatted(REQUESTER), ",\"role\":\"confidential\""));
        nobodyIsTold(kept, REQUESTER, List.of("chen-gui", "han-chen"));

        String open = opened("chen-gui", request("油烟扰民", ""));
        state("chen-gui", kept);
        assertThat(get("/cases/" + encoded(kept), token("chen-gui")).body()).contains(REQUESTER);
        assertThat(get("/api/v1/cases/" + encoded(open), token("chen-gui")).body()).contains(REQUESTER).contains("\"role\":\"requester\"");
        assertThat(found("chen-gui", REQUESTER)).as("没有要求保密的").contains(open);
    }

    private static String request(String title, String role) {
        return """
                {"procedure":"public-request","title":"%s","data":{"channel":"counter","content":"楼下饭店油烟扰民，希望查处。","place":"石桥路20号"},
                "parties":[{"kind":"person","name":"%s","contact":"示例电话九"%s}]}""".formatted(title, REQUESTER, role);
    }

    private String opened(String user, String body) {
        var answer = post("/api/v1/cases", token(user), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("number").asString();
    }

    private void state(String user, String number) {
        var answer = post("/api/v1/cases/" + encoded(number) + "/purpose", token(user), "{\"purpose\":\"向本人核实情况\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private void nobodyIsTold(String number, String name, List<String> users) {
        String page = "/cases/" + encoded(number);
        for (String user : users) {
            for (String path : List.of(
                    page, "/api/v1" + page, "/api/v1" + page + "/record", "/cases?q=" + encoded(number), "/cases", "/", "/worklist",
                    "/api/v1/cases?q=" + encoded(number))) {
                var answer = get(path, token(user));
                assertThat(answer.statusCode()).as(user + " " + path).isLessThan(400);
                assertThat(answer.body().lines().filter(l -> l.contains(name) || l.contains("示例电话九"))).as(user + " " + path).isEmpty();
            }
            JsonNode documents = json(get("/api/v1" + page, token(user))).get("documents");
            documents.forEach(d -> {
                assertThat(get(page + "/documents/" + d.get("id").asString(), token(user)).body()).as(user).doesNotContain(name);
                assertThat(get("/api/v1" + page + "/documents/" + d.get("id").asString() + "?as=html", token(user)).body()).as(user).doesNotContain(name);
            });
            assertThat(found(user, name)).as(user).doesNotContain(number);
            assertThat(found(user, number)).as(user).contains(number);
        }
    }

    private String document(String number, String user) {
        return "/api/v1/cases/" + encoded(number) + "/documents/"
                + json(get("/api/v1/cases/" + encoded(number), token(user))).get("documents").get(0).get("id").asString();
    }

    private String found(String user, String words) {
        return get("/api/v1/cases?q=" + encoded(words), token(user)).body();
    }
}
