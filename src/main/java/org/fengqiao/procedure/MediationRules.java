package org.fengqiao.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// 调解的命名规则: conditions of mediation that need more than one field.
final class MediationRules {

    /// Channels by which another body hands a dispute over under a number of its own, and waits for the result.
    private static final Set<String> REFERRING =
            Set.of("court", "police-110", "petition", "hotline-12345", "platform", "labour-inspection");

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("referral-number-kept", MediationRules::referralNumberKept),
            Map.entry("referral-answered", MediationRules::referralAnswered),
            Map.entry("major-dispute-marked", MediationRules::majorMarked),
            Map.entry("mediators-fit", MediationRules::mediatorsFit),
            Map.entry("successor-differs", MediationRules::successorDiffers),
            Map.entry("organisation-changes", MediationRules::organisationChanges),
            Map.entry("agreement-within-authority", MediationRules::withinAuthority),
            Map.entry("confirming-court-right", MediationRules::confirmingCourt),
            Map.entry("agreement-day-kept", MediationRules::agreementDayKept),
            Map.entry("items-add-up", MediationRules::itemsAddUp));

    private MediationRules() {}

    static boolean referred(Facts facts) {
        return facts.text("channel").filter(REFERRING::contains).isPresent();
    }

    private static Outcome referralNumberKept(Facts facts) {
        if (facts.open("channel")) {
            return Outcome.SATISFIED;
        }
        return referred(facts) && facts.text("external-id").isEmpty()
                ? Outcome.not("其他机关、平台转来的，应当登记来文或者来源编号，办结后按此编号反馈")
                : Outcome.SATISFIED;
    }

    private static Outcome referralAnswered(Facts facts) {
        return referred(facts) && !facts.done("referral-answered")
                ? Outcome.not("其他机关、平台转来的，应当先反馈办理结果")
                : Outcome.SATISFIED;
    }

    /// A dispute of that many people or that much money is never an ordinary one.
    private static Outcome majorMarked(Facts facts) {
        if (facts.open("severity") || !facts.is("severity", "ordinary")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("dispute-kind", "death")) {
            return Outcome.not("涉及人员死亡的，应当登记为死亡纠纷");
        }
        long persons = facts.number("persons").orElse(0L);
        long manyPersons = facts.threshold("major-dispute-persons").orElse(Long.MAX_VALUE);
        if (persons >= manyPersons) {
            return Outcome.not("涉及 " + persons + " 人，达到重大纠纷的 " + manyPersons + " 人，不得登记为一般纠纷");
        }
        long amount = facts.number("amount").orElse(0L);
        long muchMoney = facts.threshold("major-dispute-amount").orElse(Long.MAX_VALUE);
        return amount >= muchMoney
                ? Outcome.not("涉及 " + Money.yuan(amount) + " 元，达到重大纠纷的 " + Money.yuan(muchMoney) + " 元，不得登记为一般纠纷")
                : Outcome.SATISFIED;
    }

    /// Who recused themselves or was not accepted by a party is not named again.
    private static Outcome mediatorsFit(Facts facts) {
        if (facts.open("mediators") || facts.state() == null) {
            return Outcome.SATISFIED;
        }
        List<String> gone = facts.texts("mediators").stream()
                .filter(facts.state().recused()::contains)
                .map(facts.office()::nameOf)
                .toList();
        return gone.isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not(String.join("、", gone) + "已经回避或者当事人不接受，不得再担任本案调解员");
    }

    private static Outcome successorDiffers(Facts facts) {
        return facts.text("recused-mediator").filter(facts.texts("mediators")::contains).isPresent()
                ? Outcome.not("回避的调解员不得再任本案调解员")
                : mediatorsFit(facts);
    }

    private static Outcome organisationChanges(Facts facts) {
        return facts.state() != null
                        && facts.act() != null
                        && facts.state().fact("organisation").equals(facts.value("organisation"))
                ? Outcome.not("纠纷已经由该调解组织办理，不需要移交")
                : Outcome.SATISFIED;
    }

    /// An organ promises no more than it was allowed to.
    private static Outcome withinAuthority(Facts facts) {
        return Compared.notAbove(
                facts, "agreed-amount", "authorised-amount", (agreed, allowed) -> "协议金额 " + agreed + " 元超过授权的 " + allowed + " 元，应当重新报批");
    }

    /// The court that invited the mediation confirms; else the people's court of the parties, the object or the committee.
    private static Outcome confirmingCourt(Facts facts) {
        if (facts.open("court-ground")) {
            return Outcome.SATISFIED;
        }
        boolean invited = facts.is("channel", "court");
        if (invited == facts.is("court-ground", "inviting")) {
            return Outcome.SATISFIED;
        }
        return Outcome.not(invited
                ? "人民法院邀请调解的，应当向作出邀请的人民法院提出"
                : "不是人民法院邀请调解的，应当向当事人住所地、标的物所在地或者调解组织所在地的人民法院提出");
    }

    /// The thirty days in which to apply again are still those of the agreement.
    private static Outcome agreementDayKept(Facts facts) {
        Optional<JsonNode> day = facts.valueAt("written-agreement", "effective-on");
        return facts.open("effective-on") || day.isEmpty() || day.equals(facts.value("effective-on"))
                ? Outcome.SATISFIED
                : Outcome.not("协议生效之日是" + day.get().asString() + "，再次申请的三十日仍自该日起算");
    }

    private static Outcome itemsAddUp(Facts facts) {
        if (facts.open("items")) {
            return Outcome.SATISFIED;
        }
        long sum = facts.value("items").stream()
                .flatMap(items -> Stream.iterate(0, i -> i < items.size(), i -> i + 1).map(items::get))
                .mapToLong(item -> item.path("item-amount").asLong(0))
                .sum();
        long total = facts.number("total").orElse(0L);
        return sum == total
                ? Outcome.SATISFIED
                : Outcome.not("各项之和为 " + Money.yuan(sum) + " 元，与合计 " + Money.yuan(total) + " 元不一致");
    }
}
