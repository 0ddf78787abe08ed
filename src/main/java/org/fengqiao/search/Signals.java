package org.fengqiao.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 线索: all that full text, meaning and experience say about every article for one question.
final class Signals {

    final Words words;
    final Wording wording;
    /// Likeness to the question; the same after it was turned by what was learned.
    final Likeness likeness;
    final Likeness turned;
    /// Likeness to what is asked, without the story before it; the same two objects when there is no story.
    final Likeness core;
    final Likeness coreTurned;
    /// How many of the hundred articles most alike to the question, and to its core, each text holds.
    final float[] amongAlike;
    final float[] amongCore;
    final float[] titleCovered;
    final Experience.Memory memory;

    Signals(Shelf shelf, Words.Fields fields, LawTitles titles, Question q, Experience x, Set<Candidates.Part> parts) {
        int n = shelf.numbers();
        words = new Words(shelf, parts.contains(Candidates.Part.WORDS) ? fields : null, q);
        wording = new Wording(q.pairs(), q.corePairs(), words.rarities);
        boolean whole = q.core().equals(q.text());
        float[][] alike = !parts.contains(Candidates.Part.MEANING)
                ? new float[4][n]
                : whole
                        ? shelf.likeness(q.vector(), x.turning().apply(q.vector()))
                        : shelf.likeness(q.vector(), x.turning().apply(q.vector()), q.coreVector(), x.turning().apply(q.coreVector()));
        float @Nullable [] nothing = parts.contains(Candidates.Part.EXPERIENCE) ? null : new float[n];
        likeness = new Likeness(shelf, alike[0]);
        turned = new Likeness(shelf, nothing == null ? alike[1] : nothing);
        core = whole ? likeness : new Likeness(shelf, alike[2]);
        coreTurned = whole ? turned : new Likeness(shelf, nothing == null ? alike[3] : nothing);
        amongAlike = among(shelf, likeness.all);
        amongCore = whole ? amongAlike : among(shelf, core.all);
        titleCovered = titles.covered(q.pairs());
        memory = x.of(q.vector());
    }

    private static float[] among(Shelf shelf, float[] scores) {
        float[] counts = new float[shelf.textCount()];
        for (int i : new Nomination(shelf, null).best(scores, 100).chosen()) {
            counts[shelf.text(i)]++;
        }
        return counts;
    }
}
