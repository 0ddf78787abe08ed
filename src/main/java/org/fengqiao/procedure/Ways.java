package org.fengqiao.procedure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// 去路: from which state which other can be reached for certain, and which of them lead nowhere.
final class Ways {

    private long[] edges = new long[1024];
    private int edgeCount;

    int size() {
        return edgeCount;
    }

    void add(int from, int to) {
        if (edgeCount == edges.length) {
            edges = Arrays.copyOf(edges, edgeCount * 2);
        }
        edges[edgeCount++] = (long) to << 32 | from;
    }

    /// The first state from which no way that is certain leads to a final stage; -1 when there is none.
    int firstStuck(int size, IntPredicate isFinal) {
        int[] first = new int[size + 1];
        for (int i = 0; i < edgeCount; i++) {
            first[(int) (edges[i] >>> 32) + 1]++;
        }
        for (int i = 0; i < size; i++) {
            first[i + 1] += first[i];
        }
        int[] sources = new int[edgeCount];
        int[] fill = Arrays.copyOf(first, size);
        for (int i = 0; i < edgeCount; i++) {
            sources[fill[(int) (edges[i] >>> 32)]++] = (int) edges[i];
        }
        BitSet reaches = new BitSet(size);
        int[] queue = new int[size];
        int end = 0;
        for (int i = 0; i < size; i++) {
            if (isFinal.test(i)) {
                reaches.set(i);
                queue[end++] = i;
            }
        }
        for (int at = 0; at < end; at++) {
            for (int e = first[queue[at]]; e < first[queue[at] + 1]; e++) {
                if (!reaches.get(sources[e])) {
                    reaches.set(sources[e]);
                    queue[end++] = sources[e];
                }
            }
        }
        int stuck = reaches.nextClearBit(0);
        return stuck < size ? stuck : -1;
    }
}
