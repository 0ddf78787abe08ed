package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 状态空间: all states reachable from one state, as far as the facts that are followed tell them apart.
///
/// A state is one long, the stage in the lowest bits; states lie in the order of breadth-first search in one array,
/// found again through an open-addressing table. A fact that is not followed may have any value, so more is reached
/// here than in truth and never less.
final class StateSpace {

    /// 步骤的一种填法: a step with its form filled in, as far as anything followed depends on it.
    ///
    /// @param guard what is left of the condition
    /// @param chosen fact → class it gets, for the fields that are followed
    record Variant(Model.Taking taking, Guard guard, Map<Integer, Integer> chosen) {}

    /// 目标: a situation looked for: in one of the stages, the guard holds for some filling of the step's form.
    ///
    /// @param open a clock that must not have been left unfinished in a final stage on the way; -1 for none
    record Goal(Model.@Nullable Taking taking, BitSet stages, Guard guard, int open) {
        Goal(Model.@Nullable Taking taking, BitSet stages, Guard guard) {
            this(taking, stages, guard, -1);
        }
    }

    private static final int TIME = 1 << 24;

    /// 备好的走法: a variant as an operation on packed states.
    ///
    /// @param clear bits of the facts that get a value that does not depend on what they were, and of the stage
    /// @param set those values
    /// @param varying positions of the facts whose value after depends on the value before
    private record Stride(Variant variant, int event, long clear, long set, int[] varying, int[][] after) {}

    private final Model model;
    private final BitSet followed;
    private final int[] facts;
    private final int[] shifts;
    private final int stageBits;
    private final List<List<Variant>> variants = new ArrayList<>();
    private final List<List<Stride>> strides = new ArrayList<>();
    private final long[] masks;
    private final Budget budget;

    private long[] states = new long[1024];
    private int[] parents = new int[1024];
    private int[] events = new int[1024];
    private int size;
    private int[] table = new int[4096];
    private long transitions;
    private final boolean keepEdges;
    private int open = -1;
    private final Ways ways = new Ways();

    StateSpace(Model model, BitSet followed, Variants prepared, Budget budget, boolean keepEdges) {
        this.model = model;
        this.followed = followed;
        this.budget = budget;
        this.keepEdges = keepEdges;
        this.facts = followed.stream().toArray();
        this.shifts = new int[facts.length];
        this.stageBits = 32 - Integer.numberOfLeadingZeros(model.stages.size());
        int shift = stageBits;
        for (int i = 0; i < facts.length; i++) {
            shifts[i] = shift;
            shift += model.facts.get(facts[i]).bits();
        }
        if (shift > 63) {
            throw Budget.exhausted(model, followed);
        }
        this.masks = new long[facts.length];
        for (int i = 0; i < facts.length; i++) {
            masks[i] = (1L << model.facts.get(facts[i]).bits()) - 1 << shifts[i];
        }
        model.takings.forEach(t -> variants.add(prepared.of(t, followed)));
        for (int stage = 0; stage <= model.stages.size(); stage++) {
            List<Stride> here = new ArrayList<>();
            for (Model.Taking t : model.takings) {
                for (int v = 0; t.in().get(stage) && v < variants.get(t.number()).size(); v++) {
                    here.add(stride(variants.get(t.number()).get(v), t.number() << 12 | v, stage));
                }
            }
            strides.add(here);
        }
        Arrays.fill(table, -1);
    }

    private Stride stride(Variant variant, int event, int stage) {
        Model.Taking taking = variant.taking();
        long clear = (1L << stageBits) - 1;
        long set = taking.to() < 0 ? stage : taking.to();
        List<Integer> varying = new ArrayList<>();
        for (int i = 0; i < facts.length; i++) {
            int[] after = taking.effects().get(facts[i]);
            Integer chosen = variant.chosen().get(facts[i]);
            if (after == null && chosen == null) {
                continue;
            }
            int one = after == null ? 1 << chosen : after[0];
            boolean fixed = Integer.bitCount(one) == 1 && (after == null || Arrays.stream(after).allMatch(x -> x == one));
            if (fixed) {
                clear |= masks[i];
                set |= (long) Integer.numberOfTrailingZeros(one) << shifts[i];
            } else {
                varying.add(i);
            }
        }
        int[] positions = varying.stream().mapToInt(Integer::intValue).toArray();
        int[][] after = varying.stream().map(i -> taking.effects().get(facts[i])).toArray(int[][]::new);
        return new Stride(variant, event, clear, set, positions, after);
    }

    int size() {
        return size;
    }

    long transitions() {
        return transitions;
    }

