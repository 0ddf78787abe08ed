package org.fengqiao.procedure;

import java.util.Map;

/// 不予处罚的规则: whom the law does not punish, and whether the ground on which somebody is not punished was made out.
final class SparingRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "minor-not-fined", SparingRules::minorNotFined,
            "spared-by-law", SparingRules::sparedByLaw,
            "no-penalty-ground-made-out", SparingRules::noPenaltyGround);

    private SparingRules() {}

    private static Outcome minorNotFined(Facts facts) {
        return switch (facts.text("responsibility").orElse("full")) {
            case "under-14" -> Outcome.not("不满十四周岁的未成年人不予行政处罚，责令监护人加以管教");
            case "incapable" -> Outcome.not("不能辨认或者不能控制自己行为时违法的，不予行政处罚，责令监护人严加看管和治疗");
            default -> Outcome.SATISFIED;
        };
    }

    /// What the law says is not punished must not be punished; 首违不罚 alone is left to the office. Whether want of fault
    /// spares is a matter of the version, which offers that ground or does not.
    private static Outcome sparedByLaw(Facts facts) {
        if (slight(facts)) {
            return Outcome.not("调查报告认定违法行为轻微并及时改正、没有造成危害后果，应当不予行政处罚");
        }
        return facts.is("no-fault-proof", "yes") && offers(facts, "no-fault")
                ? Outcome.not("调查报告认定当事人有证据足以证明没有主观过错，应当不予行政处罚")
                : Outcome.SATISFIED;
    }

    private static boolean slight(Facts facts) {
        return facts.is("minor-act", "yes") && facts.is("corrected-in-time", "yes") && facts.is("harm", "none");
    }

    private static boolean offers(Facts facts, String ground) {
        return facts.definition()
                .step("no-penalty-decision")
                .flatMap(s -> s.form().field("no-penalty-ground"))
                .filter(f -> f.options().containsKey(ground))
                .isPresent();
    }

    private static Outcome noPenaltyGround(Facts facts) {
        if (facts.open("no-penalty-ground")) {
            return Outcome.SATISFIED;
        }
        boolean corrected = facts.is("corrected-in-time", "yes");
        String ground = facts.text("no-penalty-ground").orElse("");
        boolean holds = switch (ground) {
            case "minor" -> slight(facts);
            case "first-time" -> facts.is("first-time", "yes") && corrected && !facts.is("harm", "real");
            case "no-fault" -> facts.is("no-fault-proof", "yes");
            case "under-14" -> facts.is("responsibility", "under-14");
            case "incapable" -> facts.is("responsibility", "incapable");
            case "limitation" -> InvestigationRules.limitation(facts) instanceof Outcome.NotSatisfied;
            case "not-unlawful" -> facts.text("new-law").isPresent();
            default -> false;
        };
        return holds ? Outcome.SATISFIED : Outcome.not(missing(ground));
    }

    private static String missing(String ground) {
        return switch (ground) {
            case "minor" -> "轻微不罚须违法行为轻微、及时改正、没有造成危害后果，调查报告没有这样认定";
            case "first-time" -> "首违不罚须初次违法、危害后果轻微、及时改正，调查报告没有这样认定";
            case "no-fault" -> "没有当事人足以证明没有主观过错的证据";
            case "under-14" -> "调查报告没有认定当事人不满十四周岁";
            case "incapable" -> "调查报告没有认定当事人不能辨认或者不能控制自己行为";
            case "limitation" -> "按调查报告，没有超过追责时效";
            default -> "请写明不认为违法的新规定";
        };
    }
}
