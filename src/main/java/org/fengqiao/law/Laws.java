package org.fengqiao.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// 法规库: every instrument under `laws/`, read once; the only place where a citation becomes a clause.
///
/// A citation that names nothing is refused with one sentence; nothing is guessed.
public final class Laws {

    private final Map<String, Law> bySlug = new LinkedHashMap<>();
    private final Map<String, Law> byTitle = new LinkedHashMap<>();
    private final Map<String, Law> byNickname = new LinkedHashMap<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    /// Clauses as people read them; only what resolves is kept, so that there are never more than clauses.
    private final Map<Citation, String> displayed = new ConcurrentHashMap<>();

    Laws(List<Law> laws) {
        for (Law law : laws) {
            bySlug.put(law.slug(), law);
            byTitle.put(law.title(), law);
            byTitle.put(law.shortTitle(), law);
            law.nicknames().forEach(name -> byNickname.put(name, law));
        }
    }

    /// Reads all instruments and series from the class path.
    public static Laws load() {
        Laws laws = new Laws(LawFiles.readLaws());
        // The bases of a series are resolved, so the instruments come first.
        LawFiles.readSeries(laws).forEach(one -> laws.series.put(one.name(), one));
        return laws;
    }

    public Collection<Law> all() {
        return Collections.unmodifiableCollection(bySlug.values());
    }

    /// @throws UnresolvedCitation when the library holds no such instrument
    public Law law(String slug) {
        Law law = bySlug.get(slug);
        if (law == null) {
            throw new UnresolvedCitation("The library holds no instrument \"" + slug + "\".");
        }
        return law;
    }

    public boolean holds(String slug) {
        return bySlug.containsKey(slug);
    }

    /// Finds 行政处罚法, 《行政处罚法》 or 中华人民共和国行政处罚法.
    public Optional<Law> byShortTitle(String chinese) {
        String bare = chinese.startsWith("《") && chinese.endsWith("》")
                ? chinese.substring(1, chinese.length() - 1)
                : chinese;
        return Optional.ofNullable(byTitle.get(bare));
    }

    /// Finds a law by anything people call it: its titles, with or without 中华人民共和国, or a nickname such as 处罚法.
    public Optional<Law> byName(String chinese) {
        String bare = chinese.replaceAll("[《》\\s　]", "");
        for (Map<String, Law> names : List.of(byTitle, byNickname)) {
            for (String name : List.of(bare, "中华人民共和国" + bare, bare.replaceFirst("^中华人民共和国", ""))) {
                if (names.containsKey(name)) {
                    return Optional.of(names.get(name));
                }
            }
        }
        return Optional.empty();
    }

    /// The version in force on a day.
    ///
    /// @throws UnresolvedCitation when the library holds no version for that day
    public LawVersion inForce(String slug, LocalDate day) {
        return law(slug).inForce(day).orElseThrow(() -> new UnresolvedCitation(
                "The library holds no version of \"" + slug + "\" in force on " + day + "."));
    }

    /// @throws UnresolvedCitation when the library holds no such series
    public Series series(String name) {
        Series found = series.get(name);
        if (found == null) {
            throw new UnresolvedCitation("There is no series \"" + name + "\"; known: " + series.keySet() + ".");
        }
        return found;
    }

    public Optional<Series> findSeries(String name) {
        return Optional.ofNullable(series.get(name));
    }

    public Collection<Series> allSeries() {
        return Collections.unmodifiableCollection(series.values());
    }

    /// Resolves a full citation such as `administrative-penalty-law@2021-07-15#54.2`.
    public Citation citation(String text) {
        return resolved(Citation.parse(text));
    }

    /// Resolves a full citation, or the short form `54.2` against a default such as `administrative-penalty-law@2021-07-15`.
    public Citation citation(String text, String defaultInstrument) {
        return resolved(Citation.parse(completed(text, defaultInstrument)));
    }

