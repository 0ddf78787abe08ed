package org.fengqiao.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// 核验: recomputes every chain from one snapshot, while the office works on, and names the first thing that is wrong.
///
/// Checked are the digests, the canonical form, the numbering, the end that the case row states, personal values and
/// document contents against their digests, and on request evidence files and the heads. Rows are streamed.
public final class Verification {

    private Verification() {}

    /// 核验结果: what was looked at, and the first fault if there is one.
    public record Report(
            long cases, long events, long personal, long erased, long documents, long files, long heads, Duration time,
            @Nullable Fault fault) {

        public boolean intact() {
            return fault == null;
        }
    }

    /// Checks every case of every office in the database.
    ///
    /// @param heads    the file of heads, or null to leave it aside
    /// @param evidence the folder of evidence files, or null to leave them aside
    public static Report ofAll(DataSource source, @Nullable Path heads, @Nullable Path evidence) throws SQLException, IOException {
        HeadsFile file = heads == null ? null : HeadsFile.read(heads);
        return run(source, null, null, file, evidence);
    }

    /// Checks one case without its evidence files, as the badge on its page shows it.
    public static Report ofCase(DataSource source, short office, String number) throws SQLException {
        try {
            return run(source, office, number, null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Report run(
            DataSource source, @Nullable Short office, @Nullable String number, @Nullable HeadsFile heads,
            @Nullable Path evidence) throws SQLException, IOException {
        long start = System.nanoTime();
        if (heads != null && heads.fault() != null) {
            return new Report(0, 0, 0, 0, 0, 0, heads.entries().size(), since(start), heads.fault());
        }
        Map<String, List<HeadsFile.Head>> expected = new HashMap<>();
        if (heads != null) {
            heads.entries().forEach(e -> e.heads().forEach(
                    h -> expected.computeIfAbsent(h.number(), n -> new ArrayList<>(2)).add(h)));
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (Kept kept = new Kept(connection, office, number)) {
                return check(kept, expected, heads == null ? 0 : heads.entries().size(), new CaseCheck(evidence), start);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private static Report check(
            Kept kept, Map<String, List<HeadsFile.Head>> expected, int heads, CaseCheck check, long start) throws SQLException {
        long cases = 0;
        long events = 0;
        Fault fault = null;
        for (KeptCase next = kept.next(); next != null && fault == null; next = kept.next()) {
            cases++;
            events += next.lines().size();
            List<HeadsFile.Head> of = next.number() == null ? null : expected.remove(next.number());
            fault = check.check(next, of == null ? List.of() : of);
        }
        if (fault == null && !expected.isEmpty()) {
            HeadsFile.Head lost = expected.values().iterator().next().getFirst();
            fault = new Fault(lost.number(), 0, lost.day() + " 的链首登记有此案，现在整案不见");
        }
        return new Report(
                cases, events, check.personalValues(), check.erasedValues(), check.documents(), check.files(), heads,
                since(start), fault);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Four ordered streams of one snapshot, joined case by case; rows without a case come out as a case without a number.
    private static final class Kept implements AutoCloseable {
        private final Rows cases;
        private final Rows lines;
        private final Rows personal;
        private final Rows papers;

        Kept(Connection connection, @Nullable Short office, @Nullable String number) throws SQLException {
            cases = new Rows(connection, office, number, "select office, id as case_id, number, version, digest, title from cases", "");
            lines = new Rows(connection, office, number, "select office, case_id, seq, digest, line from event", ", seq");
            personal = new Rows(connection, office, number, "select office, case_id, seq, content from personal", ", seq");
            papers = new Rows(connection, office, number, "select office, case_id, id, content, number from document", ", id");
        }

        @Nullable KeptCase next() throws SQLException {
            long key = Math.min(Math.min(cases.key(), lines.key()), Math.min(personal.key(), papers.key()));
            if (key == Long.MAX_VALUE) {
                return null;
            }
            List<KeptCase.Line> events = new ArrayList<>();
            Map<Integer, String> values = new LinkedHashMap<>();
            Map<String, KeptCase.Paper> documents = new LinkedHashMap<>();
            for (; lines.key() == key; lines.step()) {
                events.add(new KeptCase.Line(lines.row.getInt(3), lines.row.getBytes(4), lines.row.getBytes(5)));
            }
            for (; personal.key() == key; personal.step()) {
                values.put(personal.row.getInt(3), personal.row.getString(4));
            }
            for (; papers.key() == key; papers.step()) {
                documents.put(papers.row.getString(3), new KeptCase.Paper(papers.row.getString(4), papers.row.getString(5)));
            }
            long id = key & 0xFFFF_FFFF_FFFFL;
            if (cases.key() != key) {
                return new KeptCase(id, null, 0, new byte[0], "", events, values, documents);
            }
            KeptCase kept = new KeptCase(
                    id, cases.row.getString(3), cases.row.getInt(4), cases.row.getBytes(5), cases.row.getString(6), events,
                    values, documents);
            cases.step();
            return kept;
        }

        @Override
        public void close() throws SQLException {
            try (cases; lines; personal; papers) {
                // Closing is all.
            }
        }
    }

    private static final class Rows implements AutoCloseable {
        private final PreparedStatement statement;
        private final ResultSet row;
        private boolean more;

        Rows(Connection connection, @Nullable Short office, @Nullable String number, String select, String then)
                throws SQLException {
            String id = select.contains("id as case_id") ? "id" : "case_id";
            String one = number == null ? "" : " where office = ? and " + id + " = (select id from cases where office = ? and number = ?)";
            statement = connection.prepareStatement(select + one + " order by office, " + id + then);
            statement.setFetchSize(500);
            if (number != null && office != null) {
                statement.setShort(1, office);
                statement.setShort(2, office);
                statement.setString(3, number);
            }
            row = statement.executeQuery();
            step();
        }

        void step() throws SQLException {
            more = row.next();
        }

        /// Office and case as one ordered number.
        long key() throws SQLException {
            return more ? ((long) row.getShort(1) << 48) | row.getLong(2) : Long.MAX_VALUE;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
