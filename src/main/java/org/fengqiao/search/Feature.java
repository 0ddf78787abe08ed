package org.fengqiao.search;

/// 特征: what the trees may ask about a candidate. Their order is part of a trained ranking.
enum Feature {
    /// Full text over title, headings and body, with single characters.
    ALL_WORDS,
    /// Full text over the body, pairs of characters only.
    BODY_WORDS,
    /// Full text over title and headings.
    HEAD_WORDS,
    /// The share of what the question could have scored at most.
    ALL_SHARE,
    /// The share of the question's pairs, by rarity, that the body holds.
    COVERED,
    /// The same of rare pairs only, as a sum.
    COVERED_RARE,
    /// Full text for the last clauses of the question.
    LAST_WORDS,
    LIKENESS,
    /// Likeness by the spread of all articles' likeness to this question.
    LIKENESS_SPREAD,
    /// Likeness after the question was turned by what was learned.
    TURNED,
    TURNED_SPREAD,
    TURNED_RANK,
    LAW_BEST_TURNED,
    WORDS_TO_BEST,
    WORDS_RANK,
    LIKENESS_RANK,
    LAW_PRIOR,
    ARTICLE_PRIOR,
    LEVEL,
    LENGTH,
    NEIGHBOUR_WORDS,
    NEIGHBOUR_LIKENESS,
    LAW_BEST_WORDS,
    LAW_SUM_WORDS,
    LAW_BEST_LIKENESS,
    CHAPTER_BEST_WORDS,
    NEAREST_QUESTION,
    NEAR_LAWS,
    KINDRED_LAWS,
    LAW_NAMED,
    LAW_NAME_COVERED,
    QUESTION_LENGTH,
    QUESTION_RARITY,
    QUESTION_BEST_WORDS,
    QUESTION_BEST_LIKENESS;

    static final int COUNT = values().length;
}
