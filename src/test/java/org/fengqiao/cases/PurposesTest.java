package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.procedure.Act;
import org.fengqiao.record.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("限制查阅：社区矫正案件只给承办岗位；其他岗位凭案号写明用途，当日有效，次次有记录（社区矫正法第二十六条、第五十四条）")
class PurposesTest {

    private Database database;
    private LivingOffice office;
    private JdbcClient jdbc;
    private String number;
    private long id;

    @BeforeEach
    void oneCaseOfCorrection() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        jdbc = JdbcClient.create(database.dataSource());
        LocalDate day = LivingOffice.DAY;
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree("""
                {"correction-kind":"probation","decider":"示例区人民法院","judgment-number":"示例1号","offence":"危险驾驶罪",
                "effective-on":"%1$s","notice-received-on":"%1$s","term-from":"%1$s","term-until":"%2$s","sex":"male","minor":"no",
                "entrusted":"yes","entrustment":"示例区社区矫正管理局"}""".formatted(day, day.plusYears(1)));
        var opened = LivingOffice.done(office.cases.open(
                "meng-shier",
                new Cases.Opening(
                        "community-correction", "示例矫正对象甲", null, data,
                        List.of(new Act.NewParty("person", "示例矫正对象甲", null, null, null, "subject", null)), null, Cases.Taking.of(data)),
                null));
        number = opened.state().number();
        id = opened.id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("承办岗位看得到；信访、调解、网格、执法岗位看不到，也不能凭用途查阅")
    void onlyThoseWhoActSeeIt() {
        assertThat(office.cases.see("meng-shier", number)).isPresent();
        assertThat(office.cases.see("gu-yishi", number)).isPresent();
        for (String other : List.of("chen-gui", "shui-jiuyin", "jiang-shigui", "hua-liuji", "zhao-jia", "zhu-wu", "chu-zi")) {
            assertThat(office.cases.see(other, number)).as(other).isEmpty();
            assertThat(office.cases.viewing().asksPurpose(other, number)).as(other).isEmpty();
            office.cases.purposes().state(other, id, "想看一看别人的案件");
            assertThat(office.cases.see(other, number)).as(other + " 说了用途也不行").isEmpty();
        }
    }

    @Test
    @DisplayName("分管负责人写明用途以前看不到，写明以后当日看得到这一件，别的人不因此看到")
    void purposeOpensOneCaseForOnePerson() {
        assertThat(office.cases.see("wang-xin", number)).isEmpty();
        assertThat(office.cases.viewing().asksPurpose("wang-xin", number)).isPresent();
        office.cases.purposes().state("wang-xin", id, "回复区人民检察院检察建议");
        assertThat(office.cases.see("wang-xin", number)).isPresent();
        assertThat(office.cases.viewing().asksPurpose("wang-xin", number)).isEmpty();
        assertThat(office.cases.see("li-ding", number)).isEmpty();
        office.cases.purposes().state("li-ding", id + 1, "另一件案件");
        assertThat(office.cases.see("li-ding", number)).isEmpty();
    }

