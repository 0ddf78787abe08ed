package org.fengqiao.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Composing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// 记录: reads a case in one round trip and appends to it in one statement guarded by the version.
///
/// When the event issues numbers, the counters are locked last, just before the digest: three round trips then.
public final class Records {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSource source;
    private final short office;
    private final Appending appending;
    private final Runnable acted;

    public Records(DataSource source, short office, Function<CaseState, Standing> standing, List<Projection> projections) {
        this(source, office, standing, projections, () -> {});
    }

    /// @param standing what the case row says of the clocks of a case
    /// @param acted told of each act that has been written; it must not wait for anything
    public Records(
            DataSource source, short office, Function<CaseState, Standing> standing, List<Projection> projections, Runnable acted) {
        this.source = source;
        this.office = office;
        this.appending = new Appending(office, standing, List.copyOf(projections));
        this.acted = acted;
    }

    /// 已读: a case as it stands.
    ///
    /// @param known null when there is no such case
    /// @param repeated the event an idempotency key already led to, if any
    public record Read(long officeVersion, @Nullable Known known, @Nullable Repeated repeated) {}

    /// A case whose events have been folded; it may be kept and be brought up to date by the next read.
    public record Known(long id, CaseState state, byte[] digest) {}

    /// An earlier write under the same idempotency key.
    public record Repeated(byte[] request, String number) {}

    /// 追加: what one act adds.
    ///
    /// @param before the case as the act saw it, null when it opens one
    /// @param numbers series → how many numbers the event issues in the year of its day
    /// @param compose numbers by series → the event, personal values and document contents
    /// @param officeVersion the settings of the office that the act saw; nothing is written under others. Null when it saw none
    public record Append(
            @Nullable Known before, String procedure, Map<String, Integer> numbers, int year,
            Function<Map<String, Integer>, Composed> compose, @Nullable Key key, @Nullable Long officeVersion) {

        public Append(
                @Nullable Known before, String procedure, Map<String, Integer> numbers, int year,
                Function<Map<String, Integer>, Composed> compose, @Nullable Key key) {
            this(before, procedure, numbers, year, compose, key, null);
        }

        /// The same act, to be written only while the office is as the act saw it.
        public Append under(long officeVersion) {
            return new Append(before, procedure, numbers, year, compose, key, officeVersion);
        }
    }

    /// 期限概况: what lists ask of the clocks of a case.
    ///
    /// @param due    the nearest day on which a running duty or term ends; null when none runs
    /// @param paused whether a duty or term is stopped
    /// @param clocks the clocks that have not ended, parted by blanks
    public record Standing(@Nullable LocalDate due, boolean paused, String clocks) {}

    /// An idempotency key of a person with the digest of the request.
    public record Key(String person, String key, byte[] request) {}

    /// 成文: an event ready to be chained.
    ///
    /// @param extra further rows that belong to the act itself, such as an evidence file's
    public record Composed(
            Composing composing, PersonalValues personal, Map<String, String> contents, List<Projection.Part> extra) {}

