package org.fengqiao.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// 原样写入: the same rows as a step writes (event, case, personal values, worklist), by plain JDBC in one round trip.
///
/// Nothing is read, decided, packed or chained: this is what the database itself costs. The rows go to copies of the tables.
public final class RawRows {

    private RawRows() {}

    /// What one step wrote: taken from the tables after the step was taken for real.
    ///
    /// @param title    as the case row has it
    /// @param listed   who waits anew, and with which step
    /// @param moved    who waits with another step than before
    /// @param unlisted who waits no longer
    public record Step(
            byte[] line, byte[] digest, String stage, boolean isFinal, String title, String handlers, @Nullable LocalDate due, String clocks,
            @Nullable String personal, Map<String, String> listed, Map<String, String> moved, String[] unlisted) {}

    private static final String COPIES = """
            create schema raw;
            create table raw.event (like public.event including all);
            create table raw.cases (like public.cases including all);
            create table raw.personal (like public.personal including all);
            create table raw.worklist (like public.worklist including all);
            alter table raw.cases set (fillfactor = 85);""";

    /// Makes the empty copies of the tables.
    public static void prepare(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(COPIES);
        }
    }

    /// What the newest event of a case wrote; `before` is who waited as the step found them.
    public static Step written(DataSource source, String number, Map<String, String> before) throws SQLException {
        Map<String, String> waiting = waiting(source, number);
        Map<String, String> listed = new LinkedHashMap<>(waiting);
        listed.keySet().removeAll(before.keySet());
        Map<String, String> moved = new LinkedHashMap<>(waiting);
        moved.entrySet().removeIf(e -> listed.containsKey(e.getKey()) || e.getValue().equals(before.get(e.getKey())));
        String[] unlisted = before.keySet().stream().filter(a -> !waiting.containsKey(a)).toArray(String[]::new);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select e.line, e.digest, c.stage, c.final, c.title, c.handlers, c.due, p.content, c.clocks from cases c join event e"
                                + " on e.office = c.office and e.case_id = c.id and e.seq = c.version"
                                + " left join personal p on p.office = c.office and p.case_id = c.id and p.seq = c.version where c.number = ?")) {
            statement.setString(1, number);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Step(
                        row.getBytes(1), row.getBytes(2), row.getString(3), row.getBoolean(4), row.getString(5), row.getString(6),
                        row.getObject(7, LocalDate.class), row.getString(9), row.getString(8), listed, moved, unlisted);
            }
        }
    }

    /// Who waits in a case, and with which step.
    public static Map<String, String> waiting(DataSource source, String number) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select w.assignee, w.step from worklist w join cases c on c.office = w.office and c.id = w.case_id"
                                + " where c.number = ? order by w.assignee")) {
            statement.setString(1, number);
            Map<String, String> rows = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getString(1), row.getString(2));
                }
            }
            return rows;
        }
    }

    private static final String OPENED = """
            with head as (insert into raw.cases (stage, final, version, acted_on, digest, title, handlers, due, clocks,
                   office, id, number, procedure, definition, opened_on)
                   values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 'public-request', 'public-request@2018-01-01', ?)
                   returning office, id)""";

    private static final String UPDATED = """
            with head as (update raw.cases set stage = ?, final = ?, version = ?, acted_on = ?, digest = ?, title = ?, handlers = ?,
                   due = ?, clocks = ? where office = 1 and id = ? and version = ? returning office, id)""";

    private static final String EVENT = """
            , appended as (insert into raw.event (office, case_id, seq, digest, line) select office, id, ?, ?, ? from head)""";

    private static final String PERSONAL = """
            , apart as (insert into raw.personal (office, case_id, seq, content) select office, id, ?, ? from head)""";

    private static final String UNLISTED = """
            , unlisted as (delete from raw.worklist w using head h
                where w.office = h.office and w.case_id = h.id and w.assignee = any(?))""";

    private static final String MOVED = """
            , moved as (update raw.worklist w set step = t.step from head h, unnest(?, ?) as t(assignee, step)
                where w.office = h.office and w.case_id = h.id and w.assignee = t.assignee)""";

    private static final String LISTED = """
            , listed as (insert into raw.worklist (office, case_id, assignee, step)
              select h.office, h.id, t.assignee, t.step from head h, unnest(?, ?) as t(assignee, step))""";

    /// Writes one step of a case in one round trip and one transaction.
    public static void write(Connection connection, long id, int seq, Step step, LocalDate day) throws SQLException {
        String sql = (seq == 1 ? OPENED : UPDATED) + EVENT + (step.personal() == null ? "" : PERSONAL)
                + (step.unlisted().length == 0 ? "" : UNLISTED) + (step.moved().isEmpty() ? "" : MOVED)
                + (step.listed().isEmpty() ? "" : LISTED) + " select id from head";
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            int at = head(s, id, seq, step, day);
            s.setInt(at++, seq);
            s.setBytes(at++, step.digest());
            s.setBytes(at++, step.line());
            if (step.personal() != null) {
                s.setInt(at++, seq);
                s.setString(at++, step.personal());
            }
            if (step.unlisted().length > 0) {
                s.setArray(at++, connection.createArrayOf("text", step.unlisted()));
            }
            for (Map<String, String> rows : List.of(step.moved(), step.listed())) {
                if (!rows.isEmpty()) {
                    s.setArray(at++, connection.createArrayOf("text", rows.keySet().toArray()));
                    s.setArray(at++, connection.createArrayOf("text", rows.values().toArray()));
                }
            }
            s.executeQuery().close();
        }
    }

    /// @return where the next parameter stands
    private static int head(PreparedStatement s, long id, int seq, Step step, LocalDate day) throws SQLException {
        s.setString(1, step.stage());
        s.setBoolean(2, step.isFinal());
        s.setInt(3, seq);
        s.setObject(4, day);
        s.setBytes(5, step.digest());
        s.setString(6, step.title());
        s.setString(7, step.handlers());
        s.setObject(8, step.due(), java.sql.Types.DATE);
        s.setString(9, step.clocks());
        s.setLong(10, id);
        if (seq == 1) {
            s.setString(11, "示街诉〔2026〕第" + id + "号");
            s.setObject(12, day);
            return 13;
        }
        s.setInt(11, seq - 1);
        return 12;
    }
}
