package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.cases.Cases;
import org.fengqiao.journey.RunningOffice.Seen;
import org.fengqiao.journey.RunningOffice.Visitor;
import org.fengqiao.procedure.Act;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("合同页面：送审稿存进来，提示逐条处理记入案件，两稿对照，财务台账核对")
class ContractsInPagesTest {

    private static final RunningOffice OFFICE = RunningOffice.get();
    private static final Path LEASE = Path.of("src/test/resources/contracts/tuning/05-shop-lease-out.txt");

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private static String done(Cases.Answer answer) {
        assertThat(answer).isInstanceOf(Cases.Answer.Done.class);
        return ((Cases.Answer.Done) answer).known().state().number();
    }

    /// A review that has been handed to Lü Hai.
    private static String submitted(String party) {
        Cases cases = OFFICE.bean(Cases.class);
        String number = done(cases.open("jiang-yin", new Cases.Opening(
                "contract-review", "沿街商铺租赁合同", null,
                json("{\"unit\":\"city\",\"contract-name\":\"沿街商铺租赁合同\",\"contract-kind\":\"lease\",\"contract-amount\":9360000,\"major-trait\":\"none\",\"procurement\":\"not-required\",\"budget-state\":\"none\",\"main-terms\":\"出租商铺\"}"),
                List.of(new Act.NewParty("organization", party, null, null, null, "counterparty", null)), null, Cases.Taking.of(json("{}"))), null));
        done(cases.take("sun-bing", number, "accepted", Cases.Taking.of(json("{\"reviewer\":[\"lv-hai\"]}")), null));
        return number;
    }

