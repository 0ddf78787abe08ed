package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Proof.Property;
import org.jspecify.annotations.Nullable;

/// 证明程序: shows of a definition, before any case is handled under it, what holds in every life a case can have.
///
/// Never: a step without what must precede it, a duty or term that runs in a final stage. Always: a way to a final
/// stage, whatever has happened. And nothing idle: every step, stage and refusal occurs in some life. Clocks per party
/// are taken together (see [ClockModel]); safety shown that way holds for any number of parties.
final class Prover {

    private final Laws laws;
    private final WorkingDays calendar;
    private final Office office;
    private final Budget budget;

    /// @param office the office in which stories of failure are lived through
    /// @param budget what all proofs of this run may spend together
    Prover(Laws laws, WorkingDays calendar, Office office, Budget budget) {
        this.laws = laws;
        this.calendar = calendar;
        this.office = office;
        this.budget = budget;
    }

    Proof prove(Definition definition) {
        long began = System.nanoTime();
        long states = budget.states();
        long transitions = budget.transitions();
        Model model = new Model(definition);
        Roster roster = Roster.of(definition, office);
        Run run = new Run(model, new Search(model, budget), new Story(definition, laws, calendar, office, model));
        List<Property> properties = new ArrayList<>();
        int followed = 0;
        try {
            properties.add(run.everyStep());
            properties.add(run.everyStage());
            Search.Completion completion = run.search.completion();
            followed = completion.followed();
            properties.add(run.completed(completion));
            properties.addAll(run.preceding());
            properties.addAll(run.prohibited());
            properties.add(run.closures());
            properties.add(run.departures());
            properties.add(run.everyRefusal());
        } catch (Budget.Exhausted e) {
            properties.add(Property.failed("证明没有完成", List.of(e.getMessage())));
        }
        properties.add(roster.faults().isEmpty()
                ? Property.held("每一步骤都配得齐人员")
                : Property.failed("有步骤配不齐人员", roster.faults()));
        return new Proof(
                definition, budget.states() - states, budget.transitions() - transitions,
                (System.nanoTime() - began) / 1_000_000, model.facts.size(), followed, roster.text(), properties);
    }

    /// One definition being proved.
    private final class Run {
        private final Model model;
        private final Search search;
        private final Story story;
        private final Definition definition;
        private final Set<Integer> taken = new LinkedHashSet<>();

        Run(Model model, Search search, Story story) {
            this.model = model;
            this.search = search;
            this.story = story;
            this.definition = model.definition;
        }

        private StateSpace.Goal goal(Model.Taking taking, Guard guard) {
            return new StateSpace.Goal(taking, taking.in(), guard);
        }

        private String cited(List<Citation> basis) {
            return basis.isEmpty() ? "" : "（" + String.join("、", basis.stream().map(laws::display).toList()) + "）";
        }

        private String title(String step) {
            return "“" + Titles.step(definition, step) + "”";
        }

        Property everyStep() {
            model.takings.stream()
                    .filter(t -> search.ever(goal(t, t.guard())).isPresent())
                    .forEach(t -> taken.add(t.number()));
            List<String> never = definition.allSteps().values().stream()
                    .flatMap(s -> unreached(s).stream())
                    .toList();
            return never.isEmpty()
                    ? Property.held("每一步骤都办得到（" + definition.allSteps().size() + " 步）")
                    : Property.failed("有步骤永远办不到", never);
        }

        /// A step nobody can take, or a clock that its condition always starts or never does.
        private List<String> unreached(Definition.Step step) {
            List<Definition.Step> ways = model.takings.stream()
                    .filter(t -> taken.contains(t.number()) && t.step().id().equals(step.id()))
                    .map(Model.Taking::step)
                    .toList();
            if (ways.isEmpty()) {
                return List.of("步骤" + title(step.id()) + "永远办不到" + cited(step.basis()));
            }
            return step.clocks().stream()
                    .filter(a -> a.when() != null)
                    .flatMap(a -> {
                        long started = ways.stream().filter(w -> starts(w, a.clock())).count();
                        String clock = "步骤" + title(step.id()) + "的“" + definition.clocks().get(a.clock()).title() + "”";
                        return started == 0
                                ? Stream.of(clock + "永远不会起算")
                                : started == ways.size() ? Stream.of(clock + "总是起算，条件形同虚设") : Stream.empty();
                    })
                    .toList();
        }

        private static boolean starts(Definition.Step way, String clock) {
            return way.clocks().stream().anyMatch(a -> a.op() == Definition.ClockAction.Op.START && a.clock().equals(clock));
        }

        Property everyStage() {
            BitSet entered = new BitSet();
            model.takings.stream()
                    .filter(t -> taken.contains(t.number()) && t.to() >= 0)
                    .forEach(t -> entered.set(t.to()));
            List<String> never = definition.stages().values().stream()
                    .filter(s -> !entered.get(model.stages.indexOf(s.id())))
                    .map(s -> "阶段“" + s.title() + "”永远到不了")
                    .toList();
            return never.isEmpty()
                    ? Property.held("每一阶段都到得了（" + model.stages.size() + " 个阶段）")
                    : Property.failed("有阶段永远到不了", never);
        }

        Property completed(Search.Completion completion) {
            if (completion.stuck() == null) {
                return Property.held("任何情形都走得到终局，案件不会卡住");
            }
            return Property.failed(
                    "案件会卡住：从下列情形起走不到任何终局",
                    story.tell(completion.stuck().story(), null, Story.Ending.NONE));
        }

