package org.fengqiao.procedure;

import java.util.Map;
import java.util.Set;

/// 信访的命名规则: conditions of a petition that need more than one field.
final class PetitionRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "visitors-represented-by-five", PetitionRules::fiveRepresentatives,
            "petition-origin-stated", PetitionRules::originStated,
            "petition-own-case-named", PetitionRules::ownCaseNamed,
            "petition-leader-himself", PetitionRules::leaderHimself,
            "accusation-kept-from-accused", PetitionRules::keptFromAccused);

    /// Those who come in person; a letter or an online petition may be signed by any number.
    private static final Set<String> IN_PERSON = Set.of("visit", "leader-reception", "community-hall");

    private static final int REPRESENTATIVES = 5;

    private PetitionRules() {}

    private static Outcome fiveRepresentatives(Facts facts) {
        Act act = facts.act();
        if (act == null || facts.text("channel").filter(IN_PERSON::contains).isEmpty()) {
            return Outcome.SATISFIED;
        }
        return facts.number("representatives").orElse(1L) > REPRESENTATIVES || act.parties().size() > REPRESENTATIVES
                ? Outcome.not("多人走访的，应当推选代表，代表不得超过五人；请其推选后由代表登记")
                : Outcome.SATISFIED;
    }

    /// The transferring authority decides which of the periods runs and to whom an objection goes.
    private static Outcome originStated(Facts facts) {
        if (facts.open("origin")) {
            return Outcome.SATISFIED;
        }
        return !facts.is("origin", "direct") && facts.text("sender").isEmpty()
                ? Outcome.not("转送、交办的事项，应当登记转送、交办的机关和文号")
                : Outcome.SATISFIED;
    }

    /// A matter leaves the petition track only into a case that exists.
    private static Outcome ownCaseNamed(Facts facts) {
        if (facts.open("own-procedure")) {
            return Outcome.SATISFIED;
        }
        return facts.is("own-procedure", "yes") && facts.text("own-case").isEmpty()
                ? Outcome.not("由本机关其他程序办理的，应当先立该程序的案件并写明编号")
                : Outcome.SATISFIED;
    }

    private static Outcome leaderHimself(Facts facts) {
        Act act = facts.act();
        return act != null && !facts.is("leader", act.person())
                ? Outcome.not("联系记录由包案领导本人登记，本件的包案领导是"
                        + facts.text("leader").map(facts.office()::nameOf).orElse("（尚未指定）"))
                : Outcome.SATISFIED;
    }

    /// Neither the accused nor their own unit may receive the accusation.
    private static Outcome keptFromAccused(Facts facts) {
        if (facts.open("receiver")) {
            return Outcome.SATISFIED;
        }
        String accused = bare(facts.text("accused").orElse(""));
        String receiver = bare(facts.text("receiver").orElse(""));
        boolean same = !accused.isEmpty() && !receiver.isEmpty() && (receiver.contains(accused) || accused.contains(receiver));
        return same ? Outcome.not("不得将检举、揭发材料转给被检举、揭发的人员或者单位") : Outcome.SATISFIED;
    }

    private static String bare(String name) {
        return name.replaceAll("\\s+", "");
    }
}
