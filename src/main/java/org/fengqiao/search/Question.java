package org.fengqiao.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 问题: what somebody asks, cut into grams and turned into a direction.
///
/// Many questions tell a story and then ask; what they ask, the core (问句), is also looked at by itself, without the words
/// by which people ask for a law: 根据哪条法律规定，……
///
/// @param core      what is asked after the story; the whole question where there is no story
/// @param asksByLaw whether the question asks in the manner of 根据哪条法律规定
/// @param manners   the [Manner]s of the core
record Question(
        String text, List<String> pairs, List<String> pairsAndSingles, List<String> last, byte[] vector, float scale, String core, List<String> corePairs,
        byte[] coreVector, boolean asksByLaw, int manners) {

    /// Nobody asks in more characters than these: a page refuses what is longer, and of a line of a batch the rest is not read.
    static final int LONGEST = 2_000;
    /// A core shorter than this says nothing by itself.
    private static final int SHORTEST_CORE = 5;

    private static final Pattern CLAUSES = Pattern.compile("[，。？；！,?;!\\s]+");
    private static final Pattern SENTENCES = Pattern.compile("[。？！?!；;\\n]+");
    private static final Pattern BY_LAW = Pattern.compile(
            "(?:根据|按照|依据|依照)[^，。？,]{0,14}?(?:法律|法规|法条|条款|规定|条例|法令|条文|规章|哪条|哪一条)[^，。？,]{0,8}?[，,：:]");

    static Question of(String asked, Meaning meaning) {
        String text = asked.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        byte[] vector = VectorStore.rounded(meaning.ofQuestion(text));
        String core = core(text);
        return new Question(
                text, Grams.pairs(text), Grams.pairsAndSingles(text), Grams.pairs(lastClauses(text)), vector, Experience.scale(vector), core,
                Grams.pairs(core), core.equals(text) ? vector : VectorStore.rounded(meaning.ofQuestion(core)), BY_LAW.matcher(text).find(), Manner.ofQuestion(core));
    }

    /// The last sentence, without the words that ask for a law.
    static String core(String text) {
        String last = SENTENCES.splitAsStream(text).map(String::strip).filter(s -> s.length() > 1).reduce("", (a, b) -> b);
        Matcher byLaw = BY_LAW.matcher(last);
        String core = byLaw.find() && byLaw.start() <= 6 ? last.substring(byLaw.end()) : last;
        return core.length() < SHORTEST_CORE || core.length() + 2 >= text.length() ? text : core;
    }

    /// The last two clauses, in which a story turns into a question.
    private static String lastClauses(String text) {
        List<String> clauses = CLAUSES.splitAsStream(text).filter(c -> !c.isEmpty()).toList();
        return String.join("，", clauses.subList(Math.max(0, clauses.size() - 2), clauses.size()));
    }
}
