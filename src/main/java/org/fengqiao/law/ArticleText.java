package org.fengqiao.law;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 条文: one article of an imported text, verbatim, with what is known about the text it stands in.
///
/// `id` is the collection's own id where it had one, otherwise the citation of the article. `change` rises with every
/// import that brought or changed an article.
public record ArticleText(
        String id, Origin origin, int article, @Nullable Integer suffix, String heading, String body, String digest, long change)
        implements TextComparison.Passage {

    /// 文本出处: the text an article stands in. `slug` is set where the library holds a file about the instrument;
    /// `inForce` where the day is known; `region` is empty for a text of the whole country.
    public record Origin(
            String id,
            Edition edition,
            @Nullable String slug,
            String title,
            @Nullable LocalDate promulgated,
            @Nullable LocalDate inForce,
            @Nullable LocalDate expired,
            Level level,
            String issuer,
            String region,
            String source) {

        /// Whether the text was in force on a day, as far as its dates tell; a text without dates is taken to be.
        public boolean inForceOn(LocalDate day) {
            LocalDate from = begin();
            return (from == null || !day.isBefore(from)) && (expired == null || !day.isAfter(expired));
        }

        /// The first day in force, or the day of promulgation where no other is known.
        public @Nullable LocalDate begin() {
            return inForce != null ? inForce : promulgated;
        }

        /// What 本法 means in its words: the instrument of `laws/`, or this very text.
        public String own() {
            return slug != null && inForce != null ? slug : id;
        }

        /// The page that shows the text: that of our version, or one of its own.
        public String url() {
            return slug != null && inForce != null
                    ? "/laws/" + slug + "/" + inForce
                    : "/laws/text?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        }

        /// The title without 中华人民共和国, as people say it.
        public String shortTitle() {
            return title.replace("中华人民共和国", "");
        }
    }

    /// 版本来源: an edition that was held against its own outline, one law of a collection that nobody vouches for, or
    /// our own summary (提要) of an article whose text is not held.
    public enum Edition {
        OFFICIAL,
        COLLECTION,
        SUMMARY
    }

    /// `64`, or `120-1` for an inserted article.
    @Override
    public String key() {
        return suffix == null ? Integer.toString(article) : article + "-" + suffix;
    }

    /// 第六十四条
    public String number() {
        return "第" + Citation.numeral(article) + "条" + (suffix == null ? "" : "之" + Citation.numeral(suffix));
    }

    /// The place in its text as one number that rises with it.
    public int place() {
        return article * 100 + (suffix == null ? 0 : suffix);
    }

    /// Whether the id was given by the collection it came from, rather than made from the place of the article.
    public boolean hasIdOfCollection() {
        return origin.edition() == Edition.COLLECTION && !id.equals(origin.id() + "#" + key());
    }

    /// Whether the words are ours and not those of the text.
    public boolean isSummary() {
        return origin.edition() == Edition.SUMMARY;
    }

    /// Where it is shown: on the page of our version, or on that of the imported text.
    public String url() {
        return origin.url() + "#" + key();
    }

    /// The article divided into paragraphs (款) and items (项).
    public List<Article.Paragraph> paragraphs() {
        return Clauses.of(body);
    }
}
