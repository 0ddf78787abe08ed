package org.fengqiao.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// 检索指标: the shares of right articles among the first 5, 10 and 100, and the mean of 1 / place of the first right one.
final class Measures {

    private int questions;
    private double at5;
    private double at10;
    private double at100;
    private double reciprocal;

    /// Counts one question; `expected` is how many articles were right, found or not.
    void add(List<Integer> ranked, Set<Integer> right, int expected) {
        questions++;
        int found = 0;
        for (int place = 0; place < Math.min(100, ranked.size()); place++) {
            if (right.contains(ranked.get(place))) {
                if (found++ == 0) {
                    reciprocal += 1.0 / (place + 1);
                }
                at5 += place < 5 ? 1.0 / expected : 0;
                at10 += place < 10 ? 1.0 / expected : 0;
                at100 += 1.0 / expected;
            }
        }
    }

    int questions() {
        return questions;
    }

    double recallAt5() {
        return at5 / questions;
    }

    double recallAt10() {
        return at10 / questions;
    }

    double recallAt100() {
        return at100 / questions;
    }

    double meanReciprocalRank() {
        return reciprocal / questions;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "R@5 %.3f  R@10 %.3f  R@100 %.3f  MRR %.3f  (%d questions)",
                recallAt5(), recallAt10(), recallAt100(), meanReciprocalRank(), questions);
    }
}
