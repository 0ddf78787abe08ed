package org.fengqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/// 用词: what full text says about every article for one question, and the best of each text and chapter.
///
/// All arrays go by the number of the article unless they are named after texts or chapters.
final class Words {

    /// The fields of one state of the index that are searched.
    record Fields(FullText all, FullText body, FullText head) {

        static Fields of(Shelf shelf) {
            IndexReader reader = shelf.searcher().getIndexReader();
            try {
                return new Fields(new FullText(reader, PassageFields.ALL), new FullText(reader, PassageFields.BODY), new FullText(reader, PassageFields.HEAD));
            } catch (IOException e) {
                throw new UncheckedIOException("The index cannot be read", e);
            }
        }
    }

    final float[] all;
    final float[] head;
    final float[] body;
    /// For the last clauses of the question only.
    final float[] last;
    /// For what is asked, without the story before it.
    final float[] core;
    /// The rarity of the question's pairs that the body holds, and of the rare ones among them.
    final float[] covered;
    final float[] rare;
    final float[] textBest;
    final float[] textSum;
    final float[] chapterBest;
    final Map<String, Float> rarities = new HashMap<>();
    private float rarity;
    private float most;
    private float best;

    /// @param fields null when full text is left out: nothing is said about any article
    Words(Shelf shelf, @Nullable Fields fields, Question q) {
        int n = shelf.numbers();
        body = new float[n];
        last = new float[n];
        core = new float[n];
        covered = new float[n];
        rare = new float[n];
        textBest = new float[shelf.textCount()];
        textSum = new float[shelf.textCount()];
        chapterBest = new float[shelf.chapterCount()];
        all = fields == null ? new float[n] : fields.all().scores(q.pairsAndSingles());
        head = fields == null ? new float[n] : fields.head().scores(q.pairs());
        if (fields != null) {
            inBody(fields.body(), q);
            FullText.counted(q.pairsAndSingles()).forEach((gram, count) -> most += count * fields.all().rarity(gram));
        }
        gather(shelf);
    }

    private void inBody(FullText bodies, Question q) {
        Map<String, Integer> inLast = FullText.counted(q.last());
        Map<String, Integer> inCore = FullText.counted(q.corePairs());
        FullText.counted(q.pairs()).forEach((gram, count) -> {
            float r = bodies.rarity(gram);
            int lastCount = inLast.getOrDefault(gram, 0);
            int coreCount = inCore.getOrDefault(gram, 0);
            rarity += r;
            rarities.put(gram, r);
            if (bodies.tells(r)) {
                bodies.visit(gram, r, (article, value) -> {
                    body[article] += count * value;
                    last[article] += lastCount * value;
                    core[article] += coreCount * value;
                    covered[article] += r;
                    rare[article] += r > 8 ? r : 0;
                });
            }
        });
    }

    private void gather(Shelf shelf) {
        for (float score : all) {
            best = Math.max(best, score);
        }
        for (int i = 0; i < all.length; i++) {
            int t = shelf.text(i);
            textBest[t] = Math.max(textBest[t], all[i]);
            textSum[t] += all[i] > 0.5f * best ? all[i] : 0;
            chapterBest[shelf.chapter(i)] = Math.max(chapterBest[shelf.chapter(i)], all[i]);
        }
    }

    /// The rarity of all pairs of the question.
    float rarity() {
        return rarity;
    }

    /// What the question could have scored at most.
    float most() {
        return most;
    }

    /// What the best article scored.
    float best() {
        return best;
    }
}
