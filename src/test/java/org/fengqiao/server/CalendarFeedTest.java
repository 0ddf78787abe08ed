package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.fengqiao.cases.Access;
import org.fengqiao.cases.Cases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("日历订阅：凭地址读取，地址只显示一次，可以撤销；内容不含个人信息，只有本人有权看的案件")
class CalendarFeedTest extends LiveOffice {

    private static final Pattern ADDRESS = Pattern.compile("/feeds/([0-9a-f]{64})/deadlines\\.ics");

    @Autowired
    Cases cases;

    @Autowired
    Access access;

    @Autowired
    DataSource source;

    /// Makes an address on the page, as a person does: post, then the page that shows it once.
    private String create(String user) {
        HttpResponse<String> made = send("POST", "/worklist/feed", token(user), new byte[0], "application/x-www-form-urlencoded", Map.of());
        assertThat(made.statusCode()).isEqualTo(302);
        String cookie = made.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String page = send("GET", "/worklist/feed", token(user), null, null, Map.of("Cookie", cookie)).body();
        Matcher m = ADDRESS.matcher(page);
        assertThat(m.find()).as("the address is shown").isTrue();
        assertThat(send("GET", "/worklist/feed", token(user), null, null, Map.of("Cookie", cookie)).body()).as("once").doesNotContain(m.group(1));
        return m.group(1);
    }

    private static List<VEvent> events(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar").containsIgnoringCase("utf-8");
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar.getComponents(net.fortuna.ical4j.model.Component.VEVENT);
    }

    private JsonNode request(String title) {
        return json(post("/api/v1/cases", token("chen-gui"), "{\"procedure\":\"public-request\",\"title\":\"" + title + "\",\"data\":{\"channel\":\"counter\","
                + "\"content\":\"北门外路灯不亮，住在七号楼的示例人乙夜间摔倒\",\"place\":\"石桥路20号北门外\"},\"parties\":[{\"kind\":\"person\",\"name\":\"示例人乙\",\"contact\":\"000-0002（示例）\"}]}"));
    }

    @Test
    @DisplayName("本人的期限：案号、程序、届满什么、链接；没有姓名、案由和填写的内容；同一期限再读仍是同一项")
    void tellsWhatIsDueAndNothingPersonal() throws Exception {
        String number = request("示例人乙反映的秘密事由").get("number").asString();
        String address = "/feeds/" + create("chen-gui") + "/deadlines.ics";

        HttpResponse<String> answer = get(address, null);
        List<VEvent> events = events(answer).stream().filter(e -> e.getSummary().getValue().contains(number)).toList();

        assertThat(events).isNotEmpty().allSatisfy(e -> {
            assertThat(e.getSummary().getValue()).endsWith("届满 " + number);
            assertThat(e.getDescription().getValue()).startsWith("民生诉求");
            assertThat(e.getUrl().getUri().getPath()).isEqualTo("/cases/" + number);
        });
        assertThat(answer.body().replace("\r\n ", "")).doesNotContain("示例人乙", "秘密事由", "七号楼", "000-0002", "石桥路");
        List<String> again = events(get(address, null)).stream().map(e -> e.getUid().orElseThrow().getValue() + e.getSequence().getSequenceNo() + e.getDateTimeStamp().getValue()).toList();
        assertThat(again).isEqualTo(events(answer).stream().map(e -> e.getUid().orElseThrow().getValue() + e.getSequence().getSequenceNo() + e.getDateTimeStamp().getValue()).toList());
    }

