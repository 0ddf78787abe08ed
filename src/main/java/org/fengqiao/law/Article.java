package org.fengqiao.law;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 条: the outline of one article of one version: how many paragraphs (款) it has, how many items (项) each holds,
/// and our own summary of it.
///
/// `itemsPerParagraph` is empty where only facts about the article are stored, not its outline; then nothing finer
/// than the article can be cited. `pointsPerItem` counts the points (目) of the few items that have some, by their
/// place `paragraph.item`. `text` is filled for office rules alone, whose wording is ours.
public record Article(
        int number,
        @Nullable Integer suffix,
        List<Integer> itemsPerParagraph,
        Map<String, Integer> pointsPerItem,
        @Nullable String topic,
        @Nullable String summary,
        List<Paragraph> text) {

    /// 款: one paragraph of an office rule, with the items it lists.
    public record Paragraph(String text, List<String> items) {

        /// 目: the points of an item, counted from 1; the first entry is what the item says before them.
        public List<String> points(int item) {
            return Clauses.points(items.get(item - 1));
        }
    }

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

    /// The number of points (目) of an item, both counted from 1.
    public int points(int paragraph, int item) {
        return pointsPerItem.getOrDefault(paragraph + "." + item, 0);
    }

    /// 第五十四条
    public String heading() {
        return "第" + Citation.numeral(number) + "条" + (suffix == null ? "" : "之" + Citation.numeral(suffix));
    }
}
