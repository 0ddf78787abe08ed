package org.fengqiao.search;

import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// 提名: the articles chosen so far, each search adding its best.
final class Nomination {

    private final Shelf shelf;
    private final @Nullable IntPredicate filter;
    private final boolean[] chosen;

    /// @param filter the articles that may be chosen; null for all
    Nomination(Shelf shelf, @Nullable IntPredicate filter) {
        this.shelf = shelf;
        this.filter = filter;
        this.chosen = new boolean[shelf.numbers()];
    }

    /// Adds the best by a score; a score that says nothing adds nothing.
    Nomination best(float[] scores, int count) {
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
        return this;
    }

    /// The numbers of the chosen, in the order of the index.
    int[] chosen() {
        return IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
    }
}
