package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.law.UnresolvedCitation;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;

/// 重演: takes recorded cases through a draft, act by act, by the real decision. Nothing it does is recorded.
///
/// What the draft allows goes on under the draft, with its stages and clocks. What it refuses is noted with its reasons; the case
/// then goes on as recorded, so that what came later is judged, too: stage, documents and new clocks are those of the event,
/// clocks that run under the draft stay as they are. What is no step, evidence or a signature, happens as it happened. A document
/// only the draft makes counts as signed.
public final class Replay {

    private final Definition draft;
    private final Definitions definitions;
    private final Deciding deciding;
    private final Office office;
    private final LocalDate today;

    /// @param definitions tells under which version a recorded step was taken
    /// @param today the day on which clocks that still run are judged
    public Replay(Definition draft, Definitions definitions, Deciding deciding, Office office, LocalDate today) {
        this.draft = draft;
        this.definitions = definitions;
        this.deciding = deciding;
        this.office = office;
        this.today = today;
    }

    /// 记录: an event with the personal values that are still kept beside it.
    public record Recorded(CaseEvent event, Map<String, String> personal) {}

    /// Takes one case through the draft.
    ///
    /// @param life its events from the first on
    public Replayed take(List<Recorded> life) {
        Life taken = new Life();
        life.forEach(taken::take);
        return taken.done();
    }

    /// One case, lived twice side by side.
    private final class Life {
        private @Nullable CaseState recorded;
        private @Nullable CaseState drafted;
        private final ClockRuns runsRecorded = new ClockRuns();
        private final ClockRuns runsDrafted = new ClockRuns();
        private final List<Replayed.RefusedAct> refused = new ArrayList<>();
        private final Map<String, Replayed.Work> before = new LinkedHashMap<>();
        private final Map<String, Replayed.Work> after = new LinkedHashMap<>();
        private Set<String> pendingRecorded = Set.of();
        private Set<String> pendingDrafted = Set.of();
        private final Set<String> owed = new LinkedHashSet<>();
        private boolean erased;

        void take(Recorded r) {
            CaseEvent event = r.event();
            String slug = event.definition().substring(0, event.definition().indexOf('@'));
            if (event.step().startsWith("$")) {
                drafted = carried(slug, r);
            } else {
                act(slug, r);
            }
            recorded = recorded == null ? CaseState.open(event, slug, r.personal()) : recorded.after(event, r.personal());
            runsRecorded.see(recorded);
            runsDrafted.see(Objects.requireNonNull(drafted));
            duties(event.actedOn());
        }

        private void act(String slug, Recorded r) {
            CaseEvent event = r.event();
            String post = event.actors().isEmpty() ? "" : event.actors().getFirst().post();
            add(before, post, new Replayed.Work(1, event.documents().size(), 0));
            Optional<Step> step = drafted == null ? Optional.of(draft.opening()).filter(s -> s.id().equals(event.step())) : draft.step(event.step());
            if (step.isEmpty()) {
                refused.add(new Replayed.RefusedAct(event.step(), List.of()));
                drafted = carried(slug, r);
                return;
            }
            RecordedAct act = new RecordedAct(event, r.personal());
            Decision decision = decided(act.under(step.get(), drafted == null));
            erased |= act.erased();
            List<String> posts = step.get().by().posts();
            String by = posts.contains(post) || posts.isEmpty() ? post : posts.getFirst();
            if (decision instanceof Decision.Accepted accepted) {
                List<CaseEvent.Made> made = made(accepted, event);
                add(after, by, new Replayed.Work(1, made.size(), 0));
                Composing composed = Composing.of(accepted, event.caseNumber(), event.recordedAt(), made, event.lifeline(), (f, v) -> "0");
                drafted = drafted == null
                        ? CaseState.open(composed.event(), slug, composed.personal())
                        : drafted.after(composed.event(), composed.personal());
                return;
            }
            refused.add(new Replayed.RefusedAct(
                    event.step(), decision instanceof Decision.Refused(List<Reason> reasons) ? reasons : List.of()));
            add(after, by, new Replayed.Work(1, step.get().documents().size(), 0));
            drafted = carried(slug, r);
        }

