package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.office.Offices;
import org.fengqiao.record.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("重建：由记录推出的行，随时可以从记录重新得到")
class RecordRebuildTest {

    private Database database;
    private LivingOffice office;
    private JdbcClient jdbc;

    @BeforeEach
    void someCases() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        jdbc = JdbcClient.create(database.dataSource());
        office.walk(9);
        office.walk(5);
        office.walk(1);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private record Said(int status, String out, String err) {}

    private Said rebuild(boolean compare) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = RecordRebuild.run(
                database.dataSource(), new Offices(database.dataSource(), CasesConfiguration.OFFICE), compare,
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("办理写下的行与重新折叠的一致")
    void whatActsWroteIsWhatTheRecordSays() throws Exception {
        Said said = rebuild(true);
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("3 cases, 15 events folded; 0 rows differ");
        assertThat(said.status()).isZero();
    }

    @Test
    @DisplayName("改过的行被逐条指出；重建以后一致，案件照常办理")
    void changedRowsAreNamedAndWrittenAnew() throws Exception {
        jdbc.sql("update cases set stage = 'closed', final = true where version = 5").update();
        jdbc.sql("update cases set due = due + 30, handlers = 'li-ding' where version = 9 or version = 1").update();
        jdbc.sql("delete from worklist where step = 'signed-in'").update();
        jdbc.sql("update document set number = '伪造〔2026〕第1号' where id = 'D1' and case_id = (select min(case_id) from document)").update();
        Said said = rebuild(true);
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("case: stored", "|closed|t|", "|li-ding|", "worklist: stored nothing", "伪造");
        assertThat(rebuild(false).status()).isZero();
        assertThat(rebuild(true).out()).contains("0 rows differ");
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
    }

    @Test
    @DisplayName("案件行、待办行全失，也能从记录重建")
    void everythingDerivedComesBack() throws Exception {
        String number = jdbc.sql("select number from cases where version = 1").query(String.class).single();
        for (String table : new String[] {"cases", "worklist"}) {
            jdbc.sql("delete from " + table).update();
        }
        rebuild(false);
        assertThat(rebuild(true).out()).contains("3 cases, 15 events folded; 0 rows differ");
        assertThat(LivingOffice.done(office.take(number, LivingOffice.NINE.get(1))).state().version()).isEqualTo(2);
    }

    @Test
    @DisplayName("来源编号：丢了的找回，串了的改正，记录里没有的去掉")
    void sourceNumbersComeBack() throws Exception {
        LivingOffice.done(office.registerFrom("hotline-12345", "示例-1"));
        LivingOffice.done(office.registerFrom("police-110", "示例-1"));
        assertThat(rebuild(true).out()).contains("0 rows differ");
        jdbc.sql("delete from source_number where channel = 'police-110'").update();
        jdbc.sql("update source_number set number = '别的案件' where channel = 'hotline-12345'").update();
        jdbc.sql("insert into source_number (office, channel, external_id, number) values (1, 'portal', '无中生有', '没有这件')").update();
        assertThat(rebuild(true).err()).contains("source_number: stored nothing", "别的案件", "无中生有");
        assertThat(rebuild(false).status()).isZero();
        assertThat(rebuild(true).out()).contains("0 rows differ");
        assertThat(office.registerFrom("hotline-12345", "示例-1")).as("同一编号仍只算一件").isNotInstanceOf(Cases.Answer.Done.class);
    }
}
