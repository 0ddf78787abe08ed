package org.fengqiao.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// 训练: learns a ranking from pairs, and says by cross-validation what it is worth.
///
/// The pairs are divided into five parts. Whatever a question is described with, laws and articles that usually answer
/// and similar questions, comes from the other four parts, so that no question ever sees its own answer; and what is
/// reported of a part was ranked by an order that never saw it. The ranking handed out remembers all pairs.
final class Training {

    private static final int PARTS = 5;
    private static final int LOOK_ALIKES = 300;
    private static final int TREES = 160;
    private static final float RATE = 0.07f;
    private static final int TELLING = 80;
    private static final int FEW = 3;
    /// Questions of one manner from which a line of their own can be learned.
    private static final int ENOUGH = 60;

    private final Shelf shelf;
    private final Meaning meaning;
    private final Candidates candidates;
    private final List<Known> all = new ArrayList<>();
    private final Consumer<String> say;

    /// One pair in its part, with what was found for it.
    private static final class Known {
        private final PairFile file;
        private final PairFile.Entry entry;
        private int part;
        private @Nullable Question question;
        private List<Turning.Lesson> lessons = List.of();
        private Candidates.@Nullable Found found;

        Known(PairFile file, PairFile.Entry entry) {
            this.file = file;
            this.entry = entry;
        }

        Question question() {
            return Objects.requireNonNull(question);
        }

        Candidates.Found found() {
            return Objects.requireNonNull(found);
        }

        Experience.Pair pair(Shelf shelf) {
            return new Experience.Pair(question().vector(), entry.relevant().stream().map(i -> Experience.place(shelf.passage(i))).distinct().toList());
        }

        boolean isRight(int article) {
            return entry.relevant().contains(article);
        }
    }

    Training(Shelf shelf, Meaning meaning, List<PairFile> files, Consumer<String> say) {
        this.shelf = shelf;
        this.meaning = meaning;
        this.say = say;
        candidates = new Candidates(shelf);
        Random random = new Random(1);
        for (PairFile file : files) {
            List<Known> known = new ArrayList<>(file.entries().stream().map(e -> new Known(file, e)).toList());
            Collections.shuffle(known, random);
            for (int i = 0; i < known.size(); i++) {
                known.get(i).part = i % PARTS;
            }
            all.addAll(known);
        }
    }