    /// The same where text or default may leave the version out: the version in force on the day is meant.
    public Citation citation(String text, String defaultInstrument, LocalDate day) {
        String whole = completed(text, defaultInstrument);
        if (whole.contains("@")) {
            return resolved(Citation.parse(whole));
        }
        int place = whole.indexOf('#');
        String slug = place < 0 ? whole : whole.substring(0, place);
        String rest = place < 0 ? "" : whole.substring(place);
        return resolved(Citation.parse(inForce(slug, day) + rest));
    }

    private static String completed(String text, String defaultInstrument) {
        boolean shortForm = !text.isEmpty() && Character.isDigit(text.charAt(0));
        return shortForm ? defaultInstrument + "#" + text : text;
    }

    /// The article a citation points at; none when it names a whole instrument.
    ///
    /// @throws UnresolvedCitation when it points at nothing
    public @Nullable Article article(Citation citation) {
        LawVersion version = version(citation);
        if (citation.isWholeInstrument()) {
            return null;
        }
        Article article = version.article(citation);
        if (article == null) {
            throw new UnresolvedCitation(citation + " does not resolve: " + (version.outline() == LawVersion.Outline.FULL
                    ? "this version has " + version.articles().size() + " articles."
                    : "only some articles of this superseded version are stored, and this is not one of them."));
        }
        return article;
    }

    /// The version a citation names.
    ///
    /// @throws UnresolvedCitation when there is none
    public LawVersion version(Citation citation) {
        Law law = law(citation.law());
        return law.version(citation.version()).orElseThrow(() -> new UnresolvedCitation(citation
                + " does not resolve: no version begins on " + citation.version() + "; known: "
                + law.versions().stream().map(v -> v.inForceFrom().toString()).toList() + "."));
    }

    private Citation resolved(Citation citation) {
        Article article = article(citation);
        Integer paragraph = citation.paragraph();
        if (article == null || paragraph == null) {
            return citation;
        }
        if (!article.outlineKnown()) {
            throw new UnresolvedCitation(citation + " does not resolve: the paragraphs of article " + article.key()
                    + " are not stored for this superseded version; cite the whole article.");
        }
        if (paragraph > article.paragraphs()) {
            throw new UnresolvedCitation(citation + " does not resolve: article " + article.key() + " has "
                    + counted(article.paragraphs(), "paragraph") + ".");
        }
        Integer item = citation.item();
        if (item != null && item > article.items(paragraph)) {
            throw new UnresolvedCitation(citation + " does not resolve: article " + article.key() + " paragraph "
                    + paragraph + " has " + counted(article.items(paragraph), "item") + ".");
        }
        Integer point = citation.point();
        if (item != null && point != null && point > article.points(paragraph, item)) {
            throw new UnresolvedCitation(citation + " does not resolve: article " + article.key() + " paragraph "
                    + paragraph + " item " + item + " has " + counted(article.points(paragraph, item), "point") + ".");
        }
        return citation;
    }

    private static String counted(int n, String noun) {
        return n == 0 ? "no " + noun + "s" : n + " " + noun + (n == 1 ? "" : "s");
    }

    /// 《行政处罚法》第五十四条第二款
    public String display(Citation citation) {
        String kept = displayed.get(citation);
        if (kept == null) {
            kept = "《" + law(citation.law()).shortTitle() + "》" + displayShort(citation);
            displayed.put(citation, kept);
        }
        return kept;
    }

    /// 第五十四条第二款; where an article has one paragraph only, statutes do not count it: 第六十四条第一项.
    public String displayShort(Citation citation) {
        Article article = article(citation);
        return citation.inChinese(article != null && article.paragraphs() > 1);
    }

    /// The page of the clause: `/laws/administrative-penalty-law/2021-07-15#a64-1-1`.
    public String url(Citation citation) {
        String page = "/laws/" + citation.law() + "/" + citation.version();
        // The hyphen separates paragraph and item in an anchor, so an inserted article takes an s.
        return citation.isWholeInstrument()
                ? page
                : page + "#a" + citation.place().replace('-', 's').replace('.', '-');
    }

    /// False for an office rule, whose breach is a promise missed and never unlawful.
    public boolean isLaw(Citation citation) {
        return law(citation.law()).level() != Level.OFFICE_RULE;
    }
}
