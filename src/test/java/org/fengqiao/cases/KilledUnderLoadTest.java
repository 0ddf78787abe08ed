package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.record.Heads;
import org.fengqiao.record.Records;
import org.fengqiao.record.Verification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("断电、抢办、数据库离开：答应过的都在，没有答应的不算")
class KilledUnderLoadTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("办理中途杀死程序，再杀死数据库：每个答应过的步骤都在，链与链首完好，案号不缺不重")
    void everyAcknowledgedStepIsThere() throws Exception {
        TestDatabase.sharePrograms();
        Home home = Home.at(folder.resolve("home"));
        List<String> acknowledged = new ArrayList<>();
        try (BusyOffice first = BusyOffice.in(home)) {
            first.awaitSteps(60);
            acknowledged.addAll(first.kill());
        }
        // The database server of the killed process lives on; the next one takes it over and loses it in the middle of its work.
        try (BusyOffice second = BusyOffice.in(home)) {
            second.awaitSteps(60);
            long server = Long.parseLong(Files.readAllLines(home.postgres().resolve("data/postmaster.pid")).getFirst().strip());
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            acknowledged.addAll(second.kill());
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(120);
        try (Database database = Database.open(home, _ -> {})) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            List<String> kept = jdbc.sql("select c.number || ' ' || e.seq || ' ' || encode(e.digest, 'hex') || '.' from event e join cases c"
                            + " on c.office = e.office and c.id = e.case_id")
                    .query(String.class)
                    .list();
            assertThat(kept).containsAll(acknowledged);
            Verification.Report report =
                    Verification.ofAll(database.dataSource(), Heads.file(home.heads()), home.evidence());
            assertThat(report.fault()).isNull();
            assertThat(report.heads()).isEqualTo(1);
            List<String> numbers = jdbc.sql("select number from cases order by id").query(String.class).list();
            int last = jdbc.sql("select sum(last) from counter").query(Integer.class).single();
            assertThat(numbers).doesNotHaveDuplicates().hasSize(last);
            LivingOffice office = new LivingOffice(database);
            assertThat(LivingOffice.done(office.register()).state().number()).isNotIn(numbers);
            assertThat(jdbc.sql("select sum(last) from counter").query(Integer.class).single()).isEqualTo(last + 1);
        }
    }

    @Test
    @DisplayName("两人同时办一件：一人办成，另一人被告知已有新的办理，什么也没有写错")
    void oneOfTwoWins() throws Exception {
        try (Database database = TestDatabase.fresh(); ExecutorService two = Executors.newFixedThreadPool(2)) {
            LivingOffice office = new LivingOffice(database);
            for (int i = 0; i < 10; i++) {
                String number = office.walk(1);
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Cases.Answer> signIn = () -> {
                    together.await();
                    return office.cases.take("chen-gui", number, "signed-in", new Cases.Taking(
                            1, null, null, List.of(), null, null, Cases.JSON.createObjectNode()), null);
                };
                var one = two.submit(signIn);
                var other = two.submit(signIn);
                List<Cases.Answer> answers = List.of(one.get(), other.get());
                assertThat(answers).filteredOn(a -> a instanceof Cases.Answer.Done).hasSize(1);
                assertThat(answers).filteredOn(a -> a instanceof Cases.Answer.Lost).hasSize(1);
            }
            Verification.Report report = Verification.ofAll(database.dataSource(), null, null);
            assertThat(report.fault()).isNull();
            assertThat(report.events()).isEqualTo(20);
        }
    }

    @Test
    @DisplayName("办理时数据库离开：不答应，也不留下半步；回来以后不重启接着办")
    void worksOnWhenTheDatabaseIsBack() throws Exception {
        TestDatabase.sharePrograms();
        Home home = Home.at(folder.resolve("away"));
        try (Database database = Database.open(home, _ -> {})) {
            database.migrate();
            LivingOffice office = new LivingOffice(database);
            String number = office.walk(1);
            TestDatabase.holdDown(home, () -> assertThatThrownBy(() -> office.take(number, LivingOffice.NINE.get(1)))
                    .isInstanceOf(Records.Unreachable.class));
            Records.Known after = null;
            for (int i = 0; i < 60 && after == null; i++) {
                try {
                    after = LivingOffice.done(office.take(number, LivingOffice.NINE.get(1)));
                } catch (Records.Unreachable e) {
                    Thread.sleep(250);
                }
            }
            assertThat(after).isNotNull();
            assertThat(after.state().version()).isEqualTo(2);
            assertThat(Verification.ofAll(database.dataSource(), null, null).intact()).isTrue();
        }
    }
}
