package org.fengqiao.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fengqiao.calendar.Counting;
import org.fengqiao.digest.Sm3;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Composing;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Letters;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 案件之门: open a case, take its steps, confirm, sign, add evidence. Decides in memory and writes once.
///
/// What memory holds of a case and of the office is tried first; the write is guarded by the version of both, so that it
/// fails where memory is behind. Whatever else comes of memory, a refusal above all, is not an answer: the record is read then.
public final class Cases {

    /// What stands in the place of a personal value whose handling is restricted.
    public static final String RESTRICTED = PersonalData.MASK;

    /// By so much the clock of another machine may be ahead.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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
    private final Recent recent = new Recent(4096);

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

    /// What an act rests on.
    ///
    /// @param recorded whether the record itself was read just now; else it is what memory holds
    private record Sight(Office office, Records.@Nullable Known known, Records.@Nullable Repeated repeated, boolean recorded) {}

    /// What is written beside the event.
    private record Beside(Records.@Nullable Key key, @Nullable String lifeline, @Nullable Long draft) {}

    private Sight read(String number, Records.@Nullable Key key) {
        Records.Read read = records.read(number, recent.get(number), key);
        if (read.known() != null) {
            recent.put(read.known());
        }
        return new Sight(offices.at(read.officeVersion()), read.known(), read.repeated(), true);
    }

    /// Acts on what memory holds when it holds what is needed; when that does not end in a write, acts on the record.
    ///
    /// @param number empty when the act opens a case
    private Answer act(String number, Records.@Nullable Key key, Function<Sight, Answer> acting) {
        Office office = offices.inMemory();
        Records.Known known = number.isEmpty() ? null : recent.get(number);
        if (office != null && (known != null || number.isEmpty())
                && acting.apply(new Sight(office, known, null, false)) instanceof Answer.Done done) {
            return done;
        }
        return acting.apply(read(number, key));
    }

    /// Opens a case under the version of its procedure in force on the day.
    public Answer open(String user, Opening o, Records.@Nullable Key key) {
        return act("", key, sight -> open(user, o, key, sight));
    }

    private Answer open(String user, Opening o, Records.@Nullable Key key, Sight sight) {
        Optional<Answer> repeated = repeated(sight, key, true);
        return repeated.isPresent() ? repeated.get() : prepared(user, o, sight).with(p -> decide(
                p.definition(), p.act(), sight, new Beside(key, p.lifeline(), null)));
    }

    /// Why opening this case would be refused, without opening it; empty when it would be done.
    public Optional<Answer> refusalToOpen(String user, Opening o) {
        Sight sight = read("", null);
        return refusal(prepared(user, o, sight), sight);
    }

    private Optional<Answer> refusal(Prepared prepared, Sight sight) {
        CaseState state = sight.known() == null ? null : sight.known().state();
        if (prepared.answer() != null) {
            return Optional.of(prepared.answer());
        }
        return deciding.decide(prepared.definition(), state, prepared.act(), sight.office(), clock.today())
                        instanceof Decision.Refused(List<Reason> reasons)
                ? Optional.of(new Answer.Refused(reasons))
                : Optional.empty();
    }

    /// An act made ready for its decision, or the answer that makes a decision needless.
    private record Prepared(@Nullable Answer answer, @Nullable Definition definition, @Nullable Act act, @Nullable String lifeline) {

        static Prepared not(Answer answer) {
            return new Prepared(answer, null, null, null);
        }

        Answer with(Function<Prepared, Answer> next) {
            return answer != null ? answer : next.apply(this);
        }
    }

