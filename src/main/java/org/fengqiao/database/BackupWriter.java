package org.fengqiao.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fengqiao.digest.Sm3;
import org.postgresql.PGConnection;

/// Writes one office into one stream while it works on.
///
/// The order makes it consistent: heads first, because a head never speaks of an event that a later snapshot lacks; then
/// all tables in one snapshot; then evidence, because a file is on the disk before the row that names it.
final class BackupWriter {

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final Sm3 sm3 = new Sm3();
    private long rows;
    private int tables;
    private int files;

    BackupWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /// What was written, for the person at the shell.
    record Summary(int tables, long rows, int files) {}

    Summary write(Database database) throws IOException, SQLException {
        addFolder("heads/", database.home().heads());
        List<String> migrations;
        try (Connection connection = database.source().getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            migrations = migrations(connection);
            for (Tables.Table table : Tables.of(connection)) {
                addTable(connection, table);
            }
            String sequences = Tables.sequences(connection).stream()
                    .map(s -> s.name() + "\t" + s.last() + "\t" + s.given() + "\n")
                    .collect(Collectors.joining());
            add("sequences", out -> out.write(sequences.getBytes(StandardCharsets.UTF_8)));
            connection.rollback();
        }
        addFolder("evidence/", database.home().evidence());
        String made = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        zip.putNextEntry(entry(Manifest.NAME));
        zip.write(new Manifest(made, migrations, digests).text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return new Summary(tables, rows, files);
    }

    /// The versions of all migrations that made the tables, in order.
    static List<String> migrations(Connection connection) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet known = statement.executeQuery("select to_regclass('public.flyway_schema_history') is not null")) {
                known.next();
                if (!known.getBoolean(1)) {
                    return versions;
                }
            }
            String sql = "select version from flyway_schema_history where success and version is not null order by installed_rank";
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    versions.add(row.getString(1));
                }
            }
        }
        return versions;
    }

    private void addTable(Connection connection, Tables.Table table) throws IOException, SQLException {
        tables++;
        String columns = String.join("\t", table.columns()) + "\n";
        add("tables/" + table.name() + ".columns", out -> out.write(columns.getBytes(StandardCharsets.UTF_8)));
        add("tables/" + table.name() + ".copy", out -> {
            try {
                rows += connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copy("to stdout"), out);
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    private void addFolder(String prefix, Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            // A file that is still being written has another name until it is whole.
            found = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            try (InputStream in = Files.newInputStream(file)) {
                add(prefix + folder.relativize(file), in::transferTo);
                files++;
            } catch (NoSuchFileException e) {
                // Erased or swept since it was listed: then no row of the snapshot's future needs it either.
                continue;
            }
        }
    }

    private void add(String name, Content content) throws IOException {
        zip.putNextEntry(entry(name));
        content.writeTo(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                sm3.add(bytes, offset, length);
                zip.write(bytes, offset, length);
            }
        });
        zip.closeEntry();
        digests.put(name, sm3.endHex());
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
