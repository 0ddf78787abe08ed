package org.fengqiao.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fengqiao.calendar.Counting;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// 受理请求: makes what a person asks for an act that can be decided, or answers at once: what there is not, what is not theirs to do,
/// and what only the other cases of the office can tell, such as a number that has been registered before.
final class Preparing {

    /// By so much the clock of another machine may be ahead.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Definitions definitions;
    private final Access access;
    private final SourceNumbers sourceNumbers;
    private final OfficeClock clock;
    private final Viewing viewing;

    Preparing(Definitions definitions, Access access, SourceNumbers sourceNumbers, OfficeClock clock, Viewing viewing) {
        this.definitions = definitions;
        this.access = access;
        this.sourceNumbers = sourceNumbers;
        this.clock = clock;
        this.viewing = viewing;
    }

    /// An act made ready for its decision, or the answer that makes a decision needless.
    record Prepared(Cases.@Nullable Answer answer, @Nullable Definition definition, @Nullable Act act, @Nullable String lifeline) {

        static Prepared not(Cases.Answer answer) {
            return new Prepared(answer, null, null, null);
        }

        Cases.Answer with(Function<Prepared, Cases.Answer> next) {
            return answer != null ? answer : next.apply(this);
        }
    }

    Prepared prepared(String user, Cases.Opening o, Sights.Sight sight) {
        Office office = sight.office();
        if (!definitions.slugs().contains(o.procedure())) {
            return Prepared.not(new Cases.Answer.NotFound("没有程序 " + o.procedure()));
        }
        if (!access.mayOpen(office, user, o.procedure(), clock.today())) {
            return Prepared.not(new Cases.Answer.Forbidden("您没有办理该程序案件的权限"));
        }
        LocalDate on = actedOn(o.when());
        Optional<Definition> definition = definitions.inForce(o.procedure(), on);
        if (definition.isEmpty()) {
            return Prepared.not(new Cases.Answer.NotFound("没有程序 " + o.procedure()));
        }
        String lifeline = o.lifeline();
        if (lifeline != null) {
            Optional<Records.Known> related = viewing.see(user, lifeline);
            if (related.isEmpty()) {
                return Prepared.not(new Cases.Answer.NotFound("没有您可以查看的关联案件 " + lifeline));
            }
            lifeline = related.get().state().lifeline();
        }
        Optional<Reason> amiss = wrongMoment(o.when(), on).or(() -> sourceNumbers.twice(definition.get(), o.data()));
        if (amiss.isPresent()) {
            return Prepared.not(new Cases.Answer.Refused(List.of(amiss.get())));
        }
        Act act = act(definition.get().opening().id(), user, o.when(), on, o.data(), o);
        return new Prepared(null, definition.get(), act, lifeline);
    }

    Prepared prepared(String user, String number, String step, Cases.Taking taking, Sights.Sight sight) {
        Records.Known known = sight.known();
        if (known == null) {
            return Prepared.not(absent(number));
        }
        if (!access.mayAct(sight.office(), user, known.state().procedure(), clock.today())) {
            return Prepared.not(mayNotAct(user, number));
        }
        LocalDate on = actedOn(taking);
        Definition definition = definitions.binding(known.state(), on);
        if (definition.step(step).isEmpty()) {
            return Prepared.not(new Cases.Answer.NotFound("“" + definition.title() + "”没有步骤 " + step));
        }
        Integer expected = taking.expectedVersion();
        if (expected != null && expected != known.state().version()) {
            return Prepared.not(new Cases.Answer.Lost());
        }
        List<String> actors = taking.actors();
        if (!actors.isEmpty() && !actors.contains(user)) {
            return Prepared.not(new Cases.Answer.Refused(List.of(formReason("办理人应当包括本人", "actors"))));
        }
        Optional<Reason> amiss = wrongMoment(taking, on)
                .or(() -> mergedIntoNothing(user, definition.step(step).orElseThrow(), known.state(), taking.data()));
        if (amiss.isPresent()) {
            return Prepared.not(new Cases.Answer.Refused(List.of(amiss.get())));
        }
        return new Prepared(null, definition, act(step, user, taking, on, taking.data(), null), null);
    }

    private static Cases.Answer absent(String number) {
        return new Cases.Answer.NotFound("没有您可以查看的案件 " + number);
    }

    /// Whoever may not even look at a case is not told that there is one.
    private Cases.Answer mayNotAct(String user, String number) {
        return viewing.see(user, number).isPresent() ? new Cases.Answer.Forbidden("您没有办理该程序案件的权限") : absent(number);
    }

    /// 并案: what is merged must go on somewhere, or the matter would be lost with its case. A case that is no other open
    /// case of the same procedure takes nothing over; the case itself is refused by its definition.
    private Optional<Reason> mergedIntoNothing(String user, Definition.Step step, CaseState state, ObjectNode data) {
        String field = step.effects().merges();
        String into = field == null ? "" : data.path(field).asString("").strip();
        if (into.isEmpty() || into.equals(state.number()) || !step.in().contains(state.stage())) {
            return Optional.empty();
        }
        Optional<CaseState> found = viewing.see(user, into).map(Records.Known::state);
        String why = found.isEmpty()
                ? "没有您可以查看的案件 " + into + "，不能并入"
                : !found.get().procedure().equals(state.procedure())
                        ? into + " 不是同一程序的案件，不能并入"
                        : found.get().isFinal() ? into + " 已经终结，不能并入" : null;
        return why == null ? Optional.empty() : Optional.of(Reason.of(why, step.basis(), field));
    }

    private LocalDate actedOn(Cases.Taking taking) {
        if (taking.actedOn() != null) {
            return taking.actedOn();
        }
        OffsetDateTime at = taking.actedAt();
        return at == null ? clock.today() : Counting.civilDay(at);
    }

    /// What has not happened yet cannot be recorded, and a moment lies on the day of its act; a day ahead is refused where
    /// days are judged. The clocks of two machines differ a little.
    private Optional<Reason> wrongMoment(Cases.Taking taking, LocalDate on) {
        OffsetDateTime at = taking.actedAt();
        if (at == null || on.isAfter(clock.today())) {
            return Optional.empty();
        }
        if (!Counting.civilDay(at).equals(on)) {
            return Optional.of(formReason("办理时刻 " + spoken(at) + " 不在办理日期 " + on + "，请核对", "actedAt"));
        }
        return at.isAfter(clock.now().plus(SKEW))
                ? Optional.of(formReason("办理时刻 " + spoken(at) + " 晚于现在 " + spoken(clock.now()) + "，没有发生的办理不能登记", "actedAt"))
                : Optional.empty();
    }

    private static String spoken(OffsetDateTime at) {
        return at.atZoneSameInstant(Counting.ZONE).format(MOMENT);
    }

    private Act act(String step, String user, Cases.Taking t, LocalDate on, ObjectNode data, Cases.@Nullable Opening o) {
        String second = t.actors().stream().filter(a -> !a.equals(user)).findFirst().orElse(null);
        OffsetDateTime at = t.actedAt() != null ? t.actedAt() : on.equals(clock.today()) ? clock.now() : null;
        return new Act(
                step, user, second, false, t.party(), t.expectedVersion(), on, at, t.lateReason(), data,
                o == null ? List.of() : o.parties(), o == null ? null : o.relevantDate(), o == null ? null : o.title());
    }

    static Reason formReason(String text, String field) {
        return new Reason(Reason.Kind.FORM, text, List.of(), field, null);
    }
}
