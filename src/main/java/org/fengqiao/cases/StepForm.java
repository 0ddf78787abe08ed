package org.fengqiao.cases;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.ui.FieldView;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 步骤的表单: the fields of a form as a page shows them, and what was typed as the data of an act.
///
/// Money is typed in yuan and kept in fen; times are typed as civil time of the office. What cannot be read is handed on
/// as it stands, so that the decision refuses it together with everything else that is wrong.
public final class StepForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MORE_ROWS = 3;

    private final Definition.Step step;
    private final @Nullable CaseState state;
    private final ObjectNode properties;
    private final ObjectNode defaults;
    private final Cites cites;
    private final Map<String, String> evidenceTitles;
    private final Map<String, List<JsonNode>> drawnUp;

    StepForm(Definition.Step step, @Nullable CaseState state, FormSchema schema, Cites cites, Map<String, String> evidenceTitles) {
        this(step, state, schema, cites, evidenceTitles, Map.of());
    }

    /// @param drawnUp the rows of lists that come from the file of another case, by field
    StepForm(
            Definition.Step step, @Nullable CaseState state, FormSchema schema, Cites cites, Map<String, String> evidenceTitles,
            Map<String, List<JsonNode>> drawnUp) {
        this.step = step;
        this.state = state;
        this.properties = (ObjectNode) schema.schema().get("properties");
        this.defaults = schema.defaults();
        this.cites = cites;
        this.evidenceTitles = evidenceTitles;
        this.drawnUp = drawnUp;
    }

    /// What was typed: the data of the act and, by field name, what could not be read.
    public record Typed(ObjectNode data, Map<String, String> errors) {}

    public static String name(String field) {
        return "data." + field;
    }

    /// The fields with lawful defaults, or with what was typed.
    List<FieldView> fields(@Nullable MultiValueMap<String, String> typed, Map<String, String> errors) {
        List<FieldView> all = new ArrayList<>();
        for (Field f : step.form().fields()) {
            JsonNode property = properties.get(f.id());
            if (state == null && f.type() == Field.Type.EVIDENCE && !f.required()) {
                // Evidence is entered into a case; there is none yet.
                continue;
            }
            if (f.type() == Field.Type.POINTS) {
                all.add(rows(f, property, typed, errors));
            } else {
                String name = name(f.id());
                List<String> values = typed != null ? typed.getOrDefault(name, List.of()) : proposed(f);
                all.add(field(f, name, property, values, errors));
            }
        }
        return all;
    }

    private FieldView field(Field f, String name, JsonNode property, List<String> values, Map<String, String> errors) {
        List<FieldView.Option> options = options(f, property);
        FieldView view = options.isEmpty() && !chooses(f.type())
                ? FieldView.of(kind(f.type()), name, f.title())
                : FieldView.choice(kind(f.type()), name, f.title(), options);
        view = view.value(values.toArray(String[]::new)).error(errors.getOrDefault(name, "")).help(help(f, options));
        if (f.type() == Field.Type.MONEY) {
            view = view.unit("元");
        }
        if (f.type() == Field.Type.TEXT || f.type() == Field.Type.LONG_TEXT) {
            view = view.limit(f.max() == null ? f.type() == Field.Type.TEXT ? 200 : 4000 : f.max().intValue());
        }
        if (!f.basis().isEmpty()) {
            view = view.basis(cites.of(f.basis()).toArray(org.fengqiao.ui.Cite[]::new));
        }
        return f.required() ? view.must() : view;
    }

    private static boolean chooses(Field.Type type) {
        return switch (type) {
            case CHOICE, CHOICES, PERSON, PEOPLE, PARTY, DOCUMENT, EVIDENCE, MATTER, UNIT -> true;
            default -> false;
        };
    }

    private static FieldView.Kind kind(Field.Type type) {
        return switch (type) {
            case TEXT, CASE -> FieldView.Kind.TEXT;
            case LONG_TEXT -> FieldView.Kind.LONG_TEXT;
            case DATE -> FieldView.Kind.DATE;
            case DATE_TIME -> FieldView.Kind.DATE_TIME;
            case NUMBER -> FieldView.Kind.NUMBER;
            case MONEY -> FieldView.Kind.MONEY;
            case CHOICE, PERSON, PARTY, DOCUMENT, MATTER, UNIT -> FieldView.Kind.CHOICE;
            case CHOICES, PEOPLE, EVIDENCE -> FieldView.Kind.CHOICES;
            case YES_NO -> FieldView.Kind.YES_NO;
            case POINTS -> FieldView.Kind.ROWS;
        };
    }

    private List<FieldView.Option> options(Field f, JsonNode property) {
        JsonNode source = property.has("enum") ? property : property.path("items");
        List<FieldView.Option> all = new ArrayList<>();
        JsonNode titles = source.path("x-titles");
        int i = 0;
        for (JsonNode value : source.path("enum")) {
            String label = titles.path(i++).asString(value.asString());
            all.add(FieldView.Option.of(value.asString(), f.type() == Field.Type.EVIDENCE ? evidenceTitles.getOrDefault(value.asString(), label) : label));
        }
        return all;
    }

    private static String help(Field f, List<FieldView.Option> options) {
        String example = f.example();
        boolean text = f.type() == Field.Type.TEXT || f.type() == Field.Type.LONG_TEXT;
        if (f.help() != null) {
            return f.help();
        }
        if (chooses(f.type()) && options.isEmpty()) {
            return f.type() == Field.Type.EVIDENCE ? "本案还没有证据，可以先在案件页补充。" : "目前没有可选的内容。";
        }
        return text && example != null ? "例如：" + example : "";
    }

    /// What was drawn up elsewhere, and for every other field what the form proposes.
    MultiValueMap<String, String> with(MultiValueMap<String, String> given) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>(given);
        for (Field f : step.form().fields()) {
            if (f.type() != Field.Type.POINTS && !given.containsKey(name(f.id()))) {
                all.addAll(name(f.id()), proposed(f));
            }
        }
        return all;
    }

    /// Defaults that an officer wants to see; an example is shown as help and never stands in the field.
    private List<String> proposed(Field f) {
        JsonNode value = defaults.get(f.id());
        if (value == null) {
            return List.of();
        }
        boolean carried = states(f.id());
        boolean invented = switch (f.type()) {
            case TEXT, LONG_TEXT, NUMBER, MONEY, YES_NO, CASE, POINTS, DATE_TIME -> true;
            case DATE -> f.example() != null && f.example().equals(value.asString());
            case CHOICE, PERSON, PARTY, DOCUMENT, MATTER, UNIT -> properties.get(f.id()).path("enum").size() > 1;
            case CHOICES, PEOPLE, EVIDENCE -> true;
        };
        boolean serves = f.type() == Field.Type.PARTY && step.effects().serves() != null;
        boolean pair = f.type() == Field.Type.PEOPLE && state != null && !state.officers().isEmpty();
        if (invented && f.preset() == null && !carried && !serves && !pair) {
            return List.of();
        }
        return shown(f, value);
    }

    /// Whether an earlier act has stated what this field asks.
    private boolean states(@Nullable String field) {
        return state != null && field != null && (state.facts().containsKey(field) || state.personal().containsKey(field));
    }

    /// A stored value as it is typed.
    private static List<String> shown(Field f, JsonNode value) {
        return switch (f.type()) {
            case MONEY -> List.of(BigDecimal.valueOf(value.asLong(), 2).toPlainString());
            case NUMBER -> List.of(String.valueOf(value.asLong()));
            case YES_NO -> List.of(String.valueOf(value.asBoolean()));
            case DATE_TIME -> List.of(local(value.asString()));
            case CHOICES, PEOPLE, EVIDENCE -> {
                List<String> all = new ArrayList<>();
                value.forEach(v -> all.add(v.asString()));
                yield all;
            }
            default -> List.of(value.asString());
        };
    }

    static String local(String moment) {
        return OffsetDateTime.parse(moment).withOffsetSameInstant(Days.ZONE).toLocalDateTime().withSecond(0).withNano(0).toString();
    }

    private FieldView rows(Field f, JsonNode property, @Nullable MultiValueMap<String, String> typed, Map<String, String> errors) {
        int filled = typed != null ? new TypedForm(typed).rows(f) : carriedRows(f).size();
        List<List<FieldView>> rows = new ArrayList<>();
        JsonNode items = property.path("items").path("properties");
        for (int i = 0; i < filled + MORE_ROWS && (f.max() == null || i < f.max()); i++) {
            List<FieldView> row = new ArrayList<>();
            for (Field item : f.items()) {
                String name = name(f.id()) + "[" + i + "]." + item.id();
                List<String> values = typed != null
                        ? typed.getOrDefault(name, List.of())
                        : i < filled && carriedRows(f).get(i).hasNonNull(item.id())
                                ? shown(item, carriedRows(f).get(i).get(item.id()))
                                : List.of();
                FieldView view = field(item, name, items.path(item.id()), values, errors);
                row.add(view);
            }
            rows.add(row);
        }
        FieldView view = FieldView.rows(name(f.id()), f.title(), rows)
                .error(errors.getOrDefault(name(f.id()), ""))
                .help(f.help() == null ? "有几项写几项，空行不必填。" : f.help());
        return f.required() ? view.must() : view;
    }

    private List<JsonNode> carriedRows(Field f) {
        if (f.fileOf() != null) {
            List<JsonNode> rows = drawnUp.getOrDefault(f.id(), List.of());
            return f.max() == null ? rows : rows.subList(0, (int) Math.min(rows.size(), f.max()));
        }
        JsonNode value = f.preset() == null ? null : defaults.get(f.id());
        List<JsonNode> all = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(all::add);
        }
        return all;
    }

    /// Reads what was typed.
    Typed read(MultiValueMap<String, String> typed) {
        return read(step, typed);
    }

    /// Reads what was typed into the form of a step.
    public static Typed read(Definition.Step step, MultiValueMap<String, String> typed) {
        return new TypedForm(typed).read(step);
    }
}
