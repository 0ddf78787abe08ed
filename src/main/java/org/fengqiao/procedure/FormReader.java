package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.Period;
import org.fengqiao.procedure.Definition.Question;
import org.jspecify.annotations.Nullable;

/// Reads the form of a step; each judgement it settles (`ask`) adds the question and the reason for the answer.
final class FormReader {

    private final DefinitionReader definition;

    FormReader(DefinitionReader definition) {
        this.definition = definition;
    }

    Form read(Source step, Map<String, Question> questions) {
        List<Field> fields = new ArrayList<>();
        Set<String> asks = new LinkedHashSet<>();
        for (Source ask : step.list("ask")) {
            Question q = questions.get(ask.text());
            if (q == null) {
                throw ask.fault("no question named " + ask.text());
            }
            asks.add(q.id());
            fields.add(new Field(
                    q.id(), q.title(), Field.Type.CHOICE, true, false, null, q.answers(), true, null, null, null, null,
                    Field.FACT + q.id(), null, false, q.basis(), List.of()));
            fields.add(new Field(
                    q.id() + Field.REASON, q.title() + "（理由）", Field.Type.LONG_TEXT, true, true, null, Map.of(), false, 2L,
                    2000L, null, "经审查，事实和证据见案卷。", null, null, false, q.basis(), List.of()));
        }
        for (Source f : step.list("form")) {
            fields.add(field(f));
        }
        Set<String> names = new LinkedHashSet<>();
        for (Field f : fields) {
            if (!names.add(f.id())) {
                throw step.fault("field " + f.id() + " stands twice in the form");
            }
        }
        return new Form(List.copyOf(fields), asks);
    }

    private Field field(Source s) {
        Field.Type type;
        try {
            type = Field.Type.of(s.text("type", "text"));
        } catch (IllegalArgumentException e) {
            throw s.need("type").fault("no field type " + s.text("type"));
        }
        Map<String, String> options = new LinkedHashMap<>();
        s.map("options").forEach((k, v) -> options.put(k, v.text()));
        Source notice = s.get("notice");
        List<Field> items = new ArrayList<>();
        s.list("items").forEach(i -> items.add(field(i)));
        Field field = new Field(
                s.text("field"),
                s.text("title"),
                type,
                !s.flag("optional"),
                s.has("personal") ? s.flag("personal") : type == Field.Type.LONG_TEXT,
                s.optional("help"),
                options,
                type == Field.Type.YES_NO || s.flag("question"),
                whole(s, "min"),
                whole(s, "max"),
                s.optional("of"),
                s.optional("example"),
                s.optional("default"),
                notice == null ? null : Period.parse(notice.text()),
                s.flag("future") || notice != null,
                s.has("basis") ? definition.basis(s) : List.of(),
                items);
        s.close();
        if ((type == Field.Type.CHOICE || type == Field.Type.CHOICES) && options.isEmpty()) {
            throw s.fault("a choice needs options");
        }
        if (s.has("question") && type != Field.Type.CHOICE) {
            throw s.need("question").fault("only a choice says whether it is a question; a yes-no always is one");
        }
        if (field.question() && field.preset() != null && field.factOf() == null) {
            throw s.need("default").fault("a question is never answered beforehand; what practice answers is its example");
        }
        return field;
    }

    private static @Nullable Long whole(Source s, String key) {
        Source child = s.get(key);
        return child == null ? null : child.whole();
    }
}
