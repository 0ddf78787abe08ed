package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 诉求服务、吹哨和值守的命名规则.
final class CommunityRules {

    private static final Set<String> STANDARDS = Set.of("place", "staff", "equipment", "rules", "notice");

    /// Levels of the request halls from below; a request that cannot be solved goes up one.
    private static final List<String> LEVELS = List.of("station", "community", "street", "district");

    static final Map<String, Rules.Rule> ALL = Map.of(
            "whistled-departments-in", facts -> each(facts, "department-reported", "尚未报到"),
            "whistled-departments-rated", facts -> each(facts, "department-rated", "尚未评价"),
            "poor-rating-has-reason", CommunityRules::poorHasReason,
            "duty-period-in-order", CommunityRules::periodInOrder,
            "duty-period-over", CommunityRules::periodOver,
            "reporter-on-roster", CommunityRules::onRoster,
            "incident-told", CommunityRules::incidentTold,
            "hall-standards-complete", CommunityRules::standardsComplete,
            "raised-by-one-level", CommunityRules::raisedByOne);

    private CommunityRules() {}

    /// Every department that was called has taken the step; calling again resets it.
    private static Outcome each(Facts facts, String step, String why) {
        PenaltyCase file = new PenaltyCase(facts);
        for (String party : file.parties()) {
            if (file.lastOf(party, step).isEmpty()) {
                return Outcome.not(file.name(party) + why);
            }
        }
        return Outcome.SATISFIED;
    }

    private static Outcome poorHasReason(Facts facts) {
        return !facts.open("community-rating") && facts.is("community-rating", "poor") && facts.text("rating-reason").isEmpty()
                ? Outcome.not("评价不满意的，应当写明理由")
                : Outcome.SATISFIED;
    }

    private static Outcome periodInOrder(Facts facts) {
        return Compared.inOrder(facts, "period-from", "period-until", "结束日期不能早于开始日期");
    }

    private static Outcome periodOver(Facts facts) {
        Optional<LocalDate> until = facts.date("period-until");
        return !facts.open("early-reason") && until.filter(d -> facts.day().isBefore(d)).isPresent() && facts.text("early-reason").isEmpty()
                ? Outcome.not("时段至 " + until.get() + "，提前结束的应当写明理由")
                : Outcome.SATISFIED;
    }

    private static Outcome onRoster(Facts facts) {
        return facts.act() == null || facts.texts("roster").isEmpty() || facts.texts("roster").contains(facts.act().person())
                ? Outcome.SATISFIED
                : Outcome.not("由值守名单上的人报告；换人的先调整值守人员");
    }

    private static Outcome incidentTold(Facts facts) {
        return !facts.open("finding") && facts.is("finding", "incident") && facts.text("incident-account").isEmpty()
                ? Outcome.not("有情况的，应当写明情况和处置")
                : Outcome.SATISFIED;
    }

    private static Outcome standardsComplete(Facts facts) {
        return facts.open("standards") || facts.texts("standards").containsAll(STANDARDS)
                ? Outcome.SATISFIED
                : Outcome.not("场所、人员、设备、制度、公示五项标准，缺一项即为不达标");
    }

    private static Outcome raisedByOne(Facts facts) {
        Optional<String> from = facts.text("from-level");
        if (facts.open("from-level") || from.isEmpty()) {
            return Outcome.SATISFIED;
        }
        String next = LEVELS.get(LEVELS.indexOf(from.get()) + 1);
        return facts.is("to-level", next) ? Outcome.SATISFIED : Outcome.not("解决不了的逐级上交，不得越级，也不得退回下级");
    }
}
