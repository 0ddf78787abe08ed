package org.fengqiao.search;

import java.util.List;
import java.util.regex.Pattern;

/// 问题: what somebody asks, cut into grams and turned into a direction.
record Question(String text, List<String> pairs, List<String> pairsAndSingles, List<String> last, byte[] vector, float scale) {

    /// Nobody asks in more characters than these; what comes after is not read.
    private static final int LONGEST = 2_000;

    private static final Pattern CLAUSES = Pattern.compile("[，。？；！,?;!\\s]+");

    static Question of(String asked, Meaning meaning) {
        String text = asked.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        byte[] vector = VectorStore.rounded(meaning.ofQuestion(text));
        return new Question(
                text, Grams.pairs(text), Grams.pairsAndSingles(text), Grams.pairs(lastClauses(text)), vector, Experience.scale(vector));
    }

    /// The last two clauses, in which a story turns into a question.
    private static String lastClauses(String text) {
        List<String> clauses = CLAUSES.splitAsStream(text).filter(c -> !c.isEmpty()).toList();
        return String.join("，", clauses.subList(Math.max(0, clauses.size() - 2), clauses.size()));
    }
}
