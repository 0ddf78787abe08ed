package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// 行政强制规则: handing over on the spot, giving back what was sold, and the hours in which nothing is enforced.
final class CoercionRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "measure-decision-on-the-spot", CoercionRules::onTheSpot,
            "sale-proceeds-returned", CoercionRules::proceedsReturned);

    private CoercionRules() {}

    private static Optional<CaseState.Deed> taking(Facts facts) {
        return new PenaltyCase(facts).last("measure-taken", "measure-taken-at-once");
    }

    /// Whoever was present gets the decision there and then, refused or not; who was absent is served as the law of service says.
    private static Outcome onTheSpot(Facts facts) {
        Optional<CaseState.Deed> taken = taking(facts);
        if (facts.act() == null || taken.isEmpty()) {
            return Outcome.SATISFIED;
        }
        boolean present = !PenaltyCase.text(taken.get(), "presence").equals("absent");
        LocalDate on = taken.get().on();
        boolean sameDay = facts.date("served-on").filter(on::equals).isPresent();
        boolean byHand = facts.is("method", "spot") || facts.is("method", "left");
        if (present && !(sameDay && byHand)) {
            return Outcome.not("当事人到场的，决定书和清单应当在" + on + "当场交付；拒收的当场留置");
        }
        return !present && facts.is("method", "spot") ? Outcome.not("当事人没有到场，不能当场交付，应当另行送达") : Outcome.SATISFIED;
    }

    private static Outcome proceedsReturned(Facts facts) {
        long sold = new PenaltyCase(facts).deeds("perishables-sold").stream()
                .mapToLong(d -> PenaltyCase.money(d, "sold-for"))
                .sum();
        long back = facts.number("returned-proceeds").orElse(0L);
        return facts.act() == null || back == sold
                ? Outcome.SATISFIED
                : Outcome.not("变卖所得" + Money.yuan(sold) + "元应当全部退还，本次登记" + Money.yuan(back) + "元");
    }
}
