package org.fengqiao.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 沿路复核: walks a path of the abstraction with every fact, and tells whether it can be walked in truth.
///
/// Facts that the path does not follow may take any of their values on the way, and their clocks may run out between
/// two steps; all ways are tried at once.
final class Trail {

    /// 一处: a state with every fact, and how it was reached.
    record Node(int stage, int[] values, @Nullable Node parent, @Nullable Occurrence via) {

        /// What happened from the beginning to here, in order.
        List<Occurrence> story() {
            List<Occurrence> story = new ArrayList<>();
            for (Node n = this; n != null; n = n.parent) {
                if (n.via != null) {
                    story.add(n.via);
                }
            }
            return story.reversed();
        }
    }

    /// 一件事: a step with the class of each field, or, without a step, time passing or a signature for `fact`.
    record Occurrence(Model.@Nullable Taking taking, int[] own, int fact, int stage, int[] before, int[] after) {}

    /// What came of it: where the path ends, or the fact that has to be followed to see that it cannot be walked.
    record Outcome(@Nullable Node end, @Nullable Occurrence goal, int blamed) {}

    /// Enough to keep every difference that matters on a path; a path given up for more is refined, never believed.
    private static final int MOST = 2000;

    private final Model model;
    private final BitSet followed;
    private final BitSet relevant = new BitSet();

    private Trail(Model model, BitSet followed, List<StateSpace.Leg> path, StateSpace.@Nullable Goal goal) {
        this.model = model;
        this.followed = followed;
        relevant.or(followed);
        path.stream()
                .filter(l -> l.variant() != null)
                .forEach(l -> l.variant().taking().guard().facts().forEach(relevant::set));
        if (goal != null) {
            goal.guard().facts().forEach(relevant::set);
        }
    }

    static Outcome walk(
            Model model, BitSet followed, Node from, List<StateSpace.Leg> path, StateSpace.@Nullable Goal goal) {
        return new Trail(model, followed, path, goal).walk(from, path, goal);
    }

    private Outcome walk(Node from, List<StateSpace.Leg> path, StateSpace.@Nullable Goal goal) {
        List<Node> here = List.of(from);
        for (StateSpace.Leg leg : path) {
            here = later(here);
            List<Node> next = leg.variant() == null ? passed(here, leg) : taken(here, leg);
            if (next.isEmpty()) {
                return new Outcome(null, null, blame(here, leg.variant().taking(), leg.variant().taking().guard(), leg));
            }
            here = next;
        }
        if (goal == null || goal.taking() == null) {
            return new Outcome(here.getFirst(), null, Guard.UNKNOWN);
        }
        here = later(here);
        for (Node n : here) {
            for (int[] own : Variants.fillings(goal.taking(), goal.guard(), List.of())) {
                if (goal.guard().filled(own).may(n.values())) {
                    return new Outcome(n, new Occurrence(goal.taking(), own, -1, n.stage(), n.values(), n.values()), -1);
                }
            }
        }
        return new Outcome(null, null, blame(here, goal.taking(), goal.guard(), null));
    }

