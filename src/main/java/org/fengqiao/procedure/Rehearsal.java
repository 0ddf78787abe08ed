package org.fengqiao.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.office.Office;
import org.fengqiao.office.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 演练: lives a case through the real decision without a database, filling forms as practice mostly does.
///
/// Examples, proofs and previews use it; nothing it does is recorded.
public final class Rehearsal {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Definitions definitions;
    private final Deciding deciding;
    private final Office office;

    public Rehearsal(Definitions definitions, Deciding deciding, Office office) {
        this.definitions = definitions;
        this.deciding = deciding;
        this.office = office;
    }

    /// 演练一步: what is asked; everything left out is filled in with what is lawful.
    ///
    /// @param with form fields that are given; a JSON null takes a default away
    public record Move(
            String procedure, String step, LocalDate on, @Nullable OffsetDateTime at, @Nullable String by,
            @Nullable String second, @Nullable String as, @Nullable String late, LocalDate today, ObjectNode with,
            List<Act.NewParty> parties, @Nullable LocalDate relevantDate, @Nullable String title) {}

    /// What came of a move: the decision and, when it was accepted, the event that would be recorded and the state after it.
    public record Result(Decision decision, @Nullable CaseState state, @Nullable CaseEvent event) {
        public boolean accepted() {
            return decision instanceof Decision.Accepted;
        }
    }

    /// Takes one step; a draft that waits for the second officer is confirmed at once.
    ///
    /// @throws IllegalArgumentException when there is no such procedure or step on that day
    public Result take(@Nullable CaseState state, Move move) {
        return take(state, move, 0, MORNING);
    }

    /// Takes one step by one of those who may.
    ///
    /// @param spread chooses among them
    /// @param time when something counted in hours is done, where the move does not say
    public Result take(@Nullable CaseState state, Move move, int spread, LocalTime time) {
        Prepared prepared = prepare(state, move, spread, time);
        Decision decision = deciding.decide(prepared.definition(), state, prepared.act(), office, move.today());
        return decision instanceof Decision.Accepted accepted
                ? after(state, accepted)
                : new Result(decision, null, null);
    }

    /// An act whose every blank has been filled in, and the version it will be decided under.
    public record Prepared(Definition definition, Act act) {}

    /// Fills a move in without deciding it.
    ///
    /// @param spread chooses among the people who may act, so that work is spread over the office
    /// @param time when something counted in hours is done, where the move does not say
    public Prepared prepare(@Nullable CaseState state, Move move, int spread, LocalTime time) {
        Definition definition = (state == null
                        ? definitions.inForce(move.procedure(), move.on())
                        : definitions.forStep(state, move.on()))
                .orElseThrow(() -> new IllegalArgumentException("no version of " + move.procedure() + " on " + move.on()));
        Definition.Step step = state == null
                ? definition.opening()
                : definition.step(move.step())
                        .orElseThrow(() -> new IllegalArgumentException(definition.id() + " has no step " + move.step()));
        if (!step.id().equals(move.step())) {
            throw new IllegalArgumentException(definition.id() + " opens with " + step.id() + ", not " + move.step());
        }
        Facts facts = deciding.facts(definition, step, state, office, move.on());
        ObjectNode data = new FormSchema(facts).practice();
        move.with().properties().forEach(p -> {
            if (p.getValue().isNull()) {
                data.remove(p.getKey());
            } else {
                data.set(p.getKey(), p.getValue());
            }
        });
        OffsetDateTime at = move.at() != null || !step.hourly()
                ? move.at()
                : move.on().atTime(time).atOffset(ZoneOffset.ofHours(8));
        Act act = new Act(
                step.id(), move.by() != null ? move.by() : actor(facts, spread), move.second(), true, move.as(), null,
                move.on(), at, move.late(), data, parties(definition, state, move), move.relevantDate(),
                move.title() == null ? "示例案件" : move.title());
        return new Prepared(definition, act);
    }

