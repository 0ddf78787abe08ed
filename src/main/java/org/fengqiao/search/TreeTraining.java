package org.fengqiao.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// 排序学习: grows trees that put the right articles of each question in front (LambdaMART).
///
/// Each tree corrects the order that the trees before it left: a pair of candidates in the wrong order pulls the more
/// strongly the more the ranking would gain from exchanging them. The same samples give the same trees.
final class TreeTraining {

    private static final int LEAVES = 12;
    private static final int BINS = 64;
    private static final int LEAST_IN_LEAF = 30;
    private static final double RESERVE = 5;
    private static final double LEAST_GAIN = 1e-6;
    private static final float FEATURES_A_TREE = 0.6f;
    private static final float QUESTIONS_A_TREE = 0.5f;
    /// Pairs of which both stand below this place do not count.
    private static final int PLACES = 50;

    private final List<Sample> samples;
    private final int features;
    private final int rows;
    private final float[][] edges;
    private final byte[][] bins;
    private final float[] scores;
    private final float[] pull;
    private final float[] weight;
    private final int[] begin;
    private final Random random = new Random(1);

    /// One question: the features of its candidates, which of them are right, and how much it counts.
    record Sample(float[][] features, boolean[] right, float weight) {}

    TreeTraining(List<Sample> samples) {
        this.samples = samples;
        features = samples.getFirst().features()[0].length;
        begin = new int[samples.size() + 1];
        for (int q = 0; q < samples.size(); q++) {
            begin[q + 1] = begin[q] + samples.get(q).features().length;
        }
        rows = begin[samples.size()];
        scores = new float[rows];
        pull = new float[rows];
        weight = new float[rows];
        edges = new float[features][];
        bins = new byte[features][rows];
        for (int f = 0; f < features; f++) {
            divide(f);
        }
    }

    /// Divides the values of a feature into bins of about equal size.
    private void divide(int f) {
        float[] values = new float[rows];
        for (int q = 0; q < samples.size(); q++) {
            float[][] candidates = samples.get(q).features();
            for (int k = 0; k < candidates.length; k++) {
                values[begin[q] + k] = candidates[k][f];
            }
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] bounds = new float[BINS];
        int n = 0;
        for (int b = 1; b < BINS; b++) {
            float edge = sorted[(int) ((long) rows * b / BINS)];
            if (edge < sorted[rows - 1] && (n == 0 || edge > bounds[n - 1])) {
                bounds[n++] = edge;
            }
        }
        edges[f] = Arrays.copyOf(bounds, n);
        for (int r = 0; r < rows; r++) {
            int at = Arrays.binarySearch(edges[f], values[r]);
            bins[f][r] = (byte) (at >= 0 ? at : -at - 1);
        }
    }

