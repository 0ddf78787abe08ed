package org.fengqiao.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fengqiao.law.ArticleText.Origin;
import org.fengqiao.law.CitationCheck.Verdict;
import org.fengqiao.law.CitationFinding.Outcome;
import org.fengqiao.law.Imports.Held;
import org.jspecify.annotations.Nullable;

/// 一处引用的判断: which version is meant, whether the clause is in it, whether the words are in the clause.
final class Judgement {

    private final Laws laws;
    private final Shelf shelf;
    private final LocalDate day;

    Judgement(Laws laws, Shelf shelf, LocalDate day) {
        this.laws = laws;
        this.shelf = shelf;
        this.day = day;
    }

    Verdict judge(Mention mention) {
        String name = mention.law();
        if (mention.unclear() != null) {
            return new Verdict(Outcome.UNCLEAR, mention.unclear(), null);
        }
        if (name == null) {
            return new Verdict(Outcome.UNCLEAR, "看不出是哪部法律的条文。", null);
        }
        Law law = shelf.law(name).orElse(null);
        if (law != null) {
            Origin beyond = shelf.beyond(law, Shelf.year(mention.edition()), day);
            return beyond == null ? ours(mention, law) : imported(mention, law.title(), beyond);
        }
        String title = shelf.title(name);
        return title == null
                ? new Verdict(Outcome.UNKNOWN_LAW, "库中没有《" + name + "》，无法核对。", null)
                : imported(mention, title);
    }

    private Verdict ours(Mention mention, Law law) {
        LawVersion version = meant(mention, law);
        if (version == null) {
            return new Verdict(Outcome.UNKNOWN_LAW, "库中没有《" + law.shortTitle() + "》" + date(day) + "有效的版本，无法核对。", null);
        }
        Held words = shelf.held(law.slug(), version.inForceFrom());
        for (int number = mention.article(); number <= (mention.until() == null ? mention.article() : mention.until()); number++) {
            String key = number == mention.article() ? mention.key() : Integer.toString(number);
            if (outline(version, words, key) == null) {
                return version.outline() == LawVersion.Outline.PARTIAL && words.size() == 0
                        ? new Verdict(Outcome.UNKNOWN_LAW, "《" + law.shortTitle() + "》" + date(version.inForceFrom()) + "起施行的版本只收录了部分条文，没有第" + Citation.numeral(number) + "条，须核对原文。", null)
                        : missing(mention, law, version, "没有第" + Citation.numeral(number) + "条，共 " + (words.size() == 0 ? version.articles().size() : words.size()) + " 条");
            }
        }
        Verdict fault = clause(mention, outline(version, words, mention.key()), reason -> missing(mention, law, version, reason));
        if (fault != null) {
            return fault;
        }
        Integer paragraph = paragraph(mention, outline(version, words, mention.key()));
        Citation citation = new Citation(law.slug(), version.inForceFrom(), mention.article(), mention.suffix(), paragraph, paragraph == null ? null : mention.item(), paragraph == null ? null : mention.point());
        String url = laws.url(citation);
        String named = "《" + law.shortTitle() + "》（" + date(version.inForceFrom()) + "起施行）" + place(mention, paragraph);
        if (!version.inForceOn(day)) {
            LocalDate until = version.inForceUntil();
            return new Verdict(Outcome.NOT_IN_FORCE, named + (until != null && until.isBefore(day) ? "自" + date(until.plusDays(1)) + "起已经无效。" : "在" + date(day) + "还没有施行。"), url);
        }
        if (mention.quote() == null) {
            return new Verdict(Outcome.CORRECT, named + "，" + date(day) + "有效。", url);
        }
        return new Quotation(mention, paragraph, words.words(mention.key()), named, url).verdict(() -> elsewhere(mention, law, version, words));
    }

    /// The outline of an article, from our file or from the imported words; null when there is no such article.
    private static @Nullable Outline outline(LawVersion version, Held words, String key) {
        Article known = version.articles().stream().filter(a -> a.key().equals(key)).findFirst().orElse(null);
        if (known != null && known.outlineKnown()) {
            return new Outline(known.itemsPerParagraph(), known.pointsPerItem());
        }
        Outline imported = words.outline(key);
        return imported != null ? imported : known != null ? Outline.ARTICLE : null;
    }

    private interface Missing {
        Verdict because(String reason);
    }

    private static @Nullable Verdict clause(Mention mention, @Nullable Outline outline, Missing missing) {
        if (outline == null || outline.items().isEmpty()) {
            return null;
        }
        List<Integer> items = outline.items();
        String article = "第" + Citation.numeral(mention.article()) + "条" + (mention.suffix() == null ? "" : "之" + Citation.numeral(mention.suffix()));
        Integer paragraph = mention.paragraph();
        Integer item = mention.item();
        if (paragraph != null && paragraph > items.size()) {
            return missing.because(article + "只有 " + items.size() + " 款");
        }
        if (item == null) {
            return null;
        }
        int most = paragraph != null ? items.get(paragraph - 1) : items.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (item > most) {
            return missing.because(article + (paragraph == null ? "" : "第" + Citation.numeral(paragraph) + "款") + (most == 0 ? "没有分项" : "只有 " + most + " 项"));
        }
        Integer point = mention.point();
        int points = outline.points().getOrDefault(paragraph(mention, outline) + "." + item, 0);
        return point == null || point <= points ? null : missing.because(
                article + "第" + Citation.numeral(item) + "项" + (points == 0 ? "没有分目" : "只有 " + points + " 目"));
    }

