package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.procedure.Definition.ClockAction;
import org.fengqiao.procedure.Definition.ClockRule;
import org.fengqiao.procedure.Definition.Step;
import org.fengqiao.procedure.Fact.Kind;

/// 程序的抽象: a definition as stages, the facts its conditions read, and what each step asks of them and does to them.
///
/// People are left out (they are staffed apart, see [Roster]), and so is the refusal of a closure while a clock runs:
/// the proof must show that the conditions alone prevent it.
final class Model {

    /// 抽象的步骤.
    ///
    /// @param guard what must hold, beside the stage
    /// @param choices fields of the form that some condition reads, with the classes the form offers
    /// @param effects fact → states after, by state before, a bit each
    record Taking(int number, Step step, BitSet in, int to, Guard guard, Map<Integer, int[]> choices, Map<Integer, int[]> effects) {}

    final Definition definition;
    final List<String> stages;
    final BitSet finals = new BitSet();
    final List<Fact> facts = new ArrayList<>();
    final List<Taking> takings = new ArrayList<>();
    final Map<String, FieldValues> fields;
    private final boolean severalParties;
    private final Map<String, Integer> byName = new HashMap<>();

    Model(Definition definition) {
        this.definition = definition;
        this.stages = List.copyOf(definition.stages().keySet());
        definition.stages().values().stream()
                .filter(Definition.Stage::isFinal)
                .forEach(s -> finals.set(stages.indexOf(s.id())));
        this.fields = FieldValues.of(definition);
        this.severalParties = definition.parties().atMost() > 1;
        List<Step> ways = definition.allSteps().values().stream().flatMap(s -> ways(s).stream()).toList();
        List<Guard> guards = ways.stream().map(this::guard).toList();
        definition.allSteps().values().forEach(s -> s.alwaysBefore().forEach(this::done));
        definition.never().forEach(n -> n.without().forEach(this::done));
        definition.clocks().values().forEach(c -> clock(c.id()));
        int number = 0;
        for (Step step : ways) {
            takings.add(taking(number, step, guards.get(number)));
            number++;
        }
    }

    /// A step once for each way its clocks may start: a condition of a start becomes a condition of the way.
    private static List<Step> ways(Step step) {
        List<Step> ways = new ArrayList<>(List.of(step));
        for (ClockAction action : step.clocks()) {
            Condition when = action.when();
            if (when != null) {
                ways = ways.stream()
                        .flatMap(w -> Stream.of(
                                w.where(new Condition.All(List.of(w.when(), when), List.of()), w.clocks()),
                                w.where(new Condition.All(List.of(w.when(), new Condition.Not(when, when.basis(), null)), List.of()),
                                        w.clocks().stream().filter(a -> a != action).toList())))
                        .toList();
            }
        }
        return ways;
    }

    /// The stage before a case opens.
    int unopened() {
        return stages.size();
    }

    Taking opening() {
        return takings.getFirst();
    }

    /// All facts before the case opens.
    int[] nothing() {
        return new int[facts.size()];
    }

    private int fact(Kind kind, String name, int size, String title) {
        return byName.computeIfAbsent(kind + ":" + name, k -> {
            facts.add(new Fact(facts.size(), kind, name, size, title));
            return facts.size() - 1;
        });
    }

    int done(String step) {
        return fact(Kind.DONE, step, 2, "已办“" + Titles.step(definition, step) + "”");
    }

    int clock(String clock) {
        return fact(Kind.CLOCK, clock, 5, definition.clocks().get(clock).title());
    }

    private int present(String document) {
        return fact(Kind.PRESENT, document, 3, "《" + definition.documents().get(document).title() + "》在卷、已签发");
    }

    private Guard is(int fact, int... values) {
        return new Guard.In(fact, ClockModel.bits(values));
    }

