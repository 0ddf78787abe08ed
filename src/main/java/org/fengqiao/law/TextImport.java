package org.fengqiao.law;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.ReadText.Fault;
import org.fengqiao.law.ReadText.ReadArticle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// 文本入库: brings texts into the tables, all of one call or none; the same text again changes nothing.
///
/// An article that was imported before with other words is refused, because one of the two is wrong, unless the caller
/// says that this is the correction.
final class TextImport {

    private static final int ROWS_A_COPY = 2_000;

    private final DataSource source;
    private final boolean corrects;

    TextImport(DataSource source, boolean corrects) {
        this.source = source;
        this.corrects = corrects;
    }

    /// What became of the articles.
    record Outcome(int fresh, int same, int changed, List<Fault> rejected) {}

    private record Held(String text, String key, int ordinal, String heading, String digest) {}

    private record Row(String text, int ordinal, ReadArticle article, String id, String digest) {}

    /// One write in preparation: rows to add, rows to renew, what is refused.
    private static final class Plan {
        /// Each text once, though two files of one call may hold it.
        private final Map<String, Origin> texts = new LinkedHashMap<>();
        private final Map<String, Integer> sizes = new HashMap<>();
        private final List<Row> fresh = new ArrayList<>();
        private final List<Row> changed = new ArrayList<>();
        private final List<Fault> rejected = new ArrayList<>();
        private int same;
    }

    Outcome run(List<ReadText> texts, IntConsumer progress) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                // One import at a time, so that the numbers of change become visible in their order.
                lock.execute("select pg_advisory_xact_lock(hashtext('law_text'))");
            }
            Plan plan = plan(texts, held(connection));
            write(connection, plan, progress);
            connection.commit();
            return new Outcome(plan.fresh.size(), plan.same, plan.changed.size(), plan.rejected);
        }
    }

    private static Map<String, Held> held(Connection connection) throws SQLException {
        Map<String, Held> all = new HashMap<>();
        String sql = "select id, text_id, article || case when suffix is null then '' else '-' || suffix end, ordinal, heading, digest from article_text";
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    Held held = new Held(rows.getString(2), rows.getString(3), rows.getInt(4), rows.getString(5), rows.getString(6));
                    all.put(rows.getString(1), held);
                    all.put(held.text() + " " + held.key(), held);
                }
            }
        }
        return all;
    }

    private Plan plan(List<ReadText> texts, Map<String, Held> held) {
        Plan plan = new Plan();
        for (ReadText text : texts) {
            List<Row> fresh = new ArrayList<>();
            List<Row> changed = new ArrayList<>();
            List<Fault> faults = new ArrayList<>();
            int same = 0;
            for (int i = 0; i < text.articles().size(); i++) {
                ReadArticle article = text.articles().get(i);
                Row row = new Row(text.origin().id(), i + 1, article, article.idIn(text.origin()), digest(article.body()));
                Held before = held.get(row.id());
                Held place = held.get(row.text() + " " + article.key());
                if (before == null && place == null) {
                    fresh.add(row);
                } else if (before == null || !before.equals(place)) {
                    faults.add(new Fault(text.file(), article.line(), article.chinese() + " (" + row.id()
                            + ") stands in the library as another article; a collection must keep its ids."));
                } else if (!before.digest().equals(row.digest()) && !corrects) {
                    faults.add(new Fault(text.file(), article.line(), article.chinese() + " of " + text.origin().title()
                            + " stands in the library with other words; give the version its own date, or add --correct if this is the right text."));
                } else if (before.digest().equals(row.digest()) && before.heading().equals(article.heading()) && before.ordinal() == row.ordinal()) {
                    same++;
                } else {
                    changed.add(row);
                }
            }
            // An official edition stands or falls as a whole; the lines of a collection each for itself.
            if (!text.official() || faults.isEmpty()) {
                plan.texts.put(text.origin().id(), text.origin());
                plan.sizes.merge(text.origin().id(), text.articles().size(), Math::max);
                plan.fresh.addAll(fresh);
                plan.changed.addAll(changed);
                plan.same += same;
                // A second file of the same call is held against the first as against what was imported before.
                fresh.forEach(row -> hold(held, row));
                changed.forEach(row -> hold(held, row));
            }
            plan.rejected.addAll(faults);
        }
        return plan;
    }

    private static void hold(Map<String, Held> held, Row row) {
        Held now = new Held(row.text(), row.article().key(), row.ordinal(), row.article().heading(), row.digest());
        held.put(row.id(), now);
        held.put(row.text() + " " + row.article().key(), now);
    }

    private static void write(Connection connection, Plan plan, IntConsumer progress) throws SQLException, IOException {
        texts(connection, plan);
        int done = plan.same;
        progress.accept(done);
        for (int from = 0; from < plan.fresh.size(); from += ROWS_A_COPY) {
            List<Row> some = plan.fresh.subList(from, Math.min(from + ROWS_A_COPY, plan.fresh.size()));
            copy(connection, some);
            done += some.size();
            progress.accept(done);
        }
        String sql = """
                update article_text set ordinal = ?, heading = ?, body = ?, digest = ?, change = nextval('law_text_change'), imported_at = now()
                where id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Row row : plan.changed) {
                update.setInt(1, row.ordinal());
                update.setString(2, row.article().heading());
                update.setString(3, row.article().body());
                update.setString(4, row.digest());
                update.setString(5, row.id());
                update.addBatch();
            }
            update.executeBatch();
        }
        progress.accept(done + plan.changed.size());
    }

    private static void texts(Connection connection, Plan plan) throws SQLException {
        // A later release of the product may know more about a text than the one that imported it.
        String sql = """
                insert into law_text (id, edition, slug, title, promulgated, in_force, expired, level, issuer, region, articles, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set slug = excluded.slug, title = excluded.title, in_force = excluded.in_force,
                    expired = excluded.expired, level = excluded.level, issuer = excluded.issuer, region = excluded.region,
                    imported_at = clock_timestamp()
                where (law_text.slug, law_text.title, law_text.in_force, law_text.expired, law_text.level, law_text.issuer, law_text.region)
                    is distinct from (excluded.slug, excluded.title, excluded.in_force, excluded.expired, excluded.level, excluded.issuer, excluded.region)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Origin text : plan.texts.values()) {
                insert.setString(1, text.id());
                insert.setString(2, text.edition() == Edition.OFFICIAL ? "official" : "collection");
                insert.setString(3, text.slug());
                insert.setString(4, text.title());
                insert.setObject(5, text.promulgated());
                insert.setObject(6, text.inForce());
                insert.setObject(7, text.expired());
                insert.setString(8, text.level().word());
                insert.setString(9, text.issuer());
                insert.setString(10, text.region());
                insert.setInt(11, Objects.requireNonNull(plan.sizes.get(text.id())));
                insert.setString(12, text.source());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void copy(Connection connection, List<Row> rows) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                "copy article_text (id, text_id, ordinal, article, suffix, heading, body, digest) from stdin");
        for (Row row : rows) {
            ReadArticle a = row.article();
            String line = String.join("\t", plain(row.id()), plain(row.text()), Integer.toString(row.ordinal()), Integer.toString(a.number()),
                    a.suffix() == null ? "\\N" : Integer.toString(a.suffix()), plain(a.heading()), plain(a.body()), row.digest()) + "\n";
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
    }

    /// A value as COPY reads it.
    private static String plain(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String digest(String body) {
        SM3Digest digest = new SM3Digest();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }
}
