package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// 栏目取值的分类: the values of one field, told apart only as far as some condition tells them apart.
///
/// Class 0 is a field nobody has filled in. An amount is known by whether it lies below, at or above each threshold it
/// is compared with, so that two conditions on one amount never contradict each other.
final class FieldValues {

    private final List<Condition> reads = new ArrayList<>();
    private final List<Long> classes = new ArrayList<>();

    private FieldValues() {}

    /// The fields that conditions of the definition read, by name.
    static Map<String, FieldValues> of(Definition definition) {
        Map<String, FieldValues> all = new LinkedHashMap<>();
        definition.allSteps().values().stream().flatMap(Step::conditions).forEach(c -> collect(c, all));
        all.forEach((name, values) -> {
            Set<Long> signatures = new LinkedHashSet<>();
            definition.allSteps().values().stream()
                    .flatMap(s -> s.form().field(name).stream())
                    .forEach(f -> values.samples(f).forEach(x -> signatures.add(x.signature())));
            values.classes.addAll(signatures);
        });
        return all;
    }

    private static void collect(Condition condition, Map<String, FieldValues> all) {
        String field = switch (condition) {
            case Condition.Amount c -> c.field();
            case Condition.Kind c -> c.field();
            case Condition.Answered c -> c.question();
            default -> null;
        };
        if (field != null) {
            List<Condition> reads = all.computeIfAbsent(field, k -> new FieldValues()).reads;
            if (!reads.contains(condition)) {
                reads.add(condition);
            }
        }
        parts(condition).forEach(p -> collect(p, all));
    }