    Trees grow(int count, float rate, IntConsumer progress) {
        List<Trees.Tree> all = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            for (int q = 0; q < samples.size(); q++) {
                pulls(q);
            }
            all.add(tree(rate));
            progress.accept(t + 1);
        }
        return new Trees(List.copyOf(all));
    }

    /// How strongly each candidate of a question is pulled up or down by the pairs that stand in the wrong order.
    private void pulls(int q) {
        Sample sample = samples.get(q);
        int from = begin[q];
        int n = begin[q + 1] - from;
        Arrays.fill(pull, from, from + n, 0);
        Arrays.fill(weight, from, from + n, 0);
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Float.compare(scores[from + b], scores[from + a]));
        int right = 0;
        for (boolean r : sample.right()) {
            right += r ? 1 : 0;
        }
        double ideal = 0;
        for (int i = 0; i < Math.min(right, PLACES); i++) {
            ideal += discount(i);
        }
        double sum = 0;
        boolean tied = scores[from + order[0]] == scores[from + order[n - 1]];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n && i < PLACES; j++) {
                if (sample.right()[order[i]] != sample.right()[order[j]]) {
                    sum += pair(from, order[i], order[j], sample.right()[order[i]], (discount(i) - discount(j)) / ideal, tied);
                }
            }
        }
        float scale = (float) (sample.weight() * (sum > 0 ? Math.log(1 + sum) / Math.log(2) / sum : 0));
        for (int r = from; r < from + n; r++) {
            pull[r] *= scale;
            weight[r] *= scale;
        }
    }

    private double pair(int from, int upper, int lower, boolean upperIsRight, double gain, boolean tied) {
        int good = from + (upperIsRight ? upper : lower);
        int bad = from + (upperIsRight ? lower : upper);
        double lead = scores[good] - scores[bad];
        double change = tied ? gain : gain / (0.01 + Math.abs(lead));
        double wrong = 1 / (1 + Math.exp(lead));
        double force = change * wrong;
        double bend = change * wrong * (1 - wrong);
        pull[good] += (float) force;
        pull[bad] -= (float) force;
        weight[good] += (float) bend;
        weight[bad] += (float) bend;
        return 2 * force;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(2 + place);
    }

    /// A leaf that can still be divided, with the best division found.
    private static final class Leaf {
        private final int node;
        private final int[] rows;
        private double gain;
        private int feature = -1;
        private int bin;

        Leaf(int node, int[] rows) {
            this.node = node;
            this.rows = rows;
        }
    }

    private Trees.Tree tree(float rate) {
        boolean[] used = new boolean[features];
        for (int f = 0; f < features; f++) {
            used[f] = random.nextFloat() < FEATURES_A_TREE;
        }
        int most = 2 * LEAVES - 1;
        Trees.Tree tree = new Trees.Tree(new int[most], new float[most], new int[most], new int[most], new float[most]);
        Arrays.fill(tree.feature(), -1);
        int[] cut = new int[most];
        List<Leaf> leaves = new ArrayList<>(List.of(new Leaf(0, some())));
        best(leaves.getFirst(), used);
        int nodes = 1;
        while (leaves.size() < LEAVES) {
            Leaf leaf = leaves.stream().max((a, b) -> Double.compare(a.gain, b.gain)).orElseThrow();
            if (leaf.feature < 0) {
                break;
            }
            leaves.remove(leaf);
            byte[] column = bins[leaf.feature];
            Leaf left = new Leaf(nodes, Arrays.stream(leaf.rows).filter(r -> column[r] <= leaf.bin).toArray());
            Leaf right = new Leaf(nodes + 1, Arrays.stream(leaf.rows).filter(r -> column[r] > leaf.bin).toArray());
            tree.feature()[leaf.node] = leaf.feature;
            tree.bound()[leaf.node] = edges[leaf.feature][leaf.bin];
            cut[leaf.node] = leaf.bin;
            tree.left()[leaf.node] = left.node;
            tree.right()[leaf.node] = right.node;
            nodes += 2;
            best(left, used);
            best(right, used);
            leaves.add(left);
            leaves.add(right);
        }
        leaves.forEach(leaf -> settle(leaf, tree, rate));
        addToScores(tree, cut);
        int n = nodes;
        return new Trees.Tree(
                Arrays.copyOf(tree.feature(), n), Arrays.copyOf(tree.bound(), n), Arrays.copyOf(tree.left(), n), Arrays.copyOf(tree.right(), n),
                Arrays.copyOf(tree.value(), n));
    }

    private void settle(Leaf leaf, Trees.Tree tree, float rate) {
        double g = 0;
        double h = 0;
        for (int r : leaf.rows) {
            g += pull[r];
            h += weight[r];
        }
        float value = (float) (rate * g / (h + RESERVE));
        tree.value()[leaf.node] = value;
    }

    /// The rows of a random part of the questions: each tree sees other ones, which is quicker and remembers less by heart.
    private int[] some() {
        int[] chosen = new int[rows];
        int n = 0;
        for (int q = 0; q < samples.size(); q++) {
            if (random.nextFloat() < QUESTIONS_A_TREE) {
                for (int r = begin[q]; r < begin[q + 1]; r++) {
                    chosen[n++] = r;
                }
            }
        }
        return n == 0 ? IntStream.range(0, rows).toArray() : Arrays.copyOf(chosen, n);
    }

    private void addToScores(Trees.Tree tree, int[] cut) {
        for (int r = 0; r < rows; r++) {
            int node = 0;
            while (tree.feature()[node] >= 0) {
                node = bins[tree.feature()[node]][r] <= cut[node] ? tree.left()[node] : tree.right()[node];
            }
            scores[r] += tree.value()[node];
        }
    }

    private void best(Leaf leaf, boolean[] used) {
        double[] g = new double[BINS];
        double[] h = new double[BINS];
        int[] count = new int[BINS];
        for (int f = 0; f < features; f++) {
            if (!used[f] || edges[f].length == 0) {
                continue;
            }
            Arrays.fill(g, 0);
            Arrays.fill(h, 0);
            Arrays.fill(count, 0);
            byte[] column = bins[f];
            for (int r : leaf.rows) {
                int b = column[r];
                g[b] += pull[r];
                h[b] += weight[r];
                count[b]++;
            }
            divideAt(leaf, f, g, h, count);
        }
    }

    private void divideAt(Leaf leaf, int f, double[] g, double[] h, int[] count) {
        double allG = Arrays.stream(g).sum();
        double allH = Arrays.stream(h).sum();
        double whole = allG * allG / (allH + RESERVE);
        double leftG = 0;
        double leftH = 0;
        int left = 0;
        for (int b = 0; b < edges[f].length; b++) {
            leftG += g[b];
            leftH += h[b];
            left += count[b];
            if (left < LEAST_IN_LEAF || leaf.rows.length - left < LEAST_IN_LEAF) {
                continue;
            }
            double rightG = allG - leftG;
            double gain = leftG * leftG / (leftH + RESERVE) + rightG * rightG / (allH - leftH + RESERVE) - whole;
            if (gain > leaf.gain + LEAST_GAIN) {
                leaf.gain = gain;
                leaf.feature = f;
                leaf.bin = b;
            }
        }
    }
}
