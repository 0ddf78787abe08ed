package org.fengqiao.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fengqiao.law.ReadText.ReadArticle;
import org.fengqiao.law.ReadText.Refused;
import org.jspecify.annotations.Nullable;

/// 文本核对: holds an official edition against itself and against what `laws/` knows of it.
///
/// A text that a court could be shown must be whole: one fault and it is refused, with the line.
final class TextChecks {

    private static final Pattern WHOLE_END = Pattern.compile("[。！？：；）)”’》】…]$");

    private TextChecks() {}

    /// @throws Refused when the text is damaged or contradicts `laws/`
    static void check(ReadText text, Laws laws) {
        if (text.articles().isEmpty()) {
            throw new Refused(text.file(), 1, "no article was found; each begins on a line of its own with 第一条 and a space.");
        }
        order(text);
        for (ReadArticle article : text.articles()) {
            whole(text, article);
        }
        dates(text);
        Integer declared = text.declared();
        if (declared != null && declared != text.articles().size()) {
            throw new Refused(text.file(), 1, "the file says it has " + declared + " articles, and " + text.articles().size() + " were found.");
        }
        LawVersion version = version(text, laws);
        if (version != null) {
            against(text, version);
        }
    }

    static boolean legible(String body) {
        return body.chars().noneMatch(c -> c == 0xFFFD || c < 0x20 && c != '\n' && c != '\t');
    }

    private static @Nullable LawVersion version(ReadText text, Laws laws) {
        String slug = text.origin().slug();
        return slug == null || text.origin().inForce() == null
                ? null
                : laws.law(slug).version(text.origin().inForce()).orElse(null);
    }

    private static void order(ReadText text) {
        ReadArticle before = null;
        for (ReadArticle article : text.articles()) {
            if (article.number() == 0) {
                throw new Refused(text.file(), article.line(), "the number of this article cannot be read.");
            }
            if (before != null && article.place() <= before.place()) {
                throw new Refused(text.file(), article.line(), article.chinese() + " follows " + before.chinese() + "; the numbers must rise.");
            }
            int expected = before == null ? 1 : before.number() + 1;
            boolean inserted = before != null && article.number() == before.number()
                    && article.suffix() != null && article.suffix() == (before.suffix() == null ? 1 : before.suffix() + 1);
            if (!inserted && (article.number() != expected || article.suffix() != null)) {
                Integer last = before != null && article.number() == before.number() ? Integer.valueOf(before.suffix() == null ? 1 : before.suffix() + 1) : null;
                String missing = last == null ? "第" + Citation.numeral(expected) + "条" : "第" + Citation.numeral(article.number()) + "条之" + Citation.numeral(last);
                throw new Refused(text.file(), article.line(), missing + " is missing before " + article.chinese() + ".");
            }
            before = article;
        }
    }

    /// Promulgated, in force, expired: in this order, where they are known.
    private static void dates(ReadText text) {
        LocalDate promulgated = text.origin().promulgated();
        LocalDate inForce = text.origin().inForce();
        LocalDate expired = text.origin().expired();
        if (promulgated != null && inForce != null && inForce.isBefore(promulgated)) {
            throw new Refused(text.file(), 1, "the text is in force from " + inForce + ", before it was promulgated on " + promulgated + ".");
        }
        if (inForce != null && expired != null && expired.isBefore(inForce)) {
            throw new Refused(text.file(), 1, "the text expires on " + expired + ", before it is in force from " + inForce + ".");
        }
    }

    private static void whole(ReadText text, ReadArticle article) {
        if (article.body().isEmpty()) {
            throw new Refused(text.file(), article.line(), article.chinese() + " has no text.");
        }
        if (!legible(article.body())) {
            throw new Refused(text.file(), article.line(), article.chinese() + " holds characters that were lost on the way.");
        }
        for (Article.Paragraph paragraph : Clauses.of(article.body())) {
            if (Clauses.isItem(paragraph.text())) {
                String item = paragraph.text().length() > 12 ? paragraph.text().substring(0, 12) + "…" : paragraph.text();
                throw new Refused(text.file(), article.line(), article.chinese() + " has an item that follows no other: " + item);
            }
        }
        if (!WHOLE_END.matcher(article.body()).find()) {
            throw new Refused(text.file(), article.line(), article.chinese() + " ends in the middle of a sentence.");
        }
    }

    private static void against(ReadText text, LawVersion version) {
        if (!version.promulgated().equals(text.origin().promulgated())) {
            throw new Refused(text.file(), 1, "laws/" + version.law() + "/law.yaml says this version was promulgated on "
                    + version.promulgated() + ", and the text says " + text.origin().promulgated() + ".");
        }
        if (version.outline() != LawVersion.Outline.FULL) {
            return;
        }
        if (version.articles().size() != text.articles().size()) {
            throw new Refused(text.file(), text.articles().getLast().line(), "laws/" + version.law() + "/law.yaml counts "
                    + version.articles().size() + " articles, and " + text.articles().size() + " were found.");
        }
        for (ReadArticle article : text.articles()) {
            Article known = version.articles().stream().filter(a -> a.key().equals(article.key())).findFirst().orElse(null);
            List<Integer> outline = Clauses.outline(article.body());
            Map<String, Integer> points = Clauses.points(Clauses.of(article.body()));
            if (known != null && !known.pointsPerItem().equals(points) && known.itemsPerParagraph().equals(outline)) {
                throw new Refused(text.file(), article.line(), article.chinese() + " has the points (目) " + points + ", and laws/" + version.law()
                        + "/law.yaml says " + known.pointsPerItem() + ".");
            }
            if (known == null || !known.itemsPerParagraph().equals(outline)) {
                throw new Refused(text.file(), article.line(), article.chinese() + " has " + words(outline) + ", and laws/" + version.law()
                        + "/law.yaml says " + (known == null ? "there is no such article" : words(known.itemsPerParagraph())) + ".");
            }
        }
    }

    private static String words(List<Integer> outline) {
        int items = outline.stream().mapToInt(Integer::intValue).sum();
        return outline.size() + (outline.size() == 1 ? " paragraph" : " paragraphs") + (items == 0 ? "" : " with " + items + " items");
    }
}
