package org.fengqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// 候选: the few hundred articles that may answer a question, and what there is to be said about each.
///
/// Several searches nominate: full text, meaning, either of them among the laws that usually answer, and the answers to
/// similar questions. Which of the nominated come first is decided later, by trees over the [Feature]s.
final class Candidates {

    private final Shelf shelf;
    private final FullText all;
    private final FullText body;
    private final FullText head;
    private final Map<String, Float>[] nameGrams;
    private final float[] nameRarity;
    private final String[] names;

    /// The parts that can be left out, to measure what each adds.
    enum Part {
        WORDS,
        MEANING,
        EXPERIENCE
    }

    @SuppressWarnings("unchecked")
    Candidates(Shelf shelf) {
        this.shelf = shelf;
        try {
            IndexSearcher searcher = shelf.searcher();
            all = new FullText(searcher.getIndexReader(), PassageFields.ALL);
            body = new FullText(searcher.getIndexReader(), PassageFields.BODY);
            head = new FullText(searcher.getIndexReader(), PassageFields.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read", e);
        }
        names = new String[shelf.textCount()];
        nameGrams = (Map<String, Float>[]) new Map<?, ?>[shelf.textCount()];
        nameRarity = new float[shelf.textCount()];
        for (int i = 0; i < shelf.numbers(); i++) {
            if (shelf.holds(i) && names[shelf.text(i)] == null) {
                int t = shelf.text(i);
                names[t] = shelf.passage(i).origin().shortTitle();
                nameGrams[t] = new HashMap<>();
                Grams.pairs(names[t]).forEach(g -> nameGrams[t].computeIfAbsent(g, all::rarity));
                nameGrams[t].values().forEach(r -> nameRarity[t] += r);
            }
        }
    }

    /// What was found: numbers of articles and their features, side by side.
    record Found(int[] articles, float[][] features) {}

    Found of(Question q, Experience experience, @Nullable IntPredicate filter, Set<Part> parts) {
        Scores s = new Scores(q, experience, parts);
        Experience.Memory memory = experience.of(q.vector());
        int[] nominated = nominate(s, experience, memory, filter, parts);
        float[][] features = new float[nominated.length][];
        Ranks words = new Ranks(s.all);
        Ranks likeness = new Ranks(s.likeness.all);
        Ranks turned = new Ranks(s.turned.all);
        Ranks core = new Ranks(s.core.all);
        Ranks coreTurned = new Ranks(s.coreTurned.all);
        Ranks coreWords = new Ranks(s.coreWords);
        for (int k = 0; k < nominated.length; k++) {
            float[] f = features(nominated[k], q, s, experience, memory, words, likeness, turned);
            core(f, nominated[k], q, s);
            set(f, Feature.CORE_RANK, (float) Math.log1p(core.of(s.core.all[nominated[k]])));
            set(f, Feature.CORE_TURNED_RANK, (float) Math.log1p(coreTurned.of(s.coreTurned.all[nominated[k]])));
            set(f, Feature.CORE_WORDS_RANK, (float) Math.log1p(coreWords.of(s.coreWords[nominated[k]])));
            features[k] = f;
        }
        return new Found(nominated, features);
    }

    /// What full text and meaning say about every article, and the best of each text and chapter.
    private final class Scores {
        private final float[] all;
        private final float[] body;
        private final float[] head;
        private final float[] last;
        private final float[] covered;
        private final float[] rare;
        private final Likeness likeness;
        private final Likeness turned;
        private final Likeness core;
        private final Likeness coreTurned;
        private final float[] coreWords;
        private final float[] amongAlike;
        private final float[] amongCore;
        private final Map<String, Float> rarities = new HashMap<>();
        private final Wording wording;
        private final float[] textBest;
        private final float[] textSum;
        private final float[] chapterBest;
        private final float[] nameCovered;
        private float rarity;
        private float allMost;
        private float best;

        Scores(Question q, Experience x, Set<Part> parts) {
            int n = shelf.numbers();
            all = parts.contains(Part.WORDS) ? Candidates.this.all.scores(q.pairsAndSingles()) : new float[n];
            head = parts.contains(Part.WORDS) ? Candidates.this.head.scores(q.pairs()) : new float[n];
            body = new float[n];
            last = new float[n];
            coreWords = new float[n];
            covered = new float[n];
            rare = new float[n];
            textBest = new float[shelf.textCount()];
            textSum = new float[shelf.textCount()];
            chapterBest = new float[shelf.chapterCount()];
            nameCovered = new float[shelf.textCount()];
            if (parts.contains(Part.WORDS)) {
                bodyWords(q);
                FullText.counted(q.pairsAndSingles()).forEach((g, count) -> allMost += count * Candidates.this.all.rarity(g));
            }
            boolean whole = q.core().equals(q.text());
            float[][] alike = !parts.contains(Part.MEANING)
                    ? new float[4][n]
                    : whole
                            ? shelf.likeness(q.vector(), x.turning().apply(q.vector()))
                            : shelf.likeness(q.vector(), x.turning().apply(q.vector()), q.coreVector(), x.turning().apply(q.coreVector()));
            float[] nothing = parts.contains(Part.EXPERIENCE) ? null : new float[n];
            likeness = new Likeness(alike[0]);
            turned = new Likeness(nothing == null ? alike[1] : nothing);
            core = whole ? likeness : new Likeness(alike[2]);
            coreTurned = whole ? turned : new Likeness(nothing == null ? alike[3] : nothing);
            amongAlike = among(likeness.all);
            amongCore = whole ? amongAlike : among(core.all);
            wording = new Wording(q.pairs(), q.corePairs(), rarities);
            gather();
            Set<String> pairs = new HashSet<>(q.pairs());
            for (int t = 0; t < nameCovered.length; t++) {
                float held = 0;
                for (Map.Entry<String, Float> g : nameGrams[t].entrySet()) {
                    held += pairs.contains(g.getKey()) ? g.getValue() : 0;
                }
                nameCovered[t] = held / (nameRarity[t] + 1e-9f);
            }
        }

        /// How many of the hundred best articles each text holds.
        private float[] among(float[] scores) {
            boolean[] best = new boolean[scores.length];
            choose(best, scores, 100, null);
            float[] counts = new float[shelf.textCount()];
            for (int i = 0; i < best.length; i++) {
                counts[shelf.text(i)] += best[i] ? 1 : 0;
            }
            return counts;
        }

        private void bodyWords(Question q) {
            Map<String, Integer> inLast = FullText.counted(q.last());
            Map<String, Integer> inCore = FullText.counted(q.corePairs());
            FullText.counted(q.pairs()).forEach((gram, count) -> {
                float r = Candidates.this.body.rarity(gram);
                int lastCount = inLast.getOrDefault(gram, 0);
                int coreCount = inCore.getOrDefault(gram, 0);
                rarity += r;
                rarities.put(gram, r);
                if (Candidates.this.body.tells(r)) {
                    Candidates.this.body.visit(gram, r, (article, value) -> {
                        body[article] += count * value;
                        last[article] += lastCount * value;
                        coreWords[article] += coreCount * value;
                        covered[article] += r;
                        rare[article] += r > 8 ? r : 0;
                    });
                }
            });
        }

        private void gather() {
            for (int i = 0; i < all.length; i++) {
                best = Math.max(best, all[i]);
            }
            for (int i = 0; i < all.length; i++) {
                int t = shelf.text(i);
                textBest[t] = Math.max(textBest[t], all[i]);
                textSum[t] += all[i] > 0.5f * best ? all[i] : 0;
                chapterBest[shelf.chapter(i)] = Math.max(chapterBest[shelf.chapter(i)], all[i]);
            }
        }
    }

    /// How alike every article is to one direction. At the size of a national collection comparing all of them takes
    /// a few milliseconds and misses nothing.
    private final class Likeness {
        private final float[] all;
        private final float[] textBest = new float[shelf.textCount()];
        private final float[] chapterBest = new float[shelf.chapterCount()];
        private float best;
        private float mean;
        private float spread;

        Likeness(float[] all) {
            this.all = all;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < all.length; i++) {
                float c = all[i];
                sum += c;
                squares += c * c;
                best = Math.max(best, c);
                textBest[shelf.text(i)] = Math.max(textBest[shelf.text(i)], c);
                chapterBest[shelf.chapter(i)] = Math.max(chapterBest[shelf.chapter(i)], c);
            }
            mean = (float) (sum / all.length);
            spread = (float) Math.sqrt(Math.max(1e-9, squares / all.length - mean * mean));
        }

        private float spread(int i) {
            return spread == 0 ? 0 : (all[i] - mean) / spread;
        }
    }