    /// Explores from a state until the goal may be met.
    ///
    /// @return the number of the first state in which it may, or -1 when it is met nowhere
    int explore(int stage, int[] values, @Nullable Goal goal) {
        List<Guard> wanted = goal == null ? List.of() : goals(goal);
        open = goal == null ? -1 : goal.open();
        int[] now = new int[model.facts.size()];
        Arrays.fill(now, Guard.UNKNOWN);
        add(pack(stage, values), -1, 0);
        long counted = 0;
        int accounted = 0;
        for (int at = 0; at < size; at++) {
            int here = unpack(at, now);
            if (goal != null && goal.stages().get(here) && wanted.stream().anyMatch(g -> g.may(now))) {
                budget.spend(size - accounted, transitions - counted, model, followed);
                return at;
            }
            for (Stride stride : strides.get(here)) {
                if (stride.variant().guard().may(now)) {
                    boolean must = keepEdges && stride.variant().guard().must(now);
                    spread(at, states[at] & ~stride.clear() | stride.set(), stride, 0, must, now);
                }
            }
            if (here != model.unopened()) {
                pass(at, now);
            }
            if ((at & 0xfff) == 0xfff) {
                budget.spend(size - accounted, transitions - counted, model, followed);
                accounted = size;
                counted = transitions;
            }
        }
        budget.spend(size - accounted, transitions - counted, model, followed);
        return -1;
    }

    private static List<Guard> goals(Goal goal) {
        return goal.taking() == null
                ? List.of(goal.guard())
                : Variants.filled(goal.taking(), goal.guard()).stream().distinct().toList();
    }

    /// Follows every way in which the effects may turn out.
    private void spread(int at, long state, Stride stride, int index, boolean must, int[] now) {
        if (index == stride.varying().length) {
            if (open < 0 || !model.finals.get(stage(state)) || !ClockModel.unfinished(value(state, open))) {
                arrive(at, state, stride.event(), must);
            }
            return;
        }
        int i = stride.varying()[index];
        int outcomes = stride.after()[index][now[facts[i]]];
        for (int value = 0; outcomes >> value != 0; value++) {
            if ((outcomes >> value & 1) == 1) {
                spread(at, state & ~masks[i] | (long) value << shifts[i], stride, index + 1, must, now);
            }
        }
    }

    private void pass(int at, int[] now) {
        for (int i = 0; i < facts.length; i++) {
            int outcomes = model.later(model.facts.get(facts[i]), now[facts[i]]);
            for (int value = 0; outcomes >> value != 0; value++) {
                if ((outcomes >> value & 1) == 1) {
                    arrive(at, states[at] & ~masks[i] | (long) value << shifts[i], TIME | facts[i], true);
                }
            }
        }
    }

    private int stage(long state) {
        return (int) state & (1 << stageBits) - 1;
    }

    private int value(long state, int fact) {
        int i = Arrays.binarySearch(facts, fact);
        return (int) ((state & masks[i]) >>> shifts[i]);
    }

    private void arrive(int from, long state, int event, boolean must) {
        transitions++;
        int to = add(state, from, event);
        if (keepEdges && must && to != from) {
            if (ways.size() == Budget.EDGES) {
                throw Budget.exhausted(model, followed);
            }
            ways.add(from, to);
        }
    }

    private long pack(int stage, int[] values) {
        long state = stage;
        for (int i = 0; i < facts.length; i++) {
            state |= (long) values[facts[i]] << shifts[i];
        }
        return state;
    }

    private int unpack(int at, int[] values) {
        long state = states[at];
        for (int i = 0; i < facts.length; i++) {
            values[facts[i]] = (int) ((state & masks[i]) >>> shifts[i]);
        }
        return stage(state);
    }

    private int add(long state, int parent, int event) {
        int slot = slot(state);
        while (table[slot] >= 0) {
            if (states[table[slot]] == state) {
                return table[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        if (size == states.length) {
            states = Arrays.copyOf(states, size * 2);
            parents = Arrays.copyOf(parents, size * 2);
            events = Arrays.copyOf(events, size * 2);
        }
        states[size] = state;
        parents[size] = parent;
        events[size] = event;
        table[slot] = size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long state) {
        long h = state * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32) & table.length - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int i = 0; i < size; i++) {
            int slot = slot(states[i]);
            while (table[slot] >= 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i;
        }
    }

    /// 一段: one event of a path and the followed facts after it; without a variant, time passes for `fact`.
    record Leg(@Nullable Variant variant, int fact, int[] after) {}

    /// The way on which a state was first reached.
    List<Leg> path(int state) {
        List<Leg> path = new ArrayList<>();
        for (int at = state; parents[at] >= 0; at = parents[at]) {
            int[] after = new int[model.facts.size()];
            Arrays.fill(after, Guard.UNKNOWN);
            unpack(at, after);
            int event = events[at];
            boolean time = (event & TIME) != 0;
            path.add(new Leg(
                    time ? null : variants.get(event >> 12).get(event & 0xfff), time ? event & ~TIME : -1, after));
        }
        return path.reversed();
    }

    /// The first state from which no way that is certain leads to a final stage; -1 when there is none.
    int firstStuck() {
        return ways.firstStuck(size, at -> model.finals.get(stage(states[at])));
    }
}
