package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// 仿照: a version that says only what differs from another version of the same procedure (`like: 2021-07-15`).
///
/// Maps merge by key, steps by their `step`; a key given as `~` falls away; `without` names what falls away whole, a
/// clock with every action upon it and every condition about it; `articles` says what the citations were in an older text (see [Renumbering]).
final class Likeness {

    private Likeness() {}

    /// The text with `like` resolved; unchanged when the file stands on its own.
    static String expand(String file, String text, Function<LocalDate, Optional<String>> others) {
        return merged(file, text, others).map(m -> yaml().dump(m)).orElse(text);
    }

    /// What stands in a version that has `like`, the version it is like included; empty when the file stands on its own.
    static Optional<Map<String, Object>> merged(String file, String text, Function<LocalDate, Optional<String>> others) {
        if (text.lines().noneMatch(l -> l.startsWith("like:"))) {
            return Optional.empty();
        }
        Map<String, Object> own = new LinkedHashMap<>(map(yaml().load(text)));
        LocalDate like = LocalDate.parse(String.valueOf(own.remove("like")));
        String base = others.apply(like).orElseThrow(() -> new Source.Fault(file + ": there is no version " + like));
        Map<String, Object> merged = new LinkedHashMap<>(map(yaml().load(base)));
        Object articles = own.remove("articles");
        if (articles != null) {
            Object instrument = merged.remove("basis");
            merged = map(new Renumbering(String.valueOf(instrument), map(articles)).apply(merged));
            merged.put("basis", instrument);
        }
        without(merged, map(own.remove("without")));
        for (Map.Entry<String, Object> e : own.entrySet()) {
            merge(merged, e.getKey(), e.getValue());
        }
        return Optional.of(merged);
    }

    /// The merged version as if it had been read from one file.
    static Source source(String file, Map<String, Object> merged) {
        return new Source(file, yaml().represent(merged));
    }

    private static void without(Map<String, Object> merged, Map<String, Object> names) {
        names.forEach((part, gone) -> {
            List<?> list = (List<?>) gone;
            if (merged.get(part) instanceof Map<?, ?> m) {
                Map<String, Object> rest = new LinkedHashMap<>(map(m));
                list.forEach(rest::remove);
                merged.put(part, rest);
            } else if (merged.get(part) instanceof List<?> steps) {
                merged.put(part, steps.stream().filter(s -> !list.contains(map(s).get("step"))).toList());
            }
        });
        if (names.get("clocks") instanceof List<?> clocks) {
            merged.computeIfPresent("opening", (_, o) -> unconditional(unclocked(map(o), clocks), clocks));
            merged.put("steps", ((List<?>) merged.get("steps")).stream()
                    .map(s -> unconditional(unclocked(map(s), clocks), clocks))
                    .toList());
        }
    }

    /// A step without its actions upon clocks that are not there.
    private static Map<String, Object> unclocked(Map<String, Object> step, List<?> gone) {
        if (!(step.get("clocks") instanceof Map<?, ?> actions)) {
            return step;
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        map(actions).forEach((op, on) -> {
            if (on instanceof Map<?, ?> m) {
                Map<String, Object> left = new LinkedHashMap<>(map(m));
                gone.forEach(left::remove);
                if (!left.isEmpty()) {
                    rest.put(op, left);
                }
            } else {
                List<?> left = (on instanceof List<?> l ? l : List.of(on)).stream().filter(c -> !gone.contains(c)).toList();
                if (!left.isEmpty()) {
                    rest.put(op, left);
                }
            }
        });
        Map<String, Object> without = new LinkedHashMap<>(step);
        if (rest.isEmpty()) {
            without.remove("clocks");
        } else {
            without.put("clocks", rest);
        }
        return without;
    }

    /// A step without the conditions that ask for a clock that is not there: it is never within its time nor out of it.
    private static Map<String, Object> unconditional(Map<String, Object> step, List<?> gone) {
        if (!step.containsKey("when")) {
            return step;
        }
        Object left = folded(step.get("when"), gone);
        if (Boolean.FALSE.equals(left)) {
            throw new Source.Fault("step " + step.get("step") + " can never be taken without the clocks " + gone);
        }
        Map<String, Object> without = new LinkedHashMap<>(step);
        if (Boolean.TRUE.equals(left)) {
            without.remove("when");
        } else {
            without.put("when", left);
        }
        return without;
    }

    /// What is left of a condition: TRUE, FALSE or the condition without the parts that are settled.
    private static Object folded(Object condition, List<?> gone) {
        if (condition instanceof List<?> all) {
            return joined(all, gone, false);
        }
        Map<String, Object> c = new LinkedHashMap<>(map(condition));
        if (gone.contains(c.get("within")) || gone.contains(c.get("lapsed"))) {
            return false;
        }
        for (String operator : List.of("all", "any", "not")) {
            if (c.containsKey(operator)) {
                Object left = operator.equals("not")
                        ? folded(c.get(operator), gone)
                        : joined((List<?>) c.get(operator), gone, operator.equals("any"));
                if (left instanceof Boolean settled) {
                    return operator.equals("not") != settled;
                }
                c.put(operator, left);
            }
        }
        return c;
    }

    /// @param deciding the value of a part that settles the whole
    private static Object joined(List<?> parts, List<?> gone, boolean deciding) {
        List<Object> left = new ArrayList<>();
        for (Object part : parts) {
            Object folded = folded(part, gone);
            if (folded instanceof Boolean settled) {
                if (settled == deciding) {
                    return deciding;
                }
            } else {
                left.add(folded);
            }
        }
        return left.isEmpty() ? !deciding : left;
    }

    private static void merge(Map<String, Object> into, String key, Object value) {
        Object before = into.get(key);
        if (value == null || "~".equals(value)) {
            into.remove(key);
        } else if (key.equals("steps") && before instanceof List<?> steps) {
            into.put(key, mergedSteps(steps, (List<?>) value));
        } else if (before instanceof Map<?, ?> m && value instanceof Map<?, ?> v) {
            Map<String, Object> merged = new LinkedHashMap<>(map(m));
            map(v).forEach((k, x) -> merge(merged, k, x));
            into.put(key, merged);
        } else {
            into.put(key, value);
        }
    }

    private static List<Object> mergedSteps(List<?> before, List<?> changes) {
        List<Object> all = new ArrayList<>(before);
        for (Object change : changes) {
            Map<String, Object> c = map(change);
            int at = -1;
            for (int i = 0; i < all.size(); i++) {
                if (c.get("step").equals(map(all.get(i)).get("step"))) {
                    at = i;
                }
            }
            if (at < 0) {
                all.add(c);
            } else {
                // Within a step the given keys replace: half a form or half a condition would be nobody's rule.
                Map<String, Object> step = new LinkedHashMap<>(map(all.get(at)));
                c.forEach((k, v) -> {
                    if (v == null || "~".equals(v)) {
                        step.remove(k);
                    } else {
                        step.put(k, v);
                    }
                });
                all.set(at, step);
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return o == null ? Map.of() : (Map<String, Object>) o;
    }

    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        loading.setMaxAliasesForCollections(5_000);
        DumperOptions dumping = new DumperOptions();
        dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        dumping.setWidth(200);
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new TextResolver());
    }

    /// Every scalar stays the text that was written.
    private static final class TextResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }
}
