package org.fengqiao.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fengqiao.law.ArticleText.Edition;
import org.fengqiao.law.ArticleText.Origin;

/// 提要: our own summaries of articles, in the form of articles, for as long as the texts themselves are not held.
public final class Summaries {

    private Summaries() {}

    /// The summaries of every version of which neither the text is held nor that of a later one; office rules have none.
    public static List<ArticleText> inPlaceOf(Collection<Law> laws, List<Origin> held) {
        List<ArticleText> all = new ArrayList<>();
        for (Law law : laws) {
            List<Origin> texts = held.stream().filter(o -> law.slug().equals(o.slug())).toList();
            law.versions().stream()
                    .filter(v -> texts.stream().noneMatch(o -> reaches(o, v)))
                    .forEach(v -> of(law, v, all));
        }
        return all;
    }

    /// Whether a text is this version or a later one; a text without any date is taken for the newest.
    private static boolean reaches(Origin text, LawVersion version) {
        return text.inForce() != null
                ? !text.inForce().isBefore(version.inForceFrom())
                : text.promulgated() == null || !text.promulgated().isBefore(version.promulgated());
    }

    private static void of(Law law, LawVersion version, List<ArticleText> into) {
        Origin origin = new Origin(
                version.toString(), Edition.SUMMARY, law.slug(), law.title(), version.promulgated(), version.inForceFrom(), version.inForceUntil(),
                law.level(), law.issuer(), "", "laws/" + law.slug() + "/law.yaml");
        for (Article article : version.articles()) {
            String summary = article.summary();
            if (summary != null) {
                String body = article.topic() == null ? summary : article.topic() + "：" + summary;
                into.add(new ArticleText(
                        version.citation(article).toString(), origin, article.number(), article.suffix(), "", body, TextImport.digest(body), 0));
            }
        }
    }
}
