package org.fengqiao.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Replay;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.jspecify.annotations.Nullable;

/// 重建: folds every event again and holds the rows that follow from the record against what is stored.
///
/// A row is spoken of as one text, its columns parted by `|`, the same on both sides.
final class Rebuild {

    private final NearestDue nearest;
    private final WorklistRows worklist;
    private final Definitions definitions;

    Rebuild(NearestDue nearest, WorklistRows worklist, Definitions definitions) {
        this.nearest = nearest;
        this.worklist = worklist;
        this.definitions = definitions;
    }

    /// The rows of one case that follow from its events.
    record Rows(String head, List<String> worklist, List<String> documents) {}

    /// 差异: one row that is not what the record says; null on the side where it is missing.
    record Difference(short office, long id, String number, String table, @Nullable String stored, @Nullable String folded) {
        @Override
        public String toString() {
            return number + " " + table + ": stored " + (stored == null ? "nothing" : stored) + ", the record says "
                    + (folded == null ? "nothing" : folded);
        }
    }

    /// How many cases and events were folded and how many rows differ.
    record Outcome(long cases, long events, long differences) {}

    private static final String STORED = """
            select k.office, k.id, concat_ws('|', c.number, coalesce(c.lifeline, ''), c.procedure, c.definition, c.stage, c.final, c.version, c.opened_on,
                       c.acted_on, encode(c.digest, 'hex'), c.handlers, coalesce(c.due::text, ''), c.paused, c.clocks, c.title) as head,
                   array(select concat_ws('|', assignee, step) from worklist w
                          where w.office = k.office and w.case_id = k.id order by 1) as worklist,
                   array(select concat_ws('|', id, kind, party, coalesce(number, '')) from document d
                          where d.office = k.office and d.case_id = k.id order by 1) as documents,
                   (select encode(e.digest, 'hex') from event e where e.office = k.office and e.case_id = k.id
                     order by e.seq desc limit 1) as digest,
            """ + RecordedLife.COLUMNS + """

              from (select office, id from cases union select distinct office, case_id from event) k
              left join cases c on c.office = k.office and c.id = k.id
             order by k.office, k.id""";

