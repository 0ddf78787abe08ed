package org.fengqiao.procedure;

import java.util.Map;

/// 社会救助的命名规则.
final class AssistanceRules {

    static final Map<String, Rules.Rule> ALL = Map.of("assistance-investigated", AssistanceRules::investigated);

    private AssistanceRules() {}

    /// What the county was asked to check has to be answered before the investigation counts as made.
    private static Outcome investigated(Facts facts) {
        return !facts.open("check-answer") && facts.done("county-check-asked") && facts.text("check-answer").isEmpty()
                ? Outcome.not("已经提请县级民政部门核对，应当写明核对结果")
                : Outcome.SATISFIED;
    }
}
