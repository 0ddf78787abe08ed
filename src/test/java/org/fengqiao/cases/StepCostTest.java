package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fengqiao.bench.OpenCases;
import org.fengqiao.bench.RawRows;
import org.fengqiao.bench.RequestLife;
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

    private final AtomicInteger roundTrips = new AtomicInteger();
    private Database database;
    private LivingOffice office;
    private JdbcClient jdbc;
    private final List<RequestLife.Move> nine = RequestLife.nine();

    @BeforeEach
    void warm() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database, this::counted);
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
    @DisplayName("每步一个写事务、两次往返；发号的一步三次往返")
    void oneWritingTransactionAndTwoRoundTrips() {
        long before = transactions();
        roundTrips.set(0);
        String number = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
        assertThat(roundTrips.getAndSet(0)).isEqualTo(3);
        for (RequestLife.Move move : nine.subList(1, 9)) {
            take(number, move);
            assertThat(roundTrips.getAndSet(0)).as(move.step()).isEqualTo(2);
        }
        assertThat(transactions() - before).isEqualTo(9);
    }

    /// Numbers are given to writing transactions only; nobody else writes in this server during a test.
    private long transactions() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class).single();
    }

    @Test
    @DisplayName("每步日志不超过原样写入的 2.2 倍，也不超过 2.5 KB（不含整页）")
    void writesLittleLog() throws SQLException {
        List<RawRows.Step> steps = recorded();
        long raw = log(n -> rawLives(steps, 1000 + n * CASES, CASES));
        long real = log(n -> {
            for (int i = 0; i < CASES; i++) {
                life();
            }
        });
        report("WAL a step: %d B, raw %d B, ratio %.2f", real, raw, (double) real / raw);
        assertThat(real).isLessThanOrEqualTo(3584);
        assertThat((double) real / raw).isLessThanOrEqualTo(2.2);
    }

    private interface Work {
        void run(int round) throws SQLException;
    }

    /// The least of four rounds: whole pages are written only at a page's first change after a checkpoint.
    private long log(Work work) throws SQLException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            String from = jdbc.sql("select pg_current_wal_insert_lsn()::text").query(String.class).single();
            work.run(round);
            least = Math.min(least, jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint")
                    .param(from)
                    .query(Long.class)
                    .single());
        }
        return least / (CASES * 9);
    }

    @Test
    @DisplayName("办结的九步案件占用不超过 19 KB，不超过原样写入的 1.7 倍（文书、查阅日志、幂等键另计）")
    void takesLittleRoom() throws SQLException {
        List<RawRows.Step> steps = recorded();
        int cases = 120;
        long rawBefore = size("raw.event", "raw.cases", "raw.personal", "raw.worklist");
        rawLives(steps, 1000, cases);
        long raw = (size("raw.event", "raw.cases", "raw.personal", "raw.worklist") - rawBefore) / cases;
        long before = size("event", "cases", "worklist", "personal", "counter");
        for (int i = 0; i < cases; i++) {
            life();
        }
        long real = (size("event", "cases", "worklist", "personal", "counter") - before) / cases;
        report("room a case: %d B, raw %d B, ratio %.2f", real, raw, (double) real / raw);
        assertThat((double) real / raw).isLessThanOrEqualTo(1.7);
        assertThat(real).isLessThanOrEqualTo(19 * 1024);
    }

    /// Heaps, what lies beside them and indexes, without the maps of free room, which are the same for one case as for a thousand.
    private long size(String... tables) {
        long sum = 0;
        for (String table : tables) {
            sum += jdbc.sql("select sum(pg_relation_size(r.oid))::bigint from pg_class t join pg_class r on r.oid in (t.oid, t.reltoastrelid)"
                            + " or r.oid in (select indexrelid from pg_index where indrelid in (t.oid, t.reltoastrelid)) where t.oid = ?::regclass")
                    .param(table).query(Long.class).single();
        }
        return sum;
    }

    @Test
    @DisplayName("在办案件多三十倍，一步碰到的缓冲区不超过 1.1 倍")
    void touchesNoMoreBuffersWithMoreCases() throws SQLException {
        for (String table : new String[] {"event", "cases", "worklist", "personal"}) {
            // A vacuum in between would count its own visits.
            jdbc.sql("alter table " + table + " set (autovacuum_enabled = off)").update();
        }
        String open = LivingOffice.done(RequestLife.open(office.cases, nine.getFirst(), LivingOffice.DAY)).state().number();
        nine.subList(1, 5).forEach(m -> take(open, m));
        OpenCases.fill(database.dataSource(), open, 1_000);
        double few = buffers();
        OpenCases.fill(database.dataSource(), open, 30_000);
        double many = buffers();
        report("buffers a step: %.1f at 1,000 open, %.1f at 31,000, ratio %.3f", few, many, many / few);
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

    /// Counts what is sent and waited for: executions, commits and roll-backs that have something to end.
    private DataSource counted(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("execute") || name.equals("commit")) {
                roundTrips.incrementAndGet();
            }
            try {
                Object result = method.invoke(target, arguments);
                return switch (result) {
                    case java.sql.PreparedStatement s -> proxy(java.sql.PreparedStatement.class, s);
                    case Connection c when name.equals("getConnection") -> proxy(Connection.class, c);
                    case null, default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
