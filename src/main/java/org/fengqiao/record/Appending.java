package org.fengqiao.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fengqiao.digest.Canonical;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 写入: the one guarded statement of `with` parts that chains an event and writes every row that follows from it, and the numbers
/// issued before it.
final class Appending {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final short office;
    private final Function<CaseState, Records.Standing> standing;
    private final List<Projection> projections;

    Appending(short office, Function<CaseState, Records.Standing> standing, List<Projection> projections) {
        this.office = office;
        this.standing = standing;
        this.projections = projections;
    }

    private static final String ISSUE = """
            insert into counter as k (office, series, year, last)
            select ?, s, ?, n from unnest(?, ?) as t(s, n) order by s
            on conflict (office, series, year) do update set last = k.last + excluded.last
            returning series, last""";

    /// Issues numbers; the rows stay locked until the transaction ends, so that a roll-back leaves no gap.
    Map<String, Integer> issue(Connection connection, Records.Append append) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ISSUE)) {
            statement.setShort(1, office);
            statement.setInt(2, append.year());
            statement.setArray(3, connection.createArrayOf("text", append.numbers().keySet().toArray()));
            statement.setArray(4, connection.createArrayOf("int4", append.numbers().values().toArray()));
            Map<String, Integer> issued = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    issued.put(rows.getString(1), rows.getInt(2));
                }
            }
            return issued;
        }
    }

    /// Writes an event with all rows that follow from it, as one statement.
    ///
    /// @param commit whether the statement ends the transaction
    Records.Known write(Connection connection, Records.Append append, Records.Composed composed, boolean commit) throws SQLException {
        Canonical.Written written = Canonical.written(composed.composing().event().toJson());
        String line = written.text();
        CaseEvent event = event(composed.composing().event(), written);
        Map<String, String> personal = composed.personal().values();
        Records.Known before = append.before();
        byte[] previous = before == null ? Chain.origin(event.caseNumber()) : before.digest();
        byte[] digest = Chain.next(previous, line);
        CaseState after = before == null
                ? CaseState.open(event, append.procedure(), personal)
                : before.state().after(event, personal);
        Projection.Change change = new Projection.Change(
                before == null ? null : before.state(), after, event, personal,
                composed.contents());
        List<Projection.Part> parts = new ArrayList<>();
        parts.add(head(before, after, digest, append.officeVersion()));
        parts.add(new Projection.Part(
                "appended",
                "insert into event (office, case_id, seq, digest, line) select office, id, ?, ?, ? from head",
                List.of(event.seq(), digest, Packing.packed(line))));
        if (!composed.personal().isEmpty()) {
            parts.add(new Projection.Part(
                    "apart", "insert into personal (office, case_id, seq, content) select office, id, ?, ? from head",
                    List.of(event.seq(), composed.personal().text())));
        }
        Records.Key key = append.key();
        if (key != null) {
            parts.add(new Projection.Part(
                    "once",
                    "insert into idempotency (office, person, key, request, case_id, seq) select office, ?, ?, ?, id, ? from head",
                    List.of(key.person(), key.key(), key.request(), event.seq())));
        }
        parts.addAll(composed.extra());
        projections.forEach(p -> parts.addAll(p.parts(change)));
        return new Records.Known(execute(connection, parts, commit), after, digest);
    }

    /// What is kept in memory equals every later reading of the line: a text that the line holds in another form is read back
    /// from it, and so would anything else be that the line tells differently.
    private static CaseEvent event(CaseEvent composed, Canonical.Written line) {
        if (!line.asGiven()) {
            return CaseEvent.of(JSON.readTree(line.text()));
        }
        CaseEvent event = composed.with((ObjectNode) Canonical.settled(composed.data()));
        assert event.equals(CaseEvent.of(JSON.readTree(line.text()))) : line.text();
        return event;
    }

    private Projection.Part head(Records.@Nullable Known before, CaseState after, byte[] digest, @Nullable Long officeVersion) {
        String title = Restriction.title(after);
        Records.Standing clocks = standing.apply(after);
        String due = clocks.due() == null ? "" : clocks.due().toString();
        String own = after.lifeline().equals(after.number()) ? "" : after.lifeline();
        List<Object> values;
        String sql;
        if (before == null) {
            sql = OPENED;
            values = List.of(
                    office, after.number(), own, after.procedure(), after.definition(), after.stage(), after.isFinal(), after.version(),
                    after.opened(), after.lastDay(), digest, title, Records.handlers(after), due, clocks.paused(), clocks.clocks());
        } else {
            sql = ACTED;
            values = List.of(
                    after.definition(), after.stage(), after.isFinal(), after.version(), after.lastDay(), digest, title, Records.handlers(after),
                    due, clocks.paused(), clocks.clocks(), office, before.id(), before.state().version());
        }
        if (officeVersion == null) {
            return new Projection.Part("head", sql + " returning office, id", values);
        }
        List<Object> guarded = new ArrayList<>(values);
        guarded.add(office);
        guarded.add(officeVersion);
        return new Projection.Part("head", sql + (before == null ? " where" : " and") + SAME_OFFICE + " returning office, id", guarded);
    }

    private static final String OPENED = """
            insert into cases (office, number, lifeline, procedure, definition, stage, final, version, opened_on,
                   acted_on, digest, title, handlers, due, paused, clocks)
            select ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::date, ?, ?""";

    private static final String ACTED = """
            update cases set definition = ?, stage = ?, final = ?, version = ?, acted_on = ?, digest = ?, title = ?,
                   handlers = ?, due = nullif(?, '')::date, paused = ?, clocks = ? where office = ? and id = ? and version = ?""";

    private static final String SAME_OFFICE = " (select o.version from office o where o.office = ?) = ?";

    /// One statement; without a guarded row it fails by dividing by zero, so that a commit sent along is not done.
    private static long execute(Connection connection, List<Projection.Part> parts, boolean commit) throws SQLException {
        StringBuilder sql = new StringBuilder("with ");
        List<Object> parameters = new ArrayList<>();
        for (Projection.Part part : parts) {
            sql.append(parameters.isEmpty() ? "" : ", ").append(part.name()).append(" as (").append(part.sql()).append(')');
            parameters.addAll(part.parameters());
        }
        sql.append(" select max(id), 1 / count(*) from head");
        if (commit) {
            sql.append("; commit");
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                bind(connection, statement, i + 1, parameters.get(i));
            }
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            if ("22012".equals(e.getSQLState()) || "23505".equals(e.getSQLState())) {
                throw new Records.LostRace();
            }
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
            throws SQLException {
        switch (value) {
            case String[] texts -> statement.setArray(at, connection.createArrayOf("text", texts));
            case Integer[] numbers -> statement.setArray(at, connection.createArrayOf("int4", numbers));
            case Boolean[] flags -> statement.setArray(at, connection.createArrayOf("bool", flags));
            default -> statement.setObject(at, value);
        }
    }
}
