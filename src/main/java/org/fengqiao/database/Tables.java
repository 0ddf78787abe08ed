package org.fengqiao.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All tables of the schema `public`, whichever room brought them.
final class Tables {

    /// A table and the columns that are stored (a generated one is computed again).
    record Table(String name, List<String> columns) {

        String copy(String direction) {
            String listed = columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
            // Through a query, so that a partitioned table is read whole.
            return direction.equals("to stdout")
                    ? "copy (select " + listed + " from public." + quoted(name) + ") to stdout"
                    : "copy public." + quoted(name) + " (" + listed + ") from stdin";
        }
    }

    /// A sequence and the last number it gave; none yet is 0 with `given` false.
    record Sequence(String name, long last, boolean given) {}

    private record ForeignKey(String table, String name, String definition) {}

    private record Trigger(String table, String name, String state) {}

    private Tables() {}

    static List<Table> of(Connection connection) throws SQLException {
        String sql = """
                select c.relname, array_agg(a.attname order by a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname <> 'flyway_schema_history'
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                group by c.relname order by c.relname
                """;
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), List.of((String[]) rows.getArray(2).getArray())));
            }
        }
        return tables;
    }

    static List<Sequence> sequences(Connection connection) throws SQLException {
        String sql = """
                select sequencename, coalesce(last_value, 0), last_value is not null
                from pg_sequences where schemaname = 'public' order by sequencename
                """;
        List<Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                sequences.add(new Sequence(rows.getString(1), rows.getLong(2), rows.getBoolean(3)));
            }
        }
        return sequences;
    }

    static void set(Connection connection, Sequence sequence) throws SQLException {
        if (sequence.given()) {
            try (PreparedStatement statement = connection.prepareStatement("select setval(cast(? as regclass), ?, true)")) {
                statement.setString(1, "public." + quoted(sequence.name()));
                statement.setLong(2, sequence.last());
                statement.execute();
            }
        }
    }

    static boolean anyRow(Connection connection) throws SQLException {
        for (Table table : of(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select from public." + quoted(table.name()) + " limit 1")) {
                if (row.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Empties all tables and runs `filling` without foreign keys and triggers; afterwards every key is checked again.
    ///
    /// Dropping and making the keys anew needs only ownership, and does not depend on the order of the tables.
    static void fill(Connection connection, Filling filling) throws Exception {
        List<ForeignKey> keys = foreignKeys(connection);
        List<Trigger> triggers = triggers(connection);
        try (Statement sql = connection.createStatement()) {
            for (Trigger trigger : triggers) {
                sql.execute("alter table public." + quoted(trigger.table()) + " disable trigger " + quoted(trigger.name()));
            }
            for (ForeignKey key : keys) {
                sql.execute("alter table public." + quoted(key.table()) + " drop constraint " + quoted(key.name()));
            }
            List<Table> tables = of(connection);
            if (!tables.isEmpty()) {
                sql.execute("truncate " + tables.stream().map(t -> "public." + quoted(t.name())).collect(Collectors.joining(", ")));
            }
            filling.run();
            for (ForeignKey key : keys) {
                sql.execute("alter table public." + quoted(key.table()) + " add constraint " + quoted(key.name()) + " " + key.definition());
            }
            for (Trigger trigger : triggers) {
                String enable = switch (trigger.state()) {
                    case "A" -> "enable always trigger ";
                    case "R" -> "enable replica trigger ";
                    default -> "enable trigger ";
                };
                sql.execute("alter table public." + quoted(trigger.table()) + " " + enable + quoted(trigger.name()));
            }
        }
    }

    /// What is done while the tables are empty and unguarded.
    @FunctionalInterface
    interface Filling {
        void run() throws Exception;
    }

    private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        String sql = """
                select c.relname, k.conname, pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = k.conrelid
                where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
                """;
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    private static List<Trigger> triggers(Connection connection) throws SQLException {
        String sql = """
                select c.relname, t.tgname, t.tgenabled::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace
                """;
        List<Trigger> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                triggers.add(new Trigger(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return triggers;
    }

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