    @Test
    @DisplayName("办完的期限：同一 UID，SEQUENCE 升高，STATUS 为 CANCELLED；时刻写成人读的样子，没有不晚于开始的结束")
    void tellsThatAClockHasEnded() throws Exception {
        String number = request("井盖松动").get("number").asString();
        String address = "/feeds/" + create("chen-gui") + "/deadlines.ics";
        VEvent running = clock(address, number, "签收期限");
        assertThat(running.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(running.getDescription().getValue()).matches("民生诉求.*签收期限于 \\d{4}年\\d+月\\d+日 \\d\\d:\\d\\d 届满。");
        assertThat(running.getProperty("DTEND")).isEmpty();

        post("/api/v1/cases/" + encoded(number) + "/steps/signed-in", token("chen-gui"), "{\"expectedVersion\":1,\"data\":{}}");

        VEvent ended = clock(address, number, "签收期限");
        assertThat(ended.getUid()).isEqualTo(running.getUid());
        assertThat(ended.getSequence().getSequenceNo()).isGreaterThan(running.getSequence().getSequenceNo());
        assertThat(ended.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(ended.getSummary().getValue()).startsWith("（已结束）");
    }

    @Test
    @DisplayName("结案以后：案件不再在任何清单上，订阅里的期限不是不见了，而是写明取消")
    void tellsThatACaseHasEnded() throws Exception {
        String number = request("路灯更换").get("number").asString();
        String address = "/feeds/" + create("chen-gui") + "/deadlines.ics";
        int version = 1;
        for (String[] move : new String[][] {
            {"chen-gui", "signed-in", "{}"}, {"chen-gui", "classified-ordinary", "{\"within-power\":\"yes\",\"within-power-reason\":\"市政设施\",\"category\":\"R02\"}"},
            {"chen-gui", "unit-dispatched", "{\"unit\":\"city\"}"}, {"shen-mao", "unit-accepted", "{\"handlers\":[\"jiang-yin\"]}"},
            {"jiang-yin", "handled", "{\"outcome\":\"resolved\",\"measures\":\"已到现场查看并更换损坏的灯具，现场照明恢复。\"}"},
            {"jiang-yin", "replied", "{\"reply\":\"您反映的路灯问题已修复，感谢监督。\",\"reply-method\":\"phone\"}"},
            {"chu-zi", "return-visited", "{\"satisfaction\":\"satisfied\",\"attempts\":1}"}, {"chen-gui", "request-closed", "{\"closing-note\":\"路灯已修复。\"}"}}) {
            version = json(post("/api/v1/cases/" + encoded(number) + "/steps/" + move[1], token(move[0]),
                    "{\"expectedVersion\":" + version + ",\"data\":" + move[2] + "}")).get("version").asInt();
        }
        assertThat(json(get("/api/v1/cases/" + encoded(number), token("chen-gui"))).get("final").asBoolean()).isTrue();

        VEvent ended = clock(address, number, "签收期限");
        assertThat(ended.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(events(get(address, null)).stream().filter(e -> e.getSummary().getValue().contains(number)))
                .isNotEmpty().allSatisfy(e -> assertThat(e.getStatus().getValue()).isEqualTo("CANCELLED"));
    }

    private VEvent clock(String address, String number, String title) throws Exception {
        return events(get(address, null)).stream()
                .filter(e -> e.getSummary().getValue().contains(number) && e.getSummary().getValue().contains(title))
                .findFirst().orElseThrow();
    }

    @Test
    @DisplayName("库里只有摘要；没有地址、撤销以后、重新创建以后的旧地址，都答 404")
    void isSecretAndCanBeEnded() {
        String first = create("chen-gui");
        JdbcClient jdbc = JdbcClient.create(source);
        assertThat(jdbc.sql("select calendar_feed::text from calendar_feed").query(String.class).list()).noneMatch(row -> row.contains(first));
        assertThat(get("/feeds/" + first + "/working-days.ics", null).statusCode()).isEqualTo(200);

        String second = create("chen-gui");
        assertThat(get("/feeds/" + first + "/deadlines.ics", null).statusCode()).isEqualTo(404);
        assertThat(get("/feeds/" + second + "/deadlines.ics", null).statusCode()).isEqualTo(200);

        assertThat(send("POST", "/worklist/feed/revocation", token("chen-gui"), new byte[0], null, Map.of()).statusCode()).isEqualTo(302);
        assertThat(get("/feeds/" + second + "/deadlines.ics", null).statusCode()).isEqualTo(404);
        assertThat(get("/feeds/" + second + "/working-days.ics", null).statusCode()).isEqualTo(404);
        assertThat(get("/feeds/" + "0".repeat(64) + "/deadlines.ics", null).statusCode()).isEqualTo(404);
        assertThat(get("/feeds/x/deadlines.ics", null).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/worklist/feed/revocation", token("chen-gui"), new byte[0], null, Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("只有权限矩阵允许看的案件：每个人的每一项都能打开，别人的不在其中；停用的人读不到")
    void followsTheMatrix() throws Exception {
        request("路灯不亮");
        for (String user : cases.office().people().keySet()) {
            String token = create(user);
            for (VEvent e : events(get("/feeds/" + token + "/deadlines.ics", null))) {
                URI url = e.getUrl().getUri();
                assertThat(get(url.getRawPath(), token(user)).statusCode()).as("%s %s", user, url).isEqualTo(200);
            }
            if (!access.mayRead(cases.office(), user, "public-request", cases.clock().today())) {
                assertThat(get("/feeds/" + token + "/deadlines.ics", null).body().replace("\r\n ", "")).as(user).doesNotContain("民生诉求");
            }
        }
    }

    @Test
    @DisplayName("工作日历：尚未公布的一年写明暂定")
    void servesTheWorkingCalendar() throws Exception {
        List<VEvent> events = events(get("/feeds/" + create("jiang-yin") + "/working-days.ics", null));
        // Other tests on this office move its day forward, never back: the year that is not announced stays in the feed.
        assertThat(events).isNotEmpty();
        assertThat(events).anyMatch(e -> e.getSummary().getValue().equals("（暂定）2027年放假安排尚未公布"));
        HttpResponse<String> file = get("/api/v1/calendar/2026?as=ics", token("jiang-yin"));
        assertThat(events(file)).hasSizeGreaterThan(10);
        assertThat(json(get("/api/v1/calendar/2027", token("jiang-yin"))).get("provisional").asBoolean()).isTrue();
        assertThat(json(get("/api/v1/calendar/2026", token("jiang-yin"))).get("provisional").asBoolean()).isFalse();
    }
}
