package org.fengqiao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Act;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("收件：送两次只计一次，退回的行留着，改好再送")
class IntakeTest {

    private static Database database;
    private static Intake intake;
    private static Cases cases;
    private static JdbcClient jdbc;

    @BeforeAll
    static void office() throws Exception {
        database = TestDatabase.fresh();
        Offices offices = new Offices(database.dataSource(), (short) 1);
        try (InputStream yaml = IntakeTest.class.getResourceAsStream("/demo/office.yaml")) {
            offices.found(OfficeFile.read(yaml));
        }
        offices.setDay(java.time.LocalDate.of(2026, 10, 9));
        cases = CasesConfiguration.beside(database.dataSource());
        intake = new Intake(cases, database.dataSource(), Mapping.shipped());
        jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Receipt send(Channel channel, String lines) throws Exception {
        return intake.receive(channel, Delivery.jsonLines(lines), intake.firstRegistrar().orElseThrow(), done -> {});
    }

    private static int open(Channel channel) {
        return jdbc.sql("select count(*) from intake_reject where channel = ? and settled_at is null").param(channel.id).query(Integer.class).single();
    }

    private static Cases.Answer typed(String channel, String externalId) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        if (!externalId.isEmpty()) {
            data.put("external-id", externalId);
        }
        data.put("channel", channel).put("content", "小区北门外路灯不亮。").put("place", "石桥路20号");
        return cases.open("chen-gui", new Cases.Opening(
                "public-request", "路灯不亮", null, data, List.of(new Act.NewParty("person", "示例居民戊", null, null, null, null, null)), null,
                new Cases.Taking(null, null, null, List.of(), null, null, data)), null);
    }

    @Test
    @DisplayName("平台说身份保密的，登记为保密；没有说的、说不保密的照常；说不清的退回")
    void keepsSecretWhomThePlatformAsksToKeepSecret() throws Exception {
        Receipt receipt = send(Channel.HOTLINE, """
                {"id":"S1","topic":"油烟扰民","detail":"楼下饭店油烟扰民。","name":"示例居民庚","是否保密":"是"}
                {"id":"S2","topic":"油烟扰民","detail":"楼下饭店油烟扰民。","name":"示例居民庚","是否保密":"否"}
                {"id":"S3","topic":"油烟扰民","detail":"楼下饭店油烟扰民。","name":"示例居民庚"}
                {"id":"S4","topic":"油烟扰民","detail":"楼下饭店油烟扰民。","name":"示例居民庚","是否保密":"看情况"}""");
        assertThat(receipt.cases()).extracting(n -> cases.see("chen-gui", n).orElseThrow().state().partyName("P1"))
                .containsExactly("（已限制处理）", "示例居民庚", "示例居民庚");
        assertThat(open(Channel.HOTLINE)).isEqualTo(1);
    }

