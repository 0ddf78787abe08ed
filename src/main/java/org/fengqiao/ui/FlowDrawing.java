package org.fengqiao.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// 流程图的画法: turns a [FlowGraph] into boxes, lines and brackets with coordinates.
///
/// The main row lies in the middle, brackets above it, branches below it. Drawn are the steps along the row and one way to
/// each branch; everything else, such as a return, is said in words, because a net of lines shows nothing.
///
/// @param others the ways that are not drawn
public record FlowDrawing(int width, int height, List<Box> boxes, List<Line> lines, List<Span> spans, List<Way> others) {

    private static final int GAP = 18;
    private static final int BOX = 56;
    private static final int BRACKET = 50;

    public record Box(int x, int y, int width, int height, FlowGraph.Node node) {

        int middle() {
            return x + width / 2;
        }

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }
    }

    public record Line(String path, boolean dashed) {}

    /// 去向: from one stage to others, in words.
    public record Way(String from, List<String> to) {}

    /// @param label where the words stand, centred
    public record Span(String path, int label, int y, FlowGraph.Bracket bracket) {}

    public static FlowDrawing of(FlowGraph graph) {
        return new Drawer(graph).draw();
    }

    private static final class Drawer {

        private final FlowGraph graph;
        private final Map<String, Box> boxes = new LinkedHashMap<>();
        private final List<String> row = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private final List<Way> others = new ArrayList<>();
        private int width;
        private int bottom;

        Drawer(FlowGraph graph) {
            this.graph = graph;
        }

        FlowDrawing draw() {
            Map<FlowGraph.Bracket, Integer> levels = new LinkedHashMap<>();
            placeRow(0);
            int stories = assignLevels(levels);
            placeRow(stories * BRACKET + 14);
            levels.forEach(this::drawBracket);
            placeBranches();
            drawEdges();
            return new FlowDrawing(width, bottom + 12, List.copyOf(boxes.values()), lines, spans, others);
        }

        private void placeRow(int y) {
            boxes.clear();
            row.clear();
            int x = 14;
            for (FlowGraph.Node node : graph.nodes()) {
                if (!node.aside()) {
                    int w = boxWidth(node);
                    boxes.put(node.id(), new Box(x, y, w, BOX, node));
                    row.add(node.id());
                    x += w + GAP;
                }
            }
            width = Math.max(x - GAP + 30, 320);
            bottom = y + BOX;
        }

        private static int boxWidth(FlowGraph.Node node) {
            return Math.max(84, Math.max(14 * node.title().length(), 12 * node.note().length()) + 14);
        }

        /// The longest bracket lies highest; two share a level when neither they nor their words touch.
        private int assignLevels(Map<FlowGraph.Bracket, Integer> levels) {
            List<FlowGraph.Bracket> order = graph.brackets().stream()
                    .filter(b -> boxes.containsKey(b.from()) && boxes.containsKey(b.to()))
                    .sorted(Comparator.comparingInt((FlowGraph.Bracket b) -> extent(b)[1] - extent(b)[0]))
                    .toList();
            List<List<int[]>> taken = new ArrayList<>();
            for (FlowGraph.Bracket bracket : order) {
                int[] mine = extent(bracket);
                int level = 0;
                while (level < taken.size() && taken.get(level).stream().anyMatch(t -> mine[0] < t[1] + 8 && t[0] < mine[1] + 8)) {
                    level++;
                }
                if (level == taken.size()) {
                    taken.add(new ArrayList<>());
                }
                taken.get(level).add(mine);
                levels.put(bracket, level);
            }
            return taken.size();
        }

        private int[] extent(FlowGraph.Bracket bracket) {
            int from = ends(bracket)[0];
            int to = ends(bracket)[1];
            int words = 13 * bracket.title().length() + 6;
            int middle = (from + to) / 2;
            return new int[] {Math.min(from, middle - words / 2), Math.max(to, middle + words / 2)};
        }

        private int[] ends(FlowGraph.Bracket bracket) {
            Box from = box(bracket.from());
            Box to = box(bracket.to());
            int left = Math.min(from.middle(), to.middle());
            int right = Math.max(from.middle(), to.middle());
            return left == right ? new int[] {left - 30, right + 30} : new int[] {left + 6, right - 6};
        }

        private void drawBracket(FlowGraph.Bracket bracket, int level) {
            int y = box(row.getFirst()).y() - 20 - level * BRACKET;
            int[] ends = ends(bracket);
            String path = "M" + ends[0] + " " + y + "V" + (y - 10) + "H" + ends[1] + "V" + y;
            int half = (13 * bracket.title().length() + 6) / 2;
            int middle = Math.clamp((ends[0] + ends[1]) / 2, half, Math.max(half, width - half));
            spans.add(new Span(path, middle, y - 18, bracket));
        }

        private void placeBranches() {
            List<List<Box>> floors = new ArrayList<>();
            int first = bottom + 60;
            for (FlowGraph.Node node : graph.nodes()) {
                if (!node.aside()) {
                    continue;
                }
                int w = boxWidth(node);
                int middle = graph.edges().stream().filter(e -> e.to().equals(node.id()) && boxes.containsKey(e.from()))
                        .map(e -> box(e.from()).middle()).findFirst().orElse(width / 2);
                int wish = Math.clamp(middle - w / 2L, 14, Math.max(14, width - 30 - w));
                int floor = 0;
                int x = place(floors, floor, wish, w);
                while (x < 0) {
                    x = place(floors, ++floor, wish, w);
                }
                Box box = new Box(x, first + floor * (BOX + 28), w, BOX, node);
                floors.get(floor).add(box);
                boxes.put(node.id(), box);
                bottom = Math.max(bottom, box.bottom());
            }
        }

        /// The free place on a floor nearest to the wished one, at most one box and a half away; negative when there is none.
        private int place(List<List<Box>> floors, int floor, int wish, int w) {
            if (floor == floors.size()) {
                floors.add(new ArrayList<>());
            }
            for (int away = 0; away <= 150; away += 2) {
                for (int x : new int[] {wish - away, wish + away}) {
                    if (x >= 14 && x + w <= width - 30
                            && floors.get(floor).stream().noneMatch(b -> x < b.right() + GAP && b.x() < x + w + GAP)) {
                        return x;
                    }
                }
            }
            return floors.get(floor).isEmpty() ? wish : -1;
        }

        private void drawEdges() {
            Map<String, List<String>> said = new LinkedHashMap<>();
            Set<String> reached = new HashSet<>();
            for (FlowGraph.Edge edge : new LinkedHashSet<>(graph.edges())) {
                if (edge.from().equals(edge.to()) || !boxes.containsKey(edge.from()) || !boxes.containsKey(edge.to())) {
                    continue;
                }
                Box from = box(edge.from());
                Box to = box(edge.to());
                int i = row.indexOf(edge.from());
                int j = row.indexOf(edge.to());
                if (i >= 0 && j == i + 1) {
                    int y = from.y() + BOX / 2;
                    lines.add(new Line("M" + from.right() + " " + y + "H" + (to.x() - 2), false));
                } else if (i >= 0 && j < 0 && reached.add(edge.to())) {
                    drop(from, to);
                } else {
                    said.computeIfAbsent(from.node().title(), t -> new ArrayList<>()).add(to.node().title());
                }
            }
            graph.nodes().stream()
                    .map(FlowGraph.Node::title)
                    .filter(said::containsKey)
                    .forEach(from -> others.add(new Way(from, said.get(from))));
        }

        /// A branch of the first floor is reached straight from the row, one of a lower floor past the boxes above it.
        private void drop(Box from, Box to) {
            int start = Math.clamp((long) to.middle(), from.x() + 16, from.right() - 16);
            int column = clearColumn(from, to);
            String path = "M" + start + " " + from.bottom();
            if (start != column) {
                path += "V" + (from.bottom() + 22) + "H" + column;
            }
            if (column != to.middle()) {
                path += "V" + (to.y() - 12) + "H" + to.middle();
            }
            lines.add(new Line(path + "V" + (to.y() - 2), true));
        }

        /// A column from the row down to this box that no box in between covers, as near as possible to its middle.
        private int clearColumn(Box from, Box to) {
            List<Box> between = boxes.values().stream().filter(b -> b.y() > from.bottom() && b.bottom() < to.y()).toList();
            for (int away = 0; away < width; away += 3) {
                for (int x : new int[] {to.middle() + away, to.middle() - away}) {
                    if (x > 4 && x < width - 4 && between.stream().noneMatch(b -> b.x() - 6 < x && x < b.right() + 6)) {
                        return x;
                    }
                }
            }
            return to.middle();
        }

        private Box box(String id) {
            Box box = boxes.get(id);
            if (box == null) {
                throw new IllegalArgumentException("The flow graph has no stage \"" + id + "\".");
            }
            return box;
        }
    }
}
