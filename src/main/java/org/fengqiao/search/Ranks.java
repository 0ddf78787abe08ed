package org.fengqiao.search;

import java.util.Arrays;

/// 名次: places among all articles, 0 the first: exact for the first thousands, to within one of many bins below them,
/// where nobody asks for more.
final class Ranks {
    private static final int BINS = 2_048;
    private static final int EXACT = 4_000;
    private final float[] first;
    private final int[] above = new int[BINS];
    private final float least;
    private final float width;

    Ranks(float[] scores) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float s : scores) {
            low = Math.min(low, s);
            high = Math.max(high, s);
        }
        least = low;
        width = Math.max(1e-9f, (high - low) / (BINS - 1));
        int[] counts = new int[BINS];
        for (float s : scores) {
            counts[bin(s)]++;
        }
        int sum = 0;
        int bound = BINS;
        for (int b = BINS - 1; b >= 0; b--) {
            above[b] = sum;
            sum += counts[b];
            bound = sum <= EXACT ? b : bound;
        }
        float[] best = new float[EXACT];
        int n = 0;
        for (float s : scores) {
            if (bin(s) >= bound) {
                best[n++] = s;
            }
        }
        first = Arrays.copyOf(best, n);
        Arrays.sort(first);
    }

    private int bin(float score) {
        return Math.clamp((int) ((score - least) / width), 0, BINS - 1);
    }

    int of(float score) {
        int at = Arrays.binarySearch(first, score);
        return at >= 0 ? first.length - 1 - at : above[bin(score)];
    }
}
