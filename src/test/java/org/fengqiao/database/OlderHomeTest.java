package org.fengqiao.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.fengqiao.digest.Canonical;
import org.fengqiao.record.Chain;
import org.fengqiao.record.Packing;
import org.fengqiao.record.Verification;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("旧版本留下的机关，升级以后照样核验、照样列出")
class OlderHomeTest {

    private static final String NUMBER = "示街诉〔2026〕第1号";

    @TempDir
    private Path home;

    @Test
    @DisplayName("原样存放的记录行、逐个存放的期限，转换以后意思不变")
    void carriesLinesAndClocksOver() throws Exception {
        try (Database database = TestDatabase.empty("older_home", home, "classpath:db/migration")) {
            database.migrate(database.dataSource(), MigrationVersion.fromVersion("50"));
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            String first = line("{'v':1,'case':'%s','seq':1,'step':'registered','actors':[{'id':'chen-gui','post':'registrar'}]}");
            String second = line("{'v':1,'case':'%s','seq':2,'step':'handled','actors':[{'id':'b-zhang','post':'handler'},{'id':'chen-gui','post':'handler'}]}");
            byte[] digest = Chain.next(Chain.origin(NUMBER), first);
            byte[] last = Chain.next(digest, second);
            jdbc.sql("insert into event (office, case_id, seq, digest, line) values (1, 7, 1, ?, ?), (1, 7, 2, ?, ?)")
                    .params(digest, first, last, second).update();
            jdbc.sql("insert into cases (office, id, number, lifeline, procedure, definition, stage, final, version, opened_on, acted_on, digest, title)"
                            + " values (1, 7, ?, ?, 'public-request', 'public-request@2018-01-01', 'handling', false, 2, '2026-10-09', '2026-10-09', ?, '路灯')")
                    .params(NUMBER, NUMBER, last).update();
            jdbc.sql("insert into clock (office, case_id, clock, party, kind, state, started_on, due, provisional) values"
                    + " (1, 7, 'handling', '', 'duty', 'running', '2026-10-09', '2026-10-16', false),"
                    + " (1, 7, 'reply', '', 'duty', 'stopped', '2026-10-09', '2026-10-12', false),"
                    + " (1, 7, 'reopening', '', 'window', 'running', '2026-10-09', '2026-10-10', false)").update();
            jdbc.sql("insert into worklist (office, case_id, assignee, step, due) values (1, 7, 'person:b-zhang', 'replied', '2026-10-16')").update();

            database.migrate();

            assertThat(jdbc.sql("select line from event order by seq").query(byte[].class).list().stream().map(Packing::text))
                    .containsExactly(first, second);
            assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
            Map<String, Object> row = jdbc.sql("select lifeline, handlers, due::text, paused, clocks from cases").query().singleRow();
            assertThat(row).containsEntry("lifeline", null).containsEntry("handlers", "b-zhang chen-gui")
                    .containsEntry("due", LocalDate.of(2026, 10, 16).toString()).containsEntry("paused", true)
                    .containsEntry("clocks", "handling reopening reply");
            assertThat(jdbc.sql("select step from worklist where assignee = 'person:b-zhang'").query(String.class).single()).isEqualTo("replied");
            jdbc.sql("update event set line = ? where seq = 2").param(Packing.packed(first)).update();
            assertThat(String.valueOf(Verification.ofAll(database.dataSource(), null, null).fault())).contains(NUMBER, "第2条");
        }
    }

    private static String line(String json) {
        return Canonical.text(JsonMapper.shared().readTree(json.formatted(NUMBER).replace('\'', '"')));
    }
}