    /// The conditions a condition is made of.
    static List<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.All c -> c.parts();
            case Condition.Any c -> c.parts();
            case Condition.Not c -> List.of(c.part());
            default -> List.of();
        };
    }

    /// How many classes there are, the empty field included.
    int size() {
        return classes.size() + 1;
    }

    /// The classes for which the condition holds, a bit each.
    long holding(Condition condition) {
        int read = reads.indexOf(condition);
        long mask = 0;
        for (int i = 0; i < classes.size(); i++) {
            mask |= (classes.get(i) >>> read & 1) << i + 1;
        }
        return mask;
    }

    /// The classes a form with this field can give it; 0 among them when it may be left empty.
    int[] offered(Field field) {
        Set<Integer> offered = new TreeSet<>();
        samples(field).forEach(x -> offered.add(classes.indexOf(x.signature()) + 1));
        if (!field.required()) {
            offered.add(0);
        }
        return offered.stream().mapToInt(Integer::intValue).toArray();
    }

    /// A lawful value of that class for a form; none for an empty field or when no value can be found.
    Optional<JsonNode> value(Field field, int chosen, Facts facts) {
        if (chosen == 0) {
            return Optional.empty();
        }
        return samples(field).stream()
                .filter(x -> x.signature() == classes.get(chosen - 1))
                .findFirst()
                .flatMap(x -> x.relations() == null ? Optional.of(node(field, x.options())) : number(field, x, facts));
    }

    private static JsonNode node(Field field, List<String> options) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (field.type()) {
            case YES_NO -> json.booleanNode(options.getFirst().equals("yes"));
            case CHOICES, PEOPLE, EVIDENCE -> {
                ArrayNode array = json.arrayNode();
                options.forEach(array::add);
                yield array;
            }
            default -> json.stringNode(options.getFirst());
        };
    }

    private Optional<JsonNode> number(Field field, Sample sample, Facts facts) {
        List<Long> thresholds = thresholds().stream().map(t -> facts.threshold(t).orElse(0L)).toList();
        Set<Long> candidates = new LinkedHashSet<>();
        candidates.add(field.min() == null ? 0L : field.min());
        thresholds.forEach(t -> candidates.addAll(List.of(t, t + 1, t - 1)));
        return candidates.stream()
                .filter(n -> n >= (field.min() == null ? 0 : field.min()) && (field.max() == null || n <= field.max()))
                .filter(n -> signature(thresholds.stream().map(t -> Long.compare(n, t)).toList()) == sample.signature())
                .findFirst()
                .map(JsonNodeFactory.instance::numberNode);
    }

    /// One value: options that are chosen, or how an amount lies to each threshold.
    private record Sample(long signature, List<String> options, @Nullable List<Integer> relations) {}

    private List<Sample> samples(Field field) {
        return switch (field.type()) {
            case NUMBER, MONEY -> amounts();
            case YES_NO -> single(List.of("yes", "no"));
            case CHOICE -> single(List.copyOf(field.options().keySet()));
            case CHOICES -> several(List.copyOf(field.options().keySet()));
            default -> {
                Set<String> named = new LinkedHashSet<>();
                reads.forEach(r -> {
                    if (r instanceof Condition.Kind k) {
                        named.addAll(k.in());
                    }
                });
                named.add("");
                yield single(List.copyOf(named));
            }
        };
    }

    private List<Sample> single(List<String> options) {
        return options.stream().map(o -> new Sample(signature(o), List.of(o), null)).toList();
    }

    /// A choice of several holds a condition when each of its options does.
    private List<Sample> several(List<String> options) {
        Map<Long, Sample> found = new LinkedHashMap<>();
        single(options).forEach(s -> found.putIfAbsent(s.signature(), s));
        boolean more = true;
        while (more) {
            more = false;
            for (Sample a : List.copyOf(found.values())) {
                for (String o : options) {
                    List<String> both = new ArrayList<>(new LinkedHashSet<>(a.options()));
                    if (!both.contains(o)) {
                        both.add(o);
                    }
                    long signature = a.signature() & signature(o);
                    more |= found.putIfAbsent(signature, new Sample(signature, both, null)) == null;
                }
            }
        }
        return List.copyOf(found.values());
    }

    private long signature(String option) {
        long signature = 0;
        for (int i = 0; i < reads.size(); i++) {
            boolean holds = switch (reads.get(i)) {
                case Condition.Kind k -> k.in().contains(option);
                case Condition.Answered a -> a.as().isEmpty() || a.as().contains(option);
                default -> false;
            };
            signature |= (holds ? 1L : 0L) << i;
        }
        return signature;
    }

    private List<String> thresholds() {
        return reads.stream()
                .filter(Condition.Amount.class::isInstance)
                .map(r -> ((Condition.Amount) r).threshold())
                .distinct()
                .toList();
    }

    private List<Sample> amounts() {
        List<String> thresholds = thresholds();
        List<List<Integer>> relations = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < thresholds.size(); i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> r : relations) {
                for (int side = -1; side <= 1; side++) {
                    List<Integer> one = new ArrayList<>(r);
                    one.add(side);
                    longer.add(one);
                }
            }
            relations = longer;
        }
        return relations.stream()
                .filter(r -> ordered(thresholds, r))
                .map(r -> new Sample(signature(r), List.of(), r))
                .toList();
    }

    /// Plain numbers have a known order: nothing lies below 100 and above 200.
    private static boolean ordered(List<String> thresholds, List<Integer> relations) {
        for (int i = 0; i < thresholds.size(); i++) {
            for (int j = 0; j < thresholds.size(); j++) {
                boolean plain = thresholds.get(i).matches("\\d+") && thresholds.get(j).matches("\\d+");
                if (plain
                        && Long.parseLong(thresholds.get(i)) < Long.parseLong(thresholds.get(j))
                        && relations.get(i) <= 0
                        && relations.get(j) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private long signature(List<Integer> relations) {
        List<String> thresholds = thresholds();
        long signature = 0;
        for (int i = 0; i < reads.size(); i++) {
            if (reads.get(i) instanceof Condition.Amount a) {
                boolean holds = a.comparison().holds(relations.get(thresholds.indexOf(a.threshold())), 0);
                signature |= (holds ? 1L : 0L) << i;
            }
        }
        return signature;
    }
}
