package org.fengqiao.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition;
import org.fengqiao.ui.FlowGraph;

/// 流程图: stages as nodes, steps as edges, clocks as brackets over the stages they span.
final class DefinitionGraph {

    private final Definition d;
    private final Laws laws;

    DefinitionGraph(Definition d, Laws laws) {
        this.d = d;
        this.laws = laws;
    }

    FlowGraph graph() {
        List<FlowGraph.Node> nodes = new ArrayList<>();
        boolean ended = false;
        for (Definition.Stage s : d.stages().values()) {
            boolean aside = s.conditional() && !s.isFinal() || s.isFinal() && ended;
            ended |= s.isFinal();
            FlowGraph.Node.Kind kind = s.isFinal()
                    ? FlowGraph.Node.Kind.END
                    : s.conditional() ? FlowGraph.Node.Kind.MAYBE : FlowGraph.Node.Kind.MUST;
            Optional<Citation> article = article(s);
            nodes.add(new FlowGraph.Node(
                    s.id(), s.title(), article.map(laws::displayShort).orElse(""), kind, aside, article.map(laws::url).orElse(null)));
        }
        Set<FlowGraph.Edge> edges = new LinkedHashSet<>();
        for (Definition.Step step : d.steps().values()) {
            if (step.to() != null) {
                step.in().forEach(in -> edges.add(new FlowGraph.Edge(in, step.to())));
            }
        }
        return new FlowGraph(nodes, List.copyOf(edges), brackets(nodes));
    }

    /// The article of the first step that leads here, of the definition's own instrument.
    private Optional<Citation> article(Definition.Stage s) {
        return d.allSteps().values().stream()
                .filter(step -> s.id().equals(step.to()))
                .flatMap(step -> step.basis().stream())
                .filter(c -> c.instrument().equals(d.instrument()) && !c.isWholeInstrument())
                .map(Citation::wholeArticle)
                .findFirst();
    }

    private List<FlowGraph.Bracket> brackets(List<FlowGraph.Node> nodes) {
        List<String> row = nodes.stream().filter(n -> !n.aside()).map(FlowGraph.Node::id).toList();
        List<FlowGraph.Bracket> all = new ArrayList<>();
        for (Definition.ClockRule c : d.clocks().values()) {
            Optional<String> from = stage(c.id(), Definition.ClockAction.Op.START, true, row);
            Optional<String> to = stage(c.id(), Definition.ClockAction.Op.END, false, row);
            if (from.isPresent() && to.isPresent() && row.indexOf(from.get()) < row.indexOf(to.get()) && all.size() < 5) {
                all.add(new FlowGraph.Bracket(from.get(), to.get(), c.title(), c.kind() == ClockKind.DUTY));
            }
        }
        return all;
    }

    private Optional<String> stage(String clock, Definition.ClockAction.Op op, boolean first, List<String> row) {
        List<String> stages = d.allSteps().values().stream()
                .filter(s -> s.clocks().stream().anyMatch(a -> a.clock().equals(clock) && a.op() == op))
                .flatMap(s -> s.to() != null ? java.util.stream.Stream.of(s.to()) : s.in().stream().limit(1))
                .filter(row::contains)
                .toList();
        return stages.isEmpty() ? Optional.empty() : Optional.of(first ? stages.getFirst() : stages.getLast());
    }
}