    /// The paragraph an item stands in when the text does not say it: the only one that is long enough, else the first.
    private static @Nullable Integer paragraph(Mention mention, @Nullable Outline outline) {
        if (mention.paragraph() != null || mention.item() == null || outline == null) {
            return mention.paragraph();
        }
        for (int p = 0; p < outline.items().size(); p++) {
            if (outline.items().get(p) >= mention.item()) {
                return p + 1;
            }
        }
        return null;
    }

    private static String place(Mention mention, @Nullable Integer paragraph) {
        Integer within = mention.item() != null && paragraph == null ? Integer.valueOf(1) : paragraph;
        String first = new Citation("x", LocalDate.EPOCH, mention.article(), mention.suffix(), within, mention.item(), mention.point())
                .inChinese(mention.paragraph() != null);
        return first + (mention.until() == null ? "" : "至第" + Citation.numeral(mention.until()) + "条")
                + (mention.span() == null ? "" : "至第" + Citation.numeral(mention.span()) + (mention.point() != null ? "目" : mention.item() != null ? "项" : "款"));
    }

    /// The version the text names, or the one in force on the day.
    private @Nullable LawVersion meant(Mention mention, Law law) {
        int named = Shelf.year(mention.edition());
        if (named > 0) {
            for (LawVersion version : law.versions()) {
                if (version.promulgated().getYear() == named || version.inForceFrom().getYear() == named) {
                    return version;
                }
            }
        }
        return law.inForce(day).orElse(null);
    }

    private Verdict missing(Mention mention, Law law, LawVersion version, String reason) {
        String other = "";
        for (LawVersion old : law.versions()) {
            if (old == version) {
                continue;
            }
            Outline outline = outline(old, shelf.held(law.slug(), old.inForceFrom()), mention.key());
            if (outline != null && !outline.items().isEmpty() && clause(mention, outline, r -> new Verdict(Outcome.NO_SUCH_CLAUSE, r, null)) == null) {
                other = date(old.inForceFrom()) + "起施行的版本有这一条款，可能引用了" + (old.inForceFrom().isBefore(version.inForceFrom()) ? "旧" : "新") + "条号。";
            }
        }
        return new Verdict(
                Outcome.NO_SUCH_CLAUSE, "《" + law.shortTitle() + "》（" + date(version.inForceFrom()) + "起施行）" + reason + "。" + other, "/laws/" + law.slug() + "/" + version.inForceFrom());
    }

    /// Where else the quoted words stand: another article of the version, or another version.
    private String elsewhere(Mention mention, Law law, LawVersion version, Held words) {
        String quote = String.valueOf(mention.quote());
        for (ArticleText article : words.all()) {
            if (Quotation.stands(quote, article.body())) {
                return "这些话在" + article.number() + "。";
            }
        }
        for (LawVersion other : law.versions()) {
            for (ArticleText article : other == version ? List.<ArticleText>of() : shelf.held(law.slug(), other.inForceFrom()).all()) {
                if (Quotation.stands(quote, article.body())) {
                    return "这些话是" + date(other.inForceFrom()) + "起施行的版本" + article.number() + "的。";
                }
            }
        }
        return "";
    }

    private Verdict imported(Mention mention, String title) {
        List<Origin> meant = shelf.meant(title, Shelf.year(mention.edition()), day);
        return switch (meant.size()) {
            case 0 -> new Verdict(Outcome.NOT_IN_FORCE, "《" + title + "》在" + date(day) + "没有有效的版本。", null);
            case 1 -> imported(mention, title, meant.getFirst());
            default -> new Verdict(Outcome.UNCLEAR, "库中有 " + meant.size() + " 部《" + title + "》：" + String.join("、", meant.stream().map(Judgement::whose).toList())
                    + "，看不出是哪一部。", null);
        };
    }

    private static String whose(Origin origin) {
        return origin.region().isEmpty() ? origin.issuer() : origin.region();
    }

    private Verdict imported(Mention mention, String title, Origin origin) {
        Held words = shelf.held(origin);
        Outline outline = words.outline(mention.key());
        Missing missing = reason -> new Verdict(Outcome.NO_SUCH_CLAUSE, "《" + title + "》" + reason + "。", null);
        if (outline == null || mention.until() != null && words.outline(Integer.toString(mention.until())) == null) {
            return missing.because("没有第" + Citation.numeral(outline == null ? mention.article() : mention.until()) + "条，库中共 " + words.size() + " 条");
        }
        Verdict fault = clause(mention, outline, missing);
        if (fault != null) {
            return fault;
        }
        Integer paragraph = paragraph(mention, outline);
        String url = origin.url() + "#" + mention.key() + (paragraph == null ? "" : "." + paragraph
                + (mention.item() == null ? "" : "." + mention.item() + (mention.point() == null ? "" : "." + mention.point())));
        String named = "《" + title + "》" + place(mention, paragraph) + (origin.edition() == ArticleText.Edition.COLLECTION ? "（汇编文本，非官方版本）" : "");
        if (!origin.inForceOn(day)) {
            return new Verdict(Outcome.NOT_IN_FORCE, named + "是" + date(Objects.requireNonNull(origin.begin())) + "起的版本，在" + date(day) + "无效。", url);
        }
        return mention.quote() == null
                ? new Verdict(Outcome.CORRECT, named + "，库中有这一条款。", url)
                : new Quotation(mention, paragraph, words.words(mention.key()), named, url).verdict(() -> "");
    }

    static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