    /// 竞争失败: somebody else acted on the case first, or the office is no longer as the act saw it; nothing was written.
    public static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostRace() {
            super("案件已有新的办理记录");
        }
    }

    private static final String READ = """
            select o.version, c.id, c.version, c.digest, c.procedure,
                   case when c.version > ? then (select array_agg(e.line order by e.seq) from event e
                     where e.office = c.office and e.case_id = c.id and e.seq > ?) end as lines,
                   case when c.version > ? then (select array_agg(p.seq || ' ' || p.content order by p.seq) from personal p
                     where p.office = c.office and p.case_id = c.id and p.seq > ?) end as personal
              from office o left join cases c on c.office = o.office and c.number = ?
             where o.office = ?""";

    private static final String READ_WITH_KEY = READ.replace("as personal", """
             as personal,
                   (select encode(i.request, 'hex') || ' ' || k.number from idempotency i
                      join cases k on k.office = i.office and k.id = i.case_id
                     where i.office = o.office and i.person = ? and i.key = ?)""");

    /// Reads a case; what is already known of it is not read again.
    public Read read(String number, @Nullable Known known, @Nullable Key key) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(key == null ? READ : READ_WITH_KEY)) {
            int from = known == null ? 0 : known.state().version();
            int at = 1;
            while (at <= 4) {
                statement.setInt(at++, from);
            }
            if (key != null) {
                statement.setString(at++, key.person());
                statement.setString(at++, key.key());
            }
            statement.setString(at++, number);
            statement.setShort(at, office);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The database holds no office " + office + ".");
                }
                return new Read(row.getLong(1), folded(row, known), key == null ? null : repeated(row.getString(8)));
            }
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    private static @Nullable Repeated repeated(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int blank = text.indexOf(' ');
        return new Repeated(java.util.HexFormat.of().parseHex(text.substring(0, blank)), text.substring(blank + 1));
    }

    private static @Nullable Known folded(ResultSet row, @Nullable Known known) throws SQLException {
        long id = row.getLong(2);
        if (row.wasNull()) {
            return null;
        }
        CaseState state = known == null ? null : known.state();
        java.sql.Array lines = row.getArray(6);
        if (lines == null) {
            return known;
        }
        Map<Integer, Map<String, String>> personal = new LinkedHashMap<>();
        java.sql.Array rows = row.getArray(7);
        if (rows != null) {
            for (String text : (String[]) rows.getArray()) {
                int blank = text.indexOf(' ');
                personal.put(Integer.parseInt(text.substring(0, blank)), PersonalValues.read(text.substring(blank + 1)));
            }
        }
        for (byte[] line : (byte[][]) lines.getArray()) {
            CaseEvent event = CaseEvent.of(JSON.readTree(Packing.text(line)));
            Map<String, String> values = personal.getOrDefault(event.seq(), Map.of());
            state = state == null ? CaseState.open(event, row.getString(5), values) : state.after(event, values);
        }
        return new Known(id, state, row.getBytes(4));
    }

    /// 链行: one event as it is stored.
    public record Line(int seq, String digest, String line) {}

    /// The stored lines of a case in order, as a package hands them over.
    public List<Line> lines(long caseId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select seq, digest, line from event where office = ? and case_id = ? order by seq")) {
            statement.setShort(1, office);
            statement.setLong(2, caseId);
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(row.getInt(1), Chain.hex(row.getBytes(2)), Packing.text(row.getBytes(3))));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /// The rows of personal values of a case by event, erased values left out.
    public Map<Integer, String> personalRows(long caseId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select seq, content from personal where office = ? and case_id = ? order by seq")) {
            statement.setShort(1, office);
            statement.setLong(2, caseId);
            Map<Integer, String> rows = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getInt(1), row.getString(2));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /// Appends one event in its own transaction.
    ///
    /// @throws LostRace when the case is no longer at the version the act saw
    /// @throws Unreachable when the database does not answer; nothing was written or the caller may ask again by key
    public Known append(Append append) {
        Known after = appendAlone(append);
        acted.run();
        return after;
    }

    private Known appendAlone(Append append) {
        try (Connection connection = source.getConnection()) {
            if (append.numbers().isEmpty()) {
                return appending.write(connection, append, append.compose().apply(Map.of()), false);
            }
            connection.setAutoCommit(false);
            try {
                Map<String, Integer> numbers = appending.issue(connection, append);
                return appending.write(connection, append, append.compose().apply(numbers), true);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /// Appends one event within the caller's transaction.
    public Known appendWithin(Connection connection, Append append) throws SQLException {
        Map<String, Integer> numbers = append.numbers().isEmpty() ? Map.of() : appending.issue(connection, append);
        return appending.write(connection, append, append.compose().apply(numbers), false);
    }

    /// 经办人: who has acted in a case, parted by blanks.
    public static String handlers(CaseState state) {
        TreeSet<String> people = new TreeSet<>();
        for (CaseState.Deed deed : state.deeds()) {
            for (CaseEvent.Actor actor : deed.actors()) {
                people.add(actor.person());
            }
        }
        return String.join(" ", people);
    }

    /// @throws org.fengqiao.door.Command.Refused when the home's database has no record yet
    static void refuseWithoutTables(DataSource source, org.fengqiao.database.Home home) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select to_regclass('event') is not null");
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new org.fengqiao.door.Command.Refused("The home " + home.directory() + " holds no record yet.");
            }
        }
    }

    /// 数据库暂不可用: the database did not answer, or could not write (full disk). Nothing was acknowledged.
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// Connection lost (08), shutting down (57P), out of room (53), write error (58): the act can be tried again later.
    static RuntimeException trouble(SQLException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        boolean away = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.startsWith("58")
                || state.equals("25006") || e instanceof java.sql.SQLTransientException;
        return away ? new Unreachable(e) : new IllegalStateException("SQL " + state + ": " + e.getMessage(), e);
    }
}
