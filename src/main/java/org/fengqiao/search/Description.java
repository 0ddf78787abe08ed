package org.fengqiao.search;

/// 描述: what there is to be said about each candidate of one question, a row of [Feature]s.
final class Description {

    private final Shelf shelf;
    private final LawTitles titles;
    private final Question q;
    private final Experience experience;
    private final Signals s;
    private final Ranks words;
    private final Ranks coreWords;
    private final Ranks likeness;
    private final Ranks turned;
    private final Ranks core;
    private final Ranks coreTurned;

    Description(Shelf shelf, LawTitles titles, Question q, Experience experience, Signals s) {
        this.shelf = shelf;
        this.titles = titles;
        this.q = q;
        this.experience = experience;
        this.s = s;
        words = new Ranks(s.words.all);
        coreWords = new Ranks(s.words.core);
        likeness = new Ranks(s.likeness.all);
        turned = new Ranks(s.turned.all);
        core = s.core == s.likeness ? likeness : new Ranks(s.core.all);
        coreTurned = s.coreTurned == s.turned ? turned : new Ranks(s.coreTurned.all);
    }

    /// @return the features in their order
    float[] of(int article) {
        float[] f = new float[Feature.COUNT];
        words(f, article);
        meaning(f, article);
        core(f, article);
        law(f, article);
        wording(f, article);
        manner(f, article);
        return f;
    }

    private void words(float[] f, int i) {
        Words w = s.words;
        set(f, Feature.ALL_WORDS, w.all[i]);
        set(f, Feature.BODY_WORDS, w.body[i]);
        set(f, Feature.HEAD_WORDS, w.head[i]);
        set(f, Feature.LAST_WORDS, w.last[i]);
        set(f, Feature.ALL_SHARE, w.all[i] / (w.most() + 1e-9f));
        set(f, Feature.COVERED, w.covered[i] / (w.rarity() + 1e-9f));
        set(f, Feature.COVERED_RARE, w.rare[i]);
        set(f, Feature.WORDS_TO_BEST, w.all[i] / (w.best() + 1e-9f));
        set(f, Feature.WORDS_RANK, place(words, w.all[i]));
        set(f, Feature.NEIGHBOUR_WORDS, neighbour(w.all, i));
        set(f, Feature.LAW_BEST_WORDS, w.textBest[shelf.text(i)]);
        set(f, Feature.LAW_SUM_WORDS, (float) Math.log1p(w.textSum[shelf.text(i)]));
        set(f, Feature.CHAPTER_BEST_WORDS, w.chapterBest[shelf.chapter(i)]);
        set(f, Feature.QUESTION_LENGTH, q.pairsAndSingles().size());
        set(f, Feature.QUESTION_RARITY, w.most());
        set(f, Feature.QUESTION_BEST_WORDS, w.best());
    }

    private void meaning(float[] f, int i) {
        set(f, Feature.LIKENESS, s.likeness.all[i]);
        set(f, Feature.LIKENESS_SPREAD, s.likeness.spread(i));
        set(f, Feature.LIKENESS_RANK, place(likeness, s.likeness.all[i]));
        set(f, Feature.TURNED, s.turned.all[i]);
        set(f, Feature.TURNED_SPREAD, s.turned.spread(i));
        set(f, Feature.TURNED_RANK, place(turned, s.turned.all[i]));
        set(f, Feature.NEIGHBOUR_LIKENESS, neighbour(s.likeness.all, i));
        set(f, Feature.LAW_BEST_LIKENESS, s.likeness.textBest[shelf.text(i)]);
        set(f, Feature.LAW_BEST_TURNED, s.turned.textBest[shelf.text(i)]);
        set(f, Feature.LAW_AMONG_ALIKE, s.amongAlike[shelf.text(i)]);
        set(f, Feature.QUESTION_BEST_LIKENESS, s.likeness.best);
    }

