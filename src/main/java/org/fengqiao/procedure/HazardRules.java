package org.fengqiao.procedure;

import java.util.Map;
import java.util.Optional;

/// 隐患整改规则: the period that was ordered is the period that runs, and nobody accepts what they supervised.
final class HazardRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "rectification-days-as-ordered", HazardRules::daysAsOrdered,
            "accepted-by-another-leader", HazardRules::anotherLeader);

    private HazardRules() {}

    private static Outcome daysAsOrdered(Facts facts) {
        Optional<Long> ordered = facts.valueAt("order-issued", "days-given").map(v -> v.asLong());
        return facts.act() == null || ordered.isEmpty() || ordered.equals(facts.number("days-served"))
                ? Outcome.SATISFIED
                : Outcome.not("指令书写明的整改日数是" + ordered.get() + "日，送达登记的日数应当一致");
    }

    private static Outcome anotherLeader(Facts facts) {
        Optional<String> leader = facts.valueAt("major-listed", "listed-leader").map(v -> v.asString());
        return facts.act() == null || leader.isEmpty() || !leader.get().equals(facts.act().person())
                ? Outcome.SATISFIED
                : Outcome.not("本件由" + facts.office().nameOf(leader.get()) + "督办，不得由本人验收摘牌");
    }
}
