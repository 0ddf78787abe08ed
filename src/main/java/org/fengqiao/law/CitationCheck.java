package org.fengqiao.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.CitationFinding.Outcome;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// 引用核对: does each cited clause exist, was it in force on the day, do the quoted words stand there.
///
/// Existence is judged by the outlines of `laws/`, beyond them by the imported texts; words by the imported texts alone.
public final class CitationCheck {

    private static final Pattern DATED = Pattern.compile("^[\\s　]*([\\d〇○零一二三四五六七八九]{4})年([\\d一二三四五六七八九十]{1,3})月([\\d一二三四五六七八九十]{1,3})日[\\s　]*$");

    private final Laws laws;
    private final @Nullable Texts texts;

    /// @param texts the imported texts, or null where there are none to ask
    public CitationCheck(Laws laws, @Nullable Texts texts) {
        this.laws = laws;
        this.texts = texts;
    }

    /// Every citation of a text, in its order, judged as of a day.
    public List<CitationFinding> check(String text, LocalDate day) {
        return check(text, day, null);
    }

    /// The same for the text of a law itself, in which 本法 is that law.
    public List<CitationFinding> check(String text, LocalDate day, @Nullable String ownTitle) {
        Shelf shelf = new Shelf();
        CitationFinder finder = new CitationFinder(name -> shelf.law(name).isPresent() || shelf.title(name) != null, ownTitle);
        List<CitationFinding> all = new ArrayList<>();
        for (Mention mention : finder.find(text)) {
            all.add(new Judgement(laws, shelf, day).judge(mention).at(text, mention));
        }
        return List.copyOf(all);
    }

    /// The day a document gives itself: its last line that is nothing but a date.
    public static Optional<LocalDate> dayOf(String text) {
        LocalDate day = null;
        for (String line : text.split("\n")) {
            Matcher dated = DATED.matcher(line);
            if (dated.matches()) {
                try {
                    day = LocalDate.of(Numerals.read(dated.group(1)), Numerals.read(dated.group(2)), Numerals.read(dated.group(3)));
                } catch (DateTimeException e) {
                    continue;
                }
            }
        }
        return Optional.ofNullable(day);
    }

    /// What is known of laws by name, asked once per check.
    final class Shelf {

        private final Map<String, Optional<Law>> byName = new HashMap<>();
        private final Map<String, Map<String, ArticleText>> articles = new HashMap<>();
        private final Map<String, List<Origin>> titled = new HashMap<>();
        private final Map<String, List<Origin>> bySlug = new HashMap<>();
        private final Set<String> titles = texts == null ? Set.of() : texts.titles();

        Optional<Law> law(String name) {
            return byName.computeIfAbsent(name, n -> laws.byName(n));
        }

        /// The title under which an imported text of no file of ours is known, or null.
        @Nullable String title(String name) {
            return titles.contains(name) ? name : titles.contains("中华人民共和国" + name) ? "中华人民共和国" + name : null;
        }

        List<Origin> titled(String title) {
            return texts == null ? List.of() : titled.computeIfAbsent(title, texts::titled);
        }

        /// The official texts held of an instrument, oldest first.
        List<Origin> origins(String slug) {
            return texts == null ? List.of() : bySlug.computeIfAbsent(slug, texts::origins).stream()
                    .filter(o -> o.edition() == ArticleText.Edition.OFFICIAL)
                    .toList();
        }

        Map<String, ArticleText> articles(String slug, LocalDate inForce) {
            return texts == null ? Map.of() : articles.computeIfAbsent(slug + "@" + inForce, k -> texts.articles(slug, inForce));
        }

        Map<String, ArticleText> articles(Origin origin) {
            return texts == null ? Map.of() : articles.computeIfAbsent(origin.id(), texts::articles);
        }
    }

    /// What was judged about a mention, without its position.
    record Verdict(Outcome outcome, String sentence, @Nullable String url) {

        CitationFinding at(String text, Mention mention) {
            int line = 1;
            int start = 0;
            for (int i = text.indexOf('\n'); i >= 0 && i < mention.from(); i = text.indexOf('\n', i + 1)) {
                line++;
                start = i + 1;
            }
            return new CitationFinding(
                    mention.from(), mention.to(), line, mention.from() - start + 1, text.substring(mention.from(), mention.to()), outcome, sentence, url);
        }
    }
}