    @Test
    @DisplayName("举报人：承办的人看得到案件，看不到举报人；说明用途以后当日看得到；案卷里没有；不能办理的人不能凭用途看")
    void whoReportedIsKnownOnlyForAPurpose() throws Exception {
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree("""
                {"source":"report","clue-kind":"fight","clue":"示例举报人丙说二人推搡，一人擦伤。","place":"石桥路20号","act-ended-on":"%s","dangerous":"no",
                "called-110":"no","reporter-kept":"yes"}""".formatted(LivingOffice.DAY));
        var opened = LivingOffice.done(office.cases.open(
                "chen-gui",
                new Cases.Opening(
                        "police-clue", "示例举报人丙反映推搡", null, data,
                        List.of(new Act.NewParty("person", "示例举报人丙", null, "示例电话", null, "reporter", null),
                                new Act.NewParty("person", "示例当事人丁", null, null, null, "suspect", null)), null, Cases.Taking.of(data)),
                null));
        String clue = opened.state().number();
        assertThat(office.cases.see("wang-xin", clue).orElseThrow().state().personal())
                .containsEntry("P1.name", "（已限制处理）").containsEntry("P1.contact", "（已限制处理）")
                .containsEntry("title", "（已限制处理）").containsEntry("P2.name", "示例当事人丁");
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());
        var named = new CaseSearch.Query(clue, "", "", "", "", null, null, 1, 20);
        assertThat(search.find("wang-xin", named).rows().getFirst().title()).isEqualTo("（已限制处理）");
        CasePackage packages = new CasePackage(
                office.cases, office.records, office.documents(), office.evidence(), database.home().heads(), jdbc, Laws.load(), new Texts(database.dataSource()));
        assertThat(unpacked(packages.of(office.cases.see("wang-xin", clue).orElseThrow()).zip())).doesNotContain("示例举报人丙").contains("示例当事人丁");

