package org.fengqiao.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 法规文本库: the official texts this office has imported, article by article.
///
/// Nothing here decides anything: a definition rests on `laws/`, and an office without an import works as well.
/// Where an official edition and a collection hold the same version, the official edition is meant.
public final class Texts {

    private static final String ARTICLES = """
            select a.id, a.article, a.suffix, a.heading, a.body, a.digest, a.change,
                t.id text_id, t.edition, t.slug, t.title, t.promulgated, t.in_force, t.expired, t.level, t.issuer, t.region, t.source
            from article_text a join law_text t on t.id = a.text_id
            """;

    private final JdbcClient jdbc;

    public Texts(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /// The article a citation points at, verbatim; none before its text was imported.
    public Optional<ArticleText> article(Citation citation) {
        return jdbc.sql(ARTICLES + """
                where t.slug = :slug and t.in_force = :version and a.article = :article and coalesce(a.suffix, 0) = :suffix
                order by t.edition desc limit 1
                """)
                .param("slug", citation.law())
                .param("version", citation.version())
                .param("article", citation.article())
                .param("suffix", citation.suffix() == null ? 0 : citation.suffix())
                .query((row, n) -> article(row))
                .optional();
    }

    /// The article with this id, which search results carry.
    public Optional<ArticleText> article(String id) {
        return jdbc.sql(ARTICLES + "where a.id = ?").param(id).query((row, n) -> article(row)).optional();
    }

    /// All articles of a version by their keys, in the order of the text; empty before its text was imported.
    public Map<String, ArticleText> articles(String slug, LocalDate inForce) {
        List<Origin> held = origins(slug).stream().filter(o -> inForce.equals(o.inForce())).toList();
        return held.isEmpty() ? Map.of() : articles(held.getFirst().id());
    }

    /// All articles of one text by their keys, in the order of the text.
    public Map<String, ArticleText> articles(String text) {
        Map<String, ArticleText> all = new LinkedHashMap<>();
        jdbc.sql(ARTICLES + "where t.id = ? order by a.ordinal").param(text).query((row, n) -> article(row)).list()
                .forEach(article -> all.put(article.key(), article));
        return all;
    }

    /// The texts held of one instrument, oldest first, the official edition of a version before a collection's.
    public List<Origin> origins(String slug) {
        return origins("where t.slug = ? order by t.in_force, t.edition desc", slug);
    }

    /// The texts of instruments that bear this title.
    public List<Origin> titled(String title) {
        return origins("where t.title = ? order by t.in_force, t.promulgated, t.edition desc", title);
    }

    /// The titles of all texts held.
    public Set<String> titles() {
        return Set.copyOf(jdbc.sql("select distinct title from law_text").query(String.class).list());
    }

    /// All texts held, of any instrument and edition: those of one title or instrument oldest first.
    public List<Origin> all() {
        return origins("where t.id <> ? order by t.title, t.in_force, t.promulgated, t.edition desc", "");
    }

    /// 文本库的版次: differs after every import that brought or changed anything.
    record Revision(long change, String imported) {}

    Revision revision() {
        return jdbc.sql("""
                select (select coalesce(max(change), 0) from article_text) change,
                    (select count(*) || ' ' || coalesce(max(imported_at)::text, '') from law_text) imported
                """).query((row, n) -> new Revision(row.getLong(1), row.getString(2))).single();
    }

    /// All texts held of our instruments, of any edition.
    public List<Origin> held() {
        return origins("where t.slug is not null and t.edition <> ?", "");
    }

    private List<Origin> origins(String where, String value) {
        return jdbc.sql("""
                select t.id text_id, t.edition, t.slug, t.title, t.promulgated, t.in_force, t.expired, t.level, t.issuer, t.region, t.source
                from law_text t
                """ + where).param(value).query((row, n) -> origin(row)).list();
    }

    /// The versions of our instruments whose official text is held: `administrative-penalty-law@2021-07-15`.
    public List<String> imported() {
        return jdbc.sql("select slug || '@' || in_force from law_text where slug is not null and in_force is not null and edition = 'official'")
                .query(String.class)
                .list();
    }

    /// The official texts held of our instruments.
    public List<Origin> official() {
        return origins("where t.slug is not null and t.edition = ?", "official");
    }

    /// The highest number of change, 0 while nothing was imported: what is derived up to here is up to date.
    public long newestChange() {
        return jdbc.sql("select coalesce(max(change), 0) from article_text").query(Long.class).single();
    }

    public int count() {
        return jdbc.sql("select count(*) from article_text").query(Integer.class).single();
    }

    /// Reads every article that came or changed after a number of change, in that order, without holding them all.
    public void each(long after, Consumer<ArticleText> reader) {
        long next = after;
        for (boolean more = true; more; ) {
            List<ArticleText> some = jdbc.sql(ARTICLES + "where a.change > ? order by a.change limit 5000")
                    .param(next)
                    .query((row, n) -> article(row))
                    .list();
            some.forEach(reader);
            more = !some.isEmpty();
            next = more ? some.getLast().change() : next;
        }
    }

    private static ArticleText article(ResultSet row) throws SQLException {
        return new ArticleText(
                row.getString("id"),
                origin(row),
                row.getInt("article"),
                (Integer) row.getObject("suffix"),
                row.getString("heading"),
                row.getString("body"),
                row.getString("digest"),
                row.getLong("change"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("text_id"),
                row.getString("edition").equals("official") ? Edition.OFFICIAL : Edition.COLLECTION,
                row.getString("slug"),
                row.getString("title"),
                day(row, "promulgated"),
                day(row, "in_force"),
                day(row, "expired"),
                Level.of(row.getString("level")),
                row.getString("issuer"),
                row.getString("region"),
                row.getString("source"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
