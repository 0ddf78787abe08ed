package org.fengqiao.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Level;
import org.jspecify.annotations.Nullable;

/// How an article lies in the index: three fields of full text, one vector, and what a result needs to be shown.
final class PassageFields {

    static final String ID = "id";
    static final String ALL = "all";
    static final String BODY = "body";
    static final String HEAD = "head";
    static final String VECTOR = "vector";

    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private PassageFields() {}

    /// The words whose meaning becomes the vector of an article.
    static String meaning(ArticleText a) {
        return a.origin().shortTitle() + "：" + a.body();
    }

    static Document write(ArticleText a, byte[] vector) {
        ArticleText.Origin o = a.origin();
        List<String> head = Grams.pairs(o.shortTitle());
        head.addAll(Grams.pairs(a.heading()));
        List<String> all = new ArrayList<>(head);
        all.addAll(Grams.pairsAndSingles(a.body()));
        Document d = new Document();
        d.add(new StringField(ID, a.id(), Field.Store.YES));
        d.add(new Field(ALL, Grams.stream(all), TERMS));
        d.add(new Field(BODY, Grams.stream(Grams.pairs(a.body())), TERMS));
        d.add(new Field(HEAD, Grams.stream(head), TERMS));
        d.add(new KnnByteVectorField(VECTOR, vector, VectorSimilarityFunction.COSINE));
        store(d, "text", o.id());
        store(d, "edition", o.edition().name());
        store(d, "slug", o.slug());
        store(d, "title", o.title());
        store(d, "promulgated", text(o.promulgated()));
        store(d, "in-force", text(o.inForce()));
        store(d, "expired", text(o.expired()));
        store(d, "level", o.level().name());
        store(d, "issuer", o.issuer());
        store(d, "region", o.region());
        store(d, "source", o.source());
        d.add(new StoredField("article", a.article()));
        d.add(new StoredField("suffix", a.suffix() == null ? 0 : a.suffix()));
        store(d, "heading", a.heading());
        store(d, "words", a.body());
        store(d, "digest", a.digest());
        d.add(new StoredField("change", a.change()));
        return d;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void store(Document d, String name, @Nullable String value) {
        if (value != null) {
            d.add(new StoredField(name, value));
        }
    }

    static ArticleText read(Document d) {
        int suffix = (int) number(d, "suffix");
        return new ArticleText(
                d.get(ID), origin(d), (int) number(d, "article"), suffix == 0 ? null : suffix, d.get("heading").intern(), d.get("words"), d.get("digest"),
                number(d, "change"));
    }

    private static ArticleText.Origin origin(Document d) {
        return new ArticleText.Origin(
                d.get("text").intern(), ArticleText.Edition.valueOf(d.get("edition")), d.get("slug"), d.get("title").intern(), day(d, "promulgated"),
                day(d, "in-force"), day(d, "expired"), Level.valueOf(d.get("level")), d.get("issuer").intern(), d.get("region").intern(),
                d.get("source").intern());
    }

    private static @Nullable LocalDate day(Document d, String name) {
        String value = d.get(name);
        return value == null ? null : LocalDate.parse(value);
    }

    private static long number(Document d, String name) {
        IndexableField field = d.getField(name);
        return field.numericValue().longValue();
    }
}
