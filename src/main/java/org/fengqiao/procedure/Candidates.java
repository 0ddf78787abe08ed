package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fengqiao.calendar.Counting;
import org.fengqiao.office.CatalogueItem;
import org.fengqiao.office.Person;

/// 可选值: the lawful values of a field for this case, day and office; the form and its check use the same list.
final class Candidates {

    /// Everyone of the office, whoever is on leave today.
    private static final String ANYBODY = "anybody";

    private final Facts facts;

    Candidates(Facts facts) {
        this.facts = facts;
    }

    /// The values a list field offers.
    List<String> of(Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> List.copyOf(field.options().keySet());
            case PERSON, PEOPLE -> people(field);
            case PARTY -> parties();
            case DOCUMENT -> documents(field);
            case EVIDENCE -> facts.state() == null ? List.of() : List.copyOf(facts.state().evidence().keySet());
            case MATTER -> facts.office().items(source(field), facts.day()).stream().map(CatalogueItem::id).toList();
            case UNIT -> List.copyOf(facts.office().units().keySet());
            default -> List.of();
        };
    }

    private static String source(Field field) {
        if (field.source() == null) {
            throw new IllegalArgumentException("field " + field.id() + " needs of");
        }
        return field.source();
    }

    private List<String> people(Field field) {
        LocalDate day = facts.day();
        Predicate<Person> free = p -> p.leaveOn(day).isEmpty();
        if (ANYBODY.equals(field.source())) {
            // Who was present some other day may well be on leave today.
            return List.copyOf(facts.office().people().keySet());
        }
        Stream<Person> all = facts.office().people().values().stream().filter(free);
        if (field.source() != null) {
            // `handler@unit`: holders of the post in the unit that the fact `unit` names.
            String[] source = field.source().split("@");
            all = all.filter(p -> p.holds(source[0], day));
            if (source.length > 1) {
                Optional<String> unit = facts.text(source[1]);
                all = all.filter(p -> unit.isEmpty() || p.unit().equals(unit.get()));
            }
        }
        if ("enforcement-officer".equals(field.source())) {
            all = all.filter(p -> p.certificate("enforcement", day).isPresent());
        }
        CaseState state = facts.state();
        return all.map(Person::id).filter(p -> state == null || !state.recused().contains(p)).toList();
    }

    /// Parties of the case; for a step of service those first who have not been served yet.
    private List<String> parties() {
        CaseState state = facts.state();
        if (state == null) {
            return List.of();
        }
        String serves = facts.step().effects().serves();
        if (serves == null) {
            return List.copyOf(state.parties().keySet());
        }
        return state.parties().keySet().stream()
                .sorted((a, b) -> Boolean.compare(
                        state.servedOn(serves, a).isPresent(), state.servedOn(serves, b).isPresent()))
                .toList();
    }

    private List<String> documents(Field field) {
        CaseState state = facts.state();
        if (state == null) {
            return List.of();
        }
        return (field.source() == null
                        ? state.documents().values().stream().filter(d -> !d.revised())
                        : state.documentsOf(field.source()).stream())
                .map(CaseState.CaseDocument::id)
                .toList()
                .reversed();
    }

    /// The Chinese name of a value, for pages and documents.
    String title(Field field, String value) {
        CaseState state = facts.state();
        return switch (field.type()) {
            case CHOICE, CHOICES -> field.options().containsKey(value) ? field.options().get(value) : elsewhere(field, value);
            case PERSON, PEOPLE -> facts.office().nameOf(value);
            case PARTY -> state == null ? value : state.partyName(value);
            case MATTER -> facts.office().item(source(field), value, facts.day()).map(CatalogueItem::title).orElse(value);
            case UNIT -> facts.office().units().getOrDefault(value, value);
            case DOCUMENT -> state == null ? value : documentTitle(state.documents().get(value), value);
            default -> value;
        };
    }

    /// A field that several steps ask with other options (a judgment, a ruling): the words of the step that has this one.
    private String elsewhere(Field field, String value) {
        return facts.definition().allSteps().values().stream()
                .flatMap(s -> s.form().fields().stream())
                .filter(f -> f.id().equals(field.id()) && f.options().containsKey(value))
                .map(f -> f.options().get(value))
                .findFirst()
                .orElse(value);
    }

    private String documentTitle(CaseState.CaseDocument document, String otherwise) {
        if (document == null) {
            return otherwise;
        }
        Map<String, Definition.DocumentRule> rules = facts.definition().documents();
        String title = rules.containsKey(document.kind()) ? rules.get(document.kind()).title() : document.kind();
        return "《" + title + "》" + (document.number() == null ? "" : document.number());
    }

    /// The first day that leaves the full notice between the act and the event.
    LocalDate firstLawful(Field field) {
        LocalDate day = facts.day().plusDays(1);
        while (Counting.latestDayBefore(day, field.notice(), facts.calendar()).due().isBefore(facts.day())) {
            day = day.plusDays(1);
        }
        return facts.calendar().isWorkingDay(day) ? day : facts.calendar().nextWorkingDay(day);
    }
}
