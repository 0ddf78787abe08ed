package org.fengqiao.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// 引用: one clause of one version of one instrument, such as `administrative-penalty-law@2021-07-15#64.1.1`.
///
/// The version is named by its in-force date because article numbers move from version to version.
/// `64.1.1.1` is 条, 款, 项, 目. Article 0 means the whole instrument; `suffix` is the number of an inserted article (第一百二十条之一).
public record Citation(
        String law,
        LocalDate version,
        int article,
        @Nullable Integer suffix,
        @Nullable Integer paragraph,
        @Nullable Integer item,
        @Nullable Integer point) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]*)@(\\d{4}-\\d{2}-\\d{2})(?:#(.*))?");
    private static final Pattern PLACE =
            Pattern.compile("([1-9]\\d{0,3})(?:-([1-9]\\d?))?(?:\\.([1-9]\\d?)(?:\\.([1-9]\\d?)(?:\\.([1-9]\\d?))?)?)?");

    public Citation {
        if (article < 0
                || article == 0 && (suffix != null || paragraph != null)
                || paragraph == null && item != null
                || item == null && point != null) {
            throw new IllegalArgumentException("A citation names article, then paragraph, then item, then point, none skipped.");
        }
    }

    /// A clause no finer than an item.
    public Citation(
            String law, LocalDate version, int article, @Nullable Integer suffix, @Nullable Integer paragraph, @Nullable Integer item) {
        this(law, version, article, suffix, paragraph, item, null);
    }

    /// Reads the canonical form; whether the clause exists is for [Laws#citation] to say.
    ///
    /// @throws UnresolvedCitation when the text is not of that form
    public static Citation parse(String text) {
        Matcher whole = FORM.matcher(text);
        if (!whole.matches()) {
            throw new UnresolvedCitation("\"" + text
                    + "\" is not a citation; write law@in-force-date#article.paragraph.item,"
                    + " such as administrative-penalty-law@2021-07-15#54.2.");
        }
        LocalDate version;
        try {
            version = LocalDate.parse(whole.group(2));
        } catch (DateTimeException e) {
            throw new UnresolvedCitation("\"" + text + "\" names the version by a day that does not exist.");
        }
        String place = whole.group(3);
        if (place == null) {
            return new Citation(whole.group(1), version, 0, null, null, null);
        }
        Matcher at = PLACE.matcher(place);
        if (!at.matches()) {
            throw new UnresolvedCitation("\"" + text + "\" does not name a clause after the # sign;"
                    + " write article.paragraph.item in figures, such as 54.2.");
        }
        return new Citation(
                whole.group(1),
                version,
                Integer.parseInt(at.group(1)),
                number(at.group(2)),
                number(at.group(3)),
                number(at.group(4)),
                number(at.group(5)));
    }

    private static @Nullable Integer number(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(figures);
    }

    public boolean isWholeInstrument() {
        return article == 0;
    }

    /// The instrument and version alone: `administrative-penalty-law@2021-07-15`.
    public String instrument() {
        return law + "@" + version;
    }

    /// The key of the article within its version: `54`, or `120-1` for an inserted article.
    public String articleKey() {
        return suffix == null ? Integer.toString(article) : article + "-" + suffix;
    }

    /// The article this clause belongs to, without paragraph and item.
    public Citation wholeArticle() {
        return new Citation(law, version, article, suffix, null, null);
    }

    /// The part after the # sign, such as `64.1.1`; empty for a whole instrument.
    public String place() {
        if (isWholeInstrument()) {
            return "";
        }
        return articleKey() + (paragraph == null ? "" : "." + paragraph) + (item == null ? "" : "." + item) + (point == null ? "" : "." + point);
    }

    /// The canonical form, which [#parse] reads back.
    @Override
    public String toString() {
        return isWholeInstrument() ? instrument() : instrument() + "#" + place();
    }

    /// The clause in Chinese figures: 第六十四条第一款第一项; `paragraphShown` leaves the 款 out where an article has only one.
    String inChinese(boolean paragraphShown) {
        if (isWholeInstrument()) {
            return "";
        }
        StringBuilder words = new StringBuilder("第").append(numeral(article)).append("条");
        if (suffix != null) {
            words.append("之").append(numeral(suffix));
        }
        if (paragraph != null && paragraphShown) {
            words.append("第").append(numeral(paragraph)).append("款");
        }
        if (item != null) {
            words.append("第").append(numeral(item)).append("项");
        }
        if (point != null) {
            words.append("第").append(numeral(point)).append("目");
        }
        return words.toString();
    }

    /// The number of an article, from 1 to 9999, as statutes print it.
    public static String numeral(int n) {
        return Numerals.written(n);
    }
}