        private Decision decided(Act act) {
            try {
                return deciding.decide(draft, drafted, act, office, act.actedOn());
            } catch (UnresolvedCitation e) {
                return new Decision.Refused(List.of(Reason.form("办理之日还没有草案引用的法定数值或者条文", null)));
            }
        }

        /// The documents under the names the record gave them; what only the draft makes gets a name of its own.
        private List<CaseEvent.Made> made(Decision.Accepted accepted, CaseEvent event) {
            List<CaseEvent.Made> left = new ArrayList<>(event.documents());
            List<CaseEvent.Made> made = new ArrayList<>();
            for (Decision.Making m : accepted.documents()) {
                Optional<CaseEvent.Made> same = left.stream()
                        .filter(d -> d.kind().equals(m.rule().id()) && Objects.equals(d.party(), m.party()))
                        .findFirst();
                same.ifPresent(left::remove);
                CaseState.CaseDocument old = m.existing();
                made.add(same.orElseGet(() -> old == null
                        ? new CaseEvent.Made("N" + event.seq() + "-" + (made.size() + 1), m.rule().id(), m.party(), null, "0", true)
                        : new CaseEvent.Made(old.id(), old.kind(), old.party(), old.number(), "0", old.signed())));
            }
            return made;
        }

        /// The event happens as it was recorded, upon the case as it stands under the draft.
        private CaseState carried(String slug, Recorded r) {
            CaseEvent event = r.event();
            return drafted == null
                    ? CaseState.open(event, slug, r.personal())
                    : drafted.after(event.with(ClockRuns.fitting(event.clocks(), drafted)), r.personal());
        }

        private void duties(LocalDate day) {
            CaseState was = Objects.requireNonNull(recorded);
            CaseState is = Objects.requireNonNull(drafted);
            Optional<Definition> then = definitions.version(was.definition());
            Map<String, String> nowRecorded = then.map(d -> pending(d, was, day)).orElse(Map.of());
            Map<String, String> nowDrafted = draft.stages().containsKey(is.stage()) ? pending(draft, is, day) : Map.of();
            come(nowRecorded, pendingRecorded, before);
            come(nowDrafted, pendingDrafted, after);
            pendingRecorded = nowRecorded.keySet();
            pendingDrafted = nowDrafted.keySet();
            if (then.isPresent()) {
                newDuties(then.get()).stream().filter(s -> due(s, is, day)).map(Step::id).forEach(owed::add);
            }
        }

        private Map<String, String> pending(Definition d, CaseState state, LocalDate day) {
            try {
                return deciding.pending(d, state, office, day).stream().collect(Collectors.toMap(
                        Step::id, s -> s.by().posts().isEmpty() ? "" : s.by().posts().getFirst(), (a, b) -> a, LinkedHashMap::new));
            } catch (UnresolvedCitation e) {
                return Map.of();
            }
        }

        private static void come(Map<String, String> now, Set<String> earlier, Map<String, Replayed.Work> work) {
            now.forEach((step, post) -> {
                if (!earlier.contains(step)) {
                    add(work, post, new Replayed.Work(0, 0, 1));
                }
            });
        }

        private boolean due(Step step, CaseState state, LocalDate day) {
            try {
                return step.in().contains(state.stage())
                        && Conditions.waiting(deciding.facts(draft, step, state, office, day)).reasons(step.when()).isEmpty();
            } catch (UnresolvedCitation e) {
                return false;
            }
        }

        Replayed done() {
            CaseState was = Objects.requireNonNull(recorded, "a case without events");
            CaseState is = Objects.requireNonNull(drafted);
            return new Replayed(
                    was.number(), List.copyOf(refused), ClockRuns.moved(runsRecorded, runsDrafted, deciding.calendar(), today), before,
                    after, owed, erased, was.stage().equals(is.stage()));
        }

        private static void add(Map<String, Replayed.Work> work, String post, Replayed.Work more) {
            work.merge(post, more, Replayed.Work::and);
        }
    }

    /// What the draft asks of the office and the version does not know.
    List<Step> newDuties(Definition version) {
        return draft.steps().values().stream()
                .filter(s -> version.step(s.id()).isEmpty() && !s.optional() && !s.by().party())
                .toList();
    }
}
