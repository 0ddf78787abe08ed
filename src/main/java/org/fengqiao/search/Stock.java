package org.fengqiao.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.fengqiao.law.ArticleText;
import org.fengqiao.law.Law;
import org.fengqiao.law.Summaries;
import org.fengqiao.law.Texts;

/// 馆藏: what there is to be found: the imported texts, and our own summaries of the articles whose texts were not imported.
///
/// An office that has imported nothing can search from its first start; with every import summaries make room for texts.
public record Stock(Texts texts, Collection<Law> laws) {

    /// How many articles of imported texts there are.
    int imported() {
        return texts.count();
    }

    long newestChange() {
        return texts.newestChange();
    }

    /// The imported articles that came or changed after a number of change.
    void each(long after, Consumer<ArticleText> reader) {
        texts.each(after, reader);
    }

    /// The summaries that stand in for texts.
    List<ArticleText> summaries() {
        return Summaries.inPlaceOf(laws, texts.held());
    }

    /// What tells one state of the summaries from another.
    static String edition(List<ArticleText> summaries) {
        int sum = 0;
        for (ArticleText s : summaries) {
            sum = 31 * sum + s.id().hashCode() + s.digest().hashCode();
        }
        return summaries.size() + " " + Integer.toHexString(sum);
    }
}
