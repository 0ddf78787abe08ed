package org.fengqiao.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.numeral.Numerals;

/// 款、项和目: divides the text of an article into its paragraphs, their items and the points of an item.
///
/// One line is one paragraph, unless it begins with （一） and so on. Lines between two items (目, or a sentence of its
/// own) belong to the item before them; lines after the last item are paragraphs again.
final class Clauses {

    private static final Pattern ITEM = Pattern.compile("^[（(]([一二三四五六七八九十百]+)[）)]");

    private static final Pattern POINT = Pattern.compile("^(\\d{1,2})[.．、](?!\\d).*");

    private Clauses() {}

    static List<Article.Paragraph> of(String body) {
        List<List<String>> paragraphs = new ArrayList<>();
        for (String line : body.split("\n")) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            Matcher item = ITEM.matcher(text);
            int number = item.find() ? Numerals.read(item.group(1)) : 0;
            int owner = number == 0 ? -1 : ownerOf(paragraphs, number);
            if (owner < 0) {
                paragraphs.add(new ArrayList<>(List.of(text)));
                continue;
            }
            while (paragraphs.size() - 1 > owner) {
                String between = paragraphs.remove(owner + 1).getFirst();
                List<String> into = paragraphs.get(owner);
                into.set(into.size() - 1, into.getLast() + "\n" + between);
            }
            paragraphs.get(owner).add(text);
        }
        return paragraphs.stream()
                .map(lines -> new Article.Paragraph(lines.getFirst(), List.copyOf(lines.subList(1, lines.size()))))
                .toList();
    }

    /// The paragraph whose next item this is: the last one, or across plain lines the one that holds the item before.
    private static int ownerOf(List<List<String>> paragraphs, int number) {
        int last = paragraphs.size() - 1;
        if (number == 1) {
            return last >= 0 && paragraphs.get(last).size() == 1 ? last : -1;
        }
        while (last >= 0 && paragraphs.get(last).size() == 1) {
            last--;
        }
        return last >= 0 && paragraphs.get(last).size() == number ? last : -1;
    }

    /// 目: where the points of an item begin; the first line is the item's own. Points are numbered 1. 2. 3., one a line.
    static List<String> points(String item) {
        List<String> all = new ArrayList<>(List.of(""));
        for (String line : item.split("\n")) {
            Matcher point = POINT.matcher(line);
            if (point.matches() && Numerals.read(point.group(1)) == all.size()) {
                all.add(line);
            } else {
                all.set(all.size() - 1, all.getLast().isEmpty() ? line : all.getLast() + "\n" + line);
            }
        }
        return List.copyOf(all);
    }

    /// The number of points of each item that has some, by `paragraph.item`.
    static Map<String, Integer> points(List<Article.Paragraph> paragraphs) {
        Map<String, Integer> all = new TreeMap<>();
        for (int p = 0; p < paragraphs.size(); p++) {
            for (int i = 0; i < paragraphs.get(p).items().size(); i++) {
                int points = points(paragraphs.get(p).items().get(i)).size() - 1;
                if (points > 0) {
                    all.put((p + 1) + "." + (i + 1), points);
                }
            }
        }
        return all;
    }

    /// Whether a line is marked as an item: （三）.
    static boolean isItem(String line) {
        return ITEM.matcher(line).find();
    }

    /// The number of items of each paragraph, as `laws/` declares it.
    static List<Integer> outline(String body) {
        return of(body).stream().map(paragraph -> paragraph.items().size()).toList();
    }
}
