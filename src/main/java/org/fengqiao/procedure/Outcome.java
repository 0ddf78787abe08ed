package org.fengqiao.procedure;

/// 条件审查结果: what checking one condition can yield.
///
/// Three-valued because the law is: whether a violation is minor (行政处罚法 第三十三条) is for the officer to judge;
/// a boolean would decide it silently.
public sealed interface Outcome {
    record Satisfied() implements Outcome {}

    record NotSatisfied(String reason) implements Outcome {}

    record NeedsOfficer(String question, String text) implements Outcome {}

    Outcome SATISFIED = new Satisfied();

    static Outcome not(String reason) {
        return new NotSatisfied(reason);
    }
}
