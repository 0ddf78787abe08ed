package org.fengqiao.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Level;
import org.jspecify.annotations.Nullable;

/// 法规检索: answers a question with articles, the likeliest first.
///
/// An article that is named by law and number stands first, whatever else the question says. After it comes what full
/// text and meaning nominate and the trained ranking puts in order. Of one article that several imports brought, one is answered.
public final class LawSearch {

    private final LawIndex index;
    private final Meaning meaning;
    private final Ranking ranking;
    private @Nullable State state;

    public LawSearch(LawIndex index, Meaning meaning, Ranking ranking) {
        this.index = index;
        this.meaning = meaning;
        this.ranking = ranking;
    }

    /// 筛选: what an article must be to be answered; empty words and nulls let everything through.
    public record Filter(@Nullable LocalDate asOf, @Nullable Level level, String issuer, String region) {

        public static final Filter NONE = new Filter(null, null, "", "");

        public static Filter on(LocalDate day) {
            return new Filter(day, null, "", "");
        }

        boolean passes(ArticleText p) {
            return (asOf == null || p.origin().inForceOn(asOf))
                    && (level == null || p.origin().level() == level)
                    && (issuer.isEmpty() || p.origin().issuer().contains(issuer))
                    && (region.isEmpty() || p.origin().region().isEmpty() || p.origin().region().contains(region));
        }
    }

    /// 结果: one article with its words, how it was found, and the id a collection gave it, if one did.
    public record Answer(ArticleText article, @Nullable String idOfCollection, float score, boolean named, List<String> words, List<String> reasons) {

        String body() {
            return article.body();
        }

        /// The page of the article; that of our version where only the summary is held.
        String url() {
            return article.isSummary() ? article.url() : "/laws/article?id=" + URLEncoder.encode(article.id(), StandardCharsets.UTF_8);
        }
    }

    /// The index of one moment with everything that ranking needs over it.
    private record State(Shelf shelf, Candidates candidates, Experience experience, NamedLaws laws, Map<String, String> idsOfCollections) {}

    private synchronized State state() {
        Shelf shelf = index.shelf();
        State held = state;
        if (held == null || held.shelf() != shelf) {
            held = new State(shelf, new Candidates(shelf), new Experience(shelf, ranking.pairs(), ranking.turning()), new NamedLaws(shelf), idsOfCollections(shelf));
            state = held;
        }
        return held;
    }

    /// How many articles can be found.
    public int size() {
        return index.shelf().size();
    }

    /// How many of them are our own summaries, which stand in for texts.
    public int summaries() {
        Shelf shelf = index.shelf();
        return (int) IntStream.range(0, shelf.numbers()).filter(i -> shelf.holds(i) && shelf.passage(i).isSummary()).count();
    }

    /// The days, levels and regions there are to filter by.
    public Set<String> regions() {
        Shelf shelf = index.shelf();
        Set<String> all = new TreeSet<>();
        IntStream.range(0, shelf.numbers()).filter(shelf::holds).mapToObj(i -> shelf.passage(i).origin().region()).filter(r -> !r.isEmpty()).forEach(all::add);
        return all;
    }

    /// @param top how many articles at most
    public List<Answer> find(String question, Filter filter, int top) {
        return find(question, filter, top, true);
    }

    /// The same without the words of the articles and the reasons, for those who only count places.
    List<Answer> places(String question, Filter filter, int top) {
        return find(question, filter, top, false);
    }

    private List<Answer> find(String question, Filter filter, int top, boolean told) {
        if (question.isBlank() || index.shelf().size() == 0) {
            return List.of();
        }
        State s = state();
        while (!s.shelf().hold()) {
            s = state();
        }
        try {
            return find(s, question.strip(), filter, top, told);
        } finally {
            s.shelf().release();
        }
    }