    /// Everything that can refuse the step, the stage and the people left out.
    private Guard guard(Step step) {
        List<Guard> all = new ArrayList<>();
        Repeats repeats = new Repeats(step.when());
        all.add(holds(step, step.when(), repeats));
        if (step.by().assigned()) {
            all.add(is(fact(Kind.ASSIGNED, "", 2, "已指定承办人员"), 1));
        }
        if (step.by().party() && definition.parties().atMost() == 0) {
            all.add(Guard.FALSE);
        }
        if (step.effects().serves() != null) {
            all.add(is(present(step.effects().serves()), 2));
        }
        for (Field f : step.form().fields()) {
            if (f.type() == Field.Type.DOCUMENT && f.required() && definition.documents().containsKey(String.valueOf(f.source()))) {
                all.add(is(present(f.source()), 1, 2));
            }
        }
        for (ClockRule rule : definition.clocks().values()) {
            ClockModel clock = new ClockModel(rule, step, severalParties);
            if (clock.touched() && clock.allowed() != ~0L) {
                all.add(new Guard.In(clock(rule.id()), clock.allowed()));
            }
        }
        step.clocks().forEach(a -> documented(step, a, all));
        return Guard.all(all);
    }

    private void documented(Step step, ClockAction action, List<Guard> all) {
        if (action.op() == ClockAction.Op.EXTEND) {
            int cap = definition.allSteps().values().stream()
                    .flatMap(s -> s.clocks().stream())
                    .filter(a -> a.op() == ClockAction.Op.EXTEND && a.clock().equals(action.clock()))
                    .mapToInt(ClockAction::cap)
                    .max()
                    .orElse(1);
            String title = definition.clocks().get(action.clock()).title() + "已延长次数";
            int granted = fact(Kind.EXTENSIONS, action.clock(), cap + 1, title);
            all.add(new Guard.In(granted, (1L << action.cap()) - 1));
        }
        boolean needed = switch (action.op()) {
            case STOP, RESTART, EXTEND -> true;
            default -> false;
        };
        if (needed && action.document() != null && !step.documents().contains(action.document())) {
            all.add(is(present(action.document()), 1, 2));
        }
    }

    /// The condition of one refusal of a step: the opposite of the condition.
    Guard refusal(Taking taking, Condition condition) {
        return holds(taking.step(), condition, new Repeats(taking.step().when())).negated();
    }

    /// Outside values that one condition reads more than once, and which must then be the same each time.
    private static final class Repeats {
        private final Map<String, Integer> counts = new HashMap<>();

        Repeats(Condition condition) {
            count(condition);
        }

        private void count(Condition c) {
            String name = outside(c);
            if (name != null) {
                counts.merge(name, 1, Integer::sum);
            }
            FieldValues.parts(c).forEach(this::count);
        }

        static String outside(Condition c) {
            return switch (c) {
                case Condition.Rule r -> "rule " + r.name();
                case Condition.Listed l -> "list " + l.catalogue() + " " + l.field();
                default -> null;
            };
        }

        boolean repeated(Condition c) {
            return counts.getOrDefault(outside(c), 0) > 1;
        }
    }

    private Guard outside(Condition c, Repeats repeats, boolean holds) {
        return repeats.repeated(c)
                ? new Guard.Own(fact(Kind.OUTSIDE, Repeats.outside(c), 3, Titles.condition(definition, c)), ClockModel.bits(holds ? 1 : 2))
                : new Guard.Free();
    }

