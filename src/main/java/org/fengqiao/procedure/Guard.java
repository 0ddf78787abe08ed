package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// 抽象的条件: what must hold before a step, over the facts the proof follows.
///
/// There is no negation: a condition is read twice, once for when it holds and once for when it surely does not, so
/// that a question not yet answered is neither. Values are small numbers; a fact that is not followed has the value
/// [#UNKNOWN], which makes [#may] say yes and [#must] say no.
sealed interface Guard {

    int UNKNOWN = -1;

    Guard TRUE = new Fixed(true);
    Guard FALSE = new Fixed(false);

    record Fixed(boolean holds) implements Guard {}

    /// An outside value chosen when read: a named rule, the list published on the day.
    record Free() implements Guard {}

    /// The fact has one of the values, a bit each.
    record In(int fact, long values) implements Guard {}

    /// A field of the form in hand has one of the values.
    record Own(int fact, long values) implements Guard {}

    record All(List<Guard> parts) implements Guard {}

    record Any(List<Guard> parts) implements Guard {}

    static Guard all(List<Guard> parts) {
        List<Guard> kept = new ArrayList<>();
        for (Guard p : parts) {
            if (p.equals(FALSE)) {
                return FALSE;
            }
            if (p instanceof All(List<Guard> inner)) {
                kept.addAll(inner);
            } else if (!p.equals(TRUE)) {
                kept.add(p);
            }
        }
        return kept.isEmpty() ? TRUE : kept.size() == 1 ? kept.getFirst() : new All(List.copyOf(kept));
    }

    static Guard any(List<Guard> parts) {
        List<Guard> kept = new ArrayList<>();
        for (Guard p : parts) {
            if (p.equals(TRUE)) {
                return TRUE;
            }
            if (p instanceof Any(List<Guard> inner)) {
                kept.addAll(inner);
            } else if (!p.equals(FALSE)) {
                kept.add(p);
            }
        }
        return kept.isEmpty() ? FALSE : kept.size() == 1 ? kept.getFirst() : new Any(List.copyOf(kept));
    }

    default Guard and(Guard other) {
        return all(List.of(this, other));
    }

    /// Holds exactly when this does not; an outside value may go either way.
    default Guard negated() {
        return switch (this) {
            case Fixed(boolean holds) -> holds ? FALSE : TRUE;
            case Free f -> f;
            case In(int fact, long values) -> new In(fact, ~values);
            case Own(int fact, long values) -> new Own(fact, ~values);
            case All(List<Guard> parts) -> any(parts.stream().map(Guard::negated).toList());
            case Any(List<Guard> parts) -> all(parts.stream().map(Guard::negated).toList());
        };
    }

    /// The condition once the form is filled in.
    ///
    /// @param own value of each field of the form by fact
    default Guard filled(int[] own) {
        return switch (this) {
            case Own(int fact, long values) -> (values >>> own[fact] & 1) == 1 ? TRUE : FALSE;
            case All(List<Guard> parts) -> all(parts.stream().map(p -> p.filled(own)).toList());
            case Any(List<Guard> parts) -> any(parts.stream().map(p -> p.filled(own)).toList());
            default -> this;
        };
    }

    /// Whether it can hold, whatever is not known.
    default boolean may(int[] values) {
        return switch (this) {
            case Fixed(boolean holds) -> holds;
            case Free _ -> true;
            case Own _ -> throw new IllegalStateException("the form is not filled in");
            case In(int fact, long in) -> values[fact] == UNKNOWN || (in >>> values[fact] & 1) == 1;
            case All(List<Guard> parts) -> {
                for (Guard p : parts) {
                    if (!p.may(values)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Any(List<Guard> parts) -> {
                for (Guard p : parts) {
                    if (p.may(values)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    /// Whether it holds for every value of what is not known.
    default boolean must(int[] values) {
        return switch (this) {
            case In(int fact, long in) -> values[fact] != UNKNOWN && (in >>> values[fact] & 1) == 1;
            case All(List<Guard> parts) -> {
                for (Guard p : parts) {
                    if (!p.must(values)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Any(List<Guard> parts) -> {
                for (Guard p : parts) {
                    if (p.must(values)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> may(values);
        };
    }

    /// A fact that is not followed and whose value makes this fail; none when the followed facts alone do.
    default int blame(int[] values, IntPredicate followed) {
        return switch (this) {
            case In(int fact, long in) -> (in >>> values[fact] & 1) == 0 && !followed.test(fact) ? fact : UNKNOWN;
            case All(List<Guard> parts) -> first(parts, values, followed);
            case Any(List<Guard> parts) -> may(values) ? UNKNOWN : first(parts, values, followed);
            default -> UNKNOWN;
        };
    }

    private static int first(List<Guard> parts, int[] values, IntPredicate followed) {
        for (Guard p : parts) {
            int fact = p.blame(values, followed);
            if (fact != UNKNOWN) {
                return fact;
            }
        }
        return UNKNOWN;
    }

    /// The facts that have to be followed for this, which holds, to be seen to hold.
    default List<Integer> support(int[] values, IntPredicate followed) {
        return switch (this) {
            case In(int fact, long _) -> followed.test(fact) ? List.of() : List.of(fact);
            case All(List<Guard> parts) ->
                parts.stream().flatMap(p -> p.support(values, followed).stream()).distinct().toList();
            case Any(List<Guard> parts) ->
                parts.stream()
                        .filter(p -> p.may(values))
                        .map(p -> p.support(values, followed))
                        .min(java.util.Comparator.comparingInt(List::size))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /// The facts it reads outside the form in hand.
    default List<Integer> facts() {
        return switch (this) {
            case In(int fact, long _) -> List.of(fact);
            case All(List<Guard> parts) -> parts.stream().flatMap(p -> p.facts().stream()).distinct().toList();
            case Any(List<Guard> parts) -> parts.stream().flatMap(p -> p.facts().stream()).distinct().toList();
            default -> List.of();
        };
    }

    /// The fields of the form in hand it reads.
    default List<Integer> own() {
        return switch (this) {
            case Own(int fact, long _) -> List.of(fact);
            case All(List<Guard> parts) -> parts.stream().flatMap(p -> p.own().stream()).distinct().toList();
            case Any(List<Guard> parts) -> parts.stream().flatMap(p -> p.own().stream()).distinct().toList();
            default -> List.of();
        };
    }
}
