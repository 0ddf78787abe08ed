package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 反例的讲述: a path of the abstraction told as the life of a case, lived through the real decision in an office.
///
/// What the real decision does not accept is an error of the abstraction; it is told as such and remains a failure.
final class Story {

    /// 结尾: what the real decision has to say to the last step.
    enum Ending {
        /// There is no last step; the story ends where it ends.
        NONE,
        ACCEPTED,
        /// Refused, for no other reason than that a clock has not come to its end.
        ONLY_THE_CLOCK
    }

    /// The last line of a story that was lived through.
    static final String TRUE = "以上经实际决断重演属实。";

    private static final String CLOCK_REASON = "尚未了结，不能结案";

    private final Definition definition;
    private final Model model;
    private final Office office;
    private final Deciding deciding;
    private final Rehearsal rehearsal;

    Story(Definition definition, Laws laws, WorkingDays calendar, Office office, Model model) {
        this.definition = definition;
        this.model = model;
        this.office = office;
        this.deciding = new Deciding(laws, calendar);
        this.rehearsal = new Rehearsal(Definitions.only(definition), deciding, office);
    }

    /// The story, a line for each thing that happens; the last line says whether it could be lived through.
    List<String> tell(List<Trail.Occurrence> path, Trail.@Nullable Occurrence last, Ending ending) {
        Telling best = null;
        for (int parties = Math.max(1, definition.parties().atLeast()); parties <= 2; parties++) {
            Telling telling = new Telling(parties);
            telling.live(path, last, ending);
            if (best == null || telling.fault == null && best.fault != null) {
                best = telling;
            }
            if (best.fault == null || definition.parties().atMost() < 2) {
                break;
            }
        }
        if (best == null) {
            best = new Telling(definition.parties().atLeast());
            best.live(path, last, ending);
        }
        List<String> lines = new ArrayList<>(best.lines);
        lines.add(best.fault == null ? TRUE : "未能重演，属抽象的误差：" + best.fault);
        return lines;
    }

    /// One attempt to live through the story, with so many parties.
    private final class Telling {
        private final int parties;
        private final List<String> lines = new ArrayList<>();
        private final Map<String, Integer> times = new HashMap<>();
        private @Nullable CaseState state;
        /// Half a year after the version began, when what it needs of the office has been set up.
        private LocalDate day = calendar().workingDayFrom(definition.from().plusDays(180));
        private @Nullable String fault;

        Telling(int parties) {
            this.parties = parties;
        }

        private WorkingDays calendar() {
            return deciding.calendar();
        }

        void live(List<Trail.Occurrence> path, Trail.@Nullable Occurrence last, Ending ending) {
            for (Trail.Occurrence o : path) {
                if (o.taking() == null) {
                    pass(o);
                } else {
                    take(o, Ending.ACCEPTED);
                }
            }
            if (last != null) {
                take(last, ending);
            }
        }

