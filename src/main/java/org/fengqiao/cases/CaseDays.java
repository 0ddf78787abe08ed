package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.deadline.Clock;
import org.fengqiao.law.UnresolvedCitation;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Facts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 案件时日: when each step was taken, what the earlier documents are called, how long the periods are and when they end, for one party.
final class CaseDays {

    private final Decision.Accepted accepted;
    private final Facts facts;
    private final Origin origin;
    private final @Nullable CaseState state;
    private final @Nullable String party;

    CaseDays(Decision.Accepted accepted, Origin origin, @Nullable String party) {
        this.accepted = accepted;
        this.origin = origin;
        this.facts = accepted.facts();
        this.state = accepted.facts().state();
        this.party = party;
    }

    /// The last deed of a step that still counts: the party's own or that which concerns it, else the last of all.
    Optional<CaseState.Deed> deed(String step) {
        List<CaseState.Deed> all = state == null ? List.of() : state.done().getOrDefault(step, List.of());
        return all.stream()
                .filter(d -> party != null && party.equals(concerned(d)))
                .reduce((a, b) -> b)
                .or(() -> all.stream().filter(d -> concerned(d).isEmpty()).reduce((a, b) -> b));
    }

    private static String concerned(CaseState.Deed deed) {
        JsonNode named = deed.data().get("party");
        return deed.party() != null ? deed.party() : named != null && named.isString() ? named.asString() : "";
    }

    /// The day of each step in words, that of the act the document rests on included.
    Map<String, Object> steps() {
        Map<String, Object> days = new LinkedHashMap<>();
        if (state != null) {
            state.done().keySet().forEach(s -> deed(s).ifPresent(d -> days.put(s, Wordings.date(d.on()))));
        }
        days.put(origin.step().id(), Wordings.date(origin.day()));
        return days;
    }

    /// The newest valid document of a kind that is for this party or for all.
    Optional<CaseState.CaseDocument> paper(String kind) {
        return state == null
                ? Optional.empty()
                : state.documentsOf(kind).stream()
                        .filter(d -> d.party() == null || party == null || d.party().equals(party))
                        .reduce((a, b) -> b);
    }

    Map<String, Object> papers() {
        Map<String, Object> papers = new LinkedHashMap<>();
        accepted.definition().documents().forEach((kind, rule) -> paper(kind).ifPresent(d -> papers.put(kind, words(rule, d))));
        return papers;
    }

    private Map<String, Object> words(Definition.DocumentRule rule, CaseState.CaseDocument document) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("title", rule.title());
        words.put("date", Wordings.date(document.on()));
        if (document.number() != null) {
            words.put("number", document.number());
        }
        LocalDate served = party == null ? null : document.servedOn().get(party);
        if (served != null) {
            words.put("served", Wordings.date(served));
        }
        return words;
    }

    /// The document with this id as a title, a day and a number.
    Optional<Map<String, Object>> document(@Nullable String id) {
        if (state == null || id == null || !state.documents().containsKey(id)) {
            return Optional.empty();
        }
        CaseState.CaseDocument document = state.documents().get(id);
        return Optional.ofNullable(accepted.definition().documents().get(document.kind())).map(r -> words(r, document));
    }

    /// The length of each period as the law of the day has it.
    Map<String, Object> terms() {
        Map<String, Object> terms = new LinkedHashMap<>();
        accepted.definition().clocks().forEach((id, rule) -> {
            try {
                facts.period(rule.budget()).ifPresent(p -> terms.put(id, Wordings.period(p)));
            } catch (UnresolvedCitation _) {
                // A series may begin after the day; then no document of that day speaks of the period.
                terms.remove(id);
            }
        });
        return terms;
    }

    /// The last day of each running period after the act.
    Map<String, Object> due() {
        Map<String, Object> due = new LinkedHashMap<>();
        Map<String, Clock> clocks = new LinkedHashMap<>();
        if (state != null) {
            clocks.putAll(state.clocks());
            clocks.values().forEach(c -> put(due, c));
        }
        accepted.clocks().forEach(c -> put(due, c.change(clocks)));
        return due;
    }

    private void put(Map<String, Object> due, Clock clock) {
        if (clock.party() != null && !clock.party().equals(party) || clock.hours()) {
            return;
        }
        if (clock.ended()) {
            due.remove(clock.id());
        } else {
            CountedDay last = clock.counted(facts.calendar());
            due.put(clock.id(), Wordings.date(last.day()) + last.markOnPaper());
        }
    }
}
