package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.journey.RunningOffice.Seen;
import org.fengqiao.journey.RunningOffice.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("放假安排：一人登记，另一人批准，期限随即改变，待办上有话说")
class HolidayNoticeInPagesTest {

    private static final String HERE = "/administration/holidays";
    private static final String TITLE = "关于2026年10月14日放假的通知（示例）";

    private final RunningOffice office = RunningOffice.get();

    private static Map<String, String> notice(String festivals) {
        return Map.of("title", TITLE, "year", "2026", "published", "2026-10-09", "festivals", festivals);
    }

    /// A request with five working days to run; returns its address.
    private static String classified(Visitor chen) {
        Seen form = chen.get("/register/public-request");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", form.hidden("key"));
        fields.put("title", "放假前登记的一件");
        fields.put("parties[0].kind", "person");
        fields.put("parties[0].name", "示例居民丙");
        fields.put("data.channel", "counter");
        fields.put("data.content", "人行道地砖破损。");
        fields.put("data.place", "柳荫巷9号");
        String base = chen.post("/register/public-request", fields).address();
        chen.post(base + "/steps/signed-in", Map.of("expectedVersion", "1"));
        chen.post(base + "/steps/classified-ordinary", Map.of(
                "expectedVersion", "2", "data.category", "R02", "data.within-power", "yes", "data.within-power-reason", "市政设施归本街道管护。"));
        return base;
    }

    private static String approval(Seen page) {
        List<String> all = java.util.regex.Pattern.compile("action=\"(" + HERE + "/\\d+/approval)\"").matcher(page.html()).results().map(m -> m.group(1)).toList();
        return all.isEmpty() ? "" : all.getFirst();
    }

    @Test
    @DisplayName("登记、批准、改期、告知；写错的不收，外人不得看，登记的人不得批准")
    void fromNoticeToWorklist() {
        Visitor chen = office.visit("chen-gui");
        String request = classified(chen);
        assertThat(chen.get(request).html()).contains("10月15日");

        assertThat(chen.get(HERE).status()).isEqualTo(403);
        chen.get("/worklist");
        assertThat(chen.post(HERE, notice("国庆节 放假 10-14")).status()).isEqualTo(403);

        Visitor zhu = office.visit("zhu-wu");
        zhu.get(HERE);
        Seen wrong = zhu.post(HERE, notice("国庆节 放假 十月十四"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("十月十四").contains("不是日期").contains(TITLE);
        Seen entered = zhu.post(HERE, notice("国庆节 放假 10-14"));
        assertThat(entered.html()).contains("已登记，等待另一人批准").contains("待批准").contains("登记：朱午");
        assertThat(approval(entered)).as("whoever entered it is not offered to approve it").isEmpty();
        assertThat(zhu.post(HERE, notice("国庆节 放假 10-14")).html()).contains("同一天公布的同名通知已经登记");
        assertThat(chen.get(request).html()).as("not before it is approved").contains("10月15日");

        assertThat(entered.html()).as("the tabs of the room, this one current").contains("/administration?tab=settings", "/administration?tab=changes")
                .contains("href=\"" + HERE + "\" aria-current=\"page\"");
        assertThat(entered.html()).as("what an approval would change").contains("10月14日改为放假");
        assertThat(zhu.get("/worklist").html()).as("nothing waits for whoever entered it").doesNotContain("放假通知等您批准");
        assertThat(chen.get("/worklist").html()).doesNotContain("放假通知等您批准");
        zhu.get(HERE);

        zhu.post(HERE, Map.of("title", "登记错的通知（示例）", "year", "2026", "published", "2026-10-09", "festivals", "国庆节 放假 10-20"));
        String wrongly = java.util.regex.Pattern.compile("action=\"(" + HERE + "/\\d+/withdrawal)\"").matcher(zhu.get(HERE).html()).results().findFirst().orElseThrow().group(1);
        zhu.get(HERE);
        assertThat(zhu.post(wrongly, Map.of()).html()).contains("已撤回").doesNotContain("登记错的通知");
        assertThat(zhu.get("/administration?tab=changes").html()).contains("撤回登记错的通知（示例）");

        Visitor li = office.visit("li-ding");
        assertThat(li.get("/worklist").html()).contains("放假通知等您批准：" + TITLE).contains(HERE);
        String address = approval(li.get(HERE));
        zhu.get(HERE);
        assertThat(zhu.post(address, Map.of()).status()).isEqualTo(403);
        Seen approved = li.post(address, Map.of());
        assertThat(approved.html()).contains("放假安排已经生效").contains("已批准：李丁").contains("放假前登记的一件");
        assertThat(li.post(address, Map.of()).status()).as("twice").isEqualTo(403);

        assertThat(li.get("/worklist").html()).doesNotContain("放假通知等您批准");
        assertThat(chen.get(request).html()).contains("10月16日");
        assertThat(chen.get("/worklist").html()).contains("放假安排");
        assertThat(zhu.get("/administration?tab=changes").html()).contains("登记" + TITLE).contains("批准放假安排：" + TITLE);
    }
}