    private int[] nominate(Scores s, Experience x, Experience.Memory memory, @Nullable IntPredicate filter, Set<Part> parts) {
        int n = shelf.numbers();
        boolean[] chosen = new boolean[n];
        float[] score = new float[n];
        boolean learned = parts.contains(Part.EXPERIENCE);
        float[] usual = new float[n];
        for (int i = 0; i < n; i++) {
            usual[i] = learned ? 1.5f * x.lawPrior(shelf.text(i)) + 3 * x.articlePrior(i) : 0;
        }
        choose(chosen, s.all, 100, filter);
        choose(chosen, s.likeness.all, 100, filter);
        choose(chosen, sum(score, i -> s.all[i] + usual[i]), 120, filter);
        choose(chosen, sum(score, i -> 4 * s.likeness.spread(i) + usual[i]), 120, filter);
        choose(chosen, sum(score, i -> s.all[i] + 4 * s.likeness.spread(i) + 2 * usual[i]), 120, filter);
        if (s.core != s.likeness) {
            choose(chosen, s.core.all, 60, filter);
            choose(chosen, sum(score, i -> s.coreWords[i] + 4 * s.core.spread(i) + usual[i]), 60, filter);
        }
        if (learned) {
            choose(chosen, s.turned.all, 100, filter);
            choose(chosen, sum(score, i -> s.all[i] + 6 * s.turned.spread(i) + usual[i]), 120, filter);
            choose(chosen, memory.nearest(), 60, filter);
            choose(chosen, sum(score, i -> s.all[i] / 20 + memory.nearLaws()[shelf.text(i)]), 60, filter);
            choose(chosen, sum(score, i -> s.all[i] + 2 * memory.kindredLaws()[shelf.text(i)]), 60, filter);
        }
        return IntStream.range(0, n).filter(i -> chosen[i]).toArray();
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

    /// Chooses the best by a score among the articles that the filter lets through; a score that says nothing chooses nothing.
    private void choose(boolean[] chosen, float[] scores, int count, @Nullable IntPredicate filter) {
        float worst = Float.POSITIVE_INFINITY;
        PriorityQueue<Integer> queue = new PriorityQueue<>(count, (a, b) -> scores[a] != scores[b] ? Float.compare(scores[a], scores[b]) : b - a);
        for (int i = 0; i < scores.length; i++) {
            if (shelf.holds(i) && (filter == null || filter.test(i))) {
                worst = Math.min(worst, scores[i]);
                if (queue.size() < count) {
                    queue.add(i);
                } else if (scores[i] > scores[queue.peek()]) {
                    queue.poll();
                    queue.add(i);
                }
            }
        }
        for (int i : queue) {
            chosen[i] |= scores[i] > worst || queue.size() < count;
        }
    }

    private float[] features(int i, Question q, Scores s, Experience x, Experience.Memory memory, Ranks words, Ranks likeness, Ranks turned) {
        int t = shelf.text(i);
        float[] f = new float[Feature.COUNT];
        set(f, Feature.ALL_WORDS, s.all[i]);
        set(f, Feature.BODY_WORDS, s.body[i]);
        set(f, Feature.HEAD_WORDS, s.head[i]);
        set(f, Feature.ALL_SHARE, s.all[i] / (s.allMost + 1e-9f));
        set(f, Feature.COVERED, s.covered[i] / (s.rarity + 1e-9f));
        set(f, Feature.COVERED_RARE, s.rare[i]);
        set(f, Feature.LAST_WORDS, s.last[i]);
        set(f, Feature.LIKENESS, s.likeness.all[i]);
        set(f, Feature.LIKENESS_SPREAD, s.likeness.spread(i));
        set(f, Feature.TURNED, s.turned.all[i]);
        set(f, Feature.TURNED_SPREAD, s.turned.spread(i));
        set(f, Feature.TURNED_RANK, (float) Math.log1p(turned.of(s.turned.all[i])));
        set(f, Feature.LAW_BEST_TURNED, s.turned.textBest[t]);
        set(f, Feature.WORDS_TO_BEST, s.all[i] / (s.best + 1e-9f));
        set(f, Feature.WORDS_RANK, (float) Math.log1p(words.of(s.all[i])));
        set(f, Feature.LIKENESS_RANK, (float) Math.log1p(likeness.of(s.likeness.all[i])));
        set(f, Feature.LAW_PRIOR, x.lawPrior(t));
        set(f, Feature.ARTICLE_PRIOR, x.articlePrior(i));
        set(f, Feature.LEVEL, shelf.passage(i).origin().level().ordinal());
        set(f, Feature.LENGTH, shelf.length(i));
        set(f, Feature.NEIGHBOUR_WORDS, Math.max(at(s.all, shelf.before(i)), at(s.all, shelf.after(i))));
        set(f, Feature.NEIGHBOUR_LIKENESS, Math.max(at(s.likeness.all, shelf.before(i)), at(s.likeness.all, shelf.after(i))));
        set(f, Feature.LAW_BEST_WORDS, s.textBest[t]);
        set(f, Feature.LAW_SUM_WORDS, (float) Math.log1p(s.textSum[t]));
        set(f, Feature.LAW_BEST_LIKENESS, s.likeness.textBest[t]);
        set(f, Feature.CHAPTER_BEST_WORDS, s.chapterBest[shelf.chapter(i)]);
        set(f, Feature.NEAREST_QUESTION, memory.nearest()[i]);
        set(f, Feature.NEAR_LAWS, memory.nearLaws()[t]);
        set(f, Feature.KINDRED_LAWS, memory.kindredLaws()[t]);
        set(f, Feature.LAW_NAMED, q.text().contains(names[t]) ? names[t].length() : 0);
        set(f, Feature.LAW_NAME_COVERED, s.nameCovered[t]);
        set(f, Feature.QUESTION_LENGTH, q.pairsAndSingles().size());
        set(f, Feature.QUESTION_RARITY, s.allMost);
        set(f, Feature.QUESTION_BEST_WORDS, s.best);
        set(f, Feature.QUESTION_BEST_LIKENESS, s.likeness.best);
        return f;
    }

    /// What is said about the core of the question, and about the wording and manner of both.
    private void core(float[] f, int i, Question q, Scores s) {
        int t = shelf.text(i);
        set(f, Feature.CORE_LIKENESS, s.core.all[i]);
        set(f, Feature.CORE_SPREAD, s.core.spread(i));
        set(f, Feature.CORE_TURNED, s.coreTurned.all[i]);
        set(f, Feature.CORE_TURNED_SPREAD, s.coreTurned.spread(i));
        set(f, Feature.CORE_WORDS, s.coreWords[i]);
        set(f, Feature.CORE_LENGTH, q.corePairs().size());
        set(f, Feature.CORE_NEIGHBOUR, Math.max(at(s.core.all, shelf.before(i)), at(s.core.all, shelf.after(i))));
        set(f, Feature.LAW_BEST_CORE, s.core.textBest[t]);
        set(f, Feature.CHAPTER_BEST_CORE, s.core.chapterBest[shelf.chapter(i)]);
        set(f, Feature.LAW_AMONG_ALIKE, s.amongAlike[t]);
        set(f, Feature.LAW_AMONG_CORE, s.amongCore[t]);
        Wording.Shared shared = s.wording.in(shelf.body(i));
        set(f, Feature.CLAUSE_SHARE, shared.clauseShare());
        set(f, Feature.CORE_SHARE, shared.coreShare());
        set(f, Feature.BODY_SHARE, shared.bodyShare());
        set(f, Feature.LONGEST_RUN, shared.longest());
        set(f, Feature.RUNS, shared.runs());
        set(f, Feature.ASKS_BY_LAW, q.asksByLaw() ? 1 : 0);
        set(f, Feature.ASKS_SANCTION, Manner.SANCTION.in(q.manners()));
        set(f, Feature.ASKS_DEFINITION, Manner.DEFINITION.in(q.manners()));
        set(f, Feature.ASKS_LIST, Manner.LIST.in(q.manners()));
        set(f, Feature.ASKS_NUMBER, Manner.NUMBER.in(q.manners()));
        int manners = shelf.manners(i);
        set(f, Feature.SANCTION, Manner.SANCTION.in(manners));
        set(f, Feature.DEFINITION, Manner.DEFINITION.in(manners));
        set(f, Feature.LIST, Manner.LIST.in(manners));
        set(f, Feature.DUTY, Manner.DUTY.in(manners));
        set(f, Feature.PERMISSION, Manner.PERMISSION.in(manners));
        set(f, Feature.BAN, Manner.BAN.in(manners));
        set(f, Feature.MANNERS_SHARED, Integer.bitCount(q.manners() & manners));
        set(f, Feature.PLACE, shelf.place(i));
    }

    private static void set(float[] features, Feature feature, float value) {
        features[feature.ordinal()] = value;
    }

    private static float at(float[] scores, int article) {
        return article < 0 ? 0 : scores[article];
    }
}
