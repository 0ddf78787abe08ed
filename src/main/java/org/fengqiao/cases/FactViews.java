package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Money;
import org.fengqiao.ui.FactView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// 案情: the parties and every fact of a case, under the titles of the forms that asked for them.
final class FactViews {

    private final Deciding deciding;
    private final Definition definition;
    private final @Nullable CaseState state;
    private final Office office;
    private final LocalDate today;

    FactViews(Deciding deciding, Definition definition, @Nullable CaseState state, Office office, LocalDate today) {
        this.deciding = deciding;
        this.definition = definition;
        this.state = state;
        this.office = office;
        this.today = today;
    }

    List<FactView> all() {
        List<FactView> all = new ArrayList<>(parties());
        Set<String> shown = new LinkedHashSet<>();
        for (Definition.Step step : definition.allSteps().values()) {
            for (Field f : step.form().fields()) {
                if (shown.contains(f.id()) || f.type() == Field.Type.PARTY) {
                    continue;
                }
                String text = known(step, f);
                if (text != null && !text.isBlank()) {
                    shown.add(f.id());
                    boolean wide = f.type() == Field.Type.LONG_TEXT || f.type() == Field.Type.POINTS || text.length() > 24;
                    all.add(wide ? FactView.wide(f.title(), text) : FactView.of(f.title(), text));
                }
            }
        }
        // Short facts share lines, long ones follow.
        List<FactView> ordered = new ArrayList<>(all.stream().filter(v -> !v.wide()).toList());
        all.stream().filter(FactView::wide).forEach(ordered::add);
        return ordered;
    }

    /// What a form holds, in words and in its order.
    List<FactView> filled(Definition.Step step, ObjectNode data) {
        FormSchema titles = new FormSchema(deciding.facts(definition, step, state, office, today));
        return step.form().fields().stream()
                .filter(f -> data.hasNonNull(f.id()))
                .map(f -> FactView.of(f.title(), words(f, data.get(f.id()), titles)))
                .toList();
    }

    private List<FactView> parties() {
        List<FactView> all = new ArrayList<>();
        if (state == null) {
            return all;
        }
        for (CaseState.CaseParty p : state.parties().values()) {
            String role = p.role() == null ? "当事人" : definition.parties().roles().getOrDefault(p.role(), "当事人");
            all.add(FactView.of(role, state.partyName(p.id())));
            add(all, p, "identifier", p.kind().equals("person") ? "证件号码" : "统一社会信用代码");
            add(all, p, "contact", "联系方式");
            add(all, p, "address", "住址（住所）");
            add(all, p, "representative", "法定代表人");
        }
        return all;
    }

    private void add(List<FactView> all, CaseState.CaseParty p, String field, String label) {
        String value = state.personal().get(p.id() + "." + field);
        if (value != null && !value.isBlank()) {
            all.add(FactView.of(label, value));
        }
    }

    private @Nullable String known(Definition.Step step, Field f) {
        String kept = state.personal().get(f.id());
        FormSchema titles = new FormSchema(deciding.facts(definition, step, state, office, today));
        if (kept != null) {
            return f.type() == Field.Type.POINTS ? words(f, Cases.JSON.readTree(kept), titles) : kept;
        }
        JsonNode value = state.facts().get(f.id());
        return value == null || value.isNull() || value.isObject() ? null : words(f, value, titles);
    }

    /// A value as a person reads it.
    String words(Field f, JsonNode value, FormSchema titles) {
        return switch (f.type()) {
            case MONEY -> Money.yuan(value.asLong()) + " 元";
            case YES_NO -> value.asBoolean() ? "是" : "否";
            case NUMBER -> value.asString();
            case DATE -> value.asString().length() == 10 ? Days.day(LocalDate.parse(value.asString()), today) : value.asString();
            case DATE_TIME -> Days.moment(OffsetDateTime.parse(value.asString()), today);
            case CHOICES, PEOPLE, EVIDENCE -> {
                List<String> all = new ArrayList<>();
                value.forEach(v -> all.add(titles.title(f, v.asString())));
                yield String.join("、", all);
            }
            case POINTS -> {
                List<String> rows = new ArrayList<>();
                for (JsonNode one : value) {
                    rows.add((rows.size() + 1) + ". " + f.items().stream()
                            .filter(i -> one.hasNonNull(i.id()))
                            .map(i -> i.title() + "：" + words(i, one.get(i.id()), titles))
                            .collect(Collectors.joining("；")));
                }
                yield String.join("\n", rows);
            }
            default -> titles.title(f, value.asString());
        };
    }
}
