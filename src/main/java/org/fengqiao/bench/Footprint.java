package org.fengqiao.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// 占用: what lives leave behind in the database's log and in its tables.
public final class Footprint {

    /// What a step writes beside its documents; numbers come from the last one.
    public static final String[] TABLES = {"event", "cases", "personal", "worklist", "counter"};

    /// The copies that plain JDBC writes to.
    public static final String[] RAW = {"raw.event", "raw.cases", "raw.personal", "raw.worklist"};

    private Footprint() {}

    /// Some lives.
    @FunctionalInterface
    public interface Lives {
        void live() throws SQLException;
    }

    /// The bytes of log that lives leave: the least of four rounds, for a page goes into the log whole when it is first
    /// changed after a checkpoint, and that says nothing of the lives.
    public static long log(DataSource source, Lives lives) throws SQLException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = number(source, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
            lives.live();
            least = Math.min(least, number(source, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint") - before);
        }
        return least;
    }

    /// The bytes by which tables grow: heaps, what lies beside them and indexes. The maps of free room are left out, being
    /// the same for one case as for a thousand; dead rows have been cleared away as the server does by itself.
    public static long room(DataSource source, String[] tables, Lives lives) throws SQLException {
        long before = size(source, tables);
        lives.live();
        return size(source, tables) - before;
    }

    /// Writes the documents of the newest cases once more, so that they can be measured apart.
    public static void documentsAgain(DataSource source, int cases) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into document select office, case_id + 1000000000 + (select count(*) from document), id, kind, party, null, seq,"
                                + " content from document where case_id > (select max(id) from cases) - ?")) {
            statement.setInt(1, cases);
            statement.executeUpdate();
        }
    }

    private static long size(DataSource source, String[] tables) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("vacuum " + String.join(", ", tables));
        }
        long sum = 0;
        for (String table : tables) {
            sum += number(source, "select sum(pg_relation_size(r.oid))::bigint from pg_class t join pg_class r on r.oid in (t.oid, t.reltoastrelid)"
                    + " or r.oid in (select indexrelid from pg_index where indrelid in (t.oid, t.reltoastrelid)) where t.oid = '" + table
                    + "'::regclass");
        }
        return sum;
    }

    private static long number(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
