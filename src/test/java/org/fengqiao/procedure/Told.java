package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.End;
import org.fengqiao.deadline.Moment;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A penalty case told in a few words, so that one rule can be asked about it alone.
final class Told {

    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final WorkingDays CALENDAR = WorkingDays.announced();
    private static final Office OFFICE = OfficeFile.read(Told.class.getResourceAsStream("/demo/office.yaml"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Definition definition;
    private final Definition.Step step;
    private LocalDate day = LocalDate.parse("2026-03-18");
    private String person = "zhao-jia";
    private String acting;
    private boolean open;
    private final ObjectNode form = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> facts = new LinkedHashMap<>();
    private final List<CaseState.Deed> deeds = new ArrayList<>();
    private final Map<String, CaseState.CaseParty> parties = new LinkedHashMap<>();
    private final Map<String, Clock> clocks = new LinkedHashMap<>();
    private final Map<String, CaseState.CaseDocument> documents = new LinkedHashMap<>();
    private final Set<String> recused = new LinkedHashSet<>();

    private Told(String step) {
        definition = DEFINITIONS.version("administrative-penalty-ordinary@2021-07-15").orElseThrow();
        this.step = definition.step(step).orElseThrow();
        parties.put("P1", new CaseState.CaseParty("P1", "organization", null, false, true));
    }

    static Told at(String step) {
        return new Told(step);
    }

    Told on(String date) {
        day = LocalDate.parse(date);
        return this;
    }

    Told by(String id) {
        person = id;
        return this;
    }

    Told as(String party) {
        acting = party;
        return this;
    }

    /// The form is still open: there is no act yet.
    Told open() {
        open = true;
        return this;
    }

    Told person(String id) {
        parties.put(id, new CaseState.CaseParty(id, "person", null, false, true));
        return this;
    }

    Told unconfirmed() {
        parties.put("P1", new CaseState.CaseParty("P1", "person", null, false, false));
        return this;
    }

    /// The form in hand, as JSON without its outer braces and with single quotes.
    Told with(String json) {
        read(json).properties().forEach(p -> form.set(p.getKey(), p.getValue()));
        return this;
    }

    Told fact(String json) {
        read(json).properties().forEach(p -> facts.put(p.getKey(), p.getValue()));
        return this;
    }

    Told done(String taken, String date, String json) {
        Map<String, JsonNode> data = new LinkedHashMap<>();
        read(json).properties().forEach(p -> data.put(p.getKey(), p.getValue()));
        facts.putAll(data);
        deeds.add(new CaseState.Deed(
                deeds.size() + 1, taken, LocalDate.parse(date), null,
                List.of(new CaseEvent.Actor("zhao-jia", "enforcement-officer", null)), null, "", data));
        return this;
    }

    Told done(String taken, String date) {
        return done(taken, date, "");
    }

    Told clock(String id, String party, String start, String budget) {
        Definition.ClockRule rule = definition.clocks().get(id);
        Clock clock = Clock.of(id, rule.kind(), rule.title(), Moment.of(LocalDate.parse(start)), Period.parse(budget), rule.roll());
        clocks.put(CaseState.key(id, party), party == null ? clock : clock.forParty(party));
        return this;
    }

    Told ended(String id, String party, String date) {
        Clock c = clocks.get(CaseState.key(id, party));
        clocks.put(CaseState.key(id, party), new Clock(
                c.id(), c.party(), c.kind(), c.title(), c.start(), c.budget(), c.roll(), null, List.of(), null, null,
                List.of(), new End(Moment.of(LocalDate.parse(date)), false, null)));
        return this;
    }

    Told served(String kind, String party, String date) {
        LocalDate on = LocalDate.parse(date);
        documents.put("D" + documents.size(), new CaseState.CaseDocument(
                "D" + documents.size(), kind, party, null, "0", on, 1, true, false, Map.of(party, on)));
        return this;
    }

    Told recused(String id) {
        recused.add(id);
        return this;
    }

    Outcome judge(String rule) {
        Map<String, List<CaseState.Deed>> done = new LinkedHashMap<>();
        deeds.forEach(d -> done.computeIfAbsent(d.step(), k -> new ArrayList<>()).add(d));
        CaseState state = new CaseState(
                "示例1号", "示例1号", definition.slug(), definition.id(), "", false, deeds.size(), day, day, facts,
                Map.of(), done, deeds, parties, clocks, documents, Map.of(), List.of("zhao-jia", "qian-yi"), recused);
        Act act = open
                ? null
                : new Act(step.id(), person, null, true, acting, null, day, null, null, form, List.of(), null, null);
        return Rules.judge(rule, new Facts(definition, step, state, act, OFFICE, LAWS, CALENDAR, day));
    }

    private static JsonNode read(String json) {
        return JSON.readTree("{" + json.replace('\'', '"') + "}");
    }
}
