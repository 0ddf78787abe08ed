package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 案件之门: open a case, take its steps, confirm, sign, add evidence. Decides in memory and writes once.
public final class Cases {

    /// What stands in the place of a personal value whose handling is restricted.
    public static final String RESTRICTED = PersonalData.MASK;

    private final Records records;
    private final Definitions definitions;
    private final Deciding deciding;
    private final Offices offices;
    private final OfficeClock clock;
    private final Papers papers;
    private final Access access;
    private final Drafts drafts;
    private final SourceNumbers sourceNumbers;
    private final Purposes purposes;
    private final Sights sights;
    private final Viewing viewing;
    private final Preparing preparing;
    private final BesideSteps besideSteps;

    /// The same doors for an office whose lives are simulated: the given clock says what day it is.
    public Cases under(OfficeClock simulated) {
        return new Cases(records, definitions, deciding, offices, simulated, papers, access, drafts, sourceNumbers, purposes);
    }

    public Records records() {
        return records;
    }

    Cases(
            Records records, Definitions definitions, Deciding deciding, Offices offices, OfficeClock clock,
            Papers papers, Access access, Drafts drafts, SourceNumbers sourceNumbers, Purposes purposes) {
        this.records = records;
        this.definitions = definitions;
        this.deciding = deciding;
        this.offices = offices;
        this.clock = clock;
        this.papers = papers;
        this.access = access;
        this.drafts = drafts;
        this.sourceNumbers = sourceNumbers;
        this.purposes = purposes;
        this.sights = new Sights(records, offices);
        this.viewing = new Viewing(sights, offices, access, purposes, clock);
        this.preparing = new Preparing(definitions, access, sourceNumbers, clock, viewing);
        this.besideSteps = new BesideSteps(sights, definitions, offices, access, clock);
    }

    /// 立案请求: what opens a case.
    ///
    /// @param lifeline a case of the same matter, by its number; null for a matter of its own
    public record Opening(
            String procedure, @Nullable String title, @Nullable LocalDate relevantDate, ObjectNode data,
            List<Act.NewParty> parties, @Nullable String lifeline, Taking when) {}

    /// 办理请求: what takes a step; everything that may be left out follows from the person, the day and the case.
    public record Taking(
            @Nullable Integer expectedVersion, @Nullable LocalDate actedOn, @Nullable OffsetDateTime actedAt,
            List<String> actors, @Nullable String party, @Nullable String lateReason, ObjectNode data) {

        public static Taking of(ObjectNode data) {
            return new Taking(null, null, null, List.of(), null, null, data);
        }
    }

    /// 答复: what became of a request.
    public sealed interface Answer {
        record Done(Records.Known known, boolean opened) implements Answer {}

        record Drafted(Records.Known known, long draft, String awaiting) implements Answer {}

        record Refused(List<Reason> reasons) implements Answer {}

        /// Somebody else was faster; nothing was written and nothing typed is lost.
        record Lost() implements Answer {}

        record NotFound(String what) implements Answer {}

        record Forbidden(String why) implements Answer {}

        /// The idempotency key was used for another request.
        record KeyReused() implements Answer {}
    }

    /// What is written beside the event.
    private record Beside(Records.@Nullable Key key, @Nullable String lifeline, @Nullable Long draft) {}

    /// Opens a case under the version of its procedure in force on the day.
    public Answer open(String user, Opening o, Records.@Nullable Key key) {
        return sights.act("", key, sight -> open(user, o, key, sight));
    }

    private Answer open(String user, Opening o, Records.@Nullable Key key, Sights.Sight sight) {
        Optional<Answer> repeated = sights.repeated(sight, key, true);
        return repeated.isPresent() ? repeated.get() : preparing.prepared(user, o, sight).with(p -> decide(
                p.definition(), p.act(), sight, new Beside(key, p.lifeline(), null)));
    }

    /// Why opening this case would be refused, without opening it; empty when it would be done.
    public Optional<Answer> refusalToOpen(String user, Opening o) {
        Sights.Sight sight = sights.read("", null);
        return refusal(preparing.prepared(user, o, sight), sight);
    }

    private Optional<Answer> refusal(Preparing.Prepared prepared, Sights.Sight sight) {
        CaseState state = sight.known() == null ? null : sight.known().state();
        if (prepared.answer() != null) {
            return Optional.of(prepared.answer());
        }
        return deciding.decide(prepared.definition(), state, prepared.act(), sight.office(), clock.today())
                        instanceof Decision.Refused(List<Reason> reasons)
                ? Optional.of(new Answer.Refused(reasons))
                : Optional.empty();
    }

    /// Takes a step of a case.
    public Answer take(String user, String number, String step, Taking taking, Records.@Nullable Key key) {
        return sights.act(number, key, sight -> take(user, number, step, taking, key, sight));
    }

    private Answer take(String user, String number, String step, Taking taking, Records.@Nullable Key key, Sights.Sight sight) {
        Optional<Answer> repeated = sights.repeated(sight, key, false);
        return repeated.isPresent() ? repeated.get() : preparing.prepared(user, number, step, taking, sight).with(p -> decide(
                p.definition(), p.act(), sight, new Beside(key, null, null)));
    }

    /// Why taking this step would be refused, without taking it; empty when it would be done.
    public Optional<Answer> refusalToTake(String user, String number, String step, Taking taking) {
        Sights.Sight sight = sights.read(number, null);
        return refusal(preparing.prepared(user, number, step, taking, sight), sight);
    }

