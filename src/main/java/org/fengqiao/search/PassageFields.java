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
    private static final String STORED_BODY = "words";

    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private PassageFields() {}

    /// The words whose meaning becomes the vector of an article.
    static String meaning(ArticleText a) {
        return Passage.shortTitle(a.origin().title()) + "：" + a.body();
    }

    static Document write(ArticleText a, byte[] vector) {
        Passage p = Passage.of(a);
        List<String> head = Grams.pairs(p.shortTitle());
        head.addAll(Grams.pairs(p.heading()));
        List<String> all = new ArrayList<>(head);
        all.addAll(Grams.pairsAndSingles(a.body()));
        Document d = new Document();
        d.add(new StringField(ID, p.id(), Field.Store.YES));
        d.add(new Field(ALL, Grams.stream(all), TERMS));
        d.add(new Field(BODY, Grams.stream(Grams.pairs(a.body())), TERMS));
        d.add(new Field(HEAD, Grams.stream(head), TERMS));
        d.add(new KnnByteVectorField(VECTOR, vector, VectorSimilarityFunction.COSINE));
        store(d, "text", p.text());
        store(d, "official", p.official() ? "1" : null);
        store(d, "slug", p.slug());
        store(d, "title", p.title());
        store(d, "promulgated", text(p.promulgated()));
        store(d, "in-force", text(p.inForce()));
        store(d, "expired", text(p.expired()));
        store(d, "level", p.level().name());
        store(d, "issuer", p.issuer());
        store(d, "region", p.region());
        d.add(new StoredField("article", p.article()));
        d.add(new StoredField("suffix", p.suffix()));
        store(d, "heading", p.heading());
        store(d, STORED_BODY, a.body());
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

    static Passage read(Document d) {
        return new Passage(
                d.get(ID), d.get("text"), d.get("official") != null, d.get("slug"), d.get("title").intern(), day(d, "promulgated"),
                day(d, "in-force"), day(d, "expired"), Level.valueOf(d.get("level")), d.get("issuer").intern(), d.get("region").intern(),
                number(d, "article"), number(d, "suffix"), d.get("heading").intern());
    }

    static String body(Document d) {
        return d.get(STORED_BODY);
    }

    private static @Nullable LocalDate day(Document d, String name) {
        String value = d.get(name);
        return value == null ? null : LocalDate.parse(value);
    }

    private static int number(Document d, String name) {
        IndexableField field = d.getField(name);
        return field.numericValue().intValue();
    }
}