    /// As many example parties as the procedure asks for, where the move names none.
    private static List<Act.NewParty> parties(Definition definition, @Nullable CaseState state, Move move) {
        Definition.PartyRule rule = definition.parties();
        if (state != null || !move.parties().isEmpty() || rule.atLeast() == 0) {
            return move.parties();
        }
        return java.util.Collections.nCopies(rule.atLeast(), new Act.NewParty(
                rule.kinds().contains("organization") ? "organization" : rule.kinds().getFirst(), "示例当事人", null, null,
                "示例路1号", null, null));
    }

    /// One of the people who may take the step, else the first who holds the post.
    private String actor(Facts facts, int spread) {
        Persons persons = new Persons(facts);
        List<String> free =
                office.people().keySet().stream().filter(persons::may).toList();
        if (!free.isEmpty()) {
            return free.get(Math.floorMod(spread, free.size()));
        }
        return facts.step().by().posts().stream()
                .flatMap(p -> office.holders(p, facts.day()).stream())
                .map(Person::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody holds " + facts.step().by().posts()));
    }

    private static Result after(@Nullable CaseState state, Decision.Accepted accepted) {
        String number = state == null ? "演练〔" + accepted.act().actedOn().getYear() + "〕第1号" : state.number();
        List<CaseEvent.Made> made = new ArrayList<>();
        int document = state == null ? 1 : state.documents().size() + 1;
        for (Decision.Making m : accepted.documents()) {
            made.add(m.existing() == null
                    ? new CaseEvent.Made(
                            "D" + document++, m.rule().id(), m.party(), m.rule().series() == null ? null : "演练号",
                            "0", m.rule().sign() == null || accepted.step().by().posts().contains(m.rule().sign()))
                    : new CaseEvent.Made(
                            m.existing().id(), m.existing().kind(), m.existing().party(), m.existing().number(), "0",
                            m.existing().signed()));
        }
        Composing composed = Composing.of(accepted, number, Instant.EPOCH, made, null, (field, value) -> "0");
        CaseState next = state == null
                ? CaseState.open(composed.event(), accepted.definition().slug(), composed.personal())
                : state.after(composed.event(), composed.personal());
        return new Result(accepted, next, composed.event());
    }

    /// The steps that somebody of the office may take on that day.
    public List<String> available(CaseState state, LocalDate day) {
        Definition definition = definitions.forStep(state, day).orElseThrow();
        return definition.steps().values().stream()
                .filter(s -> office.people().keySet().stream()
                        .anyMatch(p -> deciding.survey(definition, state, p, office, day).stream()
                                .anyMatch(x -> x.step().id().equals(s.id()) && x.available())))
                .map(Definition.Step::id)
                .toList();
    }

    public org.fengqiao.calendar.WorkingDays calendar() {
        return deciding.calendar();
    }

    /// Adds evidence to the case, as an upload would.
    public CaseState withEvidence(CaseState state, String kind, LocalDate on) {
        String id = "E" + (state.evidence().size() + 1);
        CaseEvent event = CaseEvent.beside(
                state, Instant.EPOCH, on, "$evidence", List.of(), JsonNodeFactory.instance.objectNode(), List.of(),
                List.of(new CaseEvent.Added(id, kind, "0", 1, on)), List.of(), null);
        return state.after(event, Map.of());
    }

    /// Signs the newest document of a kind, as its signatory would.
    public CaseState signed(CaseState state, String kind, LocalDate on) {
        CaseState.CaseDocument d = state.documentsOf(kind).getLast();
        CaseEvent event = CaseEvent.beside(
                state, Instant.EPOCH, on, "$sign", List.of(), JsonNodeFactory.instance.objectNode(),
                List.of(new CaseEvent.Made(d.id(), d.kind(), d.party(), d.number(), d.digest(), true)), List.of(),
                List.of(), null);
        return state.after(event, Map.of());
    }
}
