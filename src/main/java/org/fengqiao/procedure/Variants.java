package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// 填法的准备: the fillings of each form, worked out once for each set of followed fields.
final class Variants {
    /// Satisfied or not: the values of what nobody fills in.
    private static final int[] OUTSIDE = {1, 2};

    private final Map<List<Object>, List<StateSpace.Variant>> prepared = new HashMap<>();

    List<StateSpace.Variant> of(Model.Taking taking, BitSet followed) {
        List<Integer> kept = taking.choices().keySet().stream().filter(followed::get).toList();
        return prepared.computeIfAbsent(List.of(taking.number(), kept), k -> {
            Set<StateSpace.Variant> all = new LinkedHashSet<>();
            for (int[] own : fillings(taking, taking.guard(), kept)) {
                Guard guard = taking.guard().filled(own);
                if (!guard.equals(Guard.FALSE)) {
                    Map<Integer, Integer> chosen = new TreeMap<>();
                    kept.stream().filter(f -> own[f] > 0).forEach(f -> chosen.put(f, own[f]));
                    all.add(new StateSpace.Variant(taking, guard, chosen));
                }
            }
            return List.copyOf(all);
        });
    }

    /// What is left of a guard for each filling of the form.
    static List<Guard> filled(Model.Taking taking, Guard guard) {
        return fillings(taking, guard, List.of()).stream().map(guard::filled).toList();
    }

    /// Every combination of classes for the fields that the guard or `kept` depends on.
    static List<int[]> fillings(Model.Taking taking, Guard guard, List<Integer> kept) {
        Set<Integer> fields = new LinkedHashSet<>(kept);
        fields.addAll(guard.own());
        int size = Stream.concat(fields.stream(), taking.choices().keySet().stream())
                .mapToInt(f -> f + 1)
                .max()
                .orElse(0);
        List<int[]> all = new ArrayList<>();
        all.add(new int[size]);
        for (int field : fields) {
            List<int[]> more = new ArrayList<>();
            for (int[] one : all) {
                for (int value : taking.choices().getOrDefault(field, OUTSIDE)) {
                    int[] copy = one.clone();
                    copy[field] = value;
                    more.add(copy);
                }
            }
            all = more;
        }
        return all;
    }
}
