package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;

/// 决断步骤: definition + case + act + office + calendar → facts or every reason against them. Pure: no wall clock, no
/// database, no randomness.
public final class Deciding {

    private final Laws laws;
    private final Supplier<WorkingDays> calendar;

    public Deciding(Laws laws, WorkingDays calendar) {
        this(laws, () -> calendar);
    }

    /// @param calendar the calendar as it is known at the moment; a new notice changes it
    public Deciding(Laws laws, Supplier<WorkingDays> calendar) {
        this.laws = laws;
        this.calendar = calendar;
    }

    /// Decides one act.
    ///
    /// @param definition the version in force on the day of the act
    /// @param state the case, or null when the act opens one
    /// @param today the office's present day; an act is never later
    public Decision decide(
            Definition definition, @Nullable CaseState state, Act asked, Office office, LocalDate today) {
        Optional<Step> found = state == null ? Optional.of(definition.opening()) : definition.step(asked.step());
        if (found.isEmpty() || state == null && !found.get().id().equals(asked.step())) {
            return new Decision.Refused(List.of(Reason.form("“" + definition.title() + "”没有步骤 " + asked.step(), "step")));
        }
        Step step = found.get();
        Act act = completed(definition, step, state, asked, office);
        Facts given = new Facts(definition, step, state, act, office, laws, calendar(), act.actedOn());
        List<Reason> formReasons = new FormCheck(given).reasons(act.data());
        Facts facts = formReasons.isEmpty()
                ? given
                : new Facts(definition, step, state, sound(step, act, formReasons), office, laws, calendar(), act.actedOn());
        List<Reason> reasons = new ArrayList<>(openReasons(facts));
        reasons.addAll(dayReasons(facts, today));
        Persons persons = new Persons(facts);
        reasons.addAll(persons.reasons(act.person()));
        boolean pair = step.by().officers() > 1;
        if (pair) {
            reasons.addAll(secondReasons(persons, act));
        }
        Entering parties = new Entering(facts);
        reasons.addAll(parties.reasons());
        boolean possible = !act.actedOn().isAfter(today) && !act.actedOn().isBefore(today.minusDays(step.lateEntryDays()));
        if (possible) {
            reasons.addAll(new Conditions(facts).reasons(step.when()));
        }
        reasons.addAll(formReasons);
        reasons.addAll(persons.quorumReasons());
        if (state != null && act.expectedVersion() != null && act.expectedVersion() != state.version()) {
            reasons.add(Reason.version("案件已有新的办理记录，请刷新后再办"));
        }
        // Of a day on which the act cannot have been done the law is not asked: its texts need not reach back so far.
        if (!formReasons.isEmpty() || !possible) {
            return new Decision.Refused(distinct(reasons));
        }
        reasons.addAll(new Serving(facts).reasons());
        List<Decision.PartyEntry> entries = parties.entries();
        ClockWork work = new ClockWork(facts);
        work.perform(parties.ids(entries));
        reasons.addAll(work.reasons());
        String stage = step.to() != null ? step.to() : state == null ? "" : state.stage();
        boolean isFinal = definition.stages().containsKey(stage) && definition.stage(stage).isFinal();
        if (isFinal) {
            reasons.addAll(runningReasons(step, work.clocks()));
        }
        if (!reasons.isEmpty()) {
            return new Decision.Refused(distinct(reasons));
        }
        if (pair && !act.confirmed()) {
            return new Decision.Draft(act, act.second());
        }
        return new Accepting(facts, persons).decision(stage, isFinal, work.changes(), entries);
    }

    /// What a form gets wrong is a reason already; the law is asked about the rest. A person who is not offered is still
    /// looked at: the article that keeps them out says more than the list.
    private static Act sound(Step step, Act act, List<Reason> formReasons) {
        return act.without(formReasons.stream()
                .filter(r -> r.kind() == Reason.Kind.FORM && r.field() != null)
                .map(Reason::field)
                .filter(f -> !namesPeople(step, f, act.data().get(f)))
                .toList());
    }

    private static boolean namesPeople(Step step, String field, tools.jackson.databind.@Nullable JsonNode value) {
        Field.Type type = step.form().field(field).map(Field::type).orElse(Field.Type.TEXT);
        return value != null
                && (type == Field.Type.PERSON && value.isString()
                        || type == Field.Type.PEOPLE && value.isArray() && value.valueStream().allMatch(v -> v.isString()));
    }

    private static List<Reason> distinct(List<Reason> reasons) {
        return List.copyOf(new LinkedHashSet<>(reasons));
    }

    /// Fills in what follows from the case: the acting party and the second officer.
    private Act completed(Definition definition, Step step, @Nullable CaseState state, Act act, Office office) {
        String party = act.party();
        if (step.by().party() && party == null && state != null) {
            party = act.data().has("party") && act.data().get("party").isString()
                    ? act.data().get("party").asString()
                    : state.parties().keySet().stream().findFirst().orElse(null);
        }
        Act named = act.with(act.second(), party);
        if (step.by().officers() < 2) {
            return act.with(null, party);
        }
        Facts facts = new Facts(definition, step, state, named, office, laws, calendar(), act.actedOn());
        return named.with(new Persons(facts).second(named), party);
    }

