package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fengqiao.journey.RunningOffice.Seen;
import org.fengqiao.journey.RunningOffice.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("工作人员在网页上办理：没有脚本也能办，填错不丢，越权不给")
class OfficersWorkInPagesTest {

    private final RunningOffice office = RunningOffice.get();

    private static Map<String, String> request(Seen form, String title) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", form.hidden("key"));
        fields.put("title", title);
        fields.put("parties[0].kind", "person");
        fields.put("parties[0].name", "示例居民乙");
        fields.put("data.channel", "counter");
        fields.put("data.content", "门前路灯已经三天不亮。");
        fields.put("data.place", "柳荫巷3号");
        return fields;
    }

    private static Seen registered(Visitor registrar, String title) {
        Seen form = registrar.get("/register/public-request");
        return registrar.post("/register/public-request", request(form, title));
    }

    @Test
    @DisplayName("登记后看到案件：编号、期限怎样算出来、下一步和条文，条文的链接指到实处")
    void registersAndSeesTheCase() {
        Visitor chen = office.visit("chen-gui");
        Seen page = registered(chen, "柳荫巷路灯不亮");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("示街诉〔2026〕第").contains("签收期限").contains("这个日期怎样算出来").contains("记录完整").contains("示例居民乙");
        String law = page.links("/laws/").stream().filter(l -> l.contains("#")).findFirst().orElseThrow();
        assertThat(chen.get(law).html()).contains("id=\"" + law.substring(law.indexOf('#') + 1) + "\"");
        assertThat(chen.get("/worklist").html()).contains("柳荫巷路灯不亮").contains("签收");
        assertThat(office.count("select count(*) from look_up where person = 'chen-gui' and purpose = '办理'")).isPositive();
    }

    @Test
    @DisplayName("没有填写诉求内容：不登记，说明哪里不对，已填写的保留")
    void keepsWhatWasTypedWhenRefused() {
        Visitor chen = office.visit("chen-gui");
        long before = office.count("select count(*) from cases");
        Map<String, String> fields = request(chen.get("/register/public-request"), "忘写内容的一件");
        fields.put("data.content", " ");
        Seen page = chen.post("/register/public-request", fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("请填写“诉求内容”").contains("#f-data-content").contains("忘写内容的一件").contains("柳荫巷3号");
        assertThat(office.count("select count(*) from cases")).isEqualTo(before);
    }

    @Test
    @DisplayName("同一张表单提交两次：只登记一件")
    void registersOnceWhenSentTwice() {
        Visitor chen = office.visit("chen-gui");
        Map<String, String> fields = request(chen.get("/register/public-request"), "连按两次的一件");
        String first = chen.post("/register/public-request", fields).address();
        assertThat(chen.post("/register/public-request", fields).address()).isEqualTo(first);
        assertThat(office.count("select count(*) from cases where title = '连按两次的一件'")).isEqualTo(1);
    }

    @Test
    @DisplayName("两人同时办一件：先到的办成，后到的得到 409，说明谁先办了，填写的内容仍在")
    void losesTheRaceWithoutLosingTheTyping() {
        Visitor first = office.visit("chen-gui");
        String base = registered(first, "两人同时办的一件").address();
        first.post(base + "/steps/signed-in", Map.of("expectedVersion", "1"));
        Visitor second = office.visit("chen-gui");
        Seen stale = second.get(base + "/steps/classified-urgent");
        Seen done = first.post(base + "/steps/classified-ordinary", Map.of(
                "expectedVersion", "2", "data.category", "R02", "data.within-power", "yes", "data.within-power-reason", "市政设施归本街道管护。"));
        assertThat(done.status()).isEqualTo(200);
        Seen lost = second.post(base + "/steps/classified-urgent", Map.of(
                "expectedVersion", stale.hidden("expectedVersion"), "data.category", "R02", "data.urgency-reason", "路面塌陷，危及行人安全"));
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.html()).contains("陈癸").contains("先办理了").contains("路面塌陷，危及行人安全");
        assertThat(lost.hidden("expectedVersion")).isEqualTo("3");
    }

    @Test
    @DisplayName("不任此岗：步骤页说明由谁办理和依据，提交被拒绝；另一岗位的人可以办")
    void refusesTheWrongPostWithItsArticle() {
        Visitor chen = office.visit("chen-gui");
        String base = registered(chen, "由调度员签收的一件").address();
        Visitor jiang = office.visit("jiang-yin");
        assertThat(jiang.get(base + "/steps/signed-in").html()).contains("暂不能办").contains("须由调度员办理");
        Seen refused = jiang.post(base + "/steps/signed-in", Map.of("expectedVersion", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("须由调度员办理").contains("/laws/");
        assertThat(chen.post(base + "/steps/signed-in", Map.of("expectedVersion", "1")).html()).contains("已办理：签收。");
    }

    @Test
    @DisplayName("没有授予的都不给：登记、导出、机构管理、全部核验；有权的人照常")
    void deniesByDefault() {
        Visitor zhao = office.visit("zhao-jia");
        assertThat(zhao.get("/administration").status()).isEqualTo(403);
        assertThat(zhao.get("/cases.csv").status()).isEqualTo(403);
        assertThat(zhao.get("/verification").status()).isEqualTo(403);
        assertThat(zhao.get("/register/public-request").status()).isEqualTo(403);
        assertThat(zhao.get("/no-such-page").html()).contains("没有找到这个页面").doesNotContain("Exception");
        Visitor li = office.visit("li-ding");
        Seen csv = li.get("/cases.csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.html()).startsWith("\uFEFF\"案号\"");
        assertThat(office.count("select count(*) from look_up where person = 'li-ding' and purpose = '导出'")).isPositive();
        assertThat(li.get("/verification").status()).isEqualTo(200);
        assertThat(li.post("/verification", Map.of()).html()).contains("全部相符");
    }

    @Test
    @DisplayName("管理员登记请假：立即生效并留下记录；起止颠倒的不收")
    void recordsWhoChangedTheOffice() {
        Visitor zhu = office.visit("zhu-wu");
        zhu.get("/administration/people/yang-si");
        Seen wrong = zhu.post("/administration/people/yang-si/leaves", Map.of("from", "2026-12-20", "until", "2026-12-01"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("不能早于 2026-12-20");
        Seen right = zhu.post("/administration/people/yang-si/leaves", Map.of("from", "2026-12-01", "until", "2026-12-20"));
        assertThat(right.html()).contains("请假已登记。").contains("2026年12月1日至2026年12月20日");
        assertThat(zhu.get("/administration?tab=changes").html()).contains("登记请假 2026-12-01 至 2026-12-20").contains("朱午");
    }

    @Test
    @DisplayName("期限计算：页面与接口同一个结果；写错的说明哪一栏")
    void computesDeadlines() {
        Visitor chen = office.visit("chen-gui");
        String asked = "from=2026-09-29&length=5&unit=working-day&roll=forward";
        assertThat(chen.get("/deadlines?" + asked).html()).contains("2026年10月12日 周一");
        assertThat(chen.get("/api/v1/deadlines?" + asked).html()).contains("\"due\":\"2026-10-12\"").contains("\"provisional\":false");
        assertThat(chen.get("/api/v1/deadlines?from=2026-09-29&length=five&unit=working-day").status()).isEqualTo(400);
    }
}