    @Test
    @DisplayName("手工登记与成批导入认同一个来源编号：先导入的不能再登记，先登记的不再导入；别的渠道、别的编号照常")
    void knowsANumberWhicheverWayItCame() throws Exception {
        String imported = send(Channel.HOTLINE, "{\"id\":\"T1\",\"topic\":\"路灯不亮\",\"detail\":\"小区北门外路灯不亮。\"}").cases().getFirst();
        assertThat(typed("hotline-12345", " T1 ")).isInstanceOfSatisfying(Cases.Answer.Refused.class, r -> {
            assertThat(r.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.text()).contains("T1", imported);
                assertThat(reason.field()).isEqualTo("external-id");
            });
        });
        assertThat(typed("hotline-12345", "T2")).isInstanceOf(Cases.Answer.Done.class);
        assertThat(typed("police-110", "T1")).as("another channel's number").isInstanceOf(Cases.Answer.Done.class);
        assertThat(send(Channel.HOTLINE, "{\"id\":\"T2\",\"topic\":\"路灯不亮\",\"detail\":\"小区北门外路灯不亮。\"}").duplicate()).isEqualTo(1);
        assertThat(typed("counter", "")).as("no number, no duplicate").isInstanceOf(Cases.Answer.Done.class);
        assertThat(typed("counter", "")).isInstanceOf(Cases.Answer.Done.class);
    }

    @Test
    @DisplayName("一行一件：登记为民生诉求，编号、内容、时间照录；再送一次全部算重复")
    void countsTheSameDeliveryOnce() throws Exception {
        String lines = """
                {"id":"H1","topic":"路灯不亮","detail":"小区北门外路灯不亮。","time":"2020/1/6 12:09:38"}
                {"id":"H2","topic":"","detail":"楼道堆物，请清理。","time":""}
                {"id":"H1","topic":"路灯不亮","detail":"小区北门外路灯不亮。","time":"2020/1/6 12:09:38"}
                """;
        Receipt first = send(Channel.HOTLINE, lines);
        assertThat(first.accepted()).isEqualTo(2);
        assertThat(first.duplicate()).isEqualTo(1);
        assertThat(first.rejected()).isEmpty();
        var state = cases.records().read(first.cases().getFirst(), null, null).known().state();
        assertThat(state.procedure()).isEqualTo("public-request");
        assertThat(state.fact("external-id").orElseThrow().asString()).isEqualTo("H1");
        assertThat(state.fact("reported-at").orElseThrow().asString()).startsWith("2020-01-06T12:09:38+08:00");
        assertThat(state.personal()).containsEntry("title", "路灯不亮").containsEntry("content", "小区北门外路灯不亮。");

        Receipt second = send(Channel.HOTLINE, lines);
        assertThat(second.accepted()).isZero();
        assertThat(second.duplicate()).isEqualTo(3);
        assertThat(send(Channel.POLICE, lines).accepted()).as("另一渠道的同号是另一件").isEqualTo(2);
    }

    @Test
    @DisplayName("不合格的行说明行号和理由并留存，不妨碍其他行；改好再送即销账")
    void keepsRejectedLinesUntilTheyAreCorrected() throws Exception {
        Receipt receipt = send(Channel.GRID, """
                {"id":"G1","detail":"井盖松动，夜间有异响。"}
                {"id":"G2","detail":""}
                not json

                {"detail":"没有编号"}
                {"id":"G3","detail":"占道经营。","time":"昨天"}
                {"id":"G4","detail":"占道经营。","time":"2099-01-01 08:00:00"}
                {"id":"G5","detail":"a\\u0000b"}
                {"id":"G6","detail":{"x":1}}
                [1]
                """);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::line).containsExactly(2, 3, 5, 6, 7, 8, 9, 10);
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::reason).allSatisfy(r -> assertThat(r).isNotBlank());
        assertThat(receipt.rejected().get(2).reason()).contains("编号");
        assertThat(open(Channel.GRID)).isEqualTo(8);

        send(Channel.GRID, "{\"id\":\"G2\",\"detail\":\"\"}");
        assertThat(open(Channel.GRID)).as("同一行再退一次，仍是一行").isEqualTo(8);
        assertThat(send(Channel.GRID, "{\"id\":\"G2\",\"detail\":\"楼道灯不亮。\"}").accepted()).isEqualTo(1);
        assertThat(open(Channel.GRID)).isEqualTo(7);
        long unnumbered = jdbc.sql("select id from intake_reject where channel = 'grid' and line = 5").query(Long.class).single();
        assertThat(send(Channel.GRID, "{\"_reject\":" + unnumbered + ",\"id\":\"G9\",\"detail\":\"没有编号的已补编号。\"}").accepted()).isEqualTo(1);
        assertThat(open(Channel.GRID)).isEqualTo(6);
    }

    @Test
    @DisplayName("两边同时送同一份：各行合计只开一件案")
    void countsTwoDeliveriesAtOnceOnce() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            lines.append("{\"id\":\"W").append(i).append("\",\"detail\":\"同时送来的诉求。\"}\n");
        }
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Receipt>> receipts = List.of(
                    both.submit(() -> send(Channel.WECHAT, lines.toString())), both.submit(() -> send(Channel.WECHAT, lines.toString())));
            assertThat(receipts.get(0).get().accepted() + receipts.get(1).get().accepted()).isEqualTo(120);
            assertThat(receipts.get(0).get().duplicate() + receipts.get(1).get().duplicate()).isEqualTo(120);
        }
        assertThat(jdbc.sql("select count(*) from intake_line").query(Integer.class).single()).isZero();
    }

    @Test
    @DisplayName("逗号分隔的表：引号、换行、逗号照录；列数不符的行退回")
    void readsTables() {
        List<Line> lines = Delivery.csv("工单编号,内容,地点\r\nC1,\"路灯\"\"不亮\"\",\n第二行\",石桥路\r\n\r\nC2,占道,a,b\r\nC3,噪音,\"民生街\"\r\n");
        assertThat(lines).extracting(Line::number).containsExactly(2, 5, 6);
        assertThat(lines.get(0).fields().get("内容").asString()).isEqualTo("路灯\"不亮\",\n第二行");
        assertThat(lines.get(1).trouble()).contains("4 列", "3 列");
        assertThat(lines.get(2).fields().get("地点").asString()).isEqualTo("民生街");
        assertThat(Delivery.csv("a,b\n1,\"open").getFirst().trouble()).contains("引号");
        assertThat(Delivery.csv("a,b\n1,\n")).first().satisfies(l -> assertThat(l.fields().get("b").asString()).isEmpty());
    }

    @Test
    @DisplayName("编码不符说明哪一行、像什么；写明 GBK 就能读")
    void saysWhichEncodingItIsNot() throws Exception {
        byte[] gbk = "{\"id\":1}\n{\"内容\":\"路灯不亮\"}\n".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> Delivery.text(gbk, StandardCharsets.UTF_8)).isInstanceOfSatisfying(Delivery.WrongEncoding.class, e -> {
            assertThat(e.line).isEqualTo(2);
            assertThat(e.looksLikeGbk).isTrue();
        });
        assertThat(Delivery.text(gbk, Charset.forName("GB18030"))).contains("路灯不亮");
        assertThat(Delivery.text("\uFEFFa".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo("a");
    }

    @Test
    @DisplayName("字段对照可由来件方的文件补充；写错栏目名的文件不收")
    void readsAnotherSendersNames() {
        Mapping mapping = Mapping.shipped().with("m.yaml", "content: { from: [shuoming] }");
        var line = (tools.jackson.databind.node.ObjectNode) tools.jackson.databind.json.JsonMapper.shared().readTree("{\"shuoming\":\" 路灯 \",\"id\":7}");
        assertThat(mapping.value(line, "content")).isEqualTo("路灯");
        assertThat(mapping.value(line, "external-id")).isEqualTo("7");
        assertThat(mapping.value(line, "place")).isEqualTo("见诉求内容");
        assertThatThrownBy(() -> Mapping.shipped().with("m.yaml", "contents: { from: [x] }")).hasMessageContaining("contents");
    }
}