        List<Property> preceding() {
            return model.takings.stream()
                    .flatMap(t -> t.step().alwaysBefore().stream().map(before -> absent(
                            "办" + title(t.step().id()) + "之前必已办" + title(before) + cited(t.step().basis()), t, before)))
                    .distinct()
                    .toList();
        }

        List<Property> prohibited() {
            return definition.never().stream()
                    .flatMap(n -> n.without().stream().flatMap(without -> model.takings.stream()
                            .filter(t -> t.step().id().equals(n.step()))
                            .map(t -> absent("未办" + title(without) + "不得办" + title(n.step()) + cited(n.basis()), t, without))))
                    .distinct()
                    .toList();
        }

        private Property absent(String title, Model.Taking taking, String before) {
            int done = model.done(before);
            Guard without = taking.guard().and(new Guard.In(done, 1));
            Optional<Search.Found> found = search.from(search.beginning(), goal(taking, without), List.of(done));
            return found.isEmpty()
                    ? Property.held(title)
                    : Property.failed(title, told(found.get(), Story.Ending.ACCEPTED));
        }

        private List<String> told(Search.Found found, Story.Ending ending) {
            return story.tell(found.node().story(), found.goal(), ending);
        }

        /// No duty and no term runs on in a final stage, even if nothing looked at the running clocks.
        Property closures() {
            List<String> faults = new ArrayList<>();
            int clocks = 0;
            for (Definition.ClockRule rule : definition.clocks().values()) {
                if (rule.kind() == ClockKind.WINDOW) {
                    continue;
                }
                clocks++;
                List<Search.Found> ways = model.takings.stream()
                        .flatMap(t -> leftRunning(rule, t).stream())
                        .toList();
                if (!ways.isEmpty()) {
                    String steps = String.join("、", ways.stream()
                            .map(w -> title(w.goal().taking().step().id()))
                            .toList());
                    faults.add("办" + steps + "时“" + rule.title() + "”可能尚未了结" + cited(rule.basis()));
                    faults.addAll(best(ways));
                }
            }
            return faults.isEmpty()
                    ? Property.held("终局时没有未了结的办理期限或者当事人期限（" + clocks + " 项）")
                    : Property.failed("终局时会有未了结的期限", faults);
        }

        /// The first story that can be lived through, else the first.
        private List<String> best(List<Search.Found> ways) {
            List<List<String>> stories = new ArrayList<>();
            for (Search.Found way : ways) {
                stories.add(told(way, Story.Ending.ONLY_THE_CLOCK));
                if (stories.getLast().getLast().equals(Story.TRUE)) {
                    return stories.getLast();
                }
            }
            return stories.getFirst();
        }

        /// A way into a final stage on which the clock is left unfinished there for the first time.
        private Optional<Search.Found> leftRunning(Definition.ClockRule rule, Model.Taking t) {
            int clock = model.clock(rule.id());
            BitSet closing = (BitSet) t.in().clone();
            if (t.to() < 0) {
                closing.and(model.finals);
            } else if (!model.finals.get(t.to())) {
                return Optional.empty();
            }
            int @Nullable [] after = t.effects().get(clock);
            long unfinished = 0;
            for (int state = 0; state < 5; state++) {
                long then = after == null ? 1L << state : after[state];
                if ((then & ClockModel.bits(Fact.RUNNING, Fact.STOPPED, Fact.OUT)) != 0) {
                    unfinished |= 1L << state;
                }
            }
            if (closing.isEmpty() || unfinished == 0) {
                return Optional.empty();
            }
            Guard guard = t.guard().and(new Guard.In(clock, unfinished));
            return search.from(search.beginning(), new StateSpace.Goal(t, closing, guard, clock), List.of(clock));
        }

        Property departures() {
            List<String> faults = model.takings.stream()
                    .filter(t -> t.in().intersects(model.finals) && t.to() >= 0 && model.finals.get(t.to()))
                    .map(t -> "步骤" + title(t.step().id()) + "由终局阶段转入终局阶段")
                    .toList();
            return faults.isEmpty()
                    ? Property.held("离开终局的步骤都回到未终局的阶段")
                    : Property.failed("离开终局的步骤应当回到未终局的阶段", faults);
        }

        Property everyRefusal() {
            List<String> idle = new ArrayList<>();
            Set<List<Object>> asked = new HashSet<>();
            for (Model.Taking t : model.takings) {
                if (!taken.contains(t.number())) {
                    continue;
                }
                for (Condition c : Stream.of(t.step().when()).flatMap(Prover::apart).toList()) {
                    if (!asked.add(List.of(t.step().id(), c))) {
                        continue;
                    }
                    Guard refused = model.refusal(t, c);
                    BitSet anywhere = new BitSet();
                    anywhere.set(0, model.stages.size());
                    if (search.ever(new StateSpace.Goal(t, t.number() == 0 ? t.in() : anywhere, refused)).isEmpty()) {
                        idle.add("步骤" + title(t.step().id()) + "的条件“" + Titles.condition(definition, c) + "”永远成立，不会因此拒绝"
                                + cited(c.basis()));
                    }
                }
            }
            return idle.isEmpty()
                    ? Property.held("每一拒绝理由都可能出现，命名规则的两种结果都走得通（" + asked.size() + " 项）")
                    : Property.failed("有条件永远成立，形同虚设", idle);
        }
    }

    /// The conditions that give reasons of their own.
    private static Stream<Condition> apart(Condition condition) {
        return condition instanceof Condition.All all ? all.parts().stream().flatMap(Prover::apart) : Stream.of(condition);
    }
}
