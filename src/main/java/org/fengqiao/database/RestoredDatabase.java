package org.fengqiao.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fengqiao.door.Command.Refused;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/// The database of a backup, built under another name and renamed when it is complete.
///
/// It gets the tables of the version that made the backup, then the rows, then what newer versions add to them, so that
/// an old backup fits a newer product.
final class RestoredDatabase implements AutoCloseable {

    private final Database office;
    private final String name;

    private RestoredDatabase(Database office, String name) {
        this.office = office;
        this.name = name;
    }

    static RestoredDatabase beside(Database office) {
        return new RestoredDatabase(office, office.name() + "_restoring");
    }

    void refuseWhileInUse() throws SQLException {
        String sql = "select count(*) from pg_stat_activity where datname = ? and backend_type = 'client backend' and pid <> pg_backend_pid()";
        try (Connection connection = outside();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, office.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    throw new Refused("The office is being served from this database; stop it and restore again.");
                }
            }
        }
    }

    boolean officeHasRows() throws SQLException {
        try (Connection connection = office.source().getConnection()) {
            return Tables.anyRow(connection);
        }
    }

    /// Makes the tables as they were when the backup was made.
    void migrateTo(Manifest manifest) throws SQLException {
        try (Connection connection = outside(); Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + Tables.quoted(name));
            statement.execute("create database " + Tables.quoted(name));
        } catch (SQLException e) {
            if ("42501".equals(e.getSQLState())) {
                throw new Refused("The database user may not create databases; give it CREATEDB for the time of the restore.");
            }
            throw e;
        }
        if (manifest.migrations().isEmpty()) {
            return;
        }
        Set<String> wanted = new HashSet<>(manifest.migrations());
        MigrationVersion newest = manifest.migrations().stream().map(MigrationVersion::fromVersion).max(MigrationVersion::compareTo).orElseThrow();
        if (!office.knownMigrations(source()).containsAll(wanted)) {
            throw unknownTables();
        }
        office.migrate(source(), newest);
        try (Connection connection = source().getConnection()) {
            if (!new HashSet<>(BackupWriter.migrations(connection)).equals(wanted)) {
                throw unknownTables();
            }
        }
    }

    /// Fills all tables and files in one transaction and checks every foreign key.
    void fill(BackupFile backup, RestoredFiles files) throws Exception {
        try (Connection connection = source().getConnection()) {
            connection.setAutoCommit(false);
            Tables.fill(connection, () -> read(backup, files, connection));
            connection.commit();
        }
    }

    /// Adds what newer versions of the product added.
    void migrateOn() {
        office.migrate(source(), MigrationVersion.LATEST);
    }

    /// Gives the office's name to this database and drops the former one.
    void takePlace() throws SQLException {
        String former = office.name() + "_former";
        try (Connection connection = outside(); Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + Tables.quoted(former));
            connection.setAutoCommit(false);
            statement.execute("alter database " + Tables.quoted(office.name()) + " rename to " + Tables.quoted(former));
            statement.execute("alter database " + Tables.quoted(name) + " rename to " + Tables.quoted(office.name()));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("drop database " + Tables.quoted(former));
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = outside(); Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + Tables.quoted(name));
        }
    }

    private void read(BackupFile backup, RestoredFiles files, Connection connection) throws Exception {
        Map<String, List<String>> columns = new HashMap<>();
        backup.read((entry, content) -> {
            if (entry.endsWith(".columns") && entry.startsWith("tables/")) {
                String table = entry.substring("tables/".length(), entry.length() - ".columns".length());
                columns.put(table, List.of(text(content).stripTrailing().split("\t")));
            } else if (entry.endsWith(".copy") && entry.startsWith("tables/")) {
                String table = entry.substring("tables/".length(), entry.length() - ".copy".length());
                Tables.Table known = new Tables.Table(table, columns.getOrDefault(table, List.of()));
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(known.copy("from stdin"), content);
            } else if (entry.equals("sequences")) {
                for (String line : text(content).lines().toList()) {
                    String[] fields = line.split("\t");
                    Tables.set(connection, new Tables.Sequence(fields[0], Long.parseLong(fields[1]), Boolean.parseBoolean(fields[2])));
                }
            } else {
                files.write(entry, content);
            }
        });
    }

    private static Refused unknownTables() {
        return new Refused("The backup was made by another version of the product, whose tables this version does not know;"
                + " restore it with that version or a newer one; nothing was changed.");
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }

    private DataSource source() {
        return office.server().source(name);
    }

    /// A connection to no office's database, from where databases are made and renamed.
    private Connection outside() throws SQLException {
        return office.server().source("postgres").getConnection();
    }
}
