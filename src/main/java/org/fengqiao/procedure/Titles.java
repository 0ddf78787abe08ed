package org.fengqiao.procedure;

import java.util.stream.Stream;

/// 名称: what an officer calls the things a definition names by identifier.
public final class Titles {

    private Titles() {}

    public static String field(Definition definition, String field) {
        return fields(definition, field).map(Field::title).findFirst().orElse(field);
    }

    public static String option(Definition definition, String field, String value) {
        return fields(definition, field)
                .filter(f -> f.options().containsKey(value))
                .map(f -> f.options().get(value))
                .findFirst()
                .orElse(value);
    }

    /// The fields of that name, in the order of the steps.
    private static Stream<Field> fields(Definition definition, String field) {
        return Stream.concat(Stream.of(definition.opening()), definition.steps().values().stream())
                .flatMap(s -> s.form().field(field).stream());
    }

    static String step(Definition definition, String step) {
        return definition.step(step).map(Definition.Step::title).orElse(step);
    }

    /// A condition in words, for refusals and for the procedure page.
    public static String condition(Definition d, Condition condition) {
        return switch (condition) {
            case Condition.Done c -> "已办“" + step(d, c.step()) + "”";
            case Condition.NotDone c -> "未办“" + step(d, c.step()) + "”";
            case Condition.Served c -> "《" + d.documents().get(c.document()).title() + "》已送达全部当事人";
            case Condition.Present c -> "案卷中有已签发的《" + d.documents().get(c.document()).title() + "》";
            case Condition.Within c -> d.clocks().get(c.clock()).title() + "之内";
            case Condition.Lapsed c -> d.clocks().get(c.clock()).title() + "已经届满";
            case Condition.PartyConfirmed _ -> "当事人已确认";
            case Condition.Amount c -> "“" + field(d, c.field()) + "”" + c.comparison().zh + "“" + c.threshold() + "”";
            case Condition.Kind c ->
                "“" + field(d, c.field()) + "”为"
                        + String.join("、", c.in().stream().map(v -> option(d, c.field(), v)).toList());
            case Condition.Answered c ->
                "已判断“" + d.questions().get(c.question()).title() + "”"
                        + (c.as().isEmpty()
                                ? ""
                                : "为" + String.join("、", c.as().stream()
                                        .map(a -> d.questions().get(c.question()).answers().getOrDefault(a, a))
                                        .toList()));
            case Condition.Listed _ -> "事项在公布的清单之内";
            case Condition.All c -> String.join("，且", c.parts().stream().map(p -> condition(d, p)).toList());
            case Condition.Any c -> String.join("，或者", c.parts().stream().map(p -> condition(d, p)).toList());
            case Condition.Not c -> "不存在：" + condition(d, c.part());
            case Condition.Rule c -> c.says() == null ? "符合规则 " + c.name() : "不存在：" + c.says();
        };
    }
}
