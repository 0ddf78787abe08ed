package org.fengqiao.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fengqiao.ui.MarkedPage.Passage;
import org.fengqiao.ui.MarkedPage.Span;

/// 标注: the text of a draft cut at the edges of the suggestions, line by line.
final class Marks {

    private Marks() {}

    static List<Passage> of(ContractText text, List<Suggestion> all) {
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        for (String line : text.text().split("\n")) {
            passages.add(new Passage(spans(line, from, all)));
            from += line.length() + 1;
        }
        return List.copyOf(passages);
    }

    private static List<Span> spans(String line, int from, List<Suggestion> all) {
        int to = from + line.length();
        TreeSet<Integer> edges = new TreeSet<>(List.of(from, to));
        all.stream().filter(Suggestion::placed).forEach(s -> {
            edges.add(Math.clamp(s.from(), from, to));
            edges.add(Math.clamp(s.to(), from, to));
        });
        List<Span> spans = new ArrayList<>();
        Integer begin = null;
        for (int edge : edges) {
            if (begin != null) {
                int at = begin;
                spans.add(new Span(line.substring(at - from, edge - from), numbers(all, at, edge, false), numbers(all, at, edge, true)));
            }
            begin = edge;
        }
        return spans;
    }

    /// The suggestions that mean these words, or only those whose first words they are.
    private static List<Integer> numbers(List<Suggestion> all, int from, int to, boolean first) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).placed() && all.get(i).from() < to && all.get(i).to() > from && (!first || all.get(i).from() == from))
                .mapToObj(i -> i + 1)
                .toList();
    }
}
