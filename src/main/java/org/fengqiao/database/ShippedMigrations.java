package org.fengqiao.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// 已到位: whether a database's tables already are what this version of the product makes of them.
///
/// Only the plain case is told here: every shipped script stands in the history once, done, under its version and in its wording,
/// and nothing else does. Whatever is otherwise is Flyway's to judge, whose coming up costs more than everything else done to the
/// database at a start.
final class ShippedMigrations {

    private static final Pattern FILE = Pattern.compile("V([0-9_]+?)__([^/]+)\\.sql");

    /// A script of the history, as Flyway writes it down.
    private record Applied(String version, String description, int checksum) {}

    private ShippedMigrations() {}

    /// @param folder below which the scripts lie in the class path
    static boolean allApplied(DataSource tables, String folder) {
        try (Connection connection = tables.getConnection()) {
            Map<String, Applied> history = history(connection);
            return !history.isEmpty() && history.equals(shipped(folder));
        } catch (SQLException | IOException e) {
            // Flyway meets the same fault and says it in full.
            return false;
        }
    }

    /// Script to what was applied of it; empty when there is no history or one that is not plain.
    private static Map<String, Applied> history(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return Map.of();
                }
            }
            Map<String, Applied> history = new HashMap<>();
            try (ResultSet row = statement.executeQuery(
                    "select script, version, description, checksum, success and type = 'SQL' from flyway_schema_history")) {
                while (row.next()) {
                    Applied applied = new Applied(row.getString(2), row.getString(3), row.getInt(4));
                    if (!row.getBoolean(5) || history.put(row.getString(1), applied) != null) {
                        return Map.of();
                    }
                }
            }
            return history;
        }
    }

    private static Map<String, Applied> shipped(String folder) throws IOException {
        Map<String, Applied> shipped = new HashMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.sql")) {
            String path = file.getURL().getPath();
            String script = path.substring(path.lastIndexOf("/" + folder + "/") + folder.length() + 2);
            Matcher name = FILE.matcher(script.substring(script.lastIndexOf('/') + 1));
            if (!name.matches()) {
                return Map.of();
            }
            shipped.put(script, new Applied(name.group(1).replace('_', '.'), name.group(2).replace('_', ' '), checksum(file)));
        }
        return shipped;
    }

    /// Flyway's own: line by line, whatever the lines end with.
    private static int checksum(Resource file) throws IOException {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}
