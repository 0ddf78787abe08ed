package org.fengqiao.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.record.Packing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// 折算入库: keeps the rows of every case after its acts, so that a year answers at once.
///
/// A fold reads one snapshot. What transactions that are still running will add lies at or above the snapshot's xmin,
/// which becomes the watermark: the next reader finds it there. No act waits for a fold and none touches its tables.
final class Folding {

    /// The key of the advisory lock: one fold at a time, whoever comes second goes on with the tail.
    private static final long LOCK = 0x66_6f_6c_64_69_6e_67L;

    private static final int CASES_AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSource source;
    private final short office;
    private final Indicators indicators;
    private final Membership membership;

    Folding(DataSource source, short office, Indicators indicators, Membership membership) {
        this.source = source;
        this.office = office;
        this.indicators = indicators;
        this.membership = membership;
    }

    /// A case with its rows, folded from all its events that the snapshot shows.
    record Folded(long caseId, int version, List<Member> rows) {}

    /// Folds what has been recorded since the last fold.
    ///
    /// @return how many cases were folded; 0 also when another fold is running
    int fold() throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!locked(connection, "select pg_try_advisory_lock(?)")) {
                return 0;
            }
            try {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                int folded = fold(connection);
                connection.commit();
                return folded;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
                locked(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private boolean locked(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK + office);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private int fold(Connection connection) throws SQLException {
        long xmin = xmin(connection);
        String known = definitions(connection);
        if (known != null && !known.equals(indicators.digest())) {
            update(connection, "delete from figure_member where office = ?");
            update(connection, "delete from figure_case where office = ?");
            update(connection, "delete from figure_fold where office = ?");
        }
        List<Long> stale = stale(connection);
        for (int from = 0; from < stale.size(); from += CASES_AT_ONCE) {
            List<Long> some = stale.subList(from, Math.min(stale.size(), from + CASES_AT_ONCE));
            List<Folded> folded = new ArrayList<>();
            read(connection, some, (id, f) -> folded.add(f));
            write(connection, some, folded);
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into figure_fold (office, watermark, definitions) values (?, ?, ?)"
                        + " on conflict (office) do update set watermark = excluded.watermark,"
                        + " definitions = excluded.definitions, at = now()")) {
            statement.setShort(1, office);
            statement.setLong(2, xmin);
            statement.setString(3, indicators.digest());
            statement.executeUpdate();
        }
        return stale.size();
    }

    private void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setShort(1, office);
            statement.executeUpdate();
        }
    }

    private static long xmin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Which fold wrote the rows that a connection sees; every fold leaves another.
    String state(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select watermark || ' ' || definitions || ' ' || at from figure_fold where office = ?")) {
            statement.setShort(1, office);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private @Nullable String definitions(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select definitions from figure_fold where office = ?")) {
            statement.setShort(1, office);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /// Cases with events that have not been folded under these indicators.
    ///
    /// Transaction numbers of a restored database may lie above those of the server it was restored to; a watermark no
    /// transaction has reached is not believed, and what is already folded is told by its number of events.
    private static final String STALE = """
            select e.case_id from event e
              left join figure_case f on f.office = e.office and f.case_id = e.case_id and ?
             where e.office = ? and e.tx >= ?
             group by e.case_id, f.version
            having max(e.seq) is distinct from f.version
             order by e.case_id""";

    List<Long> stale(Connection connection) throws SQLException {
        boolean believed = indicators.digest().equals(definitions(connection));
        try (PreparedStatement statement = connection.prepareStatement(STALE)) {
            statement.setBoolean(1, believed);
            statement.setShort(2, office);
            statement.setLong(3, believed ? watermark(connection) : 0);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private long watermark(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select case when watermark > pg_snapshot_xmax(pg_current_snapshot())::text::bigint then 0 else watermark end"
                        + " from figure_fold where office = ?")) {
            statement.setShort(1, office);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static final String EVENTS = """
            select e.case_id, c.procedure, coalesce(c.lifeline, c.number), e.line from event e
              join cases c on c.office = e.office and c.id = e.case_id
             where e.office = ? and e.case_id = any(?) order by e.case_id, e.seq""";

    /// Folds cases from their events, whatever the cache holds.
    void read(Connection connection, List<Long> ids, BiConsumer<Long, Folded> to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setShort(1, office);
            statement.setArray(2, connection.createArrayOf("int8", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                long current = -1;
                String procedure = "";
                String lifeline = "";
                List<CaseEvent> events = new ArrayList<>();
                while (rows.next()) {
                    if (rows.getLong(1) != current) {
                        tell(current, procedure, lifeline, events, to);
                        events = new ArrayList<>();
                        current = rows.getLong(1);
                        procedure = rows.getString(2);
                        lifeline = rows.getString(3);
                    }
                    events.add(CaseEvent.of(JSON.readTree(Packing.text(rows.getBytes(4)))));
                }
                tell(current, procedure, lifeline, events, to);
            }
        }
    }

    private void tell(long id, String procedure, String lifeline, List<CaseEvent> events, BiConsumer<Long, Folded> to) {
        if (!events.isEmpty()) {
            to.accept(id, new Folded(id, events.size(), membership.of(procedure, lifeline, events)));
        }
    }

    /// The rows of the cases that the cache does not hold yet, as this snapshot shows them.
    Map<Long, List<Member>> tail(Connection connection) throws SQLException {
        Map<Long, List<Member>> tail = new LinkedHashMap<>();
        List<Long> stale = stale(connection);
        for (int from = 0; from < stale.size(); from += CASES_AT_ONCE) {
            read(connection, stale.subList(from, Math.min(stale.size(), from + CASES_AT_ONCE)), (id, f) -> tail.put(id, f.rows()));
        }
        return tail;
    }

    private void write(Connection connection, List<Long> ids, List<Folded> folded) throws SQLException {
        try (PreparedStatement gone = connection.prepareStatement("delete from figure_member where office = ? and case_id = any(?)")) {
            gone.setShort(1, office);
            gone.setArray(2, connection.createArrayOf("int8", ids.toArray()));
            gone.executeUpdate();
        }
        Columns columns = new Columns();
        folded.forEach(f -> columns.add(f.caseId(), f.rows()));
        try (PreparedStatement rows = connection.prepareStatement(
                "insert into figure_member (office, case_id, n, set, key, part, opened, day, since, until, amount)"
                        + " select ?, x.* from unnest(" + Columns.PLACES + ") x")) {
            rows.setShort(1, office);
            columns.bind(connection, rows, 2);
            rows.executeUpdate();
        }
        try (PreparedStatement cases = connection.prepareStatement(
                "insert into figure_case (office, case_id, version) select ?, x.* from unnest(?::int8[], ?::int4[]) x"
                        + " on conflict (office, case_id) do update set version = excluded.version")) {
            cases.setShort(1, office);
            cases.setArray(2, connection.createArrayOf("int8", folded.stream().map(Folded::caseId).toArray()));
            cases.setArray(3, connection.createArrayOf("int4", folded.stream().map(Folded::version).toArray()));
            cases.executeUpdate();
        }
    }

    /// Rows as arrays, one for each column.
    static final class Columns {
        static final String PLACES = "?::int8[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::date[], ?::date[], ?::int8[]";
        static final int WIDTH = 10;
        private static final String[] TYPES = {"int8", "int4", "text", "text", "text", "date", "date", "date", "date", "int8"};

        private final List<List<@Nullable Object>> columns = new ArrayList<>();

        Columns() {
            for (int i = 0; i < WIDTH; i++) {
                columns.add(new ArrayList<>());
            }
        }

        void add(long caseId, List<Member> rows) {
            int n = 0;
            for (Member m : rows) {
                Object[] values = {
                    caseId, ++n, m.set(), m.key(), m.part(), date(m.opened()), date(m.day()), date(m.since()), date(m.until()), m.amount()
                };
                for (int i = 0; i < WIDTH; i++) {
                    columns.get(i).add(values[i]);
                }
            }
        }

        private static @Nullable Date date(@Nullable LocalDate day) {
            return day == null ? null : Date.valueOf(day);
        }

        void bind(Connection connection, PreparedStatement statement, int at) throws SQLException {
            for (int i = 0; i < WIDTH; i++) {
                Array array = connection.createArrayOf(TYPES[i], columns.get(i).toArray());
                statement.setArray(at + i, array);
            }
        }
    }
}
