package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.digest.Sm3;
import org.fengqiao.document.Content;
import org.fengqiao.law.Citation;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Composing;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Decision.Making;
import org.fengqiao.record.PersonalValues;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;

/// 成文: what an accepted act becomes on paper: the numbers it takes, its documents, its event.
///
/// Numbers are issued in the transaction that writes, so the event is composed only when they are known.
///
/// @param known    the case before the act; null when the act opens it
/// @param lifeline the matter a case that is opened belongs to; null for a matter of its own
/// @param draft    the draft that the act confirms; null when there was none
record Composition(
        Decision.Accepted accepted, Records.@Nullable Known known, Office office, @Nullable String lifeline, @Nullable Long draft,
        Papers papers, OfficeClock clock) {

    Records.Append append(Records.@Nullable Key key) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        if (known == null) {
            asked.put(caseSeries(), 1);
        }
        for (Making m : accepted.documents()) {
            if (takesNumber(m)) {
                asked.merge(m.rule().series(), 1, Integer::sum);
            }
        }
        return new Records.Append(known, accepted.definition().slug(), asked, year(), issued -> compose(new Numbers(asked, issued)), key);
    }

    private int year() {
        return accepted.act().actedOn().getYear();
    }

    private String caseSeries() {
        return accepted.definition().series();
    }

    /// A document under the series of the cases bears the number of its case and takes none of another case.
    private boolean takesNumber(Making m) {
        return m.existing() == null && m.rule().series() != null && !m.rule().series().equals(caseSeries());
    }

    /// 发出的号: the numbers that were issued, handed out one by one.
    private final class Numbers {
        private final Map<String, Integer> next = new LinkedHashMap<>();

        /// @param issued the last number of each series
        Numbers(Map<String, Integer> asked, Map<String, Integer> issued) {
            issued.forEach((series, last) -> next.put(series, last - asked.get(series) + 1));
        }

        String of(String series) {
            return office.number(series, year(), next.merge(series, 1, Integer::sum) - 1);
        }
    }

    private @Nullable CaseState state() {
        return known == null ? null : known.state();
    }

    private Records.Composed compose(Numbers numbers) {
        CaseState state = state();
        String caseNumber = state != null ? state.number() : numbers.of(caseSeries());
        PersonalValues personal = new PersonalValues();
        Composing values = Composing.of(accepted, caseNumber, clock.recordedAt(), List.of(), lifeline, personal::commit);
        Map<String, String> people = new LinkedHashMap<>(state == null ? Map.of() : state.personal());
        people.putAll(values.personal());
        List<CaseEvent.Made> made = new ArrayList<>();
        Map<String, String> contents = new LinkedHashMap<>();
        int next = state == null ? 1 : state.documents().size() + 1;
        for (Making m : accepted.documents()) {
            String id = m.existing() == null ? "D" + next++ : m.existing().id();
            String number = number(m, caseNumber, made, numbers);
            String text = papers.content(accepted, m, caseNumber, number, people).map(Content::canonical).orElse("");
            made.add(new CaseEvent.Made(id, m.rule().id(), m.party(), number, Sm3.hex(text), signed(m)));
            if (!text.isEmpty()) {
                contents.put(id, text);
            }
        }
        return new Records.Composed(values.with(made), personal, contents, confirmed());
    }

    private @Nullable String number(Making m, String caseNumber, List<CaseEvent.Made> made, Numbers numbers) {
        if (m.existing() != null) {
            return m.existing().number();
        }
        if (m.rule().series() == null) {
            return null;
        }
        return takesNumber(m) ? numbers.of(m.rule().series()) : successive(caseNumber, made);
    }

    /// The number of the case for its first document, 第23号之二 for the next, such as one that corrects the first.
    private String successive(String caseNumber, List<CaseEvent.Made> made) {
        Set<@Nullable String> taken = new HashSet<>();
        CaseState state = state();
        if (state != null) {
            state.documents().values().forEach(d -> taken.add(d.number()));
        }
        made.forEach(d -> taken.add(d.number()));
        String number = caseNumber;
        for (int i = 2; taken.contains(number); i++) {
            number = caseNumber + "之" + Citation.numeral(i);
        }
        return number;
    }

    private boolean signed(Making m) {
        return m.existing() != null
                ? m.existing().signed()
                : m.rule().sign() == null || accepted.actors().stream().anyMatch(a -> a.post().equals(m.rule().sign()));
    }

    private List<Projection.Part> confirmed() {
        return draft == null
                ? List.of()
                : List.of(new Projection.Part("confirmed", "delete from draft d using head h where d.office = h.office and d.id = ?", List.of(draft)));
    }
}
