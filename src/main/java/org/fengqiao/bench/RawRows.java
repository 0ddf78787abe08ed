package org.fengqiao.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// 原样写入: the same event line, case row and clock rows as a step writes, by plain JDBC in one round trip.
///
/// Nothing is read, decided or chained: this is what the database itself costs. The rows go to copies of the tables.
public final class RawRows {

    private RawRows() {}

    /// What one step wrote: taken from the tables after the step was taken for real.
    public record Step(String line, byte[] digest, String stage, boolean isFinal, List<Object[]> clocks) {}

    private static final String COPIES = """
            create schema raw;
            create table raw.event (like public.event including all);
            create table raw.cases (like public.cases including all);
            create table raw.clock (like public.clock including all);
            alter table raw.cases set (fillfactor = 70);
            alter table raw.clock set (fillfactor = 70);
            create sequence raw.number;""";

    /// Makes the empty copies of the tables.
    public static void prepare(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(COPIES);
        }
    }

    /// What the newest event of a case wrote; `before` are its clock rows as the step found them.
    public static Step written(DataSource source, String number, List<Object[]> before) throws SQLException {
        List<Object[]> changed = new ArrayList<>();
        for (Object[] row : clocks(source, number)) {
            if (before.stream().noneMatch(b -> java.util.Arrays.equals(b, row))) {
                changed.add(row);
            }
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select e.line, e.digest, c.stage, c.final from cases c join event e"
                                + " on e.office = c.office and e.case_id = c.id and e.seq = c.version where c.number = ?")) {
            statement.setString(1, number);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Step(row.getString(1), row.getBytes(2), row.getString(3), row.getBoolean(4), changed);
            }
        }
    }

    /// The clock rows of a case.
    public static List<Object[]> clocks(DataSource source, String number) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select k.clock, k.party, k.kind, k.state, k.started_on::text, k.due::text, coalesce(k.ended_on::text, ''),"
                                + " k.provisional from clock k join cases c on c.office = k.office and c.id = k.case_id"
                                + " where c.number = ? order by k.clock, k.party")) {
            statement.setString(1, number);
            List<Object[]> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Object[] values = new Object[8];
                    for (int i = 0; i < 8; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    rows.add(values);
                }
            }
            return rows;
        }
    }

    private static final String OPENED = """
            with head as (insert into raw.cases (office, id, number, lifeline, procedure, definition, stage, final, version, opened_on,
                   acted_on, digest, title) values (1, ?, ?, ?, 'public-request', 'public-request@2018-01-01', ?, false, 1, ?, ?, ?, ?)
                   returning office, id)""";

    private static final String UPDATED = """
            with head as (update raw.cases set stage = ?, final = ?, version = ?, acted_on = ?, digest = ?
                   where office = 1 and id = ? and version = ? returning office, id)""";

    private static final String EVENT = """
            , appended as (insert into raw.event (office, case_id, seq, digest, line) select office, id, ?, ?, ? from head)""";

    private static final String CLOCKS = """
            , clocked as (insert into raw.clock (office, case_id, clock, party, kind, state, started_on, due, ended_on, provisional)
              select h.office, h.id, t.clock, t.party, t.kind, t.state, t.started::date, t.due::date, nullif(t.ended, '')::date, t.provisional
                from head h, unnest(?, ?, ?, ?, ?, ?, ?, ?) as t(clock, party, kind, state, started, due, ended, provisional)
              on conflict (office, case_id, clock, party) do update
                 set kind = excluded.kind, state = excluded.state, started_on = excluded.started_on, due = excluded.due,
                     ended_on = excluded.ended_on, provisional = excluded.provisional)""";

    /// Writes one step of a case in one round trip and one transaction.
    public static void write(Connection connection, long id, int seq, Step step, LocalDate day) throws SQLException {
        String sql = (seq == 1 ? OPENED : UPDATED) + EVENT + (step.clocks().isEmpty() ? "" : CLOCKS) + " select id from head";
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            int at = 1;
            if (seq == 1) {
                String number = "示街诉〔2026〕第" + id + "号";
                s.setLong(at++, id);
                s.setString(at++, number);
                s.setString(at++, number);
                s.setString(at++, step.stage());
                s.setObject(at++, day);
                s.setObject(at++, day);
                s.setBytes(at++, step.digest());
                s.setString(at++, "石桥路路灯不亮");
            } else {
                s.setString(at++, step.stage());
                s.setBoolean(at++, step.isFinal());
                s.setInt(at++, seq);
                s.setObject(at++, day);
                s.setBytes(at++, step.digest());
                s.setLong(at++, id);
                s.setInt(at++, seq - 1);
            }
            s.setInt(at++, seq);
            s.setBytes(at++, step.digest());
            s.setString(at++, step.line());
            if (!step.clocks().isEmpty()) {
                for (int column = 0; column < 8; column++) {
                    s.setArray(at++, column(connection, step, column));
                }
            }
            s.executeQuery().close();
        }
    }

    private static Array column(Connection connection, Step step, int column) throws SQLException {
        return connection.createArrayOf(column == 7 ? "bool" : "text", step.clocks().stream().map(r -> r[column]).toArray());
    }
}
