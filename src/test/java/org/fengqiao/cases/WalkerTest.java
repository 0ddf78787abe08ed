package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Laws;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.record.Chain;
import org.fengqiao.record.Packing;
import org.fengqiao.record.Records;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("漫步：任何人在任何案件里做任何事，都得到有理由的答复")
class WalkerTest {

    private static final int STEPS = 6_000;

    @ParameterizedTest(name = "种子 {0}")
    @ValueSource(longs = {20261009, 7})
    @DisplayName("没有异常；拒绝都有理由和依据；终结的案件没有未了的期限；重读等于记忆，链条完好")
    void everyAnswerIsReasonedAndTheRecordHolds(long seed) throws Exception {
        try (Database database = TestDatabase.fresh()) {
            Offices offices = new Offices(database.dataSource(), CasesConfiguration.OFFICE);
            try (InputStream yaml = WalkerTest.class.getResourceAsStream("/demo/office.yaml")) {
                offices.found(OfficeFile.read(yaml));
            }
            Cases cases = CasesConfiguration.beside(database.dataSource());
            Walk walk = new Walk(cases, OfficeClock.simulated(LocalDate.of(2026, 10, 9)), Laws.load(), seed);

            walk.steps(STEPS);

            assertThat(walk.answers).as("走到的地方").containsKeys("Done", "Drafted", "Refused", "Forbidden", "NotFound", "Lost");
            assertThat(walk.answers.get("Done")).as("%s", walk.answers).isGreaterThan(STEPS / 16);
            assertThat(walk.answers.get("Refused")).isGreaterThan(STEPS / 10);
            assertThat(walk.finished.keySet()).as("程序里走到终结的").hasSizeGreaterThan(cases.definitions().slugs().size() / 2);
            for (Records.Known cached : walk.known.values()) {
                Records.Known fresh = cases.records().read(cached.state().number(), null, null).known();
                assertThat(fresh.state()).isEqualTo(cached.state());
                assertThat(fresh.digest()).isEqualTo(cached.digest());
                verifyChain(database, cached);
            }
        }
    }

    private static void verifyChain(Database database, Records.Known known) throws Exception {
        byte[] digest = Chain.origin(known.state().number());
        int lines = 0;
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement s = connection.prepareStatement("select seq, line, digest from event where case_id = ? order by seq")) {
            s.setLong(1, known.id());
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    digest = Chain.next(digest, Packing.text(r.getBytes(2)));
                    assertThat(r.getInt(1)).isEqualTo(++lines);
                    assertThat(r.getBytes(3)).isEqualTo(digest);
                }
            }
        }
        assertThat(lines).isEqualTo(known.state().version());
        assertThat(digest).isEqualTo(known.digest());
    }
}
