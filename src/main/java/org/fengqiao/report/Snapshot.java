package org.fengqiao.report;

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
import javax.sql.DataSource;

/// 一次查数: one snapshot of the database, the cache and the unfolded tail together.
final class Snapshot implements AutoCloseable {

    private static final String MEMBERS = """
            with m as not materialized (
              select case_id, n, set, key, part, opened, day, since, until, amount from figure_member
               where office = ? and case_id <> all (?)
              union all select * from unnest(%s)
            ), picked as not materialized (
              select 'within' as at, m.* from m where set = any (?) and day between ? and ? and since <= ? and (until is null or until > ?)
              union all
              select 'start', m.* from m where set = any (?) and since < ? and (until is null or until >= ?)
              union all
              select 'end', m.* from m where set = any (?) and since <= ? and (until is null or until > ?)
              union all
              select 'cohort', m.* from m where set = any (?) and opened between ? and ? and since <= ? and (until is null or until > ?)
            )
            """.formatted(Folding.Columns.PLACES);

    private final Connection connection;
    private final short office;
    private final Indicators indicators;
    private final List<Long> tailCases = new ArrayList<>();
    private final Content content;
    private final Folding.Columns tail = new Folding.Columns();

    /// @param folding gives the tail as this snapshot shows it
    Snapshot(DataSource source, short office, Indicators indicators, Folding folding) throws SQLException {
        this.office = office;
        this.indicators = indicators;
        this.connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // A year of a busy office is sorted once for each page; on disk that takes twice as long.
            try (Statement memory = connection.createStatement()) {
                memory.execute("set local work_mem = '64MB'");
            }
            this.content = new Content(folding.state(connection), folding.tail(connection));
            content.tail().forEach((id, rows) -> {
                tailCases.add(id);
                tail.add(id, rows);
            });
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// All that a snapshot counts: two of equal content yield the same figures for the same period.
    ///
    /// @param folded the last fold, which alone writes what is folded
    /// @param tail   the rows of the cases that are not folded yet
    record Content(String folded, Map<Long, List<Member>> tail) {}

    Content content() {
        return content;
    }

    /// What a set comes to, read in one manner.
    ///
    /// @param keys   how many are counted
    /// @param amount fen
    /// @param cases  how many cases stand behind it
    record Counted(long keys, long amount, long cases) {
        static final Counted NONE = new Counted(0, 0, 0);

        Counted plus(Counted other) {
            return new Counted(keys + other.keys, amount + other.amount, cases + other.cases);
        }
    }

    /// Where a count was found; `part` is null for the whole set.
    record Place(String at, String set, @org.jspecify.annotations.Nullable String part) {}

    /// All sets of all figures at once.
    Map<Place, Counted> counted(Period period) throws SQLException {
        String sql = MEMBERS + """
                select at, set, part, grouping(part), count(distinct key), sum(amount), count(distinct case_id)
                  from picked group by grouping sets ((at, set), (at, set, part))""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, period, null);
            Map<Place, Counted> counted = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String part = row.getInt(4) == 1 ? null : row.getString(3);
                    counted.put(
                            new Place(row.getString(1), row.getString(2), part),
                            new Counted(row.getLong(5), row.getLong(6), row.getLong(7)));
                }
            }
            return counted;
        }
    }

    /// 在列的案件: a case behind a figure.
    ///
    /// @param day   to which day it counts
    /// @param times how often it counts
    record Row(long id, String number, String procedure, String stage, boolean isFinal, LocalDate day, long times, long amount) {}

    /// The cases behind a count, in the order of their numbers.
    ///
    /// @param limit 0 for all
    List<Row> cases(Period period, Indicator.Count count, int limit, long offset) throws SQLException {
        String sql = MEMBERS + """
                select c.id, c.number, c.procedure, c.stage, c.final, min(p.day), count(distinct p.key), sum(p.amount)
                  from picked p join cases c on c.office = ? and c.id = p.case_id where cardinality(?::text[]) = 0 or p.part = any (?)
                 group by c.id, c.number, c.procedure, c.stage, c.final order by min(p.day), c.id"""
                + (limit == 0 ? "" : " limit " + limit + " offset " + offset);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = bind(statement, period, count);
            statement.setShort(at, office);
            statement.setArray(at + 1, texts(count.only()));
            statement.setArray(at + 2, texts(count.only()));
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5),
                            row.getObject(6, LocalDate.class), row.getLong(7), row.getLong(8)));
                }
            }
            return rows;
        }
    }

    private int bind(PreparedStatement statement, Period period, Indicator.@org.jspecify.annotations.Nullable Count only) throws SQLException {
        statement.setShort(1, office);
        statement.setArray(2, connection.createArrayOf("int8", tailCases.toArray()));
        tail.bind(connection, statement, 3);
        int at = 3 + Folding.Columns.WIDTH;
        Date from = Date.valueOf(period.from());
        Date to = Date.valueOf(period.to());
        for (Indicator.At manner : Indicator.At.values()) {
            List<String> sets = only == null
                    ? indicators.setsReadAt(manner)
                    : only.at() == manner ? List.of(only.set()) : List.of();
            statement.setArray(at++, texts(sets));
            Date[] days = switch (manner) {
                case WITHIN, COHORT -> new Date[] {from, to, to, to};
                case START -> new Date[] {from, from};
                case END -> new Date[] {to, to};
            };
            for (Date day : days) {
                statement.setDate(at++, day);
            }
        }
        return at;
    }

    private java.sql.Array texts(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }
}
