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
    QUESTION_BEST_LIKENESS,
    /// Likeness to what is asked, without the story before it.
    CORE_LIKENESS,
    CORE_SPREAD,
    CORE_RANK,
    /// The same after it was turned.
    CORE_TURNED,
    CORE_TURNED_SPREAD,
    CORE_TURNED_RANK,
    CORE_WORDS,
    CORE_WORDS_RANK,
    CORE_LENGTH,
    CORE_NEIGHBOUR,
    LAW_BEST_CORE,
    CHAPTER_BEST_CORE,
    /// How many of the hundred most alike articles stand in this law.
    LAW_AMONG_ALIKE,
    LAW_AMONG_CORE,
    /// See [Wording.Shared].
    CLAUSE_SHARE,
    CORE_SHARE,
    BODY_SHARE,
    LONGEST_RUN,
    RUNS,
    /// Whether the question asks in the manner of 根据哪条法律规定.
    ASKS_BY_LAW,
    ASKS_SANCTION,
    ASKS_DEFINITION,
    ASKS_LIST,
    ASKS_NUMBER,
    SANCTION,
    DEFINITION,
    LIST,
    DUTY,
    PERMISSION,
    BAN,
    /// How many manners question and article have in common.
    MANNERS_SHARED,
    /// The place of the article in its text, from 0 to 1.
    PLACE;

    static final int COUNT = values().length;
}
