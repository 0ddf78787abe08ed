package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 条件审查: judges conditions against the facts; every part is asked, so that all reasons come at once.
final class Conditions {

    private static final Outcome UNSAID = Outcome.not("");

    private final Facts facts;
    private final Definition definition;
    private final boolean waiting;

    Conditions(Facts facts) {
        this(facts, false);
    }

    private Conditions(Facts facts, boolean waiting) {
        this.facts = facts;
        this.definition = facts.definition();
        this.waiting = waiting;
    }

    /// Judges as if every running clock stood where the condition wants it: what is only a matter of time counts as met.
    static Conditions waiting(Facts facts) {
        return new Conditions(facts, true);
    }

    /// The reasons why the condition does not hold; empty when it does.
    List<Reason> reasons(Condition condition) {
        List<Reason> reasons = new ArrayList<>();
        collect(condition, reasons);
        return reasons;
    }

    private void collect(Condition condition, List<Reason> reasons) {
        if (condition instanceof Condition.All(List<Condition> parts, List<Citation> _)) {
            parts.forEach(p -> collect(p, reasons));
            return;
        }
        switch (judge(condition)) {
            case Outcome.Satisfied() -> {}
            case Outcome.NotSatisfied(String text) ->
                reasons.add(Reason.of(text, condition.basis(), fieldOf(condition)));
            case Outcome.NeedsOfficer(String question, String text) ->
                reasons.add(Reason.judgement(text, condition.basis(), question));
        }
    }

    private static String fieldOf(Condition c) {
        return switch (c) {
            case Condition.Amount a -> a.field();
            case Condition.Kind k -> k.field();
            case Condition.Listed l -> l.field();
            default -> null;
        };
    }

    Outcome judge(Condition condition) {
        return switch (condition) {
            case Condition.Done c -> facts.done(c.step()) ? ok() : no(c.says(), () -> "尚未" + stepTitle(c.step()));
            case Condition.NotDone c -> facts.done(c.step()) ? no(c.says(), () -> "已经" + stepTitle(c.step())) : ok();
            case Condition.Served c -> served(c);
            case Condition.Present c -> present(c);
            case Condition.Within c -> within(c);
            case Condition.Lapsed c -> lapsed(c);
            case Condition.PartyConfirmed c -> partyConfirmed(c);
            case Condition.Amount c -> amount(c);
            case Condition.Kind c -> kind(c);
            case Condition.Answered c -> answered(c);
            case Condition.Listed c -> listed(c);
            case Condition.All c -> all(c);
            case Condition.Any c -> any(c);
            case Condition.Not c -> not(c);
            case Condition.Rule c -> rule(c);
        };
    }

    private static Outcome ok() {
        return Outcome.SATISFIED;
    }

    /// Who only waits for clocks asks whether, never why: then no sentence is made.
    private Outcome no(@Nullable String says, Supplier<String> otherwise) {
        return waiting ? UNSAID : Outcome.not(says == null ? otherwise.get() : says);
    }

    private String stepTitle(String step) {
        return definition.step(step).map(s -> "“" + s.title() + "”").orElse(step);
    }

    private String documentTitle(String kind) {
        Definition.DocumentRule rule = definition.documents().get(kind);
        return "《" + (rule == null ? kind : rule.title()) + "》";
    }

    private String clockTitle(String clock) {
        Definition.ClockRule rule = definition.clocks().get(clock);
        return rule == null ? clock : rule.title();
    }

    private Outcome served(Condition.Served c) {
        CaseState state = facts.state();
        if (state != null && state.served(c.document())) {
            return ok();
        }
        return no(c.says(), () -> documentTitle(c.document()) + "尚未送达全部当事人");
    }

    private Outcome present(Condition.Present c) {
        CaseState state = facts.state();
        List<CaseState.CaseDocument> documents = state == null ? List.of() : state.documentsOf(c.document());
        if (documents.isEmpty()) {
            return no(c.says(), () -> "案卷中没有" + documentTitle(c.document()));
        }
        return documents.getLast().signed() ? ok() : no(c.says(), () -> documentTitle(c.document()) + "尚未签发");
    }

    private List<Clock> clocks(String id) {
        return facts.state() == null ? List.of() : facts.state().clocksOf(id);
    }

    private Outcome within(Condition.Within c) {
        List<Clock> clocks = clocks(c.clock());
        String party = facts.act() == null ? null : facts.act().party();
        List<Clock> asked = party == null || clocks.stream().allMatch(k -> k.party() == null)
                ? clocks
                : clocks.stream().filter(k -> party.equals(k.party())).toList();
        if (asked.isEmpty()) {
            return no(c.says(), () -> clockTitle(c.clock()) + "尚未起算");
        }
        if (waiting && asked.stream().anyMatch(k -> !k.ended())) {
            return ok();
        }
        boolean open = asked.stream().anyMatch(k -> Timing.within(k, facts));
        return open ? ok() : no(c.says(), () -> clockTitle(c.clock()) + "已经届满" + Timing.dueText(asked.getLast(), facts));
    }

