package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.FormSchema;
import org.fengqiao.procedure.Money;
import tools.jackson.databind.JsonNode;

/// 表单措辞: the fields of a case in words.
///
/// A choice is also told as `<field>-is.<value>`, so that a template can have a sentence for one value only.
final class FormWords {

    private final Decision.Accepted accepted;
    private final Origin origin;
    private final Map<String, String> personal;
    private final FormSchema titles;

    FormWords(Decision.Accepted accepted, Origin origin, Map<String, String> personal) {
        this.accepted = accepted;
        this.origin = origin;
        this.personal = personal;
        titles = new FormSchema(accepted.facts());
    }

    /// Every fact of the case: earlier ones first, those of the act the document rests on over them.
    Map<String, Object> all() {
        Map<String, Object> values = new LinkedHashMap<>();
        CaseState state = accepted.facts().state();
        for (Definition.Step step : accepted.definition().allSteps().values()) {
            for (Field f : step.form().fields()) {
                String kept = personal.get(f.id());
                JsonNode fact = state == null ? null : state.facts().get(f.id());
                if (kept != null) {
                    put(values, f, PersonalData.told(f.type(), kept));
                } else if (fact != null && !fact.isObject()) {
                    put(values, f, fact);
                }
            }
        }
        values.putAll(own());
        return values;
    }

    /// The fields of the act the document rests on alone.
    Map<String, Object> own() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field f : origin.step().form().fields()) {
            JsonNode value = origin.data().get(f.id());
            if (value != null && value.isObject()) {
                // The record keeps a digest in the place of a personal value.
                String kept = personal.get(f.id());
                value = kept == null ? null : PersonalData.told(f.type(), kept);
            }
            if (value != null && !value.isNull()) {
                put(values, f, value);
            }
        }
        return values;
    }

    private void put(Map<String, Object> values, Field f, JsonNode value) {
        switch (f.type()) {
            case MONEY -> {
                values.put(f.id(), Wordings.money(value.asLong()));
                values.put(f.id() + "-capital", Money.capital(value.asLong()));
            }
            case DATE -> values.put(f.id(), value.asString().length() == 10 ? Wordings.date(LocalDate.parse(value.asString())) : value.asString());
            case DATE_TIME -> values.put(f.id(), Wordings.moment(OffsetDateTime.parse(value.asString())));
            case NUMBER -> values.put(f.id(), value.asLong());
            case YES_NO -> {
                values.put(f.id(), value.asBoolean());
                values.put(f.id() + "-words", value.asBoolean() ? "是" : "否");
            }
            case CHOICES, PEOPLE, EVIDENCE -> {
                List<String> all = new ArrayList<>();
                Map<String, Object> is = new LinkedHashMap<>();
                value.forEach(v -> {
                    all.add(titles.title(f, v.asString()));
                    is.put(v.asString(), true);
                });
                values.put(f.id(), String.join("、", all));
                values.put(f.id() + "-is", is);
            }
            case POINTS -> values.put(f.id(), points(f, value));
            case CHOICE -> {
                values.put(f.id(), titles.title(f, value.asString()));
                values.put(f.id() + "-is", Map.of(value.asString(), true));
            }
            default -> values.put(f.id(), titles.title(f, value.asString()));
        }
    }

    private List<Map<String, Object>> points(Field f, JsonNode value) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (JsonNode one : value) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("no", all.size() + 1);
            f.items().forEach(i -> {
                if (one.has(i.id())) {
                    put(item, i, one.get(i.id()));
                }
            });
            all.add(item);
        }
        return all;
    }
}