    /// Describes every pair's question and candidates; the parts of the search that are left out nominate nothing.
    void describe(Set<Candidates.Part> parts) {
        each("questions", k -> {
            if (k.question == null) {
                k.question = Question.of(k.entry.question(), meaning);
                k.lessons = lessons(k);
            }
        });
        List<Experience> others = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int own = part;
            boolean learned = parts.contains(Candidates.Part.EXPERIENCE);
            List<Known> rest = all.stream().filter(k -> learned && k.part != own).toList();
            others.add(new Experience(shelf, rest.stream().map(k -> k.pair(shelf)).toList(), turning(rest)));
            say.accept("turning " + (part + 1) + " / " + PARTS);
        }
        each("candidates", k -> k.found = candidates.of(k.question(), others.get(k.part), null, parts));
    }

    /// Learned from the articles that look most like a question: those that answer it against those that do not.
    private Turning turning(List<Known> from) {
        return Turning.learn(from.stream().flatMap(k -> k.lessons.stream()).toList(), shelf::direction);
    }

    /// The whole question is one lesson, and its core another where it has one.
    private List<Turning.Lesson> lessons(Known k) {
        Question q = k.question();
        return q.core().equals(q.text()) ? List.of(lesson(k, q.vector())) : List.of(lesson(k, q.vector()), lesson(k, q.coreVector()));
    }

    private Turning.Lesson lesson(Known k, byte[] asked) {
        float scale = Experience.scale(asked);
        float[] likeness = shelf.likeness(asked)[0];
        float[] sorted = likeness.clone();
        Arrays.sort(sorted);
        float bound = sorted[Math.max(0, sorted.length - LOOK_ALIKES)];
        float[] direction = new float[Meaning.WIDTH];
        for (int c = 0; c < direction.length; c++) {
            direction[c] = asked[c] * scale;
        }
        return new Turning.Lesson(
                direction, k.entry.relevant().stream().mapToInt(i -> i).toArray(),
                IntStream.range(0, likeness.length).filter(i -> shelf.holds(i) && likeness[i] >= bound && !k.isRight(i)).toArray(), Math.min(1, k.file.weight()));
    }

    private void each(String what, Consumer<Known> work) {
        AtomicInteger done = new AtomicInteger();
        all.parallelStream().forEach(k -> {
            work.accept(k);
            int n = done.incrementAndGet();
            if (n % 16 == 0 || n == all.size()) {
                say.accept(what + " " + n + " / " + all.size());
            }
        });
    }

    /// How the pairs of each file are found by orders that did not see them, in the order of the files: by the whole
    /// order, and by its trees alone.
    Validation validate() {
        Validation measured = new Validation(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int part = 0; part < PARTS; part++) {
            int own = part;
            Order order = order(all.stream().filter(k -> k.part != own).toList(), "part " + (part + 1) + " of " + PARTS);
            all.stream().filter(k -> k.part == own).forEach(k -> {
                add(measured.whole(), k, order.of(k.found().features()));
                add(measured.trees(), k, each(k, order.trees()::of));
            });
        }
        return measured;
    }

    /// What cross-validation measured, by the name of the file.
    record Validation(Map<String, Measures> whole, Map<String, Measures> trees) {}

    /// How the pairs of each file are found by one score, nothing trained.
    Map<String, Measures> byScore(Score score) {
        Map<String, Measures> measures = new LinkedHashMap<>();
        all.forEach(k -> add(measures, k, each(k, score)));
        return measures;
    }

    /// A score computed from the features of a candidate.
    interface Score {
        float of(float[] features);
    }

    private static float[] each(Known k, Score score) {
        float[][] features = k.found().features();
        float[] scores = new float[features.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score.of(features[i]);
        }
        return scores;
    }

    private void add(Map<String, Measures> measures, Known k, float[] scores) {
        Candidates.Found found = k.found();
        List<Integer> ranked = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> shelf.passage(found.articles()[i]).id()))
                .limit(100)
                .map(i -> found.articles()[i])
                .toList();
        measures.computeIfAbsent(k.file.name(), n -> new Measures()).add(ranked, new HashSet<>(k.entry.relevant()), k.entry.named());
    }

    private Order order(List<Known> from, String what) {
        List<Known> answered = from.stream().filter(k -> Arrays.stream(k.found().articles()).anyMatch(k::isRight)).toList();
        say.accept("lines for " + what);
        Line told = line(answered, false);
        Line lawful = line(answered, true);
        TreeTraining growing = new TreeTraining(answered.stream().map(Training::sample).toList());
        return new Order(growing.grow(TREES, RATE, n -> say.accept("trees for " + what + " " + n + " / " + TREES)), told, lawful);
    }

    /// Learned from the questions of one manner, or from all where there are too few of it.
    private static Line line(List<Known> from, boolean byLaw) {
        List<Known> alike = from.stream().filter(k -> Order.asksByLaw(k.found().features()) == byLaw).toList();
        return Line.learn((alike.size() < ENOUGH ? from : alike).stream().map(Training::measured).toList());
    }

    private static Line.Sample measured(Known k) {
        int[] articles = k.found().articles();
        boolean[] right = new boolean[articles.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = k.isRight(articles[i]);
        }
        return new Line.Sample(Line.standardised(k.found().features()), right, k.file.weight());
    }

    private static TreeTraining.Sample sample(Known k) {
        int[] articles = k.found().articles();
        float[][] features = k.found().features();
        int[] learnedFrom = IntStream.range(0, articles.length).filter(i -> k.isRight(articles[i]) || isTelling(features[i]) || i % FEW == 0).toArray();
        boolean[] right = new boolean[learnedFrom.length];
        float[][] chosen = new float[learnedFrom.length][];
        for (int i = 0; i < right.length; i++) {
            right[i] = k.isRight(articles[learnedFrom[i]]);
            chosen[i] = features[learnedFrom[i]];
        }
        return new TreeTraining.Sample(chosen, right, k.file.weight());
    }

    /// Whether one of the searches places a candidate among its first; of the others a few are enough to learn from.
    private static boolean isTelling(float[] f) {
        float bound = (float) Math.log1p(TELLING);
        return f[Feature.WORDS_RANK.ordinal()] < bound || f[Feature.LIKENESS_RANK.ordinal()] < bound || f[Feature.TURNED_RANK.ordinal()] < bound
                || f[Feature.CORE_RANK.ordinal()] < bound || f[Feature.CORE_TURNED_RANK.ordinal()] < bound || f[Feature.CORE_WORDS_RANK.ordinal()] < bound;
    }

    /// The ranking that remembers all pairs.
    Ranking ranking() {
        String origin = String.join("; ", all.stream().map(k -> k.file.name() + " " + k.file.entries().size() + " pairs").distinct().toList());
        return new Ranking(origin, all.stream().map(k -> k.pair(shelf)).toList(), turning(all), order(all, "the ranking"));
    }

    static Set<Candidates.Part> everything() {
        return EnumSet.allOf(Candidates.Part.class);
    }
}
