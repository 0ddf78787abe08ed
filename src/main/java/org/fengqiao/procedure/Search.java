package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 求索: is there a life of a case that comes to a certain situation?
///
/// Begins with few facts followed and everything else left open. A path found then is walked with every fact; when it
/// cannot be walked, the fact that stands against it is followed from then on. What is not reached although more is
/// allowed than in truth is never reached; what is walked with every fact is reached.
final class Search {

    /// 去处: the state in which the goal is met, and the form that meets it.
    record Found(Trail.Node node, Trail.@Nullable Occurrence goal) {}

    private final Model model;
    private final Budget budget;
    private final Variants variants = new Variants();
    private final List<Trail.Node> met = new ArrayList<>();
    private final Set<List<Integer>> seen = new HashSet<>();

    Search(Model model, Budget budget) {
        this.model = model;
        this.budget = budget;
    }

    /// The state before the case opens.
    Trail.Node beginning() {
        return new Trail.Node(model.unopened(), model.nothing(), null, null);
    }

    /// A state known to be reachable in which the goal is met; none when there is no such state.
    ///
    /// @param first the facts to follow from the start
    Optional<Found> from(Trail.Node start, StateSpace.Goal goal, List<Integer> first) {
        BitSet followed = new BitSet();
        first.forEach(followed::set);
        while (true) {
            StateSpace space = new StateSpace(model, followed, variants, budget, false);
            int at = space.explore(start.stage(), start.values(), goal);
            if (at < 0) {
                return Optional.empty();
            }
            Trail.Outcome walked = Trail.walk(model, followed, start, space.path(at), goal);
            if (walked.end() != null) {
                remember(walked.end());
                return Optional.of(new Found(walked.end(), walked.goal()));
            }
            follow(followed, walked.blamed());
        }
    }

    /// The same from the beginning, asking first the states that were met before.
    Optional<Found> ever(StateSpace.Goal goal) {
        for (Trail.Node n : met) {
            if (goal.stages().get(n.stage())
                    && (goal.taking() == null
                            || Variants.filled(goal.taking(), goal.guard()).stream()
                                    .anyMatch(g -> g.may(n.values())))) {
                return Optional.of(new Found(n, null));
            }
        }
        return from(beginning(), goal, List.of());
    }

    private void remember(Trail.Node end) {
        for (Trail.Node n = end; n != null; n = n.parent()) {
            List<Integer> key = new ArrayList<>();
            key.add(n.stage());
            for (int v : n.values()) {
                key.add(v);
            }
            if (seen.add(key)) {
                met.add(n);
            }
        }
    }

    private void follow(BitSet followed, int fact) {
        if (followed.get(fact)) {
            throw new IllegalStateException(model.facts.get(fact).title() + " is followed already");
        }
        followed.set(fact);
    }

    /// 走得到终局: every state a case can come to has a way to a final stage.
    ///
    /// @return how it was shown, with a state from which there is no way when there is one
    Completion completion() {
        BitSet followed = new BitSet();
        BitSet anywhere = new BitSet();
        anywhere.or(model.finals);
        StateSpace.Goal closed = new StateSpace.Goal(null, anywhere, Guard.TRUE);
        while (true) {
            StateSpace space = new StateSpace(model, followed, variants, budget, true);
            space.explore(model.unopened(), model.nothing(), null);
            int stuck = space.firstStuck();
            if (stuck < 0) {
                return new Completion(space.size(), space.transitions(), followed.cardinality(), null);
            }
            Trail.Outcome walked = Trail.walk(model, followed, beginning(), space.path(stuck), null);
            if (walked.end() == null) {
                follow(followed, walked.blamed());
                continue;
            }
            Trail.Node here = walked.end();
            Optional<Found> way = from(here, closed, followed.stream().boxed().toList());
            if (way.isEmpty()) {
                return new Completion(space.size(), space.transitions(), followed.cardinality(), here);
            }
            certain(followed, here, way.get().node());
        }
    }

    /// 终局证明.
    ///
    /// @param stuck a state without a way to a final stage, or null when there is none
    record Completion(int states, long transitions, int followed, Trail.@Nullable Node stuck) {}

    /// Follows the facts without which the first doubtful step of a way would not be certain.
    private void certain(BitSet followed, Trail.Node start, Trail.Node end) {
        int[] known = new int[model.facts.size()];
        for (Trail.Occurrence o : after(start, end)) {
            if (o.taking() == null) {
                continue;
            }
            for (int f = 0; f < known.length; f++) {
                known[f] = followed.get(f) ? o.before()[f] : Guard.UNKNOWN;
            }
            Guard guard = o.taking().guard().filled(o.own());
            if (!guard.must(known)) {
                guard.support(o.before(), followed::get).forEach(followed::set);
                return;
            }
        }
        throw new IllegalStateException("a certain way of " + model.definition.id() + " was not seen");
    }

    private static List<Trail.Occurrence> after(Trail.Node start, Trail.Node end) {
        List<Trail.Occurrence> way = new ArrayList<>();
        for (Trail.Node n = end; n != start && n != null; n = n.parent()) {
            way.add(n.via());
        }
        return way.reversed();
    }
}
