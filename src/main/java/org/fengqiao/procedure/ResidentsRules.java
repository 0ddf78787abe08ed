package org.fengqiao.procedure;

import java.util.Map;

/// 居民自治规则: whether enough took part, by the way of electing that was chosen (居委会组织法 19).
final class ResidentsRules {

    static final Map<String, Rules.Rule> ALL = Map.of("election-turnout-valid", ResidentsRules::turnoutValid);

    private ResidentsRules() {}

    private static Outcome turnoutValid(Facts facts) {
        long listed = facts.number("list-size").orElse(0L);
        long turnout = facts.number("turnout").orElse(0L);
        if (facts.open("turnout") || listed == 0) {
            return Outcome.SATISFIED;
        }
        if (turnout > listed) {
            return Outcome.not("参加投票的 " + turnout + " 人多于名单的 " + listed + " 人");
        }
        boolean representatives = facts.is("method", "representatives");
        boolean enough = representatives ? turnout * 3 > listed * 2 : turnout * 2 > listed;
        return enough
                ? Outcome.SATISFIED
                : Outcome.not("名单 " + listed + "，参加 " + turnout + "，没有" + (representatives ? "超过三分之二" : "过半数") + "，选举无效");
    }
}
