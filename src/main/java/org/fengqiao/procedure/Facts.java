package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.Setting;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 审查所见: everything a condition or a named rule may look at: the case, the act (if there is one yet), the office,
/// the law and the day. Without an act, fields of the step's own form are still open.
public record Facts(
        Definition definition,
        Definition.Step step,
        @Nullable CaseState state,
        @Nullable Act act,
        Office office,
        Laws laws,
        WorkingDays calendar,
        LocalDate day) {

    /// The value of a field: from the form in hand, else the latest one in the case.
    public Optional<JsonNode> value(String field) {
        if (step.form().has(field)) {
            return act == null ? Optional.empty() : Optional.ofNullable(act.data().get(field));
        }
        return state == null ? Optional.empty() : state.fact(field);
    }

    /// The value a field had when a step was last taken.
    public Optional<JsonNode> valueAt(String takenStep, String field) {
        return state == null
                ? Optional.empty()
                : state.last(takenStep).map(d -> d.data().get(field));
    }

    public Optional<String> text(String field) {
        return value(field).filter(JsonNode::isString).map(JsonNode::asString);
    }

    public Optional<Long> number(String field) {
        return value(field).filter(JsonNode::isIntegralNumber).map(JsonNode::asLong);
    }

    public Optional<LocalDate> date(String field) {
        return text(field).flatMap(Facts::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The elements of a list field; empty when there is none.
    public List<String> texts(String field) {
        List<String> all = new ArrayList<>();
        value(field).filter(JsonNode::isArray).ifPresent(a -> a.forEach(x -> all.add(x.asString(""))));
        return all;
    }

    public boolean is(String field, String value) {
        return text(field).filter(value::equals).isPresent();
    }

    /// True when the field belongs to the form in hand and nothing has been filled in yet.
    public boolean open(String field) {
        return act == null && step.form().has(field);
    }

    public boolean done(String taken) {
        return state != null && state.isDone(taken);
    }

    public Optional<LocalDate> doneOn(String taken) {
        return state == null ? Optional.empty() : state.last(taken).map(CaseState.Deed::on);
    }

    /// A threshold by name: plain number, office setting or dated series; `NAME.person` or `NAME.organization` when the
    /// name distinguishes the kind of party (the strictest of all parties counts: the smallest value).
    public Optional<Long> threshold(String name) {
        if (name.chars().allMatch(Character::isDigit)) {
            return Optional.of(Long.parseLong(name));
        }
        Optional<Long> plain = amount(name);
        return plain.isPresent() ? plain : partyKinds().stream()
                .map(k -> amount(name + "." + k).or(() -> amount(name + "-" + k)))
                .flatMap(Optional::stream)
                .min(Long::compare);
    }

    private Optional<Long> amount(String name) {
        Optional<Long> set = office.setting(name, day).map(s -> Long.parseLong(s.value()));
        return set.isPresent() ? set : laws.findSeries(name).map(s -> s.on(day)).filter(v -> !v.isNone()).map(v -> v.asFen());
    }

    /// A period by name: written out, an office setting or a dated series.
    public Optional<Period> period(String name) {
        if (Character.isDigit(name.charAt(0))) {
            return Optional.of(Period.parse(name));
        }
        Optional<Setting> set = office.setting(name, day);
        return set.isPresent()
                ? set.map(s -> Period.parse(s.value()))
                : laws.findSeries(name)
                        .map(s -> s.on(day))
                        .filter(v -> !v.isNone())
                        .map(v -> Period.parse(v.asPeriodText()));
    }

    /// The kinds of the parties, `person` or `organization`, each once.
    public List<String> partyKinds() {
        if (state != null) {
            return state.parties().values().stream().map(CaseState.CaseParty::kind).distinct().toList();
        }
        return act == null ? List.of() : act.parties().stream().map(Act.NewParty::kind).distinct().toList();
    }

    public Optional<OffsetDateTime> moment() {
        return Optional.ofNullable(act).map(Act::actedAt);
    }
}
