package org.fengqiao.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// 法规版本: one wording of an instrument, in force from one day to another, both included.
///
/// Promulgation and entry into force are two dates and never stand for each other. `checkedOn` is the day on which
/// someone last compared the facts with the official text.
public final class LawVersion {

    /// 条文目录: whether every article is outlined or only those about which a fact is stored.
    public enum Outline {
        FULL,
        PARTIAL
    }

    private final String law;
    private final LocalDate inForceFrom;
    private final @Nullable LocalDate inForceUntil;
    private final LocalDate promulgated;
    private final LocalDate checkedOn;
    private final Outline outline;
    private final @Nullable Integer declaredArticles;
    private final SequencedMap<String, Article> articles;

    LawVersion(
            String law,
            Dates dates,
            Outline outline,
            @Nullable Integer declaredArticles,
            SequencedMap<String, Article> articles) {
        this.law = law;
        this.inForceFrom = dates.inForceFrom();
        this.inForceUntil = dates.inForceUntil();
        this.promulgated = dates.promulgated();
        this.checkedOn = dates.checkedOn();
        this.outline = outline;
        this.declaredArticles = declaredArticles;
        this.articles = Collections.unmodifiableSequencedMap(articles);
    }

    /// The four dates of a version; only the last day may be open.
    record Dates(
            LocalDate inForceFrom, @Nullable LocalDate inForceUntil, LocalDate promulgated, LocalDate checkedOn) {}

    public String law() {
        return law;
    }

    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /// The last day in force; none while the version has no announced end.
    public @Nullable LocalDate inForceUntil() {
        return inForceUntil;
    }

    public LocalDate promulgated() {
        return promulgated;
    }

    public LocalDate checkedOn() {
        return checkedOn;
    }

    public Outline outline() {
        return outline;
    }

    /// The number of articles the file declares; none for a partial outline.
    public @Nullable Integer declaredArticles() {
        return declaredArticles;
    }

    /// The articles held, in the order of the text.
    public Collection<Article> articles() {
        return articles.values();
    }

    public @Nullable Article article(int number) {
        return articles.get(Integer.toString(number));
    }

    public @Nullable Article article(Citation citation) {
        return articles.get(citation.articleKey());
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
    }

    /// The citation of the whole version.
    public Citation citation() {
        return new Citation(law, inForceFrom, 0, null, null, null);
    }

    /// The citation of one of its articles.
    public Citation citation(Article article) {
        return new Citation(law, inForceFrom, article.number(), article.suffix(), null, null);
    }

    @Override
    public String toString() {
        return law + "@" + inForceFrom;
    }
}
