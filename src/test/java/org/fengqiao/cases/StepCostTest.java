package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.bench.Footprint;
import org.fengqiao.bench.OpenCases;
import org.fengqiao.bench.RawRows;
import org.fengqiao.bench.RequestLife;
import org.fengqiao.bench.RoundTrips;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("一步的代价：往返、事务、日志、空间、缓冲区")
class StepCostTest {

    private static final int CASES = 20;

    private final RoundTrips roundTrips = new RoundTrips();
    private Database database;
    private LivingOffice office;
    private JdbcClient jdbc;
    private final List<RequestLife.Move> nine = RequestLife.nine();

    @BeforeEach
    void warm() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database, roundTrips::counted);
        jdbc = JdbcClient.create(database.dataSource());
        life();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String life() {
        String number = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
        nine.subList(1, 9).forEach(m -> take(number, m));
        return number;
    }

    private void take(String number, RequestLife.Move move) {
        LivingOffice.done(office.cases.take(move.user(), number, move.step(), Cases.Taking.of(move.data()), null));
    }

    @Test
    @DisplayName("每步一个写事务、一次往返；发号的一步两次往返")
    void oneWritingTransactionAndFewRoundTrips() {
        long fewest = Long.MAX_VALUE;
        for (int life = 0; life < 5; life++) {
            long before = transactions();
            roundTrips.take();
            String number = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
            assertThat(roundTrips.take()).isEqualTo(2);
            for (RequestLife.Move move : nine.subList(1, 9)) {
                take(number, move);
                assertThat(roundTrips.take()).as(move.step()).isEqualTo(1);
            }
            fewest = Math.min(fewest, transactions() - before);
        }
        assertThat(fewest).isEqualTo(9);
    }

    @Test
    @DisplayName("内存里没有的案件：读一次，写一次")
    void readsWhatMemoryDoesNotHold() {
        String number = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
        LivingOffice other = new LivingOffice(database, roundTrips::counted);
        other.offices.read();
        roundTrips.take();
        RequestLife.Move second = nine.get(1);
        LivingOffice.done(other.cases.take(second.user(), number, second.step(), Cases.Taking.of(second.data()), null));
        assertThat(roundTrips.take()).isEqualTo(2);
    }

    /// Numbers are given to writing transactions only. Another office of the same server may write meanwhile, never less than
    /// nothing: of several lives the one with the fewest tells what a life needs.
    private long transactions() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class).single();
    }

    @Test
    @DisplayName("每步日志不超过 2.5 KB，文书计算在内；不超过原样写入的 2.2 倍，原样写入不写文书（均不含整页）")
    void writesLittleLog() throws SQLException {
        List<RawRows.Step> steps = recorded();
        int[] first = {1000};
        long raw = Footprint.log(database.dataSource(), () -> rawLives(steps, first[0] += CASES, CASES)) / (CASES * 9);
        long real = Footprint.log(database.dataSource(), this::lives) / (CASES * 9);
        long documents = Footprint.log(database.dataSource(), () -> Footprint.documentsAgain(database.dataSource(), CASES)) / (CASES * 9);
        report("WAL a step: %d B, of which %d B are documents; raw %d B, ratio %.2f", real, documents, raw, (double) real / raw);
        assertThat(real).isLessThanOrEqualTo(2560);
        assertThat((double) real / raw).isLessThanOrEqualTo(2.2);
    }

    private void lives() {
        for (int i = 0; i < CASES; i++) {
            life();
        }
    }

    @Test
    @DisplayName("办结的九步案件占用不超过 10 KB，不超过原样写入的 1.7 倍（文书、查阅日志、幂等键另计）")
    void takesLittleRoom() throws SQLException {
        List<RawRows.Step> steps = recorded();
        int cases = 200;
        long raw = Footprint.room(database.dataSource(), Footprint.RAW, () -> rawLives(steps, 1000, cases)) / cases;
        long[] documents = {0};
        long real = Footprint.room(database.dataSource(), Footprint.TABLES, () ->
                documents[0] = Footprint.room(database.dataSource(), new String[] {"document"}, () -> {
                    for (int i = 0; i < cases; i++) {
                        life();
                    }
                })) / cases;
        report("room a case: %d B, and %d B of documents; raw %d B, ratio %.2f", real, documents[0] / cases, raw, (double) real / raw);
        assertThat((double) real / raw).isLessThanOrEqualTo(1.7);
        assertThat(real).isLessThanOrEqualTo(10 * 1024);
    }

    @Test
    @DisplayName("在办案件多一百倍，一步碰到的缓冲区不超过 1.1 倍")
    void touchesNoMoreBuffersWithMoreCases() throws SQLException {
        for (String table : new String[] {"event", "cases", "worklist", "personal"}) {
            // A vacuum in between would count its own visits.
            jdbc.sql("alter table " + table + " set (autovacuum_enabled = off)").update();
        }
        String open = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
        nine.subList(1, 5).forEach(m -> take(open, m));
        OpenCases.fill(database.dataSource(), open, 1_000);
        double few = buffers();
        OpenCases.fill(database.dataSource(), open, 99_000);
        double many = buffers();
        report("buffers a step: %.1f at 1,000 open, %.1f at 100,000, ratio %.3f", few, many, many / few);
        assertThat(many / few).isLessThanOrEqualTo(1.1);
    }

    /// Hits and reads of all relations of the database, by backends that have told their counts.
    private double buffers() throws SQLException {
        for (int i = 0; i < 5; i++) {
            life();
        }
        long before = touched();
        for (int i = 0; i < CASES; i++) {
            life();
        }
        return (double) (touched() - before) / (CASES * 9);
    }

    private long touched() {
        // A backend tells its counts when it is idle; asking each pooled connection makes it tell them at once.
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                Connection connection = database.dataSource().getConnection();
                all.add(connection);
                try (Statement s = connection.createStatement()) {
                    s.execute("select pg_stat_force_next_flush()");
                }
            }
            for (Connection connection : all) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return jdbc.sql("select sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read, 0) + coalesce(idx_blks_hit, 0)"
                        + " + coalesce(toast_blks_read, 0) + coalesce(toast_blks_hit, 0))::bigint from pg_statio_user_tables")
                .query(Long.class)
                .single();
    }

    /// What the nine steps of a real life wrote, for writing it again without the door.
    private List<RawRows.Step> recorded() throws SQLException {
        RawRows.prepare(database.dataSource());
        List<RawRows.Step> steps = new ArrayList<>();
        String number = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
        steps.add(RawRows.written(database.dataSource(), number, Map.of()));
        for (RequestLife.Move move : nine.subList(1, 9)) {
            Map<String, String> waiting = RawRows.waiting(database.dataSource(), number);
            take(number, move);
            steps.add(RawRows.written(database.dataSource(), number, waiting));
        }
        return steps;
    }

    private void rawLives(List<RawRows.Step> steps, int first, int lives) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (int i = 0; i < lives; i++) {
                for (int seq = 1; seq <= 9; seq++) {
                    RawRows.write(connection, first + i, seq, steps.get(seq - 1), LivingOffice.DAY);
                }
            }
        }
    }

    private static void report(String format, Object... values) {
        System.out.println(String.format(java.util.Locale.ROOT, format, values));
    }
}
