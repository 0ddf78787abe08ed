package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.Roll;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.law.Citation;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Definition.ClockRule;
import org.fengqiao.procedure.Definition.DocumentRule;
import org.fengqiao.procedure.Definition.Effects;
import org.fengqiao.procedure.Definition.Indicated;
import org.fengqiao.procedure.Definition.Never;
import org.fengqiao.procedure.Definition.PartyRule;
import org.fengqiao.procedure.Definition.Question;
import org.fengqiao.procedure.Definition.Stage;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;

/// Reads one definition file; every citation in it is resolved, every name it uses must exist.
final class DefinitionReader {

    private final Laws laws;
    private final Source root;
    private final String slug;
    private final LocalDate from;
    private final String instrument;
    private final List<Citation> duties;
    private final Map<String, ClockRule> clocks = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final ConditionReader conditions;
    private final FormReader forms;
    private final PeopleReader people;
    private final ClockActionReader clockActions;
    private final List<String> key;
    private @Nullable Step opening;

    DefinitionReader(Laws laws, String slug, LocalDate from, Source root) {
        this.laws = laws;
        this.slug = slug;
        this.from = from;
        this.root = root;
        this.instrument = root.text("basis");
        this.duties = cite(root.list("duties"));
        this.conditions = new ConditionReader(this);
        this.forms = new FormReader(this);
        this.people = new PeopleReader(this, duties);
        this.clockActions = new ClockActionReader(this, conditions);
        this.key = root.texts("key");
    }

    Definition read() {
        if (!root.text("procedure").equals(slug)) {
            throw root.need("procedure").fault("must be the name of its folder, " + slug);
        }
        root.map("stages").forEach((id, s) -> stages.put(id, stage(id, s)));
        root.map("questions").forEach((id, s) -> questions.put(id, question(id, s)));
        root.map("clocks").forEach((id, s) -> clocks.put(id, clock(id, s)));
        Map<String, DocumentRule> documents = new LinkedHashMap<>();
        root.map("documents").forEach((id, s) -> documents.put(id, document(id, s)));
        Source versions = root.get("versions");
        Source running = versions == null ? null : versions.get("procedure");
        boolean stays = running != null && running.text("running-cases", "next-step").equals("stay");
        String interpretation = running == null ? null : running.optional("interpretation");
        Source openingSource = root.need("opening");
        PartyRule parties = parties(root.get("parties"));
        Step opening = step(openingSource);
        this.opening = opening;
        Map<String, Step> steps = new LinkedHashMap<>();
        for (Source s : root.list("steps")) {
            Step step = step(s);
            if (step.id().equals(opening.id()) || steps.put(step.id(), step) != null) {
                throw s.fault("step " + step.id() + " stands twice");
            }
        }
        List<Never> never = root.list("never").stream().map(this::never).toList();
        List<Indicated> remedies = new ArrayList<>();
        root.map("remedies").forEach((id, s) -> {
            remedies.add(new Indicated(id, s.text("text"), cite(s.list("basis"))));
            s.close();
        });
        Definition definition = new Definition(
                slug, from, root.text("title"), root.text("summary", ""), area(root), instrument, root.flag("partial"), stays,
                interpretation, root.flag("ledger"), key, root.text("number", slug), stages, questions, clocks, documents,
                parties, opening, steps, never, remedies);
        root.close();
        new DefinitionCheck(root, definition).names();
        return definition;
    }

    private Stage stage(String id, Source s) {
        if (s.isText()) {
            return new Stage(id, s.text(), false, false);
        }
        Stage stage = new Stage(id, s.text("title"), s.flag("final"), s.flag("conditional"));
        s.close();
        return stage;
    }

    private Question question(String id, Source s) {
        Map<String, String> answers = new LinkedHashMap<>();
        s.map("answers").forEach((k, v) -> answers.put(k, v.text()));
        if (answers.isEmpty()) {
            answers.put("yes", "是");
            answers.put("no", "否");
        }
        Question q = new Question(id, s.text("title"), basis(s), answers);
        s.close();
        return q;
    }

    ClockRule clock(String id, Source s) {
        ClockKind kind = switch (s.text("kind")) {
            case "duty" -> ClockKind.DUTY;
            case "term" -> ClockKind.TERM;
            case "window" -> ClockKind.WINDOW;
            default -> throw s.need("kind").fault("kind of a clock is duty, term or window");
        };
        Roll roll = switch (s.text("roll", "none")) {
            case "forward" -> Roll.FORWARD;
            case "none" -> Roll.NONE;
            default -> throw s.need("roll").fault("roll is forward or none");
        };
        ClockRule rule = new ClockRule(
                id, s.text("title", id), kind, s.text("budget"), roll, "party".equals(s.optional("per")), basis(s),
                s.optional("interpretation"), s.optional("warn"));
        s.close();
        return rule;
    }

    /// A clock that is declared where it starts.
    void declare(String id, Source s) {
        clocks.put(id, clock(id, s));
    }

