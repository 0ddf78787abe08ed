package org.fengqiao.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.record.Records;

/// 发号: the numbers of simulated lives, the same however many lives go on side by side.
///
/// Cases are numbered beforehand, in the order in which they will open; documents as they are made, by lives that go one
/// after the other. While the past is lived nobody else acts, so that the counters can be kept in memory until the end.
final class Numbers {

    private static final short OFFICE = Offices.ONLY;

    private record Series(String name, int year) {}

    private final Map<Series, Integer> last = new LinkedHashMap<>();
    private final Map<Life, Integer> openings = new HashMap<>();
    private final Map<Life, Definition> definitions = new HashMap<>();

    private Numbers() {}

    /// Goes on where the office is.
    static Numbers read(DataSource source) throws SQLException {
        Numbers numbers = new Numbers();
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("select series, year, last from counter where office = ?")) {
            s.setShort(1, OFFICE);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    numbers.last.put(new Series(r.getString(1), r.getInt(2)), r.getInt(3));
                }
            }
        }
        return numbers;
    }

    /// Numbers the cases of these lives, which come in the order in which they open.
    void openings(List<Life> lives, Definitions all) {
        for (Life life : lives) {
            Definition definition = all.inForce(life.procedure, life.next).orElseThrow();
            definitions.put(life, definition);
            openings.put(life, next(definition.series(), life.next.getYear(), 1));
        }
    }

    /// Whether a life makes documents with numbers of their own.
    boolean asks(Life life) {
        Definition d = definitions.get(life);
        return life.scenes.stream()
                .flatMap(s -> d.step(s.step()).stream())
                .flatMap(s -> s.documents().stream())
                .map(k -> d.documents().get(k).series())
                .anyMatch(s -> s != null && !s.equals(d.series()));
    }

    /// The same act with its numbers, so that the database is not asked for them.
    Records.Append given(Life life, Records.Append append) {
        if (append.numbers().isEmpty()) {
            return append;
        }
        Map<String, Integer> issued = new LinkedHashMap<>();
        String cases = definitions.get(life).series();
        append.numbers().forEach((series, n) -> issued.put(
                series,
                append.before() == null && series.equals(cases) ? openings.get(life) : next(series, append.year(), n)));
        return new Records.Append(
                append.before(), append.procedure(), Map.of(), append.year(), none -> append.compose().apply(issued), append.key());
    }

    private synchronized int next(String series, int year, int n) {
        return last.merge(new Series(series, year), n, Integer::sum);
    }

    /// Writes the counters as they stand.
    void write(DataSource source) throws SQLException {
        try (Connection c = source.getConnection();
                PreparedStatement s = c.prepareStatement("""
                        insert into counter (office, series, year, last) values (?, ?, ?, ?)
                        on conflict (office, series, year) do update set last = excluded.last""")) {
            for (Map.Entry<Series, Integer> one : last.entrySet()) {
                s.setShort(1, OFFICE);
                s.setString(2, one.getKey().name());
                s.setInt(3, one.getKey().year());
                s.setInt(4, one.getValue());
                s.addBatch();
            }
            s.executeBatch();
        }
    }
}