        office.cases.purposes().state("wang-xin", opened.id(), "向举报人核实时间地点");
        assertThat(office.cases.see("wang-xin", clue).orElseThrow().state().partyName("P1")).isEqualTo("示例举报人丙");
        assertThat(office.cases.see("chen-gui", clue).orElseThrow().state().partyName("P1")).as("说明用途的是别人").isEqualTo("（已限制处理）");
        office.cases.purposes().state("hua-liuji", opened.id(), "想知道是谁举报的");
        assertThat(office.cases.see("hua-liuji", clue)).isEmpty();
    }

    @Test
    @DisplayName("按举报人的姓名检索不到：标题没有写姓名的也检索不到，写明用途、看得到姓名的人才检索得到；按其他当事人照常检索")
    void nobodyFindsTheCaseByANameTheyAreNotShown() {
        var opened = clue("小区门口推搡", new Act.NewParty("person", "示例举报人丙", null, "示例电话九", null, "reporter", null));
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());

        assertThat(total(search, "wang-xin", "小区门口推搡")).as("标题").isEqualTo(1);
        assertThat(total(search, "wang-xin", "示例当事人丁")).as("其他当事人").isEqualTo(1);
        assertThat(total(search, "wang-xin", "举报人丙")).as("举报人").isZero();
        assertThat(total(search, "wang-xin", "示例电话九")).as("举报人的电话").isZero();

        office.cases.purposes().state("wang-xin", opened.id(), "向举报人核实时间地点");
        assertThat(total(search, "wang-xin", "举报人丙")).as("写明用途以后").isEqualTo(1);
        assertThat(total(search, "chen-gui", "举报人丙")).as("写明用途的是别人").isZero();
    }

    @Test
    @DisplayName("同名的案件再多，也一件不漏：三百件以前的那一件，看得到姓名的人照样检索得到，看不到的照样检索不到")
    void findsTheOldestOfManyByTheProtectedName() {
        var oldest = clue("小区门口推搡", new Act.NewParty("person", "示例举报人丙", null, null, null, "reporter", null));
        for (int i = 0; i < 301; i++) {
            clue("小区门口推搡", new Act.NewParty("person", "示例举报人丙", null, null, null, "reporter", null));
        }
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());

        assertThat(total(search, "wang-xin", "示例当事人丁")).as("其他当事人").isEqualTo(302);
        assertThat(total(search, "wang-xin", "示例举报人丙")).as("举报人").isZero();
        office.cases.purposes().state("wang-xin", oldest.id(), "向举报人核实时间地点");
        assertThat(total(search, "wang-xin", "示例举报人丙")).as("写明用途的那一件").isEqualTo(1);
        assertThat(total(search, "chen-gui", "示例举报人丙")).as("写明用途的是别人").isZero();
    }

    @Test
    @DisplayName("有保密身份的程序，不写明身份的当事人不登记：分不清谁是举报人，就保不了密")
    void refusesAPartyOfWhomNobodyKnowsWhetherToProtectIt() {
        var answer = open("小区门口推搡", new Act.NewParty("person", "示例举报人丙", null, null, null, null, null));

        assertThat(answer).isInstanceOf(Cases.Answer.Refused.class);
        assertThat(((Cases.Answer.Refused) answer).reasons()).anySatisfy(r -> {
            assertThat(r.text()).contains("请写明每名当事人的身份").contains("举报人");
            assertThat(r.citations()).isNotEmpty();
        });
    }

    private static long total(CaseSearch search, String user, String words) {
        return search.find(user, new CaseSearch.Query(words, "police-clue", "", "", "", null, null, 1, 20)).total();
    }

    private Records.Known clue(String title, Act.NewParty reporter) {
        return LivingOffice.done(open(title, reporter));
    }

    private Cases.Answer open(String title, Act.NewParty reporter) {
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree("""
                {"source":"report","clue-kind":"fight","clue":"二人推搡，一人擦伤。","place":"石桥路20号","act-ended-on":"%s","dangerous":"no",
                "called-110":"no","reporter-kept":"yes"}""".formatted(LivingOffice.DAY));
        return office.cases.open(
                "chen-gui",
                new Cases.Opening(
                        "police-clue", title, null, data,
                        List.of(reporter, new Act.NewParty("person", "示例当事人丁", null, null, null, "suspect", null)), null, Cases.Taking.of(data)),
                null);
    }

    private static String unpacked(byte[] zip) throws Exception {
        StringBuilder all = new StringBuilder();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                all.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    @DisplayName("隔日须重新说明用途")
    void purposeEndsWithTheDay() {
        office.cases.purposes().state("wang-xin", id, "回复区人民检察院检察建议");
        jdbc.sql("update look_up set at = at - interval '1 day'").update();
        assertThat(office.cases.see("wang-xin", number)).isEmpty();
    }

    @Test
    @DisplayName("检索不列出：没有承办岗位的人搜不到姓名和案号，说明用途以后也不列")
    void searchDoesNotListIt() {
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());
        var query = new CaseSearch.Query("示例矫正对象甲", "", "", "", "", null, null, 1, 20);
        assertThat(search.find("meng-shier", query).total()).isEqualTo(1);
        office.cases.purposes().state("wang-xin", id, "回复区人民检察院检察建议");
        assertThat(search.find("wang-xin", query).total()).isZero();
        assertThat(search.find("chen-gui", query).total()).isZero();
    }

    @Test
    @DisplayName("每次查阅都有记录，写的是说明的用途；承办人的查阅也有记录")
    void everyLookIsLogged() {
        office.cases.purposes().state("wang-xin", id, "回复区人民检察院检察建议");
        office.cases.viewing().lookedUp("wang-xin", office.cases.see("wang-xin", number).orElseThrow(), "接口");
        new CaseFiles(jdbc, CasesConfiguration.OFFICE).lookedUp("wang-xin", id, "办理", "案件页");
        office.cases.viewing().lookedUp("meng-shier", office.cases.see("meng-shier", number).orElseThrow(), "接口");
        assertThat(jdbc.sql("select person || ' ' || purpose || ' ' || what from look_up where case_id = ? order by id")
                        .params(id)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "wang-xin 回复区人民检察院检察建议 说明用途", "wang-xin 回复区人民检察院检察建议 接口", "wang-xin 回复区人民检察院检察建议 案件页",
                        "meng-shier 办理 接口");
    }

    @Test
    @DisplayName("说明用途只能看，不能办")
    void purposeDoesNotAct() {
        office.cases.purposes().state("wang-xin", id, "回复区人民检察院检察建议");
        var answer = office.cases.take("wang-xin", number, "reported", Cases.Taking.of(JsonMapper.shared().createObjectNode()), null);
        assertThat(answer).isInstanceOf(Cases.Answer.Forbidden.class);
    }
}
