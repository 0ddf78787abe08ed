package org.fengqiao.intake;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/// 收件架: the rows of one delivery: staged by COPY, accepted once, or kept for correction.
final class Shelf {

    /// One office; the lines of a district's offices lie under their own numbers.
    static final short OFFICE = Offices.ONLY;

    private final Connection connection;
    private final Channel channel;
    private final UUID delivery;

    Shelf(Connection connection, Channel channel, UUID delivery) {
        this.connection = connection;
        this.channel = channel;
        this.delivery = delivery;
    }

    /// Copies the lines into the staging table.
    void stage(List<Line> lines, Function<Line, @Nullable String> externalId) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (Line line : lines) {
            String id = externalId.apply(line);
            rows.append(OFFICE).append('\t').append(delivery).append('\t').append(line.number()).append('\t');
            escape(rows, id).append('\t');
            escape(rows, kept(line.content())).append('\n');
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "copy intake_line (office, delivery, line, external_id, content) from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException("The delivery could not be staged.", "58030", e);
        }
    }

    private static StringBuilder escape(StringBuilder out, @Nullable String text) {
        if (text == null) {
            return out.append("\\N");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out;
    }

    /// A line as the database can hold it; what no text may hold is shown in its place.
    private static String kept(String content) {
        return content.replace('\0', '␀').replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]", "\ufffd");
    }

    /// Held until the commit: deliveries of one channel take turns.
    void lock() throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
            s.setInt(1, 0x6671_0000 + OFFICE);
            s.setInt(2, channel.ordinal());
            s.execute();
        }
    }

    /// Which external numbers of these lines had been accepted before.
    List<String> acceptedAmong(int from, int to) throws SQLException {
        List<String> all = new ArrayList<>();
        try (PreparedStatement s = connection.prepareStatement("""
                select distinct i.external_id from intake_line l
                  join source_number i on i.office = l.office and i.channel = ? and i.external_id = l.external_id
                 where l.office = ? and l.delivery = ? and l.line between ? and ?""")) {
            s.setString(1, channel.option);
            s.setShort(2, OFFICE);
            s.setObject(3, delivery);
            s.setInt(4, from);
            s.setInt(5, to);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(r.getString(1));
                }
            }
        }
        return all;
    }

    /// Keeps a line with its reason; the same line sent again is still one line to correct.
    void reject(Line line, @Nullable String externalId, String reason) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("""
                insert into intake_reject (office, channel, external_id, line, content, reason) values (?, ?, ?, ?, ?, ?)
                on conflict (office, channel, md5(content)) where settled_at is null
                do update set reason = excluded.reason, line = excluded.line, at = now()""")) {
            s.setShort(1, OFFICE);
            s.setString(2, channel.id);
            s.setString(3, externalId);
            s.setInt(4, line.number());
            s.setString(5, kept(line.content()));
            s.setString(6, reason);
            s.executeUpdate();
        }
    }

    /// A kept line is settled when its number has been accepted, or when the corrected line names it.
    void settle(Line line, String externalId) throws SQLException {
        JsonNode named = line.fields() == null ? null : line.fields().get(Mapping.REJECT);
        long id = named == null ? -1 : named.asLong(-1);
        try (PreparedStatement s = connection.prepareStatement("""
                update intake_reject set settled_at = now()
                 where office = ? and channel = ? and settled_at is null and (external_id = ? or id = ?)""")) {
            s.setShort(1, OFFICE);
            s.setString(2, channel.id);
            s.setString(3, externalId);
            s.setLong(4, id);
            s.executeUpdate();
        }
    }

    /// Empties the staging table of this delivery.
    void clear() throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("delete from intake_line where office = ? and delivery = ?")) {
            s.setShort(1, OFFICE);
            s.setObject(2, delivery);
            s.executeUpdate();
        }
    }
}
