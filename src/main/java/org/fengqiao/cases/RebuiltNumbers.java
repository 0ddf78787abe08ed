package org.fengqiao.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.cases.Rebuild.Difference;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definitions;
import org.jspecify.annotations.Nullable;

/// 来源编号的重建: which case bears which number of another platform, by the record; of two cases the older one.
final class RebuiltNumbers {

    private static final String TABLE = "source_number";

    private record Key(short office, String channel, String externalId) {}

    private record Bearer(long id, String number) {}

    private final Map<Key, Bearer> told = new LinkedHashMap<>();

    private final Definitions definitions;

    RebuiltNumbers(Definitions definitions) {
        this.definitions = definitions;
    }

    /// Takes a case in as it stands after one of its acts, the first one first.
    void follow(short office, long id, CaseState after) {
        if (after.version() == 1) {
            SourceNumbers.borne(definitions, after).forEach(b -> told.merge(
                    new Key(office, b.channel(), b.number()), new Bearer(id, after.number()), (x, y) -> x.id() <= y.id() ? x : y));
        } else if (SourceNumbers.voids(definitions, after)) {
            told.entrySet().removeIf(e -> e.getValue().id() == id && e.getKey().channel().equals(SourceNumbers.ledger(after.procedure())));
        }
    }

    /// Every row that is not what the record says; when asked, what the record says is written.
    List<Difference> settle(Connection connection, boolean write) throws SQLException {
        Map<Key, String> stored = stored(connection);
        List<Difference> found = new ArrayList<>();
        told.forEach((key, bearer) -> {
            String number = stored.remove(key);
            if (!bearer.number().equals(number)) {
                found.add(new Difference(key.office(), bearer.id(), bearer.number(), TABLE, row(key, number), row(key, bearer.number())));
            }
        });
        stored.forEach((key, number) -> found.add(new Difference(key.office(), 0, number, TABLE, row(key, number), null)));
        if (write && !found.isEmpty()) {
            write(connection);
        }
        return found;
    }

    private static @Nullable String row(Key key, @Nullable String number) {
        return number == null ? null : String.join("|", key.channel(), key.externalId(), number);
    }

    private static Map<Key, String> stored(Connection connection) throws SQLException {
        Map<Key, String> stored = new LinkedHashMap<>();
        try (PreparedStatement s = connection.prepareStatement("select office, channel, external_id, number from source_number order by 1, 2, 3");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                stored.put(new Key(r.getShort(1), r.getString(2), r.getString(3)), r.getString(4));
            }
        }
        return stored;
    }

    private void write(Connection connection) throws SQLException {
        try (PreparedStatement gone = connection.prepareStatement("delete from source_number");
                PreparedStatement row = connection.prepareStatement("insert into source_number (office, channel, external_id, number) values (?, ?, ?, ?)")) {
            gone.executeUpdate();
            for (Map.Entry<Key, Bearer> e : told.entrySet()) {
                row.setShort(1, e.getKey().office());
                row.setString(2, e.getKey().channel());
                row.setString(3, e.getKey().externalId());
                row.setString(4, e.getValue().number());
                row.addBatch();
            }
            row.executeBatch();
        }
    }
}
