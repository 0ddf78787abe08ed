package org.fengqiao.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Level;

/// 经验: what earlier questions and the articles that answered them say about this shelf.
///
/// Three things are learned from pairs. Some laws answer laypeople far more often than others; some articles do; and a
/// question that resembles an earlier one is often answered by the same article, or at least by the same law.
final class Experience {

    private static final float SMOOTHING = 20;

    private final Shelf shelf;
    private final Turning turning;
    private final List<Pair> pairs;
    private final int[][] answers;
    private final float[] scales;
    private final float[] lawShares;
    private final float[] lawPriors;
    private final float[] articlePriors;
    private final int[] lawSizes;

    /// One question as a direction, and the places of the articles that answer it, such as `民法典#1254`.
    record Pair(byte[] question, List<String> articles) {}

    Experience(Shelf shelf, List<Pair> pairs, Turning turning) {
        this.shelf = shelf;
        this.turning = turning;
        Map<String, List<Integer>> places = places(shelf);
        this.pairs = new ArrayList<>();
        List<int[]> found = new ArrayList<>();
        for (Pair pair : pairs) {
            int[] articles = pair.articles().stream().flatMap(a -> places.getOrDefault(a, List.of()).stream()).mapToInt(i -> i).toArray();
            if (articles.length > 0) {
                this.pairs.add(pair);
                found.add(articles);
            }
        }
        answers = found.toArray(int[][]::new);
        scales = new float[this.pairs.size()];
        for (int p = 0; p < scales.length; p++) {
            scales[p] = scale(this.pairs.get(p).question());
        }
        lawSizes = new int[shelf.textCount()];
        lawShares = new float[shelf.textCount()];
        articlePriors = new float[shelf.numbers()];
        lawPriors = priors();
    }

    /// Articles by title and number; one title may stand in several versions.
    private static Map<String, List<Integer>> places(Shelf shelf) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < shelf.numbers(); i++) {
            if (shelf.holds(i)) {
                places.computeIfAbsent(place(shelf.passage(i)), k -> new ArrayList<>()).add(i);
            }
        }
        return places;
    }

    static String place(ArticleText p) {
        return p.origin().shortTitle() + "#" + p.key();
    }

    private float[] priors() {
        int levels = Level.values().length;
        float[] levelShares = new float[levels];
        int[] levelSizes = new int[levels];
        int[] levelOf = new int[shelf.textCount()];
        for (int i = 0; i < shelf.numbers(); i++) {
            if (shelf.holds(i)) {
                int level = shelf.passage(i).origin().level().ordinal();
                lawSizes[shelf.text(i)]++;
                levelSizes[level]++;
                levelOf[shelf.text(i)] = level;
            }
        }
        for (int[] articles : answers) {
            for (int a : articles) {
                lawShares[shelf.text(a)] += 1f / articles.length;
                articlePriors[a]++;
                levelShares[levelOf[shelf.text(a)]] += 1f / articles.length;
            }
        }
        for (int a = 0; a < articlePriors.length; a++) {
            articlePriors[a] = (float) Math.log1p(articlePriors[a]);
        }
        float[] priors = new float[shelf.textCount()];
        for (int t = 0; t < priors.length; t++) {
            float level = (levelShares[levelOf[t]] + 1) / (levelSizes[levelOf[t]] + 1);
            priors[t] = (float) Math.log((lawShares[t] + SMOOTHING * level) / (lawSizes[t] + SMOOTHING));
        }
        return priors;
    }

    Turning turning() {
        return turning;
    }

    /// How readily a law answers questions, per article of it, as a logarithm.
    float lawPrior(int text) {
        return lawPriors[text];
    }

    /// How often an article was an answer, as a logarithm.
    float articlePrior(int article) {
        return articlePriors[article];
    }

    /// What the earlier questions say about one question.
    ///
    /// @param nearest     of each article, how alike the most similar question is that it answered; 0 for none
    /// @param nearLaws    of each text, its share among the answers to the twenty most similar questions
    /// @param kindredLaws of each text, its share among the answers to all questions, weighted by likeness, per article, as a logarithm
    record Memory(float[] nearest, float[] nearLaws, float[] kindredLaws) {}

    Memory of(byte[] question) {
        float[] alike = new float[pairs.size()];
        float scale = scale(question);
        float most = 0;
        for (int p = 0; p < alike.length; p++) {
            byte[] other = pairs.get(p).question();
            int sum = 0;
            for (int k = 0; k < other.length; k++) {
                sum += other[k] * question[k];
            }
            alike[p] = sum * scale * scales[p];
            most = Math.max(most, alike[p]);
        }
        float[] nearest = new float[shelf.numbers()];
        float[] nearLaws = new float[shelf.textCount()];
        float[] kindred = new float[shelf.textCount()];
        float[] sorted = alike.clone();
        Arrays.sort(sorted);
        float bound = sorted.length == 0 ? 2 : sorted[Math.max(0, sorted.length - 20)];
        float nearSum = 1e-9f;
        float kindredSum = 1e-9f;
        for (int p = 0; p < alike.length; p++) {
            float near = alike[p] >= bound ? (float) Math.exp((alike[p] - most) * 20) : 0;
            float weight = (float) Math.exp((alike[p] - most) * 8);
            nearSum += near;
            kindredSum += weight;
            for (int a : answers[p]) {
                nearest[a] = Math.max(nearest[a], alike[p]);
                nearLaws[shelf.text(a)] += near / answers[p].length;
                kindred[shelf.text(a)] += weight / answers[p].length;
            }
        }
        for (int t = 0; t < kindred.length; t++) {
            nearLaws[t] /= nearSum;
            kindred[t] = (float) Math.log((kindred[t] + 1e-4) / kindredSum + 1e-5) - (float) Math.log(Math.max(1, lawSizes[t]));
        }
        return new Memory(nearest, nearLaws, kindred);
    }

    static float scale(byte[] vector) {
        double sum = 0;
        for (byte x : vector) {
            sum += x * x;
        }
        return (float) (1 / Math.sqrt(sum + 1e-9));
    }
}