    /// The states and those they become when clocks that are not followed run out and papers get signed.
    private List<Node> later(List<Node> here) {
        Map<List<Integer>, Node> all = new LinkedHashMap<>();
        Deque<Node> open = new ArrayDeque<>(here);
        while (!open.isEmpty() && all.size() < MOST) {
            Node n = open.poll();
            if (all.putIfAbsent(key(n), n) != null || n.stage() == model.unopened()) {
                continue;
            }
            for (int f = relevant.nextSetBit(0); f >= 0; f = relevant.nextSetBit(f + 1)) {
                int outcomes = followed.get(f) ? 0 : model.later(model.facts.get(f), n.values()[f]);
                for (int value = 0; outcomes >> value != 0; value++) {
                    if ((outcomes >> value & 1) == 1) {
                        open.add(moved(n, f, value));
                    }
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static Node moved(Node n, int fact, int value) {
        int[] after = n.values().clone();
        after[fact] = value;
        return new Node(n.stage(), after, n, new Occurrence(null, new int[0], fact, n.stage(), n.values(), after));
    }

    private List<Integer> key(Node n) {
        List<Integer> key = new ArrayList<>();
        key.add(n.stage());
        relevant.stream().forEach(f -> key.add(n.values()[f]));
        return key;
    }

    private static List<Node> passed(List<Node> here, StateSpace.Leg leg) {
        return here.stream().map(n -> moved(n, leg.fact(), leg.after()[leg.fact()])).toList();
    }

    private List<Node> taken(List<Node> here, StateSpace.Leg leg) {
        Map<List<Integer>, Node> all = new LinkedHashMap<>();
        Model.Taking taking = leg.variant().taking();
        List<int[]> forms = forms(taking, leg);
        for (Node n : here) {
            for (int[] own : forms) {
                if (all.size() < MOST && taking.guard().filled(own).may(n.values())) {
                    after(n, taking, own, leg.after()).forEach(x -> all.putIfAbsent(key(x), x));
                }
            }
        }
        return List.copyOf(all.values());
    }

    /// The fillings of the form that give the followed fields the classes of the path.
    private List<int[]> forms(Model.Taking taking, StateSpace.Leg leg) {
        List<Integer> kept = taking.choices().keySet().stream().filter(relevant::get).toList();
        List<int[]> forms = Variants.fillings(taking, taking.guard(), kept).stream()
                .filter(own -> taking.choices().keySet().stream()
                        .filter(followed::get)
                        .allMatch(f -> own[f] == leg.variant().chosen().getOrDefault(f, 0)))
                .toList();
        Set<Integer> filled = new HashSet<>(kept);
        filled.addAll(taking.guard().own());
        taking.choices().forEach((f, offered) -> {
            if (!filled.contains(f)) {
                forms.forEach(own -> own[f] = offered[offered.length - 1]);
            }
        });
        return forms;
    }

    private List<Node> after(Node n, Model.Taking taking, int[] own, int[] wanted) {
        List<int[]> all = new ArrayList<>();
        int[] first = n.values().clone();
        for (int f : taking.choices().keySet()) {
            if (own[f] > 0 && model.facts.get(f).kind() == Fact.Kind.FIELD) {
                first[f] = own[f];
            }
        }
        all.add(first);
        for (Map.Entry<Integer, int[]> e : taking.effects().entrySet()) {
            int fact = e.getKey();
            int outcomes = e.getValue()[n.values()[fact]];
            List<int[]> more = new ArrayList<>();
            for (int[] one : all) {
                for (int value = 31 - Integer.numberOfLeadingZeros(outcomes); value >= 0; value--) {
                    if ((outcomes >> value & 1) == 1 && (!followed.get(fact) || wanted[fact] == value)) {
                        int[] copy = one.clone();
                        copy[fact] = value;
                        more.add(copy);
                        if (!relevant.get(fact)) {
                            break;
                        }
                    }
                }
            }
            all = more;
        }
        int to = taking.to() < 0 ? n.stage() : taking.to();
        return all.stream()
                .map(v -> new Node(to, v, n, new Occurrence(taking, own, -1, n.stage(), n.values(), v)))
                .toList();
    }

    private int blame(List<Node> here, Model.Taking taking, Guard guard, StateSpace.@Nullable Leg leg) {
        List<int[]> forms = leg == null ? Variants.fillings(taking, guard, List.of()) : forms(taking, leg);
        for (Node n : here) {
            for (int[] own : forms) {
                int fact = guard.filled(own).blame(n.values(), followed::get);
                if (fact != Guard.UNKNOWN) {
                    return fact;
                }
            }
        }
        return guard.facts().stream()
                .filter(f -> !followed.get(f))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "a path of " + model.definition.id() + " ends at " + taking.step().id() + " for no reason: "
                                + Arrays.toString(here.isEmpty() ? new int[0] : here.getFirst().values())));
    }
}
