package org.fengqiao.procedure;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 表单的 JSON Schema: the form of a step for this case, person and day, with lawful values and defaults.
///
/// JSON Schema 2020-12; always an object without further properties; people, documents, evidence and grounds as enums.
public final class FormSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Facts facts;
    private final Candidates candidates;
    private final @Nullable OffsetDateTime now;

    public FormSchema(Facts facts) {
        this(facts, null);
    }

    /// @param now the moment at the office: what is proposed for a moment of this day, for a later one would be refused
    public FormSchema(Facts facts, @Nullable OffsetDateTime now) {
        this.facts = facts;
        this.now = now;
        this.candidates = new Candidates(facts);
    }

    /// The schema of the whole form.
    public ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", facts.step().title());
        return object(schema, facts.step().form().fields());
    }

    private ObjectNode object(ObjectNode schema, List<Field> fields) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field f : fields) {
            properties.set(f.id(), property(f));
            if (f.required()) {
                required.add(f.id());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode property(Field f) {
        ObjectNode p = JSON.objectNode();
        p.put("title", f.title());
        if (f.question()) {
            p.put("x-question", true);
        }
        if (f.help() != null) {
            p.put("description", f.help());
        }
        switch (f.type()) {
            case TEXT, LONG_TEXT -> text(p, f);
            case DATE -> p.put("type", "string").put("format", "date").putArray("examples").add(dateDefault(f));
            case DATE_TIME -> p.put("type", "string").put("format", "date-time").putArray("examples").add(momentDefault());
            case NUMBER, MONEY -> number(p, f);
            case YES_NO -> p.put("type", "boolean").putArray("examples").add(natural(f));
            case CHOICE, PERSON, PARTY, DOCUMENT, MATTER, UNIT -> {
                choice(p.put("type", "string"), f);
                JsonNode common = f.question() ? natural(f) : null;
                if (common != null && fits(f, common)) {
                    p.putArray("examples").add(common);
                }
            }
            case CHOICES, PEOPLE, EVIDENCE -> {
                p.put("type", "array").put("uniqueItems", true);
                choice(p.putObject("items").put("type", "string"), f);
                count(p, f);
            }
            case CASE -> p.put("type", "string").put("minLength", 1).put("maxLength", 60);
            case POINTS -> {
                p.put("type", "array");
                object(p.putObject("items"), f.items());
                count(p, f);
            }
        }
        return p;
    }

    private void text(ObjectNode p, Field f) {
        p.put("type", "string");
        p.put("minLength", f.min() == null ? 1 : f.min());
        p.put("maxLength", f.max() == null ? f.type() == Field.Type.TEXT ? 200 : 4000 : f.max());
        if (f.example() != null) {
            p.putArray("examples").add(f.example());
        }
    }

    private static void number(ObjectNode p, Field f) {
        p.put("type", "integer");
        p.put("minimum", f.min() == null ? 0 : f.min());
        p.put("maximum", f.max() == null ? 1_000_000_000_000L : f.max());
    }

    private void choice(ObjectNode p, Field f) {
        ArrayNode values = p.putArray("enum");
        ArrayNode titles = JSON.arrayNode();
        for (String value : candidates.of(f)) {
            values.add(value);
            titles.add(candidates.title(f, value));
        }
        p.set("x-titles", titles);
    }

    private static void count(ObjectNode p, Field f) {
        p.put("minItems", f.min() == null ? f.required() ? 1 : 0 : f.min());
        p.put("maxItems", f.max() == null ? 50 : f.max());
    }

    /// Lawful values to begin with; a field without a sensible one is left out. A question is answered by nobody but whoever fills in
    /// the form, unless it has been answered in this case.
    public ObjectNode defaults() {
        return values(f -> f.question() ? answered(f) : presetOf(f));
    }

    /// The defaults, with each question answered as practice mostly answers it; for rehearsals, where nobody is asked.
    ObjectNode practice() {
        return values(this::presetOf);
    }

    private ObjectNode values(Function<Field, @Nullable JsonNode> given) {
        ObjectNode values = JSON.objectNode();
        for (Field f : facts.step().form().fields()) {
            JsonNode value = given.apply(f);
            if (value != null && fits(f, value)) {
                values.set(f.id(), value);
            }
        }
        return values;
    }

    private @Nullable JsonNode answered(Field f) {
        return f.factOf() == null ? null : carried(f.factOf()).orElse(null);
    }

    /// A default carried over from an earlier act may no longer be offered, as when an officer is on leave.
    private boolean fits(Field f, JsonNode value) {
        return new FormCheck(facts).field(f, value).isEmpty();
    }

    private @Nullable JsonNode presetOf(Field f) {
        String preset = f.preset();
        if (preset != null) {
            JsonNode explicit = explicit(f, preset);
            if (explicit != null) {
                return explicit;
            }
        } else if (f.question() && f.example() != null) {
            return natural(f);
        } else {
            Optional<JsonNode> carried = carried(f.id());
            if (carried.isPresent() && fits(f, carried.get())) {
                return carried.get();
            }
        }
        return f.required() ? natural(f) : null;
    }

    private @Nullable JsonNode explicit(Field f, String preset) {
        if (f.factOf() != null) {
            return answered(f);
        }
        if (preset.startsWith(Field.FILE)) {
            // What lies in another case is known to the page alone.
            return null;
        }
        return switch (preset) {
            case "today" -> JSON.stringNode(facts.day().toString());
            case "yesterday" -> JSON.stringNode(facts.day().minusDays(1).toString());
            case "officers" -> officers();
            case "first" -> first(f);
            case "all" -> {
                ArrayNode all = JSON.arrayNode();
                candidates.of(f).forEach(all::add);
                yield all;
            }
            default ->
                switch (f.type()) {
                    case NUMBER, MONEY -> JSON.numberNode(Long.parseLong(preset));
                    case CHOICES -> JSON.arrayNode().add(preset);
                    default -> JSON.stringNode(preset);
                };
        };
    }

    private Optional<JsonNode> carried(String field) {
        CaseState state = facts.state();
        if (state == null) {
            return Optional.empty();
        }
        String personal = state.personal().get(field);
        return personal != null
                ? Optional.of(JSON.stringNode(personal))
                : state.fact(field).filter(v -> !v.isObject());
    }

    private @Nullable JsonNode officers() {
        CaseState state = facts.state();
        if (state == null || state.officers().isEmpty()) {
            return null;
        }
        ArrayNode all = JSON.arrayNode();
        state.officers().forEach(all::add);
        return all;
    }

    private @Nullable JsonNode natural(Field f) {
        return switch (f.type()) {
            case TEXT, LONG_TEXT -> f.example() == null ? null : JSON.stringNode(f.example());
            case DATE -> JSON.stringNode(dateDefault(f));
            case DATE_TIME -> JSON.stringNode(momentDefault());
            case NUMBER, MONEY -> JSON.numberNode(
                    f.example() != null ? Long.parseLong(f.example()) : f.min() == null ? 0 : f.min());
            case YES_NO -> JSON.booleanNode(!"false".equals(f.example()));
            case CHOICE -> f.example() != null ? JSON.stringNode(f.example()) : first(f);
            case PERSON, PARTY, DOCUMENT, MATTER, UNIT -> first(f);
            case CHOICES -> f.example() != null ? JSON.arrayNode().add(f.example()) : some(f);
            case PEOPLE -> "enforcement-officer".equals(f.source()) && officers() != null ? officers() : some(f);
            case EVIDENCE -> some(f);
            case CASE -> null;
            case POINTS -> point(f);
        };
    }

    private @Nullable JsonNode first(Field f) {
        List<String> all = candidates.of(f);
        return all.isEmpty() ? null : JSON.stringNode(all.getFirst());
    }

    private @Nullable JsonNode some(Field f) {
        List<String> all = candidates.of(f);
        long least = f.min() == null ? 1 : f.min();
        if (all.size() < least) {
            return null;
        }
        ArrayNode some = JSON.arrayNode();
        all.subList(0, (int) Math.max(least, Math.min(1, all.size()))).forEach(some::add);
        return some;
    }

    private JsonNode point(Field f) {
        ObjectNode one = JSON.objectNode();
        for (Field i : f.items()) {
            JsonNode value = natural(i);
            if (value != null && i.required()) {
                one.set(i.id(), value);
            }
        }
        return JSON.arrayNode().add(one);
    }

    private String dateDefault(Field f) {
        Supplier<String> lawful = () -> candidates.firstLawful(f).toString();
        return f.notice() != null ? lawful.get() : f.example() != null && f.future() ? f.example() : facts.day().toString();
    }

    private String momentDefault() {
        OffsetDateTime morning = OffsetDateTime.of(facts.day(), LocalTime.of(10, 0), ZoneOffset.ofHours(8));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(facts.moment().orElse(now != null && now.isBefore(morning) ? now : morning));
    }

    /// The Chinese name of a value of a field.
    public String title(Field field, String value) {
        return candidates.title(field, value);
    }
}
