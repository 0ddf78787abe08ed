package org.fengqiao.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 法规名称: the short title of every text, and how much of it a question holds.
final class LawTitles {

    private final @Nullable String[] titles;
    private final Map<Integer, Map<String, Float>> pairs = new HashMap<>();
    private final float[] rarity;

    LawTitles(Shelf shelf, FullText words) {
        titles = new String[shelf.textCount()];
        rarity = new float[shelf.textCount()];
        for (int i = 0; i < shelf.numbers(); i++) {
            if (shelf.holds(i) && titles[shelf.text(i)] == null) {
                int t = shelf.text(i);
                String title = shelf.passage(i).origin().shortTitle();
                Map<String, Float> rarities = new HashMap<>();
                Grams.pairs(title).forEach(g -> rarities.computeIfAbsent(g, words::rarity));
                rarities.values().forEach(r -> rarity[t] += r);
                titles[t] = title;
                pairs.put(t, rarities);
            }
        }
    }

    /// The length of the title of a text when the words hold it whole, otherwise 0.
    int named(int text, String words) {
        String title = titles[text];
        return title != null && words.contains(title) ? title.length() : 0;
    }

    /// For each text the share of its title, by rarity, that stands among the pairs of characters of a question.
    float[] covered(List<String> question) {
        Set<String> asked = new HashSet<>(question);
        float[] covered = new float[titles.length];
        pairs.forEach((text, rarities) -> {
            float held = 0;
            for (Map.Entry<String, Float> pair : rarities.entrySet()) {
                held += asked.contains(pair.getKey()) ? pair.getValue() : 0;
            }
            covered[text] = held / (rarity[text] + 1e-9f);
        });
        return covered;
    }
}
