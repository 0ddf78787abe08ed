package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.deadline.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 案件状态: the fold of a case's events, nothing else; two folds of the same events are equal.
///
/// @param version the number of events
/// @param facts latest value of each field that is not personal data
/// @param personal latest value of each personal field and party name; absent after erasure
/// @param done deeds by step, those reset left out
/// @param deeds every deed in order, for the timeline
/// @param lastDay the latest day an act of this case carries
public record CaseState(
        String number,
        String lifeline,
        String procedure,
        String definition,
        String stage,
        boolean isFinal,
        int version,
        LocalDate opened,
        LocalDate lastDay,
        Map<String, JsonNode> facts,
        Map<String, String> personal,
        Map<String, List<Deed>> done,
        List<Deed> deeds,
        Map<String, CaseParty> parties,
        Map<String, Clock> clocks,
        Map<String, CaseDocument> documents,
        Map<String, CaseEvent.Added> evidence,
        List<String> officers,
        Set<String> recused) {

    /// 已办步骤: one step taken.
    public record Deed(
            int seq, String step, LocalDate on, @Nullable OffsetDateTime at, List<CaseEvent.Actor> actors,
            @Nullable String party, String stage, Map<String, JsonNode> data) {
        public boolean by(String person) {
            return actors.stream().anyMatch(a -> a.person().equals(person));
        }
    }

    /// 当事人（案内）: a party by its id in the case; name and identifier are under `personal`.
    ///
    /// @param shielded true when the law forbids to tell who this is: shown to those who act, and to them only for a stated purpose
    public record CaseParty(String id, String kind, @Nullable String role, boolean shielded, boolean confirmed) {}

    /// 案内文书: a document with what has become of it.
    public record CaseDocument(
            String id, String kind, @Nullable String party, @Nullable String number, String digest, LocalDate on,
            int seq, boolean signed, boolean revised, Map<String, LocalDate> servedOn) {}

    /// The state after the opening event.
    public static CaseState open(CaseEvent e, String procedure, Map<String, String> personal) {
        CaseState empty = new CaseState(
                e.caseNumber(), e.lifeline() == null ? e.caseNumber() : e.lifeline(), procedure, e.definition(),
                e.stage(), e.isFinal(), 0, e.actedOn(), e.actedOn(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(),
                Map.of(), Map.of(), Map.of(), List.of(), Set.of());
        return empty.after(e, personal);
    }

    /// The state after one more event.
    ///
    /// @param values personal values entered with the event, by field (`P1.name` for parties)
    /// @throws IllegalArgumentException when the event is not the next one of this case
    public CaseState after(CaseEvent e, Map<String, String> values) {
        if (e.seq() != version + 1 || !e.caseNumber().equals(number)) {
            throw new IllegalArgumentException("event " + e.seq() + " does not follow " + version + " of " + number);
        }
        Map<String, JsonNode> newFacts = new LinkedHashMap<>(facts);
        Map<String, JsonNode> data = new LinkedHashMap<>();
        e.data().properties().forEach(p -> {
            data.put(p.getKey(), p.getValue());
            newFacts.put(p.getKey(), p.getValue());
        });
        Map<String, String> newPersonal = new LinkedHashMap<>(personal);
        newPersonal.putAll(values);
        Deed deed = new Deed(e.seq(), e.step(), e.actedOn(), e.actedAt(), e.actors(), e.party(), e.stage(), data);
        Map<String, List<Deed>> newDone = new LinkedHashMap<>(done);
        e.resets().forEach(newDone::remove);
        newDone.merge(e.step(), List.of(deed), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        List<Deed> newDeeds = new ArrayList<>(deeds);
        newDeeds.add(deed);
        Map<String, CaseParty> newParties = new LinkedHashMap<>(parties);
        e.parties().forEach(p -> newParties.put(p.id(), new CaseParty(p.id(), p.kind(), p.role(), p.shielded(), p.confirmed())));
        Map<String, Clock> newClocks = new LinkedHashMap<>(clocks);
        e.clocks().forEach(c -> c.change(newClocks));
        Set<String> newRecused = new LinkedHashSet<>(recused);
        if (e.recused() != null) {
            newRecused.add(e.recused());
        }
        Map<String, CaseEvent.Added> newEvidence = new LinkedHashMap<>(evidence);
        e.evidence().forEach(a -> newEvidence.put(a.id(), a));
        return new CaseState(
                number, lifeline, procedure, e.definition(), e.stage(), e.isFinal(), e.seq(), opened,
                e.actedOn().isAfter(lastDay) ? e.actedOn() : lastDay, newFacts, newPersonal, newDone, newDeeds,
                newParties, newClocks, documentsAfter(e), newEvidence,
                e.assigned().isEmpty() ? officers : e.assigned(), newRecused);
    }

    private Map<String, CaseDocument> documentsAfter(CaseEvent e) {
        Map<String, CaseDocument> all = new LinkedHashMap<>(documents);
        for (String kind : e.revised()) {
            all.replaceAll((id, d) -> d.kind().equals(kind) ? new CaseDocument(
                    d.id(), d.kind(), d.party(), d.number(), d.digest(), d.on(), d.seq(), d.signed(), true,
                    d.servedOn()) : d);
        }
        for (CaseEvent.Made m : e.documents()) {
            CaseDocument before = all.get(m.id());
            all.put(m.id(), new CaseDocument(
                    m.id(), m.kind(), m.party(), m.number(), m.digest(), before == null ? e.actedOn() : before.on(),
                    e.seq(), m.signed(), false, before == null ? Map.of() : before.servedOn()));
        }
        for (CaseEvent.Served s : e.served()) {
            all.computeIfPresent(s.document(), (id, d) -> {
                Map<String, LocalDate> on = new LinkedHashMap<>(d.servedOn());
                on.put(s.party(), s.on());
                return new CaseDocument(
                        d.id(), d.kind(), d.party(), d.number(), d.digest(), d.on(), d.seq(), d.signed(), d.revised(),
                        on);
            });
        }
        return all;
    }

    /// The name under which a clock is kept: per party when it has one.
    public static String key(String clock, @Nullable String party) {
        return party == null ? clock : clock + "/" + party;
    }

    /// The same case with other personal values, as after an erasure.
    public CaseState withPersonal(Map<String, String> values) {
        return new CaseState(
                number, lifeline, procedure, definition, stage, isFinal, version, opened, lastDay, facts, values, done, deeds,
                parties, clocks, documents, evidence, officers, recused);
    }

    public boolean isDone(String step) {
        return done.containsKey(step);
    }

    public Optional<Deed> last(String step) {
        return Optional.ofNullable(done.get(step)).map(List::getLast);
    }

    /// All clocks under one rule: one, or one per party.
    public List<Clock> clocksOf(String id) {
        return clocks.values().stream().filter(c -> c.id().equals(id)).toList();
    }

    /// The valid documents of a kind, newest last.
    public List<CaseDocument> documentsOf(String kind) {
        return documents.values().stream().filter(d -> d.kind().equals(kind) && !d.revised()).toList();
    }

    /// 已送达: every party has been served with its latest valid copy of the document.
    public boolean served(String kind) {
        return !parties.isEmpty() && parties.keySet().stream().allMatch(p -> servedOn(kind, p).isPresent());
    }

    /// The day on which a party was served with the newest valid document of that kind.
    public Optional<LocalDate> servedOn(String kind, String party) {
        List<CaseDocument> copies = documentsOf(kind).stream()
                .filter(d -> d.party() == null || d.party().equals(party))
                .toList();
        return copies.isEmpty() ? Optional.empty() : Optional.ofNullable(copies.getLast().servedOn().get(party));
    }

    public Optional<JsonNode> fact(String field) {
        return Optional.ofNullable(facts.get(field));
    }

    public String partyName(String party) {
        CaseParty p = parties.get(party);
        String name = personal.get(party + ".name");
        return name != null ? name : p != null && p.confirmed() ? "（已删除）" : "未确认当事人";
    }
}