    private Prepared prepared(String user, Opening o, Sight sight) {
        Office office = sight.office();
        if (!definitions.slugs().contains(o.procedure())) {
            return Prepared.not(new Answer.NotFound("没有程序 " + o.procedure()));
        }
        if (!access.mayOpen(office, user, o.procedure(), clock.today())) {
            return Prepared.not(new Answer.Forbidden("您没有办理该程序案件的权限"));
        }
        LocalDate on = actedOn(o.when());
        Optional<Definition> definition = definitions.inForce(o.procedure(), on);
        if (definition.isEmpty()) {
            return Prepared.not(new Answer.NotFound("没有程序 " + o.procedure()));
        }
        String lifeline = o.lifeline();
        if (lifeline != null) {
            Optional<Records.Known> related = see(user, lifeline);
            if (related.isEmpty()) {
                return Prepared.not(new Answer.NotFound("没有您可以查看的关联案件 " + lifeline));
            }
            lifeline = related.get().state().lifeline();
        }
        Optional<Reason> amiss = wrongMoment(o.when(), on).or(() -> sourceNumbers.twice(definition.get(), o.data()));
        if (amiss.isPresent()) {
            return Prepared.not(new Answer.Refused(List.of(amiss.get())));
        }
        Act act = act(definition.get().opening().id(), user, o.when(), on, o.data(), o);
        return new Prepared(null, definition.get(), act, lifeline);
    }

    /// Takes a step of a case.
    public Answer take(String user, String number, String step, Taking taking, Records.@Nullable Key key) {
        return act(number, key, sight -> take(user, number, step, taking, key, sight));
    }

    private Answer take(String user, String number, String step, Taking taking, Records.@Nullable Key key, Sight sight) {
        Optional<Answer> repeated = repeated(sight, key, false);
        return repeated.isPresent() ? repeated.get() : prepared(user, number, step, taking, sight).with(p -> decide(
                p.definition(), p.act(), sight, new Beside(key, null, null)));
    }

    /// Why taking this step would be refused, without taking it; empty when it would be done.
    public Optional<Answer> refusalToTake(String user, String number, String step, Taking taking) {
        Sight sight = read(number, null);
        return refusal(prepared(user, number, step, taking, sight), sight);
    }

    private Prepared prepared(String user, String number, String step, Taking taking, Sight sight) {
        Records.Known known = sight.known();
        if (known == null) {
            return Prepared.not(absent(number));
        }
        if (!access.mayAct(sight.office(), user, known.state().procedure(), clock.today())) {
            return Prepared.not(mayNotAct(user, number));
        }
        LocalDate on = actedOn(taking);
        Definition definition = definitionFor(known.state(), on);
        if (definition.step(step).isEmpty()) {
            return Prepared.not(new Answer.NotFound("“" + definition.title() + "”没有步骤 " + step));
        }
        Integer expected = taking.expectedVersion();
        if (expected != null && expected != known.state().version()) {
            return Prepared.not(new Answer.Lost());
        }
        List<String> actors = taking.actors();
        if (!actors.isEmpty() && !actors.contains(user)) {
            return Prepared.not(new Answer.Refused(List.of(formReason("办理人应当包括本人", "actors"))));
        }
        Optional<Reason> amiss = wrongMoment(taking, on)
                .or(() -> mergedIntoNothing(user, definition.step(step).orElseThrow(), known.state(), taking.data()));
        if (amiss.isPresent()) {
            return Prepared.not(new Answer.Refused(List.of(amiss.get())));
        }
        return new Prepared(null, definition, act(step, user, taking, on, taking.data(), null), null);
    }

    private static Answer absent(String number) {
        return new Answer.NotFound("没有您可以查看的案件 " + number);
    }

    /// Whoever may not even look at a case is not told that there is one.
    private Answer mayNotAct(String user, String number) {
        return see(user, number).isPresent() ? new Answer.Forbidden("您没有办理该程序案件的权限") : absent(number);
    }

    /// 并案: what is merged must go on somewhere, or the matter would be lost with its case. A case that is no other open
    /// case of the same procedure takes nothing over; the case itself is refused by its definition.
    private Optional<Reason> mergedIntoNothing(String user, Definition.Step step, CaseState state, ObjectNode data) {
        String field = step.effects().merges();
        String into = field == null ? "" : data.path(field).asString("").strip();
        if (into.isEmpty() || into.equals(state.number()) || !step.in().contains(state.stage())) {
            return Optional.empty();
        }
        Optional<CaseState> found = see(user, into).map(Records.Known::state);
        String why = found.isEmpty()
                ? "没有您可以查看的案件 " + into + "，不能并入"
                : !found.get().procedure().equals(state.procedure())
                        ? into + " 不是同一程序的案件，不能并入"
                        : found.get().isFinal() ? into + " 已经终结，不能并入" : null;
        return why == null ? Optional.empty() : Optional.of(Reason.of(why, step.basis(), field));
    }