    /// The newest cases into which a case might be merged, as examples for who fills in the form.
    List<String> mergeable(String user, CaseState state) {
        return access.mayRead(office(), user, state.procedure(), clock.today())
                ? sourceNumbers.openBeside(state.procedure(), state.number())
                : List.of();
    }

    /// The named second officer confirms a draft with their own sign-in.
    public Answer confirm(String user, String number, long draft, Records.@Nullable Key key) {
        Sights.Sight sight = sights.read(number, key);
        Optional<Answer> repeated = sights.repeated(sight, key, false);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Optional<Drafts.Draft> found = drafts.find(draft);
        Records.Known known = sight.known();
        if (found.isEmpty() || known == null || found.get().caseId() != known.id()) {
            return new Answer.NotFound("没有待确认的办理 " + draft);
        }
        if (!found.get().awaiting().equals(user) && see(user, number).isEmpty()) {
            return new Answer.NotFound("没有待确认的办理 " + draft);
        }
        if (!found.get().awaiting().equals(user)) {
            return new Answer.Forbidden("该办理须由" + sight.office().nameOf(found.get().awaiting()) + "确认");
        }
        Act act = found.get().act().confirm();
        return decide(definitions.binding(known.state(), act.actedOn()), act, sight, new Beside(key, null, draft));
    }

    private Answer decide(Definition definition, Act act, Sights.Sight sight, Beside beside) {
        Records.Known known = sight.known();
        CaseState state = known == null ? null : known.state();
        return switch (deciding.decide(definition, state, act, sight.office(), clock.today())) {
            case Decision.Refused(List<Reason> reasons) -> new Answer.Refused(reasons);
            case Decision.Draft(Act waiting, String awaiting) -> {
                if (known == null) {
                    // The pair's first act together opens the case; the second officer confirms what follows.
                    yield decide(definition, waiting.confirm(), sight, beside);
                }
                // A draft has no version to guard it: it is kept on what the record says.
                yield sight.recorded() ? new Answer.Drafted(known, drafts.keep(known, waiting, awaiting), awaiting) : new Answer.Lost();
            }
            case Decision.Accepted accepted -> written(accepted, sight, beside);
        };
    }

    private Answer written(Decision.Accepted accepted, Sights.Sight sight, Beside beside) {
        Office office = sight.office();
        Records.Append append = append(accepted, sight.known(), office, beside.key(), beside.lifeline(), beside.draft());
        return sights.append(append.under(office.version()), sight.known() == null);
    }

    /// What an accepted act appends; the caller chooses the transaction.
    public Records.Append append(
            Decision.Accepted accepted, Records.@Nullable Known known, Office office, Records.@Nullable Key key,
            @Nullable String lifeline, @Nullable Long draft) {
        return new Composition(accepted, known, office, lifeline, draft, papers, clock).append(key);
    }

    /// Signs a document in the post its rule names.
    public Answer sign(String user, String number, String document, Records.@Nullable Key key) {
        return besideSteps.sign(user, number, document, key);
    }

    /// Enters an evidence file that already lies in the evidence store.
    public Answer addEvidence(String user, String number, Evidence.Entry entry, Records.@Nullable Key key) {
        return besideSteps.addEvidence(user, number, entry, key);
    }

    /// Appends what happens beside the steps, with the rows that belong to it.
    Answer appended(Records.Known known, CaseEvent event, List<Projection.Part> extra, Records.@Nullable Key key) {
        return besideSteps.appended(known, event, extra, key);
    }

    /// An invented piece of evidence, for simulated lives: it has a digest and a size, but no file is kept.
    public Records.Append evidenceOf(Records.Known known, String kind) {
        return besideSteps.evidenceOf(known, kind);
    }

    /// An evidence file that already lies in the evidence store, for simulated lives.
    public Records.Append evidenceOf(Records.Known known, Evidence.Entry entry) {
        return besideSteps.evidenceOf(known, entry);
    }

    /// The signature on the newest document of a kind by one who may sign it, for simulated lives.
    ///
    /// @throws IllegalArgumentException when there is nothing to sign
    public Records.Append signatureOf(Records.Known known, String kind) {
        return besideSteps.signatureOf(known, kind);
    }

    /// A case as a person may see it; empty when there is none or it is not theirs to see.
    /// The nearest due day of a case as lists keep it, with the doubt about it.
    public CountedDay counted(String number, LocalDate due) {
        return NearestDue.counted(due, deciding.calendar(), () -> records.read(number, null, null).known());
    }

    public Optional<Records.Known> see(String user, String number) {
        return viewing.see(user, number);
    }

    Viewing viewing() {
        return viewing;
    }

    Purposes purposes() {
        return purposes;
    }

    /// The entry of a ledger that was registered under the key in this form, typed in or imported.
    public Optional<String> entry(Definition ledger, ObjectNode form) {
        return sourceNumbers.entry(ledger, form);
    }

    public Office office() {
        return offices.current();
    }

    public OfficeClock clock() {
        return clock;
    }

    public Definitions definitions() {
        return definitions;
    }

    public Access access() {
        return access;
    }

    public Deciding deciding() {
        return deciding;
    }

    /// JSON of the product, one mapper for all.
    static final JsonMapper JSON = JsonMapper.shared();
}