    private List<Answer> find(State s, String asked, Filter filter, int top, boolean told) {
        Shelf shelf = s.shelf();
        IntPredicate passes = i -> filter.passes(shelf.passage(i));
        NamedLaws.Meant meant = s.laws().in(asked);
        Map<String, Hit> hits = new LinkedHashMap<>();
        float first = 1000 + meant.articles().size();
        for (int i : meant.articles().stream().filter(passes::test).sorted(better(shelf)).toList()) {
            keep(hits, shelf, new Hit(i, first--, null, true));
        }
        if (!meant.nothingElse() || hits.isEmpty()) {
            Question question = Question.of(asked, meaning);
            Candidates.Found found = s.candidates().of(question, s.experience(), filter.equals(Filter.NONE) ? null : passes, Training.everything());
            List<Hit> ranked = new ArrayList<>();
            float[] scores = ranking.order().of(found.features());
            for (int k = 0; k < scores.length; k++) {
                ranked.add(new Hit(found.articles()[k], scores[k], found.features()[k], false));
            }
            ranked.sort(Comparator.comparingDouble((Hit h) -> -h.score()).thenComparing(h -> shelf.passage(h.article()).id()));
            ranked.forEach(h -> keep(hits, shelf, h));
        }
        return hits.entrySet().stream().limit(top).map(e -> {
            String id = s.idsOfCollections().get(e.getKey());
            Hit hit = e.getValue();
            return told ? answer(shelf, asked, hit, id) : new Answer(shelf.passage(hit.article()), id, hit.score(), hit.named(), List.of(), List.of());
        }).toList();
    }

    private record Hit(int article, float score, float @Nullable [] features, boolean named) {}

    /// In the order of the text; of the versions of one article the newest first, the official edition before a collection,
    /// and any text before our summary.
    private static Comparator<Integer> better(Shelf shelf) {
        return Comparator.comparingInt((Integer i) -> shelf.passage(i).place()).thenComparing((a, b) -> newer(shelf.passage(a), shelf.passage(b)));
    }

    /// Negative when the first is the better one to show.
    private static int newer(ArticleText a, ArticleText b) {
        LocalDate from = Objects.requireNonNullElse(a.origin().begin(), LocalDate.MIN);
        LocalDate other = Objects.requireNonNullElse(b.origin().begin(), LocalDate.MIN);
        return a.origin().edition() != b.origin().edition() ? a.origin().edition().compareTo(b.origin().edition()) : other.compareTo(from);
    }

    private static String place(ArticleText p) {
        return Experience.place(p) + "@" + p.origin().region();
    }

    /// Of one article the better version stays, at the place of the one that was found first.
    private static void keep(Map<String, Hit> hits, Shelf shelf, Hit hit) {
        hits.merge(place(shelf.passage(hit.article())), hit, (a, b) -> newer(shelf.passage(a.article()), shelf.passage(b.article())) <= 0
                ? a
                : new Hit(b.article(), a.score(), a.features() == null ? b.features() : a.features(), a.named()));
    }

    /// Whoever brought a collection with ids of its own wants these back, also where an official edition is shown.
    private static Map<String, String> idsOfCollections(Shelf shelf) {
        Map<String, String> ids = new HashMap<>();
        IntStream.range(0, shelf.numbers()).filter(shelf::holds).mapToObj(shelf::passage)
                .filter(ArticleText::hasIdOfCollection)
                .forEach(p -> ids.put(place(p), p.id()));
        return ids;
    }

    private static Answer answer(Shelf shelf, String asked, Hit hit, @Nullable String id) {
        String body = shelf.body(hit.article());
        ArticleText p = shelf.passage(hit.article());
        List<String> words = shared(asked, body + "\n" + p.heading() + "\n" + p.origin().title());
        return new Answer(p, id, hit.score(), hit.named(), words, reasons(hit, words));
    }

    /// The longest runs of at least two characters that question and article share, longest first.
    private static List<String> shared(String asked, String text) {
        Set<String> runs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < asked.length(); i++) {
            int to = i;
            while (to < asked.length() && Grams.isHan(asked.charAt(to)) && text.contains(asked.substring(i, to + 1))) {
                to++;
            }
            if (to - i >= 2) {
                runs.add(asked.substring(i, to));
                i = to - 2;
            }
        }
        return runs.stream().sorted(Comparator.comparingInt(r -> -r.length())).limit(8).toList();
    }

    private static List<String> reasons(Hit hit, List<String> words) {
        List<String> reasons = new ArrayList<>();
        if (hit.named()) {
            reasons.add("问题中写明了这一条");
        }
        if (!words.isEmpty() && !hit.named()) {
            reasons.add("用词相同：“" + String.join("、", words.subList(0, Math.min(5, words.size()))) + "”");
        }
        float[] f = hit.features();
        if (f != null) {
            if (f[Feature.LIKENESS_RANK.ordinal()] < Math.log1p(50)) {
                reasons.add("意思相近");
            }
            if (f[Feature.NEAREST_QUESTION.ordinal()] > 0.7f) {
                reasons.add("类似的问题由这一条回答过");
            } else if (f[Feature.NEAR_LAWS.ordinal()] > 0.3f) {
                reasons.add("类似的问题多由这部法律回答");
            }
        }
        return reasons.isEmpty() ? List.of("这部法律常用来回答此类问题") : reasons;
    }
}
