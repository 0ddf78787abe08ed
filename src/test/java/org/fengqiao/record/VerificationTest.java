package org.fengqiao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.fengqiao.cases.Evidence;
import org.fengqiao.cases.LivingOffice;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("记录核验：任何一处改动都被指出")
class VerificationTest {

    private Database database;
    private LivingOffice office;
    private JdbcClient jdbc;
    private String number;

    @BeforeEach
    void oneClosedRequest() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        jdbc = JdbcClient.create(database.dataSource());
        number = office.walk(9);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Verification.Report verify() throws Exception {
        return Verification.ofAll(
                database.dataSource(), Heads.file(database.home().heads()), database.home().evidence());
    }

    private void tamper(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    private String fault() throws Exception {
        return String.valueOf(verify().fault());
    }

    @Test
    @DisplayName("未经改动的记录通过核验，数目如实")
    void holdsWhatWasWritten() throws Exception {
        office.walk(3);
        Verification.Report report = verify();
        assertThat(report.fault()).isNull();
        assertThat(report.cases()).isEqualTo(2);
        assertThat(report.events()).isEqualTo(12);
        assertThat(report.documents())
                .isPositive()
                .isEqualTo(jdbc.sql("select count(*) from document").query(Long.class).single());
        assertThat(report.personal()).isGreaterThanOrEqualTo(8);
        assertThat(Verification.ofCase(database.dataSource(), (short) 1, number).events()).isEqualTo(9);
    }

    @Test
    @DisplayName("改一个字，指出是第几条")
    void namesTheChangedEvent() throws Exception {
        put(3, Packing.packed(line(3).replace("\"R02\"", "\"R01\"")));
        assertThat(fault()).contains(number, "第3条", "内容与摘要不符");
        assertThat(Verification.ofCase(database.dataSource(), (short) 1, number).intact()).isFalse();
    }

    @Test
    @DisplayName("存放的内容不能解开：也指出是第几条")
    void namesTheEventThatCannotBeUnpacked() throws Exception {
        byte[] packed = jdbc.sql("select line from event where seq = 4").query(byte[].class).single();
        put(4, Arrays.copyOf(packed, packed.length / 2));
        assertThat(fault()).contains(number, "第4条", "不能解开");
        put(4, new byte[] {9, 1, 2, 3});
        assertThat(fault()).contains("第4条", "不能解开");
    }

    @Test
    @DisplayName("旧版本原样存放的一行，照样通过")
    void acceptsALineThatIsStoredAsItIs() throws Exception {
        byte[] text = line(5).getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[text.length + 1];
        System.arraycopy(text, 0, plain, 1, text.length);
        put(5, plain);
        assertThat(verify().intact()).isTrue();
    }

    private String line(int seq) {
        return Packing.text(jdbc.sql("select line from event where seq = ?").param(seq).query(byte[].class).single());
    }

    private void put(int seq, byte[] stored) {
        assertThat(jdbc.sql("update event set line = ? where seq = ?").params(stored, seq).update()).isEqualTo(1);
    }

    @Test
    @DisplayName("删去中间一条")
    void noticesARemovedEvent() throws Exception {
        tamper("delete from event where seq = 5");
        assertThat(fault()).contains("第5条", "缺少");
    }

    @Test
    @DisplayName("删去最后一条")
    void noticesAShortenedChain() throws Exception {
        tamper("delete from event where seq = 9");
        assertThat(fault()).contains("第9条", "案件行记有9条记录，实有8条");
    }

    @Test
    @DisplayName("两条对调")
    void noticesSwappedEvents() throws Exception {
        tamper("update event set seq = seq + 100 where seq in (3, 4)");
        tamper("update event set seq = 107 - seq where seq in (103, 104)");
        assertThat(fault()).contains("第3条");
    }

    @Test
    @DisplayName("案件行整行被删")
    void noticesEventsWithoutTheirCase() throws Exception {
        tamper("delete from cases");
        assertThat(fault()).contains("有记录而没有案件");
    }

    @Test
    @DisplayName("摘要重算而写法不规范，也不通过")
    void insistsOnTheCanonicalForm() throws Exception {
        String line = line(9);
        byte[] before = jdbc.sql("select digest from event where seq = 8").query(byte[].class).single();
        String loose = line.replace("\"seq\":9", "\"seq\": 9");
        byte[] digest = Chain.next(before, loose);
        jdbc.sql("update event set line = ?, digest = ? where seq = 9").params(Packing.packed(loose), digest).update();
        jdbc.sql("update cases set digest = ?").params((Object) digest).update();
        assertThat(fault()).contains("第9条", "规范");
    }

    @Test
    @DisplayName("改个人信息、删个人信息都被发现")
    void bindsPersonalValues() throws Exception {
        tamper("update personal set content = replace(content, '示例诉求人甲', '示例诉求人乙') where seq = 1");
        assertThat(fault()).contains("第1条", "P1.name", "不符");
        tamper("delete from personal where seq = 1");
        assertThat(fault()).contains("第1条", "缺失，且没有删除记录");
    }

    @Test
    @DisplayName("改文书内容、改文号都被发现")
    void bindsDocuments() throws Exception {
        tamper("update document set content = replace(content, '修复', '忽略')");
        assertThat(fault()).contains("文书 D1 的内容与记录的摘要不符");
        tamper("delete from document");
        assertThat(fault()).contains("文书 D1 的内容缺失");
    }

    @Test
    @DisplayName("证据文件被改或者不见")
    void bindsEvidenceFiles() throws Exception {
        String open = office.walk(6);
        Evidence.Stored stored = office.evidence().store(new ByteArrayInputStream("照片".getBytes(StandardCharsets.UTF_8)));
        LivingOffice.done(office.cases.addEvidence(
                "jiang-yin", open,
                new Evidence.Entry("photo", "现场照片", "现场拍摄", LivingOffice.DAY, "image/png", stored.size(), stored.sm3()),
                null));
        assertThat(verify().files()).isEqualTo(1);
        assertThat(verify().intact()).isTrue();
        Files.writeString(office.evidence().place(stored.sm3()), "另一张");
        assertThat(fault()).contains(open, "第7条", "证据 E1");
    }

    @Test
    @DisplayName("有数据库权限的人截短一条链，本身自洽，链首仍然揭穿")
    void headsCatchAShortenedChain() throws Exception {
        heads("2026-10-09T02:00:00Z").write();
        assertThat(verify().heads()).isEqualTo(1);
        tamper("delete from event where seq = 9");
        tamper("update cases set version = 8, digest = (select digest from event where seq = 8), stage = 'visiting', final = false");
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
        assertThat(fault()).contains("第9条", "链被截短");
    }

    @Test
    @DisplayName("有数据库权限的人整条重算，本身自洽，链首仍然揭穿")
    void headsCatchARecomputedChain() throws Exception {
        heads("2026-10-09T02:00:00Z").write();
        recompute("\"R02\"", "\"R01\"");
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
        assertThat(fault()).contains("第9条", "整体改写");
    }

    @Test
    @DisplayName("整案删去，链首揭穿")
    void headsCatchALostCase() throws Exception {
        heads("2026-10-09T02:00:00Z").write();
        for (String table : new String[] {"cases", "event", "personal", "document"}) {
            tamper("delete from " + table);
        }
        assertThat(fault()).contains(number, "整案不见");
    }

    @Test
    @DisplayName("停机几天以后的链首覆盖之前全部变化；没有变化不写")
    void missedDaysAreCovered() throws Exception {
        assertThat(heads("2026-10-09T02:00:00Z").write()).isTrue();
        assertThat(heads("2026-10-09T09:00:00Z").write()).isFalse();
        String second = office.walk(2);
        assertThat(heads("2026-10-13T02:00:00Z").write()).isTrue();
        assertThat(heads("2026-10-14T02:00:00Z").write()).isFalse();
        Path file = Heads.file(database.home().heads());
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readAllLines(file).getLast()).contains(second, "\"since\":\"2026-10-09\"").doesNotContain(number);
        Files.writeString(file, Files.readString(file).replace("\"since\":\"2026-10-09\"", "\"since\":\"2026-10-10\""));
        Files.writeString(file, Files.readString(file).replaceFirst("\"seq\":9", "\"seq\":8"));
        assertThat(fault()).contains("链首簿");
    }

