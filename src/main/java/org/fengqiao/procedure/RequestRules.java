package org.fengqiao.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.office.CatalogueItem;

/// 民生诉求的命名规则: conditions of a public request that need more than one field.
final class RequestRules {

    /// Channels that carry a number of their own, under which the answer goes back.
    private static final Set<String> NUMBERED_CHANNELS = Set.of("hotline-12345", "police-110");

    static final Map<String, Rules.Rule> ALL = Map.of(
            "source-number-kept", RequestRules::sourceNumberKept,
            "unit-by-catalogue", RequestRules::unitByCatalogue,
            "handlers-of-the-unit", RequestRules::handlersOfTheUnit,
            "returns-left", RequestRules::returnsLeft,
            "source-answered", RequestRules::sourceAnswered,
            "visit-attempts", RequestRules::visitAttempts,
            "merge-into-another", RequestRules::mergeIntoAnother,
            "route-named", RequestRules::routeNamed);

    private RequestRules() {}

    private static Outcome sourceNumberKept(Facts facts) {
        if (facts.open("channel")) {
            return Outcome.SATISFIED;
        }
        boolean numbered = facts.text("channel").filter(NUMBERED_CHANNELS::contains).isPresent();
        return numbered && facts.text("external-id").isEmpty()
                ? Outcome.not("来自热线、110联动的诉求，应当登记来源平台编号")
                : Outcome.SATISFIED;
    }

    /// The catalogue names the unit; another one needs its reason.
    private static Outcome unitByCatalogue(Facts facts) {
        if (facts.open("unit")) {
            return Outcome.SATISFIED;
        }
        String wanted = facts.office()
                .item("request-categories", facts.text("category").orElse(null), facts.day())
                .map(CatalogueItem::unit)
                .orElse(null);
        if (wanted == null || facts.is("unit", wanted) || facts.text("unit-reason").isPresent()) {
            return Outcome.SATISFIED;
        }
        return Outcome.not("按分类目录应派" + facts.office().units().get(wanted) + "，改派其他科室须写明理由");
    }

    private static Outcome handlersOfTheUnit(Facts facts) {
        if (facts.open("handlers")) {
            return Outcome.SATISFIED;
        }
        String unit = facts.text("unit").orElse("");
        List<String> others = facts.texts("handlers").stream()
                .filter(h -> facts.office().person(h).filter(p -> p.unit().equals(unit)).isEmpty())
                .map(facts.office()::nameOf)
                .toList();
        return others.isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("承办人员应当是本科室人员，" + String.join("、", others) + "不属于"
                        + facts.office().units().getOrDefault(unit, unit));
    }

    /// Returns are counted over the whole life of the case, so that a request cannot wander between units.
    private static Outcome returnsLeft(Facts facts) {
        long limit = facts.threshold("request-return-limit").orElse(0L);
        long returned = facts.state() == null
                ? 0
                : facts.state().deeds().stream().filter(d -> d.step().equals("unit-returned")).count();
        return returned < limit
                ? Outcome.SATISFIED
                : Outcome.not("同一诉求至多退回 " + limit + " 次，已经退回 " + returned + " 次，由指定的科室办理");
    }

    private static Outcome sourceAnswered(Facts facts) {
        if (facts.open("source-reply") || facts.text("external-id").isEmpty()) {
            return Outcome.SATISFIED;
        }
        return facts.text("source-reply").isPresent()
                ? Outcome.SATISFIED
                : Outcome.not("诉求来自其他平台，应当同时按来源编号回复该平台");
    }

    private static Outcome visitAttempts(Facts facts) {
        if (facts.is("satisfaction", "not-reached")) {
            long wanted = facts.threshold("request-visit-attempts").orElse(1L);
            return facts.number("attempts").orElse(0L) >= wanted
                    ? Outcome.SATISFIED
                    : Outcome.not("联系满 " + wanted + " 次仍未联系上的，方可记为未联系上");
        }
        boolean known = facts.state() != null
                && facts.state().parties().values().stream().anyMatch(CaseState.CaseParty::confirmed);
        return known && facts.is("satisfaction", "no-contact")
                ? Outcome.not("诉求人身份已知，不得记为匿名无法回访")
                : Outcome.SATISFIED;
    }

    private static Outcome mergeIntoAnother(Facts facts) {
        return facts.state() != null && facts.is("into-case", facts.state().number())
                ? Outcome.not("不能并入自身")
                : Outcome.SATISFIED;
    }

    private static Outcome routeNamed(Facts facts) {
        return facts.is("within-power", "statutory") && facts.text("statutory-route").isEmpty()
                ? Outcome.not("另有法定程序的，应当写明导入哪一程序")
                : Outcome.SATISFIED;
    }
}
