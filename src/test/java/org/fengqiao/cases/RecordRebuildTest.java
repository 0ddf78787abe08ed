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
}
