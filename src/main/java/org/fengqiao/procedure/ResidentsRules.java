package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// 居民自治规则: whether enough took part, by the way of electing that was chosen (居委会组织法 19), and late enough (17).
final class ResidentsRules {

    /// Full days between the day the list is published and the day of the election, neither counted.
    private static final int DAYS_OF_THE_LIST = 20;

    static final Map<String, Rules.Rule> ALL = Map.of(
            "election-turnout-valid", ResidentsRules::turnoutValid,
            "election-after-the-list", ResidentsRules::afterTheList);

    private ResidentsRules() {}

    /// The day of the election counts, not the day on which it is entered.
    private static Outcome afterTheList(Facts facts) {
        Optional<LocalDate> published = facts.date("published-on");
        Optional<LocalDate> elected = facts.date("elected-on");
        if (published.isEmpty() || elected.isEmpty() || elected.get().isAfter(published.get().plusDays(DAYS_OF_THE_LIST))) {
            return Outcome.SATISFIED;
        }
        return Outcome.not("名单于 " + published.get() + " 公布，产生之日 " + elected.get() + " 距公布中间不满二十日");
    }

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
