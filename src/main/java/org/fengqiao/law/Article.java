package org.fengqiao.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 条: the outline of one article of one version: how many paragraphs (款) it has, how many items (项) each holds,
/// and our own summary of it.
///
/// `itemsPerParagraph` is empty where only facts about the article are stored, not its outline; then nothing finer
/// than the article can be cited. `text` is filled for office rules alone, whose wording is ours.
public record Article(
        int number,
        @Nullable Integer suffix,
        List<Integer> itemsPerParagraph,
        @Nullable String topic,
        @Nullable String summary,
        List<Paragraph> text) {

    /// 款: one paragraph of an office rule, with the items it lists.
    public record Paragraph(String text, List<String> items) {}

    /// `54`, or `120-1` for an inserted article.
    public String key() {
        return suffix == null ? Integer.toString(number) : number + "-" + suffix;
    }

    public boolean outlineKnown() {
        return !itemsPerParagraph.isEmpty();
    }

    public int paragraphs() {
        return itemsPerParagraph.size();
    }

    /// The number of items of a paragraph, counted from 1.
    public int items(int paragraph) {
        return itemsPerParagraph.get(paragraph - 1);
    }

    /// 第五十四条
    public String heading() {
        return "第" + Citation.numeral(number) + "条" + (suffix == null ? "" : "之" + Citation.numeral(suffix));
    }
}