    /// What is asked, without the story before it.
    private void core(float[] f, int i) {
        set(f, Feature.CORE_LIKENESS, s.core.all[i]);
        set(f, Feature.CORE_SPREAD, s.core.spread(i));
        set(f, Feature.CORE_RANK, place(core, s.core.all[i]));
        set(f, Feature.CORE_TURNED, s.coreTurned.all[i]);
        set(f, Feature.CORE_TURNED_SPREAD, s.coreTurned.spread(i));
        set(f, Feature.CORE_TURNED_RANK, place(coreTurned, s.coreTurned.all[i]));
        set(f, Feature.CORE_WORDS, s.words.core[i]);
        set(f, Feature.CORE_WORDS_RANK, place(coreWords, s.words.core[i]));
        set(f, Feature.CORE_LENGTH, q.corePairs().size());
        set(f, Feature.CORE_NEIGHBOUR, neighbour(s.core.all, i));
        set(f, Feature.LAW_BEST_CORE, s.core.textBest[shelf.text(i)]);
        set(f, Feature.CHAPTER_BEST_CORE, s.core.chapterBest[shelf.chapter(i)]);
        set(f, Feature.LAW_AMONG_CORE, s.amongCore[shelf.text(i)]);
    }

    /// The law of the article, and what answered similar questions.
    private void law(float[] f, int i) {
        int text = shelf.text(i);
        set(f, Feature.LEVEL, shelf.passage(i).origin().level().ordinal());
        set(f, Feature.LAW_PRIOR, experience.lawPrior(text));
        set(f, Feature.ARTICLE_PRIOR, experience.articlePrior(i));
        set(f, Feature.NEAREST_QUESTION, s.memory.nearest()[i]);
        set(f, Feature.NEAR_LAWS, s.memory.nearLaws()[text]);
        set(f, Feature.KINDRED_LAWS, s.memory.kindredLaws()[text]);
        set(f, Feature.LAW_NAMED, titles.named(text, q.text()));
        set(f, Feature.LAW_NAME_COVERED, s.titleCovered[text]);
    }

    private void wording(float[] f, int i) {
        Wording.Shared shared = s.wording.in(shelf.body(i));
        set(f, Feature.CLAUSE_SHARE, shared.clauseShare());
        set(f, Feature.CORE_SHARE, shared.coreShare());
        set(f, Feature.BODY_SHARE, shared.bodyShare());
        set(f, Feature.LONGEST_RUN, shared.longest());
        set(f, Feature.RUNS, shared.runs());
        set(f, Feature.LENGTH, shelf.length(i));
        set(f, Feature.PLACE, shelf.place(i));
    }

    private void manner(float[] f, int i) {
        int asked = q.manners();
        set(f, Feature.ASKS_BY_LAW, q.asksByLaw() ? 1 : 0);
        set(f, Feature.ASKS_SANCTION, Manner.SANCTION.in(asked));
        set(f, Feature.ASKS_DEFINITION, Manner.DEFINITION.in(asked));
        set(f, Feature.ASKS_LIST, Manner.LIST.in(asked));
        set(f, Feature.ASKS_NUMBER, Manner.NUMBER.in(asked));
        int manners = shelf.manners(i);
        set(f, Feature.SANCTION, Manner.SANCTION.in(manners));
        set(f, Feature.DEFINITION, Manner.DEFINITION.in(manners));
        set(f, Feature.LIST, Manner.LIST.in(manners));
        set(f, Feature.DUTY, Manner.DUTY.in(manners));
        set(f, Feature.PERMISSION, Manner.PERMISSION.in(manners));
        set(f, Feature.BAN, Manner.BAN.in(manners));
        set(f, Feature.MANNERS_SHARED, Integer.bitCount(asked & manners));
    }

    private static void set(float[] features, Feature feature, float value) {
        features[feature.ordinal()] = value;
    }

    private static float place(Ranks ranks, float score) {
        return (float) Math.log1p(ranks.of(score));
    }

    /// The better of the two articles around one.
    private float neighbour(float[] scores, int i) {
        return Math.max(at(scores, shelf.before(i)), at(scores, shelf.after(i)));
    }

    private static float at(float[] scores, int article) {
        return article < 0 ? 0 : scores[article];
    }
}