    private DocumentRule document(String id, Source s) {
        Map<String, List<Citation>> cites = new LinkedHashMap<>();
        s.map("cites").forEach((k, v) -> cites.put(k, cite(v.list())));
        DocumentRule rule = new DocumentRule(
                id, s.text("title"), s.optional("series"), "party".equals(s.optional("per")), s.flag("served"),
                s.optional("sign"), basis(s), cites);
        s.close();
        return rule;
    }

    private PartyRule parties(@Nullable Source s) {
        if (s == null) {
            return new PartyRule(0, 0, false, List.of(), Map.of(), Map.of(), null, null);
        }
        Map<String, String> roles = new LinkedHashMap<>();
        Map<String, List<Citation>> shielded = new LinkedHashMap<>();
        s.map("roles").forEach((role, said) -> {
            roles.put(role, said.isMap() ? said.text("title") : said.text());
            if (said.isMap()) {
                said.need("protected");
                shielded.put(role, cite(said.list("protected")));
                said.close();
            }
        });
        String otherwise = s.has("otherwise") ? s.need("otherwise").text() : null;
        if (otherwise != null && (!roles.containsKey(otherwise) || shielded.containsKey(otherwise))) {
            throw s.need("otherwise").fault("the role of whom nothing is said is one of the roles, and none that is protected");
        }
        List<String> kinds = s.has("kinds") ? s.texts("kinds") : List.of("person", "organization");
        PartyRule rule =
                new PartyRule(
                        s.number("at-least", 1), s.number("at-most", 9), s.flag("unconfirmed"), kinds, roles, shielded, otherwise,
                        drawn(s.get("drawn")));
        s.close();
        return rule;
    }

    private static Definition.@Nullable Drawn drawn(@Nullable Source s) {
        if (s == null) {
            return null;
        }
        Definition.Drawn drawn = new Definition.Drawn(
                s.text("procedure"), s.has("stages") ? s.texts("stages") : List.of(), s.text("list"), s.text("name"), s.optional("contact"));
        s.close();
        return drawn;
    }

    private Never never(Source s) {
        Never n = new Never(s.text("step"), s.texts("without"), basis(s));
        s.close();
        return n;
    }

    private Step step(Source s) {
        List<Citation> basis = basis(s);
        if (basis.isEmpty()) {
            throw s.fault("step needs basis");
        }
        Set<String> in = new LinkedHashSet<>(s.texts("in"));
        if (in.remove("any-open")) {
            stages.values().stream().filter(x -> !x.isFinal()).forEach(x -> in.add(x.id()));
        }
        Source when = s.get("when");
        String id = s.text("step");
        Step step = new Step(
                id,
                s.text("title"),
                s.text("duty", ""),
                basis,
                s.optional("interpretation"),
                in,
                s.optional("to"),
                people.read(s.need("by"), basis),
                condition(s, when == null ? Condition.NONE : conditions.read(when, basis)),
                form(s),
                s.texts("documents"),
                clockActions.read(s.get("clocks"), basis),
                effects(s),
                new LinkedHashSet<>(s.texts("always-before")),
                s.number("late-entry", 5),
                new LinkedHashSet<>(s.texts("resets")),
                s.flag("hourly"),
                s.optional("result"),
                s.flag("optional"),
                s.optional("awaits"));
        s.close();
        return step;
    }

    /// What corrects an entry asks for the whole of it, as it now is, but for the key by which it is known.
    private Form form(Source s) {
        Form own = forms.read(s, questions);
        if (!s.flag("corrects") || opening == null) {
            return own;
        }
        List<Field> all = new ArrayList<>();
        opening.form().fields().stream().filter(f -> !key.contains(f.id())).map(Field::carried).forEach(all::add);
        all.addAll(own.fields());
        return new Form(List.copyOf(all), own.asks());
    }

    /// What an entry had to satisfy when it was made it has to satisfy when it is corrected.
    private Condition condition(Source s, Condition own) {
        if (!s.flag("corrects") || opening == null || opening.when() == Condition.NONE) {
            return own;
        }
        return own == Condition.NONE ? opening.when() : new Condition.All(List.of(own, opening.when()), own.basis());
    }

    private static Definition.Area area(Source root) {
        String word = root.text("area", root.flag("ledger") ? "ledgers" : "requests");
        return Arrays.stream(Definition.Area.values())
                .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> root.need("area").fault("no area " + word));
    }

    private Effects effects(Source s) {
        return new Effects(
                s.optional("assigns"), s.optional("recuses"), s.optional("serves"), s.optional("party"),
                s.flag("regenerates"), s.optional("merges"), new LinkedHashSet<>(s.texts("revises")), s.flag("corrects"),
                s.flag("voids"));
    }

    /// The citations under key `basis`; empty when there is none.
    List<Citation> basis(Source s) {
        return cite(s.list("basis"));
    }

    List<Citation> cite(List<Source> texts) {
        return texts.stream()
                .map(t -> {
                    try {
                        return laws.citation(t.text(), instrument);
                    } catch (IllegalArgumentException e) {
                        throw t.fault(e.getMessage() == null ? "citation does not resolve" : e.getMessage());
                    }
                })
                .toList();
    }
}
