package org.fengqiao.ui;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// 流程图: the graph of a definition.
///
/// @param nodes    in the order of the definition; the main ones form the row, the others hang below it
/// @param edges    which stage leads to which; loops and doubles are ignored
/// @param brackets the clocks, drawn over the stages they span
public record FlowGraph(List<Node> nodes, List<Edge> edges, List<Bracket> brackets) {

    /// @param note  第54条
    /// @param aside below the row: a branch
    /// @param href  where the article of the note is shown; or null
    public record Node(String id, String title, String note, Kind kind, boolean aside, @Nullable String href) {

        /// A node whose note leads nowhere.
        public Node(String id, String title, String note, Kind kind, boolean aside) {
            this(id, title, note, kind, aside, null);
        }

        public enum Kind {
            MUST("must", "必经"),
            MAYBE("maybe", "符合条件时"),
            DECISION("decision", "决定"),
            END("end", "终点");

            private final String css;
            private final String spoken;

            Kind(String css, String spoken) {
                this.css = css;
                this.spoken = spoken;
            }

            public String css() {
                return css;
            }

            public String spoken() {
                return spoken;
            }
        }
    }

    public record Edge(String from, String to) {}

    /// @param ours a duty of the office; else a term or window of a party
    public record Bracket(String from, String to, String title, boolean ours) {}

    /// The graph in words, for people who do not see it.
    public String spoken() {
        StringBuilder words = new StringBuilder("流程图。主线：");
        nodes.stream().filter(n -> !n.aside()).forEach(n -> words.append(n.title()).append("、"));
        words.setLength(words.length() - 1);
        if (nodes.stream().anyMatch(Node::aside)) {
            words.append("；支线：");
            nodes.stream().filter(Node::aside).forEach(n -> words.append(n.title()).append("、"));
            words.setLength(words.length() - 1);
        }
        return words.append("。").toString();
    }

    /// Where a stage can lead, in words, for the upright form on phones.
    public String next(Node node) {
        Set<String> titles = new TreeSet<>();
        List<String> ordered = new java.util.ArrayList<>();
        for (Node other : nodes) {
            boolean leads = edges.stream().anyMatch(e -> e.from().equals(node.id()) && e.to().equals(other.id()));
            if (leads && !other.equals(node) && titles.add(other.title())) {
                ordered.add(other.title());
            }
        }
        return String.join("、", ordered);
    }
}
