package org.fengqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/// 全文: one field of the index and what its words say about every article (BM25).
///
/// Ranking asks for the score of each article and not only of the best, so the postings are read to their end; with a
/// few tens of thousands of articles that takes milliseconds.
final class FullText {

    private static final float K = 1.2f;
    private static final float B = 0.75f;
    private static final float TELLING = 1;
    private static final int MANY = 1_000;

    private final IndexReader reader;
    private final String field;
    private final float[] norms;
    private final int documents;

    FullText(IndexReader reader, String field) throws IOException {
        this.reader = reader;
        this.field = field;
        documents = reader.getDocCount(field);
        float average = documents == 0 ? 1 : (float) reader.getSumTotalTermFreq(field) / documents;
        norms = new float[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues lengths = leaf.reader().getNormValues(field);
            while (lengths != null && lengths.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
                int length = SmallFloat.byte4ToInt((byte) lengths.longValue());
                norms[leaf.docBase + lengths.docID()] = K * (1 - B + B * length / average);
            }
        }
    }

    /// How often each gram stands in a text.
    static Map<String, Integer> counted(List<String> grams) {
        Map<String, Integer> counts = new HashMap<>();
        grams.forEach(g -> counts.merge(g, 1, Integer::sum));
        return counts;
    }

    /// How rare a gram is: 0 when nothing holds it.
    float rarity(String gram) {
        try {
            int holders = reader.docFreq(new Term(field, gram));
            return holders == 0 ? 0 : (float) Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read", e);
        }
    }

    /// Whether a gram is worth reading its postings: what a third of many articles hold tells none of them from the
    /// others, and has by far the longest postings.
    boolean tells(float rarity) {
        return rarity > (documents < MANY ? 0 : TELLING);
    }

    /// Told of every article that holds a gram; `value` is what one occurrence of the gram in the question is worth.
    interface Visitor {
        void holds(int article, float value);
    }

    void visit(String gram, float rarity, Visitor visitor) {
        try {
            BytesRef word = new BytesRef(gram);
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                TermsEnum found = terms == null ? null : terms.iterator();
                if (found == null || !found.seekExact(word)) {
                    continue;
                }
                PostingsEnum postings = found.postings(null, PostingsEnum.FREQS);
                for (int d = postings.nextDoc(); d != PostingsEnum.NO_MORE_DOCS; d = postings.nextDoc()) {
                    int article = leaf.docBase + d;
                    int freq = postings.freq();
                    visitor.holds(article, rarity * freq / (freq + norms[article]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read", e);
        }
    }

    /// The score of every article for these grams.
    float[] scores(List<String> grams) {
        float[] scores = new float[norms.length];
        counted(grams).forEach((gram, count) -> {
            float rarity = rarity(gram);
            if (tells(rarity)) {
                visit(gram, rarity, (article, value) -> scores[article] += count * value);
            }
        });
        return scores;
    }
}