    @Test
    @DisplayName("断电只写了半行的链首，下次补写，不算改动")
    void aHalfWrittenHeadIsWrittenAgain() throws Exception {
        heads("2026-10-09T02:00:00Z").write();
        Path file = Heads.file(database.home().heads());
        String whole = Files.readString(file);
        office.walk(1);
        Files.writeString(file, whole + "{\"at\":\"2026-10-");
        assertThat(verify().intact()).isTrue();
        assertThat(heads("2026-10-10T02:00:00Z").write()).isTrue();
        assertThat(verify().heads()).isEqualTo(2);
    }

    @Test
    @DisplayName("尚未提交的事务不进链首，提交以后进下一次")
    void headsWaitForRunningTransactions() throws Exception {
        Path file = Heads.file(database.home().heads());
        try (Connection running = database.dataSource().getConnection()) {
            running.setAutoCommit(false);
            try (PreparedStatement s = running.prepareStatement("select pg_current_xact_id()")) {
                s.execute();
            }
            String during = office.walk(1);
            headsAtWork("2026-10-09T02:00:00Z").write();
            assertThat(Files.readString(file)).contains(number).doesNotContain(during);
            running.rollback();
            running.setAutoCommit(true);
            headsAtWork("2026-10-10T02:00:00Z").write();
            assertThat(Files.readString(file)).contains(during);
        }
    }

    @Test
    @DisplayName("命令：完好为 0，有断点为 1 并说出断点")
    void theCommandSaysWhatIsBroken() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(String.valueOf(new Fault("甲〔2026〕第1号", 3, "缺失"))).isEqualTo("甲〔2026〕第1号 第3条：缺失");
        assertThat(new RecordVerify().name()).isEqualTo("record verify");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new RecordVerify()
                        .run(java.util.List.of("--heads", "/nowhere/heads"), new PrintStream(err), new PrintStream(err)))
                .hasMessageContaining("/nowhere/heads");
    }

    /// Heads at a moment when nothing is under way in the server, not even its own housekeeping: what is goes into a later head.
    private Heads heads(String at) {
        Instant giveUp = Instant.now().plusSeconds(30);
        while (!jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot())")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("the server comes to rest").isBefore(giveUp);
            Thread.onSpinWait();
        }
        return headsAtWork(at);
    }

    private Heads headsAtWork(String at) {
        return new Heads(database.dataSource(), database.home().heads(), Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
    }

    private void recompute(String old, String replacement) {
        byte[] digest = Chain.origin(number);
        for (int seq = 1; seq <= 9; seq++) {
            String line = line(seq).replace(old, replacement);
            digest = Chain.next(digest, line);
            jdbc.sql("update event set line = ?, digest = ? where seq = ?").params(Packing.packed(line), digest, seq).update();
        }
        jdbc.sql("update cases set digest = ?").params((Object) digest).update();
    }
}