        private void say(String what) {
            lines.add((lines.size() + 1) + ". " + day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日　" + what);
        }

        private void fail(String why) {
            if (fault == null) {
                fault = why;
            }
        }

        private void pass(Trail.Occurrence o) {
            Fact fact = model.facts.get(o.fact());
            if (fact.kind() == Fact.Kind.PRESENT) {
                if (fault == null) {
                    state = rehearsal.signed(state, fact.name(), day);
                }
                say("签发《" + definition.documents().get(fact.name()).title() + "》");
                return;
            }
            List<Clock> running = state == null
                    ? List.of()
                    : state.clocksOf(fact.name()).stream().filter(c -> !c.ended()).toList();
            running.stream()
                    .map(c -> c.due(calendar()).workingDayFrom().plusDays(1))
                    .filter(d -> d.isAfter(day))
                    .max(LocalDate::compareTo)
                    .ifPresent(d -> day = d);
            say(fact.title() + "已经届满");
            if (running.isEmpty() && fault == null) {
                fail(fact.title() + "没有在计");
            }
        }

        private void take(Trail.Occurrence o, Ending ending) {
            Definition.Step step = o.taking().step();
            if (fault != null) {
                say("“" + step.title() + "”（" + posts(step) + "）" + filled(o));
                return;
            }
            List<String> all = state == null ? List.of() : List.copyOf(state.parties().keySet());
            if (all.size() > 1 && completes(o)) {
                all.forEach(p -> take(o, ending, p));
            } else {
                int turn = times.merge(step.id(), 1, Integer::sum) - 1;
                take(o, ending, all.isEmpty() ? null : all.get(turn % all.size()));
            }
        }

        /// True when what concerns one party at a time is settled for all of them by this.
        private boolean completes(Trail.Occurrence o) {
            List<Fact> settled = o.taking().effects().keySet().stream()
                    .map(model.facts::get)
                    .filter(f -> f.kind() == Fact.Kind.SERVED && f.name().equals(o.taking().step().effects().serves())
                            || f.kind() == Fact.Kind.CONFIRMED
                            || f.kind() == Fact.Kind.CLOCK && definition.clocks().get(f.name()).perParty())
                    .toList();
            return !settled.isEmpty()
                    && settled.stream().allMatch(f -> f.kind() == Fact.Kind.CLOCK
                            ? o.after()[f.id()] == Fact.ENDED
                            : o.after()[f.id()] == 1);
        }

        private void take(Trail.Occurrence o, Ending ending, @Nullable String party) {
            Definition.Step step = o.taking().step();
            try {
                Rehearsal.Result result = rehearsal.take(state, move(step, o, party));
                String who = result.decision() instanceof Decision.Accepted a ? actors(a) : posts(step);
                say("“" + step.title() + "”（" + who + "）" + filled(o));
                if (result.state() != null) {
                    state = result.state();
                }
                judge(step, result.decision(), ending);
            } catch (IllegalArgumentException e) {
                say("“" + step.title() + "”（" + posts(step) + "）" + filled(o));
                fail("“" + step.title() + "”无法办理：" + e.getMessage());
            }
        }

        private void judge(Definition.Step step, Decision decision, Ending ending) {
            List<String> reasons = decision instanceof Decision.Refused(List<Reason> all)
                    ? all.stream().map(Reason::text).toList()
                    : List.of();
            boolean accepted = decision instanceof Decision.Accepted;
            boolean onlyClock = !accepted && reasons.stream().allMatch(r -> r.endsWith(CLOCK_REASON));
            if (ending == Ending.ONLY_THE_CLOCK && !onlyClock || ending == Ending.ACCEPTED && !accepted) {
                fail("“" + step.title() + "”" + (accepted ? "获准办理" : "被拒绝：" + String.join("；", reasons)));
            }
        }

        private Rehearsal.Move move(Definition.Step step, Trail.Occurrence o, @Nullable String party) {
            Facts facts = deciding.facts(definition, step, state, office, day);
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            o.taking().choices().keySet().forEach(f -> step.form().field(model.facts.get(f).name()).ifPresent(field -> {
                Optional<JsonNode> value = model.fields.get(field.id()).value(field, o.own()[f], facts);
                if (value.isPresent()) {
                    data.set(field.id(), value.get());
                } else if (!field.required()) {
                    data.putNull(field.id());
                }
            }));
            if (party != null && step.form().has("party")) {
                data.put("party", party);
            }
            return new Rehearsal.Move(
                    definition.slug(), step.id(), day, null, null, null, step.by().party() ? party : null, null, day, data,
                    state == null ? entering(o) : List.of(), null, null);
        }

        private List<Act.NewParty> entering(Trail.Occurrence opening) {
            if (definition.parties().atMost() == 0) {
                return List.of();
            }
            boolean unknown = model.facts.stream()
                    .anyMatch(f -> f.kind() == Fact.Kind.CONFIRMED && opening.after()[f.id()] == 0);
            String kind = definition.parties().kinds().contains("organization")
                    ? "organization"
                    : definition.parties().kinds().getFirst();
            return Stream.iterate(1, i -> i + 1)
                    .limit(parties)
                    .map(i -> new Act.NewParty(
                            kind, unknown ? null : "示例当事人" + i, null, null, "示例路" + i + "号", null, null))
                    .toList();
        }

        private String actors(Decision.Accepted accepted) {
            return String.join("、", accepted.actors().stream()
                    .map(a -> office.postTitle(a.post()) + office.nameOf(a.person()))
                    .toList());
        }

        private String posts(Definition.Step step) {
            return String.join("或者", step.by().posts().stream().map(office::postTitle).toList());
        }

        private String filled(Trail.Occurrence o) {
            Map<String, String> values = new LinkedHashMap<>();
            Facts facts = deciding.facts(definition, o.taking().step(), state, office, day);
            o.taking().choices().keySet().forEach(f -> o.taking().step().form().field(model.facts.get(f).name()).ifPresent(
                    field -> model.fields.get(field.id()).value(field, o.own()[f], facts).ifPresent(
                            v -> values.put(field.title(), shown(field, v)))));
            return values.isEmpty()
                    ? ""
                    : "：" + String.join("，", values.entrySet().stream().map(e -> e.getKey() + "填" + e.getValue()).toList());
        }

        private String shown(Field field, JsonNode value) {
            List<String> parts = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(v -> parts.add(v.asString()));
            } else if (value.isBoolean()) {
                parts.add(value.asBoolean() ? "是" : "否");
            } else {
                parts.add(field.type() == Field.Type.MONEY ? Money.yuan(value.asLong()) + " 元" : value.asString());
            }
            return "“" + String.join("、", parts.stream().map(p -> field.options().getOrDefault(p, p)).toList()) + "”";
        }
    }
}