    private Outcome lapsed(Condition.Lapsed c) {
        List<Clock> clocks = clocks(c.clock());
        if (clocks.isEmpty()) {
            return no(c.says(), () -> clockTitle(c.clock()) + "尚未起算");
        }
        if (waiting && clocks.stream().anyMatch(k -> !k.ended())) {
            return ok();
        }
        Optional<Clock> open = clocks.stream()
                .filter(k -> !Timing.ended(k) && !Timing.lapsed(k, facts))
                .findFirst();
        boolean any = clocks.stream().anyMatch(k -> Timing.lapsed(k, facts));
        if (open.isEmpty() && any) {
            return ok();
        }
        return no(c.says(), () -> clockTitle(c.clock()) + "尚未届满" + open.map(k -> Timing.earliestText(k, facts)).orElse(""));
    }

    private Outcome partyConfirmed(Condition.PartyConfirmed c) {
        CaseState state = facts.state();
        boolean confirmed = state == null
                ? facts.act() == null || facts.act().parties().stream().allMatch(Act.NewParty::confirmed)
                : state.parties().values().stream().allMatch(CaseState.CaseParty::confirmed);
        return confirmed ? ok() : no(c.says(), () -> "当事人尚未确认，须先查明并登记");
    }

    private Outcome amount(Condition.Amount c) {
        if (facts.open(c.field())) {
            return ok();
        }
        Optional<Long> value = facts.number(c.field());
        Optional<Long> threshold = facts.threshold(c.threshold());
        if (threshold.isEmpty()) {
            return no(null, () -> "机关设置中没有当日有效的“" + c.threshold() + "”");
        }
        if (value.isPresent() && c.comparison().holds(value.get(), threshold.get())) {
            return ok();
        }
        return no(c.says(), () -> "数额应当" + c.comparison().zh + " " + Money.yuan(threshold.get()) + " 元"
                + value.map(v -> "，现为 " + Money.yuan(v) + " 元").orElse("，现未填写"));
    }

    private Outcome kind(Condition.Kind c) {
        if (facts.open(c.field())) {
            return ok();
        }
        Set<String> values = new LinkedHashSet<>(facts.texts(c.field()));
        facts.text(c.field()).ifPresent(values::add);
        facts.value(c.field()).filter(v -> v.isBoolean()).ifPresent(v -> values.add(v.asBoolean() ? "yes" : "no"));
        if (!values.isEmpty() && c.in().containsAll(values)) {
            return ok();
        }
        return no(c.says(), () -> "“" + fieldTitle(c.field()) + "”应当是："
                + c.in().stream().map(v -> optionTitle(c.field(), v)).collect(Collectors.joining("、")));
    }

    private String fieldTitle(String field) {
        return Titles.field(definition, field);
    }

    private String optionTitle(String field, String value) {
        return Titles.option(definition, field, value);
    }

    private Outcome answered(Condition.Answered c) {
        if (facts.open(c.question())) {
            return ok();
        }
        Definition.Question question = definition.questions().get(c.question());
        Optional<String> answer = facts.text(c.question());
        if (answer.isEmpty()) {
            return new Outcome.NeedsOfficer(c.question(), question.title() + "，须由承办人判断");
        }
        if (c.as().isEmpty() || c.as().contains(answer.get())) {
            return ok();
        }
        return no(c.says(), () -> "已判断“" + question.title() + "”为“"
                + question.answers().getOrDefault(answer.get(), answer.get()) + "”");
    }

    private Outcome listed(Condition.Listed c) {
        if (facts.open(c.field())) {
            return ok();
        }
        LocalDate day = facts.day();
        Optional<String> item = facts.text(c.field());
        return item.isPresent() && facts.office().item(c.catalogue(), item.get(), day).isPresent()
                ? ok()
                : no(c.says(), () -> "该事项不在当日有效的公布清单内" + item.map(i -> "（" + i + "）").orElse(""));
    }

    private Outcome all(Condition.All c) {
        for (Condition part : c.parts()) {
            Outcome outcome = judge(part);
            if (!(outcome instanceof Outcome.Satisfied)) {
                return outcome;
            }
        }
        return ok();
    }

    private Outcome any(Condition.Any c) {
        List<String> texts = new ArrayList<>(c.parts().size());
        Outcome asking = null;
        for (Condition part : c.parts()) {
            switch (judge(part)) {
                case Outcome.Satisfied() -> {
                    return ok();
                }
                case Outcome.NotSatisfied(String text) -> texts.add(text);
                case Outcome.NeedsOfficer n -> asking = n;
            }
        }
        if (asking != null) {
            return asking;
        }
        return no(c.says(), () -> String.join("；或者", texts));
    }

    private Outcome not(Condition.Not c) {
        return switch (judge(c.part())) {
            case Outcome.Satisfied() -> no(c.says(), () -> "存在不得办理的情形：" + Titles.condition(definition, c.part()));
            case Outcome.NotSatisfied _ -> ok();
            case Outcome.NeedsOfficer n -> n;
        };
    }

    private Outcome rule(Condition.Rule c) {
        Outcome outcome = Rules.judge(c.name(), facts);
        return outcome instanceof Outcome.NotSatisfied && c.says() != null ? Outcome.not(c.says()) : outcome;
    }
}
