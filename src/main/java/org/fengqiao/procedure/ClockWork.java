package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.Entry;
import org.fengqiao.deadline.Moment;
import org.fengqiao.law.Citation;
import org.fengqiao.procedure.Definition.ClockAction;
import org.fengqiao.procedure.Definition.ClockRule;
import org.jspecify.annotations.Nullable;

/// 期限动作的执行: turns the clock actions of a step into clocks, or into reasons why they may not be.
final class ClockWork {

    private final Facts facts;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<CaseEvent.ClockChange> changes = new ArrayList<>();
    private final Map<String, Clock> clocks;

    ClockWork(Facts facts) {
        this.facts = facts;
        CaseState state = facts.state();
        this.clocks = state == null ? new LinkedHashMap<>() : new LinkedHashMap<>(state.clocks());
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<CaseEvent.ClockChange> changes() {
        return changes;
    }

    /// The clocks as they stand after the step.
    Map<String, Clock> clocks() {
        return clocks;
    }

    /// Does what the step says.
    ///
    /// @param parties the parties of the case, those entering with this act included
    void perform(List<String> parties) {
        for (ClockAction action : ClockAction.inTurn(facts.step().clocks(), a -> running(a).findAny().isPresent())) {
            if (action.op() != ClockAction.Op.START) {
                change(action);
            } else if (action.when() == null || new Conditions(facts).judge(action.when()) instanceof Outcome.Satisfied) {
                start(action, parties);
            }
        }
    }

    /// What stands against the clock actions of a step whatever its form may say: no such clock counts, it does not rest,
    /// it rests already, or every extension has been used.
    List<Reason> standing() {
        List<ClockAction> actions = facts.step().clocks();
        List<Reason> against = new ArrayList<>();
        for (ClockAction action : actions) {
            boolean startsHere = actions.stream().anyMatch(a -> a.op() == ClockAction.Op.START && a.clock().equals(action.clock()));
            if (!startsHere && action.op() != ClockAction.Op.LIFT) {
                obstacle(action).ifPresent(why -> against.add(Reason.of(why, action.basis(), null)));
            }
        }
        return against;
    }

    private Optional<String> obstacle(ClockAction action) {
        List<Clock> concerned = running(action).toList();
        if (concerned.isEmpty()) {
            return action.closes() ? Optional.empty() : Optional.of(notCounting(action));
        }
        return switch (action.op()) {
            case STOP -> concerned.stream().allMatch(Clock::stopped)
                    ? Optional.of("“" + concerned.getFirst().title() + "”已经中止，不能再次中止")
                    : Optional.empty();
            case RESUME -> concerned.stream().noneMatch(Clock::stopped)
                    ? Optional.of("“" + concerned.getFirst().title() + "”没有中止，无从恢复")
                    : Optional.empty();
            case EXTEND -> concerned.stream().allMatch(c -> granted(c) >= action.cap())
                    ? Optional.of(usedUp(action, concerned.getFirst()))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String notCounting(ClockAction action) {
        return title(action.clock()) + "没有在计，不能变更";
    }

    private static long granted(Clock clock) {
        return clock.ledger().stream().filter(e -> e instanceof Entry.Extend).count();
    }

    private static String usedUp(ClockAction action, Clock clock) {
        return "“" + clock.title() + "”至多延长 " + action.cap() + " 次，已经延长 " + granted(clock) + " 次";
    }

    private void start(ClockAction action, List<String> parties) {
        if (action.from() != null && facts.act() != null && facts.text(action.from()).isEmpty()) {
            // From a field that was left empty nothing runs, whatever the office has set or not.
            return;
        }
        ClockRule rule = facts.definition().clocks().get(action.clock());
        Optional<Period> budget = facts.period(rule.budget());
        if (budget.isEmpty()) {
            reasons.add(Reason.of("机关设置中没有当日有效的“" + rule.title() + "”（" + rule.budget() + "）", citations(rule, action), null));
            return;
        }
        Optional<Moment> start = moment(action, budget.get().unit().timed());
        if (start.isEmpty()) {
            return;
        }
        for (String party : rule.perParty() ? concerned(parties) : java.util.Collections.<String>singletonList(null)) {
            Clock clock = new Clock(
                    rule.id(), party, rule.kind(), rule.title(), start.get(), budget.get(), rule.roll(),
                    "自“" + facts.step().title() + "”起算", citations(rule, action).stream().map(Citation::toString).toList(),
                    rule.interpretation(), null, List.of(), null);
            keep(new CaseEvent.ClockChange.Whole("start", clock));
        }
    }

    private static List<Citation> citations(ClockRule rule, ClockAction action) {
        return rule.basis().isEmpty() ? action.basis() : rule.basis();
    }

    private void keep(CaseEvent.ClockChange change) {
        change.change(clocks);
        changes.add(change);
    }

    private static CaseEvent.ClockChange added(Clock after) {
        return after.end() != null
                ? new CaseEvent.ClockChange.Ended(after.id(), after.party(), after.end())
                : new CaseEvent.ClockChange.Noted(after.id(), after.party(), after.ledger().getLast());
    }

    /// The parties a per-party action concerns: the acting party, the one named in the form, or all.
    private List<String> concerned(List<String> parties) {
        String acting = acting();
        return acting == null ? parties : List.of(acting);
    }

    private @Nullable String acting() {
        Act act = facts.act();
        if (act == null) {
            return null;
        }
        return act.party() != null
                ? act.party()
                : facts.step().form().has("party") ? facts.text("party").orElse(null) : null;
    }

    private Optional<Moment> moment(ClockAction action, boolean hours) {
        Act act = facts.act();
        String field = action.from() != null
                ? action.from()
                : facts.step().effects().serves() != null && facts.step().form().has("served-on") ? "served-on" : null;
        if (field != null) {
            Optional<String> value = facts.text(field);
            if (hours) {
                return value.filter(v -> v.contains("T")).map(v -> Moment.of(OffsetDateTime.parse(v)));
            }
            // The day of a moment is that of the office, in whatever zone the moment is written.
            return value.filter(v -> v.length() >= 10).map(v -> Moment.of(v.contains("T") ? Counting.civilDay(OffsetDateTime.parse(v)) : LocalDate.parse(v.substring(0, 10))));
        }
        if (act == null) {
            return Optional.empty();
        }
        if (hours) {
            return Optional.ofNullable(act.actedAt()).map(Moment::of);
        }
        return Optional.of(Moment.of(act.actedOn()));
    }

    private void change(ClockAction action) {
        List<Clock> concerned = running(action).toList();
        if (concerned.isEmpty() && !action.closes()) {
            reasons.add(Reason.of(notCounting(action), action.basis(), null));
        }
        for (Clock clock : concerned) {
            moment(action, clock.hours()).ifPresent(at -> apply(action, clock, at));
        }
    }

    /// The clocks an action concerns that have not ended.
    private Stream<Clock> running(ClockAction action) {
        String party = acting();
        return clocks.values().stream()
                .filter(c -> c.id().equals(action.clock()) && !c.ended())
                .filter(c -> c.party() == null || party == null || c.party().equals(party));
    }

    private String title(String clock) {
        return facts.definition().clocks().get(clock).title();
    }

    private void apply(ClockAction action, Clock clock, Moment at) {
        String ground = facts.step().title();
        List<String> basis = action.basis().stream().map(Citation::toString).toList();
        String document = documentFor(action);
        org.fengqiao.deadline.Outcome outcome =
                switch (action.op()) {
                    case END -> clock.end(at);
                    case LIFT -> clock.lift(at, ground);
                    case STOP -> clock.stop(new Entry.Stop(at, ground, basis, document), facts.calendar());
                    case RESUME -> clock.resume(new Entry.Resume(at, ground, basis, document));
                    case RESTART -> clock.restart(new Entry.Restart(at, ground, basis, document));
                    case EXTEND -> extend(action, clock, at, ground, basis, document);
                    case REPLACE -> {
                        Entry.Replace entry = new Entry.Replace(at, length(action, clock), ground, basis, document);
                        yield clock.kind() == org.fengqiao.deadline.ClockKind.DUTY
                                ? clock.replace(entry)
                                : clock.replaceInFavourOfParty(entry, facts.calendar());
                    }
                    case START -> throw new IllegalStateException("start is no change");
                };
        switch (outcome) {
            case org.fengqiao.deadline.Outcome.Changed(Clock changed) -> keep(added(changed));
            case org.fengqiao.deadline.Outcome.Kept _ -> {}
            case org.fengqiao.deadline.Outcome.Refused(String why) ->
                reasons.add(Reason.of(why, action.basis(), null));
        }
    }

    private org.fengqiao.deadline.Outcome extend(
            ClockAction action, Clock clock, Moment at, String ground, List<String> basis, @Nullable String document) {
        if (granted(clock) >= action.cap()) {
            return new org.fengqiao.deadline.Outcome.Refused(usedUp(action, clock));
        }
        return clock.extend(new Entry.Extend(at, length(action, clock), ground, basis, document), facts.calendar());
    }

    /// The length of an extension: a number of the form in the unit of the clock, or a period by name.
    private Period length(ClockAction action, Clock clock) {
        String by = action.by() == null ? "" : action.by();
        if (facts.step().form().has(by)) {
            return new Period(facts.number(by).orElse(1L).intValue(), clock.budget().unit());
        }
        return facts.period(by).orElseThrow(() -> new IllegalArgumentException("no period named " + by));
    }

    /// The document an entry rests on: its kind, when the step makes it or the file holds it.
    private @Nullable String documentFor(ClockAction action) {
        String kind = action.document();
        if (kind == null) {
            return facts.step().documents().isEmpty() ? null : facts.step().documents().getFirst();
        }
        CaseState state = facts.state();
        boolean made = facts.step().documents().contains(kind);
        return made || state != null && !state.documentsOf(kind).isEmpty() ? kind : null;
    }
}
