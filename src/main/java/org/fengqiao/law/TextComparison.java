package org.fengqiao.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 新旧对照: what became of each article from one version to another.
///
/// Articles find each other by their words, not by their numbers, because a revision moves them. Equal words first, then
/// the most similar pairs; what has no counterpart was repealed or added.
public final class TextComparison {

    /// Below this share of common pairs of characters two articles are strangers.
    private static final double KIN = 0.45;
    /// Articles of one number are compared more kindly than others.
    private static final double SAME_NUMBER = 0.15;

    private TextComparison() {}

    /// 变化.
    public enum Kind {
        UNCHANGED("未变"),
        MOVED("移动"),
        CHANGED("修改"),
        MOVED_AND_CHANGED("移动并修改"),
        ADDED("新增"),
        REPEALED("删去");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /// One article, or what is left of it; `before` or `after` is missing where it was added or repealed.
    public record Difference(Kind kind, @Nullable ArticleText before, @Nullable ArticleText after, List<Piece> pieces) {}

    /// A run of words that stayed, came or went.
    public record Piece(Change change, String text) {}

    public enum Change {
        KEPT,
        INSERTED,
        DELETED
    }

    private record Pair(int before, int after, double likeness) {}

    /// 一段文字: something with a number of its own, such as an article or a clause of a contract.
    public interface Passage {

        /// The number it bears, by which passages are compared more kindly.
        String key();

        String body();
    }

    /// The words two texts share in their order, and what came and went between them.
    public static List<Piece> words(String before, String after) {
        return WordDifference.of(before, after);
    }

    /// The articles of the newer version in their order, repealed ones where they stood.
    public static List<Difference> of(Collection<ArticleText> before, Collection<ArticleText> after) {
        List<ArticleText> old = List.copyOf(before);
        List<ArticleText> now = List.copyOf(after);
        Map<Integer, Integer> partner = partners(old, now);
        List<Difference> all = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        Set<Integer> kept = new HashSet<>(partner.values());
        int next = 0;
        for (int n = 0; n < now.size(); n++) {
            Integer o = partner.get(n);
            if (o != null && o >= next) {
                for (; next < o; next++) {
                    repealed(old, next, kept, told, all);
                }
                next = o + 1;
            }
            for (; o == null && next < old.size() && !kept.contains(next); next++) {
                repealed(old, next, kept, told, all);
            }
            all.add(o == null
                    ? new Difference(Kind.ADDED, null, now.get(n), List.of(new Piece(Change.INSERTED, now.get(n).body())))
                    : difference(old.get(o), now.get(n)));
        }
        for (; next < old.size(); next++) {
            repealed(old, next, kept, told, all);
        }
        return List.copyOf(all);
    }

    private static void repealed(List<ArticleText> old, int at, Set<Integer> kept, Set<Integer> told, List<Difference> all) {
        if (!kept.contains(at) && told.add(at)) {
            all.add(new Difference(Kind.REPEALED, old.get(at), null, List.of(new Piece(Change.DELETED, old.get(at).body()))));
        }
    }

    private static Difference difference(ArticleText before, ArticleText after) {
        boolean moved = !before.key().equals(after.key());
        if (plain(before).equals(plain(after))) {
            return new Difference(moved ? Kind.MOVED : Kind.UNCHANGED, before, after, List.of(new Piece(Change.KEPT, after.body())));
        }
        return new Difference(moved ? Kind.MOVED_AND_CHANGED : Kind.CHANGED, before, after, WordDifference.of(before.body(), after.body()));
    }

    /// For each passage of the newer version the place of its counterpart in the older one; passages that are new have none.
    public static Map<Integer, Integer> partners(List<? extends Passage> old, List<? extends Passage> now) {
        Map<Integer, Integer> partner = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        Map<String, List<Integer>> byWords = new LinkedHashMap<>();
        for (int o = 0; o < old.size(); o++) {
            byWords.computeIfAbsent(plain(old.get(o)), w -> new ArrayList<>()).add(o);
        }
        for (int n = 0; n < now.size(); n++) {
            List<Integer> same = byWords.getOrDefault(plain(now.get(n)), List.of());
            if (!same.isEmpty()) {
                int o = same.removeFirst();
                partner.put(n, o);
                taken.add(o);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        List<Set<Integer>> grams = now.stream().map(TextComparison::grams).toList();
        for (int o = 0; o < old.size(); o++) {
            if (taken.contains(o)) {
                continue;
            }
            Set<Integer> own = grams(old.get(o));
            for (int n = 0; n < now.size(); n++) {
                if (!partner.containsKey(n)) {
                    double likeness = likeness(own, grams.get(n)) + (old.get(o).key().equals(now.get(n).key()) ? SAME_NUMBER : 0);
                    if (likeness >= KIN) {
                        pairs.add(new Pair(o, n, likeness));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed().thenComparingInt(p -> Math.abs(p.before() - p.after())));
        for (Pair pair : pairs) {
            if (!partner.containsKey(pair.after()) && taken.add(pair.before())) {
                partner.put(pair.after(), pair.before());
            }
        }
        return partner;
    }

    private static String plain(Passage article) {
        return article.body().replaceAll("[\\s　]", "");
    }

    private static Set<Integer> grams(Passage article) {
        String text = plain(article);
        Set<Integer> grams = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            grams.add(text.charAt(i) << 16 | text.charAt(i + 1));
        }
        return grams;
    }

    private static double likeness(Set<Integer> one, Set<Integer> other) {
        Set<Integer> small = one.size() < other.size() ? one : other;
        Set<Integer> large = small == one ? other : one;
        int common = 0;
        for (Integer gram : small) {
            common += large.contains(gram) ? 1 : 0;
        }
        return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * common / (one.size() + other.size());
    }
}
