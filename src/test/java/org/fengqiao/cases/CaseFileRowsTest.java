package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Definition;
import org.fengqiao.record.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("证据目录的底稿由原案件的文书和证据生成")
class CaseFileRowsTest {

    private static Database database;
    private static LivingOffice office;
    private static CaseFiles files;
    private static String challenged;
    private static Records.Known reply;

    @BeforeAll
    static void openAReplyToACaseOfTheOffice() throws Exception {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        files = new CaseFiles(JdbcClient.create(database.dataSource()), CasesConfiguration.OFFICE);
        challenged = office.walk(6);
        Evidence.Stored stored = office.evidence().store(new ByteArrayInputStream("现场照片".getBytes(StandardCharsets.UTF_8)));
        LivingOffice.done(office.cases.addEvidence("jiang-yin", challenged, new Evidence.Entry(
                "photo", "现场照片", "现场拍摄", LivingOffice.DAY, "image/png", stored.size(), stored.sm3()), null));
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree("""
                {"arrived":"from-body","copy-on":"%1$s","body":"示例区人民政府","accepted-on":"%1$s","trial":"ordinary",
                "application-form":"written","act-kind":"other","act-name":"示例行为","act-on":"%1$s","challenged-case":"%2$s",
                "claims":"请求确认违法。"}""".formatted(LivingOffice.DAY, challenged));
        reply = LivingOffice.done(office.cases.open(
                "sun-bing",
                new Cases.Opening(
                        "reconsideration-reply", "示例复议", null, data,
                        List.of(new Act.NewParty("person", "示例申请人甲", null, null, null, "applicant", null)), challenged,
                        Cases.Taking.of(data)),
                null));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Map<String, List<JsonNode>> rows(String user, Records.Known known) {
        Definition definition = office.cases.definitions().forStep(known.state(), LivingOffice.DAY).orElseThrow();
        return new CaseFileRows(office.cases, files).of(user, definition.step("evidence-listed").orElseThrow(), known.state());
    }

    @Test
    @DisplayName("先文书后证据，名称、编号、形成之日都来自原案件，查阅留痕")
    void listsWhatTheFileHolds() {
        List<JsonNode> rows = rows("sun-bing", reply).get("evidence-rows");

        assertThat(rows).extracting(r -> r.path("name").asString()).contains("民生诉求工单", "现场照片").endsWith("现场照片");
        assertThat(rows.getLast().path("number").asString()).isEqualTo("E1");
        assertThat(rows).allSatisfy(r -> assertThat(r.path("made-on").asString()).isEqualTo(LivingOffice.DAY.toString()));
        assertThat(JdbcClient.create(database.dataSource()).sql("select count(*) from look_up where person = 'sun-bing' and purpose = '编制证据目录'")
                .query(Integer.class).single()).isPositive();
    }

    @Test
    @DisplayName("原案件与本案在同一事线")
    void sharesTheLifeline() {
        assertThat(reply.state().lifeline()).isEqualTo(challenged);
    }

    @Test
    @DisplayName("无权查看原案件的人得不到底稿")
    void showsNothingToWhoMayNotSee() {
        assertThat(rows("zhu-wu", reply)).isEmpty();
    }
}