    private Guard holds(Step step, Condition condition, Repeats repeats) {
        return switch (condition) {
            case Condition.Done c -> is(done(c.step()), 1);
            case Condition.NotDone c -> is(done(c.step()), 0);
            case Condition.Served c ->
                is(fact(Kind.SERVED, c.document(), 2, "《" + definition.documents().get(c.document()).title() + "》已送达全部当事人"), 1);
            case Condition.Present c -> is(present(c.document()), 2);
            case Condition.Within c -> is(clock(c.clock()), Fact.RUNNING, Fact.STOPPED);
            case Condition.Lapsed c -> is(clock(c.clock()), Fact.OUT);
            case Condition.PartyConfirmed _ -> confirmed(step);
            case Condition.Amount c -> field(step, c.field(), fields.get(c.field()).holding(c));
            case Condition.Kind c -> field(step, c.field(), fields.get(c.field()).holding(c));
            case Condition.Answered c -> field(step, c.question(), fields.get(c.question()).holding(c));
            case Condition.Listed c -> outside(c, repeats, true);
            case Condition.Rule c -> outside(c, repeats, true);
            case Condition.All c -> Guard.all(c.parts().stream().map(p -> holds(step, p, repeats)).toList());
            case Condition.Any c -> Guard.any(c.parts().stream().map(p -> holds(step, p, repeats)).toList());
            case Condition.Not c -> fails(step, c.part(), repeats);
        };
    }

    /// When a condition is surely not satisfied: an unanswered question neither holds nor fails.
    private Guard fails(Step step, Condition condition, Repeats repeats) {
        return switch (condition) {
            case Condition.Answered c -> {
                FieldValues values = fields.get(c.question());
                yield field(step, c.question(), ~values.holding(c) & ~1L);
            }
            case Condition.All c -> {
                List<Guard> ways = new ArrayList<>();
                List<Guard> before = new ArrayList<>();
                for (Condition p : c.parts()) {
                    ways.add(Guard.all(before).and(fails(step, p, repeats)));
                    before.add(holds(step, p, repeats));
                }
                yield Guard.any(ways);
            }
            case Condition.Any c -> Guard.all(c.parts().stream().map(p -> fails(step, p, repeats)).toList());
            case Condition.Not c -> holds(step, c.part(), repeats);
            case Condition.Rule c -> outside(c, repeats, false);
            case Condition.Listed c -> outside(c, repeats, false);
            default -> holds(step, condition, repeats).negated();
        };
    }

    private Guard confirmed(Step step) {
        if (!definition.parties().unconfirmed()) {
            return Guard.TRUE;
        }
        return step.id().equals(definition.opening().id()) ? new Guard.Free() : is(fact(Kind.CONFIRMED, "", 2, "当事人已确认"), 1);
    }

    private Guard field(Step step, String field, long classes) {
        int fact = fact(Kind.FIELD, field, fields.get(field).size(), "“" + Titles.field(definition, field) + "”的填写");
        return step.form().has(field) ? new Guard.Own(fact, classes) : new Guard.In(fact, classes);
    }

    private Taking taking(int number, Step step, Guard guard) {
        BitSet in = new BitSet();
        step.in().forEach(s -> in.set(stages.indexOf(s)));
        if (step.id().equals(definition.opening().id())) {
            in.set(unopened());
        }
        Map<Integer, int[]> choices = new LinkedHashMap<>();
        StepEffects effects = new StepEffects(definition, severalParties);
        Map<Integer, int[]> changed = new LinkedHashMap<>();
        for (Fact f : facts) {
            if (f.kind() == Kind.FIELD) {
                step.form().field(f.name()).ifPresent(x -> choices.put(f.id(), fields.get(f.name()).offered(x)));
            } else if (f.kind() == Kind.OUTSIDE) {
                if (guard.own().contains(f.id())) {
                    choices.put(f.id(), new int[] {1, 2});
                }
            } else {
                int[] after = effects.of(step, f);
                if (after != null) {
                    changed.put(f.id(), after);
                }
            }
        }
        return new Taking(number, step, in, step.to() == null ? -1 : stages.indexOf(step.to()), guard, choices, changed);
    }

    /// The values a fact may take when time passes or somebody signs, a bit each.
    int later(Fact f, int value) {
        return switch (f.kind()) {
            case CLOCK -> ClockModel.later(value, severalParties && definition.clocks().get(f.name()).perParty());
            case PRESENT -> value == 1 ? 1 << 2 : 0;
            default -> 0;
        };
    }
}
