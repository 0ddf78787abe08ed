package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.fengqiao.ui.FactGroup;
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

    /// The parties, then what each step brought; a fact stands under the step that said it last. What began the case and
    /// what came last are unfolded.
    List<FactGroup> groups() {
        List<FactGroup> newest = new ArrayList<>();
        Set<String> steps = new HashSet<>();
        Set<String> shown = new HashSet<>();
        for (CaseState.Deed deed : state.deeds().reversed()) {
            Definition.Step step = definition.allSteps().get(deed.step());
            if (step == null || !steps.add(step.id())) {
                continue;
            }
            List<FactView> facts = known(step, shown);
            if (!facts.isEmpty()) {
                newest.add(new FactGroup(step.title(), Days.day(deed.on(), today), facts, newest.isEmpty() || step == definition.opening()));
            }
        }
        List<FactGroup> all = new ArrayList<>();
        if (!state.parties().isEmpty()) {
            all.add(new FactGroup("当事人", state.parties().size() == 1 ? "" : state.parties().size() + " 名", parties(), true));
        }
        all.addAll(newest.reversed());
        return all;
    }

    /// The facts of one form that no later step said again; short ones share lines, long ones follow.
    private List<FactView> known(Definition.Step step, Set<String> shown) {
        FormSchema titles = new FormSchema(deciding.facts(definition, step, state, office, today));
        List<FactView> narrow = new ArrayList<>();
        List<FactView> wide = new ArrayList<>();
        for (Field f : step.form().fields()) {
            if (f.type() == Field.Type.PARTY || shown.contains(f.id())) {
                continue;
            }
            String text = known(f, titles);
            if (text != null && !text.isBlank()) {
                shown.add(f.id());
                if (f.type() == Field.Type.LONG_TEXT || f.type() == Field.Type.POINTS || text.length() > 24) {
                    wide.add(FactView.wide(f.title(), text));
                } else {
                    narrow.add(FactView.of(f.title(), text));
                }
            }
        }
        narrow.addAll(wide);
        return narrow;
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

    private @Nullable String known(Field f, FormSchema titles) {
        String kept = state.personal().get(f.id());
        if (kept != null) {
            JsonNode told = PersonalData.told(f.type(), kept);
            return told.isArray() ? words(f, told, titles) : kept;
        }
        JsonNode value = state.facts().get(f.id());
        // Another step asked the same with options of its own: there it stands under its own heading.
        boolean asked = value == null || f.type() != Field.Type.CHOICE || f.options().isEmpty() || f.options().containsKey(value.asString());
        return value == null || value.isNull() || value.isObject() || !asked ? null : words(f, value, titles);
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