    private static String address(String number) {
        return "/cases/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    private static void bring(Visitor officer, String number, String title, String name, byte[] file) {
        officer.get(address(number));
        Seen after = officer.upload(address(number) + "/evidence", Map.of("kind", "书证", "title", title, "source", "承办科室", "collectedOn", "2026-10-08"), name, file);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.html()).contains("证据已存入案卷");
    }

    private static String lease() throws Exception {
        return Files.readString(LEASE).split("---\n", 2)[1];
    }

    @Test
    @DisplayName("提示标在原文上，选采纳、不采纳带入审查意见，提交后记入案件，核对页汇总采纳率")
    void recordsWhatTheReviewerMadeOfEachSuggestion() throws Exception {
        String number = submitted("示例便民超市有限公司");
        Visitor reviewer = OFFICE.visit("lv-hai");
        assertThat(reviewer.get(address(number) + "/contract").html()).contains("还没有存入合同文本");
        bring(reviewer, number, "送审稿", "draft.txt", lease().getBytes(StandardCharsets.UTF_8));
        assertThat(reviewer.get(address(number)).html()).contains("对照和风险提示");
        Seen page = reviewer.get(address(number) + "/contract");
        assertThat(page.html()).contains("<mark>租赁期限二十五年</mark>").contains("租赁期限超过二十年").contains("第七百零五条").contains("带入审查意见").contains("2 处，供参考");

        Map<String, String> decided = new LinkedHashMap<>();
        for (int i = 0; i < 2; i++) {
            String field = "data.risk-points[" + i + "].";
            decided.put(field + "risk", page.hidden(field + "risk"));
            decided.put(field + "clause", page.hidden(field + "clause"));
            decided.put(field + "disposition", i == 0 ? "accepted" : "dismissed");
            decided.put(field + "remark", "说明" + i);
        }
        Seen step = reviewer.post(address(number) + "/steps/legality-reviewed/form", decided);
        assertThat(step.status()).isEqualTo(200);
        assertThat(step.html()).contains("value=\"租赁期限超过二十年\"").contains("value=\"说明1\"");
        assertThat(OFFICE.bean(Cases.class).see("lv-hai", number).orElseThrow().state().stage()).as("nothing was taken").isEqualTo("reviewing");

        decided.putAll(Map.of(
                "expectedVersion", step.hidden("expectedVersion"), "key", step.hidden("key"), "data.legality-account", "二十五年的租期改为十五年。", "data.authority", "verified",
                "data.mandatory-conflict", "no", "data.exemption-clause", "none", "data.standard-terms", "none", "data.penalty-clause", "fair", "data.approval", "not-needed"));
        decided.put("data.legality-conclusion", "revise");
        Cases cases = OFFICE.bean(Cases.class);
        Seen after = reviewer.postAll(address(number) + "/steps/legality-reviewed", decided, Map.of("data.review-checked",
                List.of("parties", "subject", "quantity", "quality", "price", "performance", "breach", "disputes")));
        assertThat(after.html()).contains("已办理：出具审查意见");
        var state = cases.see("lv-hai", number).orElseThrow().state();
        assertThat(state.last("legality-reviewed").orElseThrow().data().get("risk-points").toString())
                .contains("租赁期限超过二十年").contains("accepted").contains("dismissed").contains("说明0");
        assertThat(OFFICE.visit("sun-bing").get("/contracts").html()).contains("风险提示的采纳").contains("租赁期限超过二十年");
    }

    @Test
    @DisplayName("两稿对照：改了的字标出来，修订稿下载得到；相同的说相同；读不出的说明原因")
    void comparesTwoDrafts() throws Exception {
        String number = submitted("示例便民超市二店");
        Visitor reviewer = OFFICE.visit("lv-hai");
        String redline = address(number) + "/contract/redline";
        assertThat(reviewer.get(redline).html()).contains("对照要有两稿");
        bring(reviewer, number, "送审稿", "a.txt", lease().getBytes(StandardCharsets.UTF_8));
        bring(reviewer, number, "修改稿", "b.txt", lease().replace("二十五年", "十五年").getBytes(StandardCharsets.UTF_8));
        Seen page = reviewer.get(redline);
        assertThat(page.html()).contains("<del>二</del>").contains("E1 → E2").contains("下载修订稿");
        assertThat(reviewer.get(redline + "?before=E1&after=E1").html()).contains("两稿的文字完全相同").contains("是同一份文件");
        assertThat(reviewer.get(redline + ".docx?before=E1&after=E2").status()).isEqualTo(200);
        bring(reviewer, number, "旧版", "c.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        assertThat(reviewer.get(redline).html()).contains("不能对照").contains("“旧版”：这是旧版 Word 文件");
        assertThat(reviewer.get(redline + ".docx").status()).isEqualTo(404);
        assertThat(reviewer.get(address(number) + "/contract").html()).as("the newest draft that can be read").contains("有一份文件读不出文字").contains("修改稿");
        assertThat(reviewer.get(redline + "?before=E9&after=E1").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("不能看案件的人看不到送审稿；别的程序的案件没有这一页")
    void showsDraftsOnlyToThoseWhoMayReadTheCase() {
        String number = submitted("示例便民超市三店");
        assertThat(OFFICE.visit("wu-ji").get(address(number) + "/contract").status()).isEqualTo(404);
        assertThat(OFFICE.visit("lv-hai").get("/cases/x/contract").status()).isEqualTo(404);
        assertThat(OFFICE.visit("jiang-yin").get(address(number) + "/contract").html()).doesNotContain("带入审查意见");
    }

    @Test
    @DisplayName("导入财务台账：没有审的列出来，再导入不重复，说明以后单列；无权的不能看、不能导入")
    void reconcilesTheFinanceLedger() throws Exception {
        Visitor finance = OFFICE.visit("yang-si");
        assertThat(finance.get("/contracts").html()).contains("导入财务台账");
        byte[] file = "合同编号,合同名称,对方单位,合同金额,签订日期\n示街合〔2026〕91号,空调采购,示例制冷设备公司,45600,2026-06-02\n示街合〔2026〕92号,坏行,示例,若干,2026-06-02\n".getBytes(StandardCharsets.UTF_8);
        Seen looked = finance.upload("/contracts/import", Map.of(), "台账.csv", file);
        assertThat(looked.html()).contains("什么也没有登记").contains("将要登记 1 行").contains("第 3 行").contains("读不出数字");
        assertThat(OFFICE.count("select count(*) from contract_ledger where key = '示街合〔2026〕91号'")).as("looked at, not taken").isZero();
        assertThat(finance.confirmImport(looked.address()).html()).contains("登记 1 行").contains("有误，未登记 1 行");
        assertThat(finance.get("/contracts").html()).contains("应审未审").contains("空调采购").contains("/register/contract-review");
        byte[] dearer = new String(file, StandardCharsets.UTF_8).replace("45600", "45700").getBytes(StandardCharsets.UTF_8);
        Seen again = finance.upload("/contracts/import", Map.of(), "台账.csv", dearer);
        assertThat(again.html()).contains("将要更新 1 行");
        assertThat(OFFICE.visit("lv-hai").get(again.address()).status()).as("somebody else's import").isEqualTo(404);
        assertThat(finance.confirmImport(again.address()).html()).contains("更新 1 行");
        finance.get("/contracts");
        assertThat(finance.upload("/contracts/import", Map.of(), "台账.csv", dearer).html()).contains("已有，没有变化 1 行").doesNotContain("确认导入");
        assertThat(OFFICE.count("select count(*) from contract_ledger where key = '示街合〔2026〕91号'")).isOne();
        assertThat(finance.get("/contracts/findings.csv").html()).contains("\"应审未审\",\"合同\",\"示街合〔2026〕91号\"");
        finance.get("/contracts");
        assertThat(finance.post("/contracts/explanations", Map.of("line", "contract:示街合〔2026〕91号", "why", "区里统一采购")).html()).contains("已登记说明");
        assertThat(finance.get("/contracts?show=explained").html()).contains("空调采购").contains("区里统一采购");
        finance.get("/contracts");
        assertThat(finance.upload("/contracts/import", Map.of(), "别的.csv", "甲,乙\n".getBytes(StandardCharsets.UTF_8)).html()).contains("没有找到表头");
        assertThat(OFFICE.visit("jiang-yin").get("/contracts").status()).isEqualTo(403);
        assertThat(finance.get("/contracts/checklist").html()).contains("定金超过合同金额的百分之二十").contains("第五百八十六条第二款");
    }
}
