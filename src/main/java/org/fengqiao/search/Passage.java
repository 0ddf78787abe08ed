package org.fengqiao.search;

import java.time.LocalDate;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Level;
import org.jspecify.annotations.Nullable;

/// 条文: one article as the search knows it: where it stands and from when to when, without its words.
///
/// `id` is the collection's own where it had one. `text` is the id of the imported text, one version of one instrument.
public record Passage(
        String id,
        String text,
        boolean official,
        @Nullable String slug,
        String title,
        @Nullable LocalDate promulgated,
        @Nullable LocalDate inForce,
        @Nullable LocalDate expired,
        Level level,
        String issuer,
        String region,
        int article,
        int suffix,
        String heading) {

    static Passage of(ArticleText a) {
        ArticleText.Origin o = a.origin();
        return new Passage(
                a.id(), o.id(), o.edition() == ArticleText.Edition.OFFICIAL, o.slug(), o.title(), o.promulgated(), o.inForce(), o.expired(),
                o.level(), o.issuer(), o.region(), a.article(), a.suffix() == null ? 0 : a.suffix(), a.heading());
    }

    /// 第六十四条
    public String number() {
        return "第" + Citation.numeral(article) + "条" + (suffix == 0 ? "" : "之" + Citation.numeral(suffix));
    }

    /// `64`, or `120-1` for an inserted article.
    public String key() {
        return suffix == 0 ? Integer.toString(article) : article + "-" + suffix;
    }

    /// Whether the id was given by the collection it came from, rather than made from the place of the article.
    public boolean hasIdOfCollection() {
        return !official && !id.equals(text + "#" + key());
    }

    /// The title without 中华人民共和国, as people say it.
    public String shortTitle() {
        return shortTitle(title);
    }

    static String shortTitle(String title) {
        return title.replace("中华人民共和国", "");
    }

    /// Whether the text was in force on a day, as far as its dates tell; a text without dates is taken to be.
    public boolean inForceOn(LocalDate day) {
        LocalDate from = begin();
        return (from == null || !day.isBefore(from)) && (expired == null || !day.isAfter(expired));
    }

    @Nullable LocalDate begin() {
        return inForce != null ? inForce : promulgated;
    }

    /// The place in its text as one number that rises with it.
    int place() {
        return article * 100 + suffix;
    }
}