    /// The newest cases into which a case might be merged, as examples for who fills in the form.
    List<String> mergeable(String user, CaseState state) {
        return access.mayRead(office(), user, state.procedure(), clock.today())
                ? sourceNumbers.openBeside(state.procedure(), state.number())
                : List.of();
    }

    /// The named second officer confirms a draft with their own sign-in.
    public Answer confirm(String user, String number, long draft, Records.@Nullable Key key) {
        Sight sight = read(number, key);
        Optional<Answer> repeated = repeated(sight, key, false);
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
        return decide(definitionFor(known.state(), act.actedOn()), act, sight, new Beside(key, null, draft));
    }

    private Definition definitionFor(CaseState state, LocalDate on) {
        return definitions.forStep(state, on).orElseThrow(() -> new IllegalStateException("no definition for " + state.number()));
    }

    private static Reason formReason(String text, String field) {
        return new Reason(Reason.Kind.FORM, text, List.of(), field, null);
    }

    private LocalDate actedOn(Taking taking) {
        if (taking.actedOn() != null) {
            return taking.actedOn();
        }
        OffsetDateTime at = taking.actedAt();
        return at == null ? clock.today() : Counting.civilDay(at);
    }

    /// What has not happened yet cannot be recorded, and a moment lies on the day of its act; a day ahead is refused where
    /// days are judged. The clocks of two machines differ a little.
    private Optional<Reason> wrongMoment(Taking taking, LocalDate on) {
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

    private Act act(String step, String user, Taking t, LocalDate on, ObjectNode data, @Nullable Opening o) {
        String second = t.actors().stream().filter(a -> !a.equals(user)).findFirst().orElse(null);
        OffsetDateTime at = t.actedAt() != null ? t.actedAt() : on.equals(clock.today()) ? clock.now() : null;
        return new Act(
                step, user, second, false, t.party(), t.expectedVersion(), on, at, t.lateReason(), data,
                o == null ? List.of() : o.parties(), o == null ? null : o.relevantDate(), o == null ? null : o.title());
    }

    private Optional<Answer> repeated(Sight sight, Records.@Nullable Key key, boolean opened) {
        Records.Repeated before = sight.repeated();
        if (before == null || key == null) {
            return Optional.empty();
        }
        if (!Arrays.equals(before.request(), key.request())) {
            return Optional.of(new Answer.KeyReused());
        }
        Records.Known known = read(before.number(), null).known();
        return Optional.of(known == null ? new Answer.NotFound(before.number()) : new Answer.Done(known, opened));
    }

    private Answer decide(Definition definition, Act act, Sight sight, Beside beside) {
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

    private Answer written(Decision.Accepted accepted, Sight sight, Beside beside) {
        Office office = sight.office();
        try {
            Records.Known after = records.append(
                    append(accepted, sight.known(), office, beside.key(), beside.lifeline(), beside.draft()).under(office.version()));
            recent.put(after);
            return new Answer.Done(after, sight.known() == null);
        } catch (Records.LostRace e) {
            return new Answer.Lost();
        }
    }

    /// What an accepted act appends; the caller chooses the transaction.
    public Records.Append append(
            Decision.Accepted accepted, Records.@Nullable Known known, Office office, Records.@Nullable Key key,
            @Nullable String lifeline, @Nullable Long draft) {
        return new Composition(accepted, known, office, lifeline, draft, papers, clock).append(key);
    }

    /// An invented piece of evidence, for simulated lives: it has a digest and a size, but no file is kept.
    public Records.Append evidenceOf(Records.Known known, String kind) {
        String id = "E" + (known.state().evidence().size() + 1);
        String sm3 = Sm3.hex(known.state().number() + id);
        return simulated(known, "$evidence", List.of(), List.of(), List.of(new CaseEvent.Added(id, kind, sm3, 0, clock.today())));
    }

    /// The signature on the newest document of a kind by one who may sign it, for simulated lives.
    ///
    /// @throws IllegalArgumentException when there is nothing to sign
    public Records.Append signatureOf(Records.Known known, String kind) {
        CaseState.CaseDocument d = known.state().documents().values().stream()
                .filter(x -> x.kind().equals(kind) && !x.signed())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("no unsigned document " + kind));
        String post = Optional.ofNullable(definitionFor(known.state(), clock.today()).documents().get(kind))
                .map(Definition.DocumentRule::sign)
                .orElseThrow(() -> new IllegalArgumentException(kind + " is not signed"));
        CaseEvent.Actor signatory = offices.current().holders(post, clock.today()).stream()
                .map(p -> new CaseEvent.Actor(p.id(), post, null))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody holds " + post));
        return simulated(known, "$sign", List.of(signatory),
                List.of(new CaseEvent.Made(d.id(), d.kind(), d.party(), d.number(), d.digest(), true)), List.of());
    }

    private Records.Append simulated(
            Records.Known known, String name, List<CaseEvent.Actor> actors, List<CaseEvent.Made> documents,
            List<CaseEvent.Added> evidence) {
        CaseEvent event = CaseEvent.beside(
                known.state(), clock.recordedAt(), clock.today(), name, actors, JsonNodeFactory.instance.objectNode(),
                documents, evidence, List.of(), "演示数据");
        return new Records.Append(known, known.state().procedure(), Map.of(), 0,
                n -> new Records.Composed(new Composing(event, Map.of()), new PersonalValues(), Map.of(), List.of()), null);
    }

    /// Signs a document in the post its rule names.
    public Answer sign(String user, String number, String document, Records.@Nullable Key key) {
        Sight sight = read(number, key);
        Optional<Answer> repeated = repeated(sight, key, false);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Records.Known known = sight.known();
        CaseState.CaseDocument d = known == null ? null : known.state().documents().get(document);
        if (d == null) {
            return new Answer.NotFound("没有文书 " + document);
        }
        Office office = sight.office();
        Definition definition = definitionFor(known.state(), clock.today());
        Definition.DocumentRule rule = definition.documents().get(d.kind());
        if (d.signed() || rule == null || rule.sign() == null) {
            return new Answer.Refused(List.of(formReason("《" + (rule == null ? d.kind() : rule.title()) + "》不需要签发或者已经签发", "document")));
        }
        Optional<Person> person = office.person(user).filter(p -> p.holds(rule.sign(), clock.today()) || office.substitutedBy(p, rule.sign(), clock.today()).isPresent());
        if (person.isEmpty()) {
            return new Answer.Refused(List.of(new Reason(
                    Reason.Kind.PERSON, "须由" + office.postTitle(rule.sign()) + "签发", rule.basis(), "document", null)));
        }
        String substitute = person.get().holds(rule.sign(), clock.today())
                ? null
                : office.substitutedBy(person.get(), rule.sign(), clock.today()).map(Person::id).orElse(null);
        CaseEvent.Made signed = new CaseEvent.Made(d.id(), d.kind(), d.party(), d.number(), d.digest(), true);
        return beside(known, "$sign", new CaseEvent.Actor(user, rule.sign(), substitute), List.of(signed), List.of(), List.of(), key);
    }

    /// Enters an evidence file that already lies in the evidence store.
    public Answer addEvidence(String user, String number, Evidence.Entry entry, Records.@Nullable Key key) {
        Sight sight = read(number, key);
        Optional<Answer> repeated = repeated(sight, key, false);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Records.Known known = sight.known();
        if (known == null) {
            return new Answer.NotFound("没有案件 " + number);
        }
        Office office = sight.office();
        if (!access.mayAct(office, user, known.state().procedure(), clock.today())) {
            return new Answer.Forbidden("您没有办理该程序案件的权限");
        }
        if (entry.collectedOn().isAfter(clock.today())) {
            return new Answer.Refused(List.of(formReason("取得日期不能晚于今天", "collectedOn")));
        }
        for (String text : List.of(entry.kind(), entry.title(), entry.source())) {
            if (Letters.unfit(text)) {
                return new Answer.Refused(List.of(formReason("证据的名称、种类、来源含有不能保存的字符", "title")));
            }
        }
        String id = "E" + (known.state().evidence().size() + 1);
        CaseEvent.Added added = new CaseEvent.Added(id, entry.kind(), entry.sm3(), entry.size(), entry.collectedOn());
        String post = office.person(user).map(p -> p.postsOn(clock.today())).orElse(List.of()).stream().findFirst().orElse("-");
        Projection.Part row = new Projection.Part(
                "filed",
                "insert into evidence (office, case_id, id, kind, title, source, collected_on, media_type, size, sm3)"
                        + " select office, id, ?, ?, ?, ?, ?, ?, ?, ? from head",
                List.of(id, entry.kind(), entry.title(), entry.source(), entry.collectedOn(), entry.mediaType(), entry.size(), entry.sm3()));
        return beside(known, "$evidence", new CaseEvent.Actor(user, post, null), List.of(), List.of(added), List.of(row), key);
    }

    private Answer beside(
            Records.Known known, String name, CaseEvent.Actor actor, List<CaseEvent.Made> documents,
            List<CaseEvent.Added> evidence, List<Projection.Part> extra, Records.@Nullable Key key) {
        CaseEvent event = CaseEvent.beside(
                known.state(), clock.recordedAt(), clock.today(), name, List.of(actor),
                JsonNodeFactory.instance.objectNode(), documents, evidence, List.of(), null);
        return appended(known, event, extra, key);
    }

    /// Appends what happens beside the steps, with the rows that belong to it.
    Answer appended(Records.Known known, CaseEvent event, List<Projection.Part> extra, Records.@Nullable Key key) {
        Records.Composed composed =
                new Records.Composed(new Composing(event, Map.of()), new PersonalValues(), Map.of(), extra);
        try {
            Records.Known after = records.append(new Records.Append(
                    known, known.state().procedure(), Map.of(), 0, n -> composed, key));
            recent.put(after);
            return new Answer.Done(after, false);
        } catch (Records.LostRace e) {
            return new Answer.Lost();
        }
    }

    /// A case as a person may see it; empty when there is none or it is not theirs to see.
    public Optional<Records.Known> see(String user, String number) {
        Sight sight = read(number, null);
        Records.Known known = sight.known();
        if (known == null) {
            return Optional.empty();
        }
        Office office = sight.office();
        String procedure = known.state().procedure();
        boolean registered = access.mayOpen(office, user, procedure, clock.today()) && known.state().deeds().getFirst().by(user);
        return registered || access.mayRead(office, user, procedure, clock.today()) || forPurpose(office, user, known)
                ? Optional.of(shown(user, known))
                : Optional.empty();
    }

    /// The case as it may be shown to somebody who may look at it.
    Records.Known shown(String user, Records.Known known) {
        return Restriction.concerns(known.state())
                ? PersonalData.masked(known, decides(user, known.state()) && purposes.stated(user, known.id()).isPresent())
                : known;
    }

    /// Whether a person may see, for a purpose, what a case holds back: those who decide about restricted values; of who
    /// reported, those who act.
    boolean decides(String user, CaseState state) {
        return access.may(offices.current(), user, "personal-data", "act", clock.today())
                || !state.isDone(Restriction.STEP) && access.mayAct(offices.current(), user, state.procedure(), clock.today());
    }

    private boolean forPurpose(Office office, String user, Records.Known known) {
        return access.may(office, user, known.state().procedure(), Purposes.RIGHT, clock.today())
                && purposes.stated(user, known.id()).isPresent();
    }

    /// A case that a person may see, or see in full, once they state what for; empty when there is none or they need not or may not.
    Optional<Records.Known> asksPurpose(String user, String number) {
        Optional<Records.Known> locked = asksToEnter(user, number);
        return locked.isPresent()
                ? locked
                : see(user, number).filter(k -> Restriction.lacks(k.state()) && decides(user, k.state()));
    }

    /// A case of a restricted area that a person may see once they state what for.
    Optional<Records.Known> asksToEnter(String user, String number) {
        Sight sight = read(number, null);
        Records.Known known = sight.known();
        return known != null
                        && access.may(sight.office(), user, known.state().procedure(), Purposes.RIGHT, clock.today())
                        && see(user, number).isEmpty()
                ? Optional.of(known)
                : Optional.empty();
    }

    /// Logs a look over the interface at a case of a restricted area; other looks there are not logged.
    void lookedUp(String user, Records.Known known, String what) {
        if (access.restricted(known.state().procedure())) {
            purposes.log(user, known.id(), purposes.stated(user, known.id()).orElse("办理"), what);
        }
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
