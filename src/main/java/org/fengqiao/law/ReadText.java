package org.fengqiao.law;

import java.time.LocalDate;
import java.util.List;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;
import org.jspecify.annotations.Nullable;

/// 读入的文本: one text as a file has it, before it is held against anything.
///
/// `declared` is the number of articles the file itself speaks of; a collection speaks of none.
record ReadText(String file, Origin origin, @Nullable Integer declared, List<ReadArticle> articles) {

    /// One article with the line on which it begins; `id` is set where the collection gave one.
    record ReadArticle(@Nullable String id, int number, @Nullable Integer suffix, String heading, String body, int line) {

        String key() {
            return suffix == null ? Integer.toString(number) : number + "-" + suffix;
        }

        String chinese() {
            return "第" + Citation.numeral(number) + "条" + (suffix == null ? "" : "之" + Citation.numeral(suffix));
        }

        /// The place in the text as one number that rises with it.
        int place() {
            return number * 100 + (suffix == null ? 0 : suffix);
        }

        String idIn(Origin origin) {
            return id != null ? id : origin.id() + "#" + key();
        }
    }

    /// What is wrong with a file, and where.
    record Fault(String file, int line, String sentence) {
        @Override
        public String toString() {
            return file + " line " + line + ": " + sentence;
        }
    }

    /// A text that is refused as a whole.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Refused(String file, int line, String sentence) {
            super(sentence);
            this.fault = new Fault(file, line, sentence);
        }

        Fault fault() {
            return fault;
        }
    }

    boolean official() {
        return origin.edition() == Edition.OFFICIAL;
    }

    /// The origin of an official edition: one of ours when title and day are those of a version in `laws/`.
    static Origin official(Laws laws, String title, LocalDate promulgated, LocalDate inForce, @Nullable LocalDate expired, Level level, String source) {
        Law law = laws.byShortTitle(title).orElse(null);
        LawVersion version = law == null ? null : law.version(inForce).orElse(null);
        return new Origin(
                (law == null ? title : law.slug()) + "@" + inForce,
                Edition.OFFICIAL,
                law == null ? null : law.slug(),
                law == null ? title : law.title(),
                promulgated,
                inForce,
                version != null ? version.inForceUntil() : expired,
                law == null ? level : law.level(),
                law == null ? issuer(level, title) : law.issuer(),
                region(title, level, ""),
                source);
    }

    /// The origin of one law of a collection; its only date is the day of promulgation or of the last amendment.
    static Origin collected(Laws laws, String title, @Nullable LocalDate date, Level level, String category, String source) {
        Law law = laws.byShortTitle(title).orElse(null);
        LawVersion version = law == null || date == null
                ? null
                : law.versions().stream().filter(v -> v.promulgated().equals(date)).findFirst().orElse(null);
        String within = category.contains("/") ? category.substring(category.indexOf('/') + 1) : "";
        return new Origin(
                "collection:" + title + (date == null ? "" : "@" + date),
                Edition.COLLECTION,
                law == null ? null : law.slug(),
                title,
                date,
                version == null ? null : version.inForceFrom(),
                version == null ? null : version.inForceUntil(),
                law == null ? level : law.level(),
                law != null ? law.issuer() : level == Level.RULE && !within.isEmpty() ? within : issuer(level, title),
                region(title, level, within),
                source);
    }

    private static String issuer(Level level, String title) {
        return switch (level) {
            case LAW -> "全国人民代表大会及其常务委员会";
            case ADMINISTRATIVE_REGULATION -> "国务院";
            case JUDICIAL_INTERPRETATION -> title.startsWith("最高人民检察院") ? "最高人民检察院" : "最高人民法院";
            case LOCAL_REGULATION -> "地方人民代表大会及其常务委员会";
            case PARTY_STATE_REGULATION -> "中共中央、国务院";
            case RULE, NORMATIVE_DOCUMENT, OFFICE_RULE -> "";
        };
    }

    /// The place a local text is for: what its title begins with, otherwise what the collection says.
    private static String region(String title, Level level, String within) {
        if (level != Level.LOCAL_REGULATION) {
            return "";
        }
        for (String end : List.of("经济特区", "自治州", "自治县", "自治区", "省", "市", "县")) {
            int at = title.indexOf(end);
            if (at > 0 && at < 8) {
                return title.substring(0, end.equals("经济特区") ? at : at + end.length()) + (end.equals("经济特区") ? "市" : "");
            }
        }
        return within;
    }
}
