package org.fengqiao.search;

import java.util.List;
import java.util.Map;

/// 措辞: how much of a question's wording one article repeats, clause by clause.
///
/// A score over whole articles prefers long ones that hold many words here and there. Whoever describes what an article
/// says repeats one of its clauses, and some of it word for word.
final class Wording {

    /// What a pair of characters is worth on average; a clause is measured by its length, for the rarity of words that
    /// the question does not hold need not be looked up.
    private static final float USUAL = 5.5f;
    private static final float SHORT = 30;

    private final int mask;
    private final int[] grams;
    private final float[] worth;
    private final float[] coreWorth;
    private final float coreSum;

    /// How the wording of one article answers to the question.
    ///
    /// @param clauseShare the largest share of a clause that the question repeats
    /// @param coreShare   the largest share of the core of the question that one clause repeats
    /// @param bodyShare   the share of the whole article that the question repeats
    /// @param longest     the length of the longest run of characters in common
    /// @param runs        all runs, the longer ones counting more
    record Shared(float clauseShare, float coreShare, float bodyShare, float longest, float runs) {}

    /// @param rarity what each pair of characters of the question is worth
    Wording(List<String> pairs, List<String> corePairs, Map<String, Float> rarity) {
        int size = Integer.highestOneBit(Math.max(16, pairs.size() * 4));
        mask = size - 1;
        grams = new int[size];
        worth = new float[size];
        coreWorth = new float[size];
        pairs.forEach(p -> put(p, worth, rarity));
        float sum = 0;
        for (String p : corePairs) {
            sum += put(p, coreWorth, rarity);
        }
        coreSum = sum;
    }

    /// @return what the pair is worth, once
    private float put(String pair, float[] into, Map<String, Float> rarity) {
        if (pair.length() != 2) {
            return 0;
        }
        int gram = gram(pair.charAt(0), pair.charAt(1));
        int at = slot(gram);
        grams[at] = gram;
        float value = into[at] > 0 ? 0 : rarity.getOrDefault(pair, 0f);
        into[at] += value;
        return value;
    }

    private static int gram(char a, char b) {
        return a << 16 | b;
    }

    private int slot(int gram) {
        int at = gram * 0x9E3779B9 >>> 8 & mask;
        while (grams[at] != 0 && grams[at] != gram) {
            at = at + 1 & mask;
        }
        return at;
    }

    Shared in(String body) {
        float clause = 0;
        float core = 0;
        int length = 0;
        float clauseShare = 0;
        float coreShare = 0;
        float all = 0;
        int run = 0;
        int longest = 0;
        float runs = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            boolean end = i + 1 == body.length() || c == '。' || c == '；' || c == '\n';
            int at = end ? 0 : slot(gram(c, body.charAt(i + 1)));
            if (!end && worth[at] > 0) {
                clause += worth[at];
                core += coreWorth[at];
                run++;
            } else if (run > 0) {
                longest = Math.max(longest, run + 1);
                runs += run * (float) Math.sqrt(run);
                run = 0;
            }
            length++;
            if (end) {
                clauseShare = Math.max(clauseShare, clause / (USUAL * length + SHORT));
                coreShare = Math.max(coreShare, core / (coreSum + SHORT));
                all += clause;
                clause = 0;
                core = 0;
                length = 0;
            }
        }
        return new Shared(clauseShare, coreShare, all / (USUAL * body.length() + 2 * SHORT), longest, runs);
    }
}
