package org.fengqiao.law;

import java.util.List;
import java.util.Map;

/// 条文结构: how an article is divided, such as `[2, 0]` for two items in the first paragraph and none in the second.
///
/// @param items  the number of items of each paragraph; empty where only the article is known
/// @param points the number of points (目) of the items that have some, by `paragraph.item`
record Outline(List<Integer> items, Map<String, Integer> points) {

    static final Outline ARTICLE = new Outline(List.of(), Map.of());

    static Outline of(ArticleText text) {
        List<Article.Paragraph> paragraphs = text.paragraphs();
        List<Integer> items = paragraphs.stream().map(paragraph -> paragraph.items().size()).toList();
        return new Outline(items, Clauses.points(paragraphs));
    }
}