    private static List<Reason> openReasons(Facts facts) {
        CaseState state = facts.state();
        Step step = facts.step();
        if (state == null || step.in().contains(state.stage())) {
            return List.of();
        }
        Map<String, Definition.Stage> stages = facts.definition().stages();
        if (!stages.containsKey(state.stage())) {
            return List.of(Reason.of("本案所处阶段在此版程序中不存在", step.basis(), null));
        }
        String where = String.join("、", step.in().stream().map(s -> "“" + stages.get(s).title() + "”").toList());
        return List.of(Reason.of(
                "本案现处于“" + stages.get(state.stage()).title() + "”阶段，本步骤在" + where + "阶段办理", step.basis(), null));
    }

    private static List<Reason> dayReasons(Facts facts, LocalDate today) {
        Act act = facts.act();
        Step step = facts.step();
        List<Reason> reasons = new ArrayList<>();
        if (act.actedOn().isAfter(today)) {
            reasons.add(Reason.form("办理日期 " + act.actedOn() + " 晚于今天 " + today, "actedOn"));
        }
        if (act.actedOn().isBefore(today.minusDays(step.lateEntryDays()))) {
            reasons.add(Reason.of(
                    "补录应当在办理后 " + step.lateEntryDays() + " 日内进行，" + act.actedOn() + " 已超过", step.by().basis(), "actedOn"));
        } else if (act.actedOn().isBefore(today) && (act.lateReason() == null || act.lateReason().isBlank())) {
            reasons.add(Reason.form("补录以前的办理须写明补录原因", "lateReason"));
        }
        if (facts.state() != null && act.actedOn().isBefore(sinceStage(facts.state()))) {
            reasons.add(Reason.of("办理日期早于本案进入现阶段之日 " + sinceStage(facts.state()), step.basis(), "actedOn"));
        }
        if (step.hourly() && act.actedAt() == null) {
            reasons.add(Reason.form("本步骤起算或者结束以小时、分钟计的期限，须写明办理时刻", "actedAt"));
        }
        return reasons;
    }

    /// The day on which the case came into its present stage.
    private static LocalDate sinceStage(CaseState state) {
        LocalDate since = state.opened();
        String before = "";
        for (CaseState.Deed deed : state.deeds()) {
            if (!deed.stage().equals(before)) {
                since = deed.on();
                before = deed.stage();
            }
        }
        return since;
    }

    private static List<Reason> secondReasons(Persons persons, Act act) {
        if (act.second() == null) {
            return List.of(Reason.person("没有可以共同办理的第二名人员", persons.facts().step().by().officersBasis()));
        }
        if (act.second().equals(act.person())) {
            return List.of(Reason.person("须由两名人员共同办理，不能由同一人确认", persons.facts().step().by().officersBasis()));
        }
        return persons.reasons(act.second());
    }

    private static List<Reason> runningReasons(Step step, Map<String, Clock> clocks) {
        return clocks.values().stream()
                .filter(c -> c.kind() != ClockKind.WINDOW && !c.ended())
                .map(c -> Reason.of("“" + c.title() + "”尚未了结，不能结案", step.basis(), null))
                .toList();
    }

    /// 现在可以办: for one person, each step of the definition with what stands against it and no form could cure.
    public List<StepStatus> survey(Definition definition, CaseState state, String person, Office office, LocalDate today) {
        List<StepStatus> all = new ArrayList<>();
        for (Step step : definition.steps().values()) {
            Facts facts = new Facts(definition, step, state, null, office, laws, calendar(), today);
            List<Reason> reasons = new ArrayList<>(openReasons(facts));
            boolean inStage = reasons.isEmpty();
            reasons.addAll(new Persons(facts).reasons(person));
            reasons.addAll(new Conditions(facts).reasons(step.when()));
            if (inStage) {
                reasons.addAll(new ClockWork(facts).standing());
                new Serving(facts).nothing().ifPresent(reasons::add);
            }
            all.add(new StepStatus(step, inStage, distinct(reasons)));
        }
        return all;
    }

    /// 待办: the steps that move a case on or settle one of its clocks, whose conditions hold or only wait for a clock.
    /// Parties' own acts and optional steps are not pending: nobody at the office has to do them. What is awaited from outside
    /// comes last.
    public List<Step> pending(Definition definition, CaseState state, Office office, LocalDate day) {
        return definition.steps().values().stream()
                .filter(s -> s.in().contains(state.stage()) && !s.by().party() && !s.optional())
                .filter(s -> s.to() != null && !s.to().equals(state.stage())
                        || s.clocks().stream().anyMatch(a -> a.op() == Definition.ClockAction.Op.END
                                && state.clocksOf(a.clock()).stream().anyMatch(c -> !c.ended())))
                .filter(s -> Conditions.waiting(new Facts(definition, s, state, null, office, laws, calendar(), day))
                        .reasons(s.when())
                        .isEmpty())
                .sorted(Comparator.comparing(s -> s.awaits() != null))
                .toList();
    }

    /// 可办情况: a step as one person sees it; available when nothing stands against it.
    public record StepStatus(Step step, boolean inStage, List<Reason> reasons) {
        public boolean available() {
            return reasons.isEmpty();
        }
    }

    /// The facts a form is filled from, before there is an act.
    public Facts facts(Definition definition, Step step, @Nullable CaseState state, Office office, LocalDate day) {
        return new Facts(definition, step, state, null, office, laws, calendar(), day);
    }

    public WorkingDays calendar() {
        return calendar.get();
    }

    public Laws laws() {
        return laws;
    }
}
