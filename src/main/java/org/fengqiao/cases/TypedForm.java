package org.fengqiao.cases;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.Letters;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 填写的内容: what was typed into a form, read as the data of an act, and what could not be read.
final class TypedForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MultiValueMap<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    TypedForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /// How many rows of a list have anything in them, up to the last that has.
    int rows(Field f) {
        int rows = 0;
        for (int i = 0; i < 100; i++) {
            int at = i;
            boolean any = f.items().stream().anyMatch(item -> typed.getOrDefault(StepForm.name(f.id()) + "[" + at + "]." + item.id(), List.of())
                    .stream().anyMatch(v -> !v.isBlank()));
            if (any) {
                rows = i + 1;
            }
        }
        return rows;
    }

    /// Reads what was typed into the form of a step.
    StepForm.Typed read(Definition.Step step) {
        ObjectNode data = JSON.objectNode();
        for (Field f : step.form().fields()) {
            if (f.type() == Field.Type.POINTS) {
                ArrayNode points = points(f);
                if (!points.isEmpty()) {
                    data.set(f.id(), points);
                }
            } else {
                JsonNode value = value(f, StepForm.name(f.id()), typed.getOrDefault(StepForm.name(f.id()), List.of()));
                if (value != null) {
                    data.set(f.id(), value);
                }
            }
        }
        return new StepForm.Typed(data, errors);
    }

    private ArrayNode points(Field f) {
        ArrayNode all = JSON.arrayNode();
        int rows = rows(f);
        for (int i = 0; i < rows; i++) {
            ObjectNode one = JSON.objectNode();
            for (Field item : f.items()) {
                String name = StepForm.name(f.id()) + "[" + i + "]." + item.id();
                JsonNode value = value(item, name, typed.getOrDefault(name, List.of()));
                if (value != null) {
                    one.set(item.id(), value);
                } else if (item.required() && !blank(f, i)) {
                    errors.putIfAbsent(name, "请填写");
                }
            }
            if (!one.isEmpty()) {
                all.add(one);
            }
        }
        return all;
    }

    private boolean blank(Field f, int row) {
        return f.items().stream().allMatch(item -> typed.getOrDefault(StepForm.name(f.id()) + "[" + row + "]." + item.id(), List.of())
                .stream().allMatch(String::isBlank));
    }

    private @Nullable JsonNode value(Field f, String name, List<String> given) {
        List<String> values = given.stream().filter(v -> !v.isBlank()).map(TypedForm::clean).toList();
        if (values.isEmpty()) {
            return null;
        }
        String first = values.getFirst();
        return switch (f.type()) {
            case CHOICES, PEOPLE, EVIDENCE -> {
                ArrayNode all = JSON.arrayNode();
                values.forEach(all::add);
                yield all;
            }
            case YES_NO -> first.equals("true") || first.equals("false") ? JSON.booleanNode(first.equals("true")) : JSON.stringNode(first);
            case NUMBER -> number(first, name);
            case MONEY -> money(first, name);
            case DATE_TIME -> moment(first, name);
            default -> JSON.stringNode(first);
        };
    }

    /// Line ends as one line feed, composed characters; NUL, which no text may hold, and what nobody sees are left out.
    static String clean(String text) {
        return Normalizer.normalize(Letters.seen(text).replace("\r\n", "\n").replace("\0", ""), Normalizer.Form.NFC).strip();
    }

    private JsonNode number(String text, String name) {
        try {
            return JSON.numberNode(Long.parseLong(text.replace(",", "")));
        } catch (NumberFormatException e) {
            errors.put(name, "应为整数，例如 3，现在是“" + text + "”");
            return JSON.stringNode(text);
        }
    }

    private JsonNode money(String text, String name) {
        try {
            return JSON.numberNode(new BigDecimal(text.replace(",", "").replace("，", "").replace("元", ""))
                    .movePointRight(2)
                    .longValueExact());
        } catch (NumberFormatException | ArithmeticException e) {
            errors.put(name, "应为以元为单位的数字，至多两位小数，例如 8000.00，现在是“" + text + "”");
            return JSON.stringNode(text);
        }
    }

    private JsonNode moment(String text, String name) {
        try {
            return JSON.stringNode(LocalDateTime.parse(text).atOffset(Days.ZONE).toString());
        } catch (DateTimeParseException e) {
            errors.put(name, "应为日期和时间，例如 2026-10-09T10:08，现在是“" + text + "”");
            return JSON.stringNode(text);
        }
    }
}