    /// Folds all cases within the caller's transaction; tells every difference and, when asked, writes what the record says.
    Outcome run(Connection connection, boolean write, Consumer<Difference> told) throws SQLException {
        long cases = 0;
        long events = 0;
        long differences = 0;
        RebuiltNumbers numbers = new RebuiltNumbers(definitions);
        try (PreparedStatement statement = connection.prepareStatement(STORED)) {
            statement.setFetchSize(200);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    List<Replay.Recorded> life = RecordedLife.of(row);
                    cases++;
                    events += life.size();
                    List<Difference> found = one(connection, row, life, write, numbers);
                    differences += found.size();
                    found.forEach(told);
                }
            }
        }
        List<Difference> misnumbered = numbers.settle(connection, write);
        differences += misnumbered.size();
        misnumbered.forEach(told);
        return new Outcome(cases, events, differences);
    }

    private List<Difference> one(Connection connection, ResultSet row, List<Replay.Recorded> life, boolean write, RebuiltNumbers numbers) throws SQLException {
        short office = row.getShort(1);
        long id = row.getLong(2);
        CaseState state = fold(life, after -> numbers.follow(office, id, after));
        String head = row.getString(3).isEmpty() ? null : row.getString(3);
        String number = state != null ? state.number() : Objects.requireNonNull(head).substring(0, head.indexOf('|'));
        Rows folded = state == null ? null : rows(state, row.getString(6), texts(row, 5));
        List<Difference> found = new ArrayList<>();
        if (folded == null || !folded.head().equals(head)) {
            found.add(new Difference(office, id, number, "case", head, folded == null ? null : folded.head()));
        }
        differ(office, id, number, "worklist", texts(row, 4), folded == null ? List.of() : folded.worklist(), found);
        differ(office, id, number, "document", texts(row, 5), folded == null ? List.of() : folded.documents(), found);
        if (write && folded != null && !found.isEmpty()) {
            new RebuiltRows(connection, office, id).write(folded);
        }
        return found;
    }

    private static void differ(
            short office, long id, String number, String table, String[] stored, List<String> folded, List<Difference> found) {
        List<String> kept = Arrays.asList(stored);
        kept.stream().filter(r -> !folded.contains(r)).forEach(r -> found.add(new Difference(office, id, number, table, r, null)));
        folded.stream().filter(r -> !kept.contains(r)).forEach(r -> found.add(new Difference(office, id, number, table, null, r)));
    }

    private static @Nullable CaseState fold(List<Replay.Recorded> life, Consumer<CaseState> each) {
        CaseState state = null;
        for (Replay.Recorded r : life) {
            String slug = r.event().definition().substring(0, r.event().definition().indexOf('@'));
            state = state == null ? CaseState.open(r.event(), slug, r.personal()) : state.after(r.event(), r.personal());
            each.accept(state);
        }
        return state;
    }

    private Rows rows(CaseState s, String digest, String[] stored) {
        Records.Standing clocks = nearest.apply(s);
        String head = String.join("|", s.number(), s.lifeline().equals(s.number()) ? "" : s.lifeline(), s.procedure(), s.definition(), s.stage(), flag(s.isFinal()),
                Integer.toString(s.version()), s.opened().toString(), s.lastDay().toString(), digest,
                Records.handlers(s), clocks.due() == null ? "" : clocks.due().toString(), flag(clocks.paused()), clocks.clocks(),
                Restriction.title(s));
        List<String> listed = worklist.assignments(s).entrySet().stream()
                .map(a -> a.getKey() + "|" + a.getValue())
                .toList();
        // A document without a template has no row; one with a row must bear what the record says.
        List<String> ids = Arrays.stream(stored).map(d -> d.substring(0, d.indexOf('|'))).toList();
        List<String> documents = s.documents().values().stream()
                .filter(d -> ids.contains(d.id()))
                .map(d -> String.join("|", d.id(), d.kind(), text(d.party()), text(d.number())))
                .toList();
        return new Rows(head, listed, documents);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String flag(boolean value) {
        return value ? "t" : "f";
    }

    private static String[] texts(ResultSet row, int column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    /// 重写: puts the rows of one case in the place of what was stored.
    private record RebuiltRows(Connection connection, short office, long id) {

        void write(Rows rows) throws SQLException {
            String[] h = rows.head().split("\\|", 15);
            put("insert into cases (office, id, number, lifeline, procedure, definition, stage, final, version, opened_on, acted_on, digest, handlers, due, paused, clocks, title)"
                    + " values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?::date, ?::date, ?, ?, nullif(?, '')::date, ?, ?, ?) on conflict (office, id) do update set number = excluded.number,"
                    + " lifeline = excluded.lifeline, procedure = excluded.procedure, definition = excluded.definition, stage = excluded.stage,"
                    + " final = excluded.final, version = excluded.version, opened_on = excluded.opened_on, acted_on = excluded.acted_on,"
                    + " digest = excluded.digest, handlers = excluded.handlers, due = excluded.due, paused = excluded.paused, clocks = excluded.clocks, title = excluded.title",
                    office, id, h[0], h[1], h[2], h[3], h[4], h[5].equals("t"), Integer.parseInt(h[6]), h[7], h[8],
                    HexFormat.of().parseHex(h[9]), h[10], h[11], h[12].equals("t"), h[13], h[14]);
            put("delete from worklist where office = ? and case_id = ?", office, id);
            for (String row : rows.worklist()) {
                String[] w = row.split("\\|", -1);
                put("insert into worklist (office, case_id, assignee, step) values (?, ?, ?, ?)", office, id, w[0], w[1]);
            }
            for (String row : rows.documents()) {
                String[] d = row.split("\\|", -1);
                put("update document set kind = ?, party = ?, number = nullif(?, '') where office = ? and case_id = ? and id = ?",
                        d[1], d[2], d[3], office, id, d[0]);
            }
        }

        private void put(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }
    }
}
