package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 案件的 JSON: a case, a step and a procedure as the interface shows them to one person.
final class CaseJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Cases cases;
    private final Drafts drafts;
    private final Laws laws;

    CaseJson(Cases cases, Drafts drafts, Laws laws) {
        this.cases = cases;
        this.drafts = drafts;
        this.laws = laws;
    }

    /// The case as the signed-in person sees it.
    ObjectNode aCase(Records.Known known, String user) {
        CaseState s = known.state();
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        Definition definition = cases.definitions().forStep(s, today).orElseThrow();
        ObjectNode json = JSON.objectNode();
        json.put("number", s.number()).put("lifeline", s.lifeline()).put("procedure", s.procedure());
        json.put("definition", s.definition()).put("title", s.personal().getOrDefault("title", s.number()));
        json.put("stage", s.stage()).put("stageTitle", definition.stages().containsKey(s.stage()) ? definition.stage(s.stage()).title() : s.stage());
        json.put("final", s.isFinal()).put("version", s.version());
        json.put("openedOn", s.opened().toString());
        ArrayNode clocks = json.putArray("clocks");
        ArrayNode windows = json.putArray("windows");
        s.clocks().values().forEach(c -> (c.kind() == ClockKind.WINDOW ? windows : clocks).add(clock(c)));
        ArrayNode available = json.putArray("available");
        ArrayNode blocked = json.putArray("blocked");
        for (Deciding.StepStatus status : cases.deciding().survey(definition, s, user, office, today)) {
            ObjectNode step = (status.available() ? available : blocked).addObject();
            step.put("step", status.step().id()).put("title", status.step().title());
            if (!status.available()) {
                step.set("reasons", reasons(status.reasons()));
            }
        }
        ArrayNode waiting = json.putArray("drafts");
        // Only where two act together does anything wait for the second of them.
        boolean pairs = definition.steps().values().stream().anyMatch(step -> step.by().officers() > 1);
        for (Drafts.Draft d : pairs ? drafts.of(known.id()) : List.<Drafts.Draft>of()) {
            waiting.addObject()
                    .put("draft", d.id())
                    .put("step", d.step())
                    .put("title", definition.step(d.step()).map(Definition.Step::title).orElse(d.step()))
                    .put("by", d.person())
                    .put("awaiting", d.awaiting());
        }
        ArrayNode officers = json.putArray("officers");
        s.officers().forEach(o -> officers.addObject().put("user", o).put("name", office.nameOf(o)));
        parties(json.putArray("parties"), s);
        documents(json.putArray("documents"), s, definition);
        ArrayNode evidence = json.putArray("evidence");
        s.evidence().values().forEach(e -> evidence.addObject()
                .put("id", e.id()).put("kind", e.kind()).put("sm3", e.sm3()).put("size", e.size()));
        return json;
    }

    private ObjectNode clock(Clock c) {
        DueDay due = c.told(cases.deciding().calendar());
        ObjectNode json = JSON.objectNode();
        json.put("id", c.id()).put("kind", c.kind().name().toLowerCase(Locale.ROOT)).put("title", c.title());
        if (c.party() != null) {
            json.put("party", c.party());
        }
        json.put("state", (c.hours()
                        ? c.state(cases.deciding().calendar(), cases.clock().now())
                        : c.state(cases.deciding().calendar(), cases.clock().today()))
                .name()
                .toLowerCase(Locale.ROOT));
        json.put("due", due.text()).put("provisional", due.provisional());
        ArrayNode explanation = json.putArray("explanation");
        due.explanation().forEach(explanation::add);
        return json;
    }

    private static void parties(ArrayNode all, CaseState s) {
        s.parties().values().forEach(p -> {
            ObjectNode party = all.addObject();
            party.put("id", p.id()).put("kind", p.kind()).put("confirmed", p.confirmed()).put("name", s.partyName(p.id()));
            for (String field : List.of("identifier", "contact", "address", "representative")) {
                String value = s.personal().get(p.id() + "." + field);
                if (value != null) {
                    party.put(field, value);
                }
            }
            if (p.role() != null) {
                party.put("role", p.role());
            }
        });
    }

    private static void documents(ArrayNode all, CaseState s, Definition definition) {
        s.documents().values().forEach(d -> {
            ObjectNode document = all.addObject();
            Definition.DocumentRule rule = definition.documents().get(d.kind());
            document.put("id", d.id()).put("kind", d.kind()).put("title", rule == null ? d.kind() : rule.title());
            document.put("on", d.on().toString()).put("signed", d.signed()).put("withdrawn", d.revised()).put("sm3", d.digest());
            if (d.number() != null) {
                document.put("number", d.number());
            }
            if (d.party() != null) {
                document.put("party", d.party());
            }
            ObjectNode served = document.putObject("servedOn");
            d.servedOn().forEach((party, on) -> served.put(party, on.toString()));
        });
    }

    /// Reasons with their citations, canonical and as people read them.
    ArrayNode reasons(List<Reason> reasons) {
        ArrayNode all = JSON.arrayNode();
        for (Reason r : reasons) {
            ObjectNode json = all.addObject().put("kind", r.kind().text).put("text", r.text());
            if (!r.citations().isEmpty()) {
                json.put("citation", r.citations().getFirst().toString());
                ArrayNode cited = json.putArray("citations");
                r.citations().forEach(c -> cited.add(laws.display(c)));
            }
            if (r.field() != null) {
                json.put("field", r.field());
            }
            if (r.judgement() != null) {
                json.put("judgement", r.judgement());
            }
        }
        return all;
    }

    /// {form, defaults, reasons} of a step for this case, person and day.
    ObjectNode step(CaseState state, Definition definition, Definition.Step step, String user) {
        LocalDate today = cases.clock().today();
        Office office = cases.office();
        FormSchema schema = new FormSchema(cases.deciding().facts(definition, step, state, office, today), cases.clock().now());
        ObjectNode json = JSON.objectNode();
        json.put("step", step.id()).put("title", step.title()).put("duty", step.duty());
        json.set("basis", citations(step.basis()));
        ObjectNode form = schema.schema();
        if (step.effects().merges() != null && form.path("properties").get(step.effects().merges()) instanceof ObjectNode into) {
            into.put("description", "本机关同一程序未终结案件的案号");
            List<String> near = cases.mergeable(user, state);
            if (!near.isEmpty()) {
                near.forEach(into.putArray("examples")::add);
            }
        }
        json.set("form", form);
        json.set("defaults", schema.defaults());
        json.set("reasons", reasons(cases.deciding().survey(definition, state, user, office, today).stream()
                .filter(s -> s.step().id().equals(step.id()))
                .findFirst()
                .map(Deciding.StepStatus::reasons)
                .orElse(List.of())));
        return json;
    }

    private ArrayNode citations(List<Citation> citations) {
        ArrayNode all = JSON.arrayNode();
        citations.forEach(c -> all.addObject().put("citation", c.toString()).put("text", laws.display(c)).put("url", laws.url(c)));
        return all;
    }

    /// A procedure with its opening form, stages, steps and clocks.
    ObjectNode procedure(Definition d, @Nullable LocalDate on) {
        LocalDate day = on == null ? cases.clock().today() : on;
        ObjectNode json = JSON.objectNode();
        json.put("slug", d.slug()).put("title", d.title()).put("summary", d.summary()).put("version", d.from().toString());
        json.put("partial", d.partial());
        ObjectNode opening = json.putObject("opening");
        FormSchema schema = new FormSchema(cases.deciding().facts(d, d.opening(), null, cases.office(), day), cases.clock().now());
        opening.put("step", d.opening().id()).put("title", d.opening().title());
        ObjectNode form = schema.schema();
        ObjectNode defaults = schema.defaults();
        FreeKey.propose(d, form, defaults, entry -> cases.entry(d, entry).isPresent());
        opening.set("form", form);
        opening.set("defaults", defaults);
        ObjectNode parties = opening.putObject("parties");
        parties.put("minItems", d.parties().atLeast()).put("maxItems", d.parties().atMost()).put("unconfirmed", d.parties().unconfirmed());
        ArrayNode kinds = parties.putArray("kinds");
        d.parties().kinds().forEach(kinds::add);
        ArrayNode roles = parties.putArray("roles");
        d.parties().roles().keySet().forEach(roles::add);
        parties.put("roleRequired", d.parties().rolesMustBeSaid());
        ArrayNode by = opening.putArray("by");
        d.opening().by().posts().forEach(by::add);
        ArrayNode stages = json.putArray("stages");
        d.stages().values().forEach(s -> stages.addObject().put("id", s.id()).put("title", s.title()).put("final", s.isFinal()));
        ArrayNode steps = json.putArray("steps");
        d.steps().values().forEach(s -> steps.add(step(s, d, day)));
        ArrayNode clocks = json.putArray("clocks");
        d.clocks().values().forEach(c -> {
            ObjectNode clock = clocks.addObject();
            clock.put("id", c.id()).put("title", c.title()).put("kind", c.kind().name().toLowerCase(Locale.ROOT)).put("budget", c.budget());
            clock.put("roll", c.roll().name().toLowerCase(Locale.ROOT)).put("perParty", c.perParty());
            clock.set("basis", citations(c.basis()));
        });
        return json;
    }

    private ObjectNode step(Definition.Step s, Definition d, LocalDate day) {
        ObjectNode json = JSON.objectNode();
        json.put("id", s.id()).put("title", s.title());
        ArrayNode in = json.putArray("in");
        s.in().forEach(in::add);
        if (s.to() != null) {
            json.put("to", s.to());
        }
        ObjectNode by = json.putObject("by");
        ArrayNode posts = by.putArray("posts");
        s.by().posts().forEach(posts::add);
        by.put("party", s.by().party()).put("officers", s.by().officers());
        json.set("form", new FormSchema(cases.deciding().facts(d, s, null, cases.office(), day), cases.clock().now()).schema());
        json.set("basis", citations(s.basis()));
        return json;
    }
}
