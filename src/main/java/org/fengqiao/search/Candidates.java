package org.fengqiao.search;

import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// 候选: the few hundred articles that may answer a question, and what there is to be said about each.
///
/// Several searches nominate: full text, meaning, either of them among the laws that usually answer, and the answers to
/// similar questions. Which of the nominated come first is decided later, by [Order] over the [Feature]s.
final class Candidates {

    private final Shelf shelf;
    private final Words.Fields fields;
    private final LawTitles titles;

    /// The parts that can be left out, to measure what each adds.
    enum Part {
        WORDS,
        MEANING,
        EXPERIENCE
    }

    Candidates(Shelf shelf) {
        this.shelf = shelf;
        this.fields = Words.Fields.of(shelf);
        this.titles = new LawTitles(shelf, fields.all());
    }

    /// What was found: numbers of articles and their features, side by side.
    record Found(int[] articles, float[][] features) {}

    Found of(Question q, Experience experience, @Nullable IntPredicate filter, Set<Part> parts) {
        Signals s = new Signals(shelf, fields, titles, q, experience, parts);
        int[] nominated = nominate(s, experience, filter, parts.contains(Part.EXPERIENCE));
        Description description = new Description(shelf, titles, q, experience, s);
        float[][] features = new float[nominated.length][];
        for (int k = 0; k < nominated.length; k++) {
            features[k] = description.of(nominated[k]);
        }
        return new Found(nominated, features);
    }

    private int[] nominate(Signals s, Experience x, @Nullable IntPredicate filter, boolean learned) {
        float[] words = s.words.all;
        float[] score = new float[words.length];
        float[] usual = sum(new float[words.length], i -> learned ? 1.5f * x.lawPrior(shelf.text(i)) + 3 * x.articlePrior(i) : 0);
        Nomination nomination = new Nomination(shelf, filter)
                .best(words, 100)
                .best(s.likeness.all, 100)
                .best(sum(score, i -> words[i] + usual[i]), 120)
                .best(sum(score, i -> 4 * s.likeness.spread(i) + usual[i]), 120)
                .best(sum(score, i -> words[i] + 4 * s.likeness.spread(i) + 2 * usual[i]), 120);
        if (s.core != s.likeness) {
            nomination
                    .best(s.core.all, 60)
                    .best(sum(score, i -> s.words.core[i] + 4 * s.core.spread(i) + usual[i]), 60);
        }
        if (learned) {
            nomination
                    .best(s.turned.all, 100)
                    .best(sum(score, i -> words[i] + 6 * s.turned.spread(i) + usual[i]), 120)
                    .best(s.memory.nearest(), 60)
                    .best(sum(score, i -> words[i] / 20 + s.memory.nearLaws()[shelf.text(i)]), 60)
                    .best(sum(score, i -> words[i] + 2 * s.memory.kindredLaws()[shelf.text(i)]), 60);
        }
        return nomination.chosen();
    }

    private interface Value {
        float of(int article);
    }

    private static float[] sum(float[] into, Value value) {
        for (int i = 0; i < into.length; i++) {
            into[i] = value.of(i);
        }
        return into;
    }
}
