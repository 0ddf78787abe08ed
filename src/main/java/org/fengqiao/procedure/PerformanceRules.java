package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.fengqiao.deadline.Clock;

/// 履行、救济与结案规则: paying, enforcing, remedies and what must be settled before a case is closed.
final class PerformanceRules {

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("fine-imposed", f -> new PenaltyCase(f).fineImposed() ? Outcome.SATISFIED : Outcome.not("决定没有罚款")),
            Map.entry("party-owes-fine", PerformanceRules::partyOwes),
            Map.entry("acting-party-owes-fine", PerformanceRules::partyOwes),
            Map.entry("payment-leaves-rest", PerformanceRules::leavesRest),
            Map.entry("payment-completes-fine", PerformanceRules::completes),
            Map.entry("surcharge-amount-right", PerformanceRules::surchargeRight),
            Map.entry("surcharge-over-thirty-days", PerformanceRules::overThirtyDays),
            Map.entry("instalments-asked", PerformanceRules::instalmentsAsked),
            Map.entry("cash-to-hand-over", PerformanceRules::cashToHandOver),
            Map.entry("payment-overdue", PerformanceRules::overdue),
            Map.entry("demanded-party-owes", PerformanceRules::demandedPartyOwes),
            Map.entry("party-remedies-lapsed", PerformanceRules::remediesLapsed),
            Map.entry("no-remedy-pending", PerformanceRules::noRemedyPending),
            Map.entry("no-remedy-pending-for-party", PerformanceRules::noRemedyPendingForParty),
            Map.entry("reconsideration-pending", f -> pending(f, "没有正在审理的行政复议", "reconsideration-filed")),
            Map.entry("suit-pending", f -> pending(f, "没有正在审理的行政诉讼", "suit-filed")),
            Map.entry("remedy-pending", f -> pending(f, "没有正在审理的行政复议或者行政诉讼", "reconsideration-filed", "suit-filed")),
            Map.entry("change-not-heavier", PerformanceRules::changeNotHeavier),
            Map.entry("payment-settled-or-enforced", PerformanceRules::settled),
            Map.entry("other-penalties-performed", PerformanceRules::othersPerformed),
            Map.entry("published-where-required", PerformanceRules::published));

    private PerformanceRules() {}

    /// Asks about the party in hand, or while the form is open whether any party would do.
    private static boolean some(Facts facts, BiPredicate<PenaltyCase, String> asked) {
        PenaltyCase file = new PenaltyCase(facts);
        return file.party()
                .map(p -> asked.test(file, p))
                .orElseGet(() -> file.parties().stream().anyMatch(p -> asked.test(file, p)));
    }

    private static Outcome when(boolean holds, String otherwise) {
        return holds ? Outcome.SATISFIED : Outcome.not(otherwise);
    }

    private static Outcome partyOwes(Facts facts) {
        return when(some(facts, PenaltyCase::owes), "该当事人没有已送达而未缴清的罚款");
    }

    private static Outcome leavesRest(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        Optional<String> party = file.party();
        long sum = party.map(file::paid).orElse(0L) + file.money("paid");
        return when(party.isEmpty() || sum < file.money("fine"), "加上本次已经缴清，应当登记罚款缴清");
    }

    private static Outcome completes(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        Optional<String> party = file.party();
        if (party.isEmpty()) {
            return Outcome.SATISFIED;
        }
        long open = file.money("fine") - file.paid(party.get());
        return when(file.money("paid") == open, "尚应缴纳罚款" + Money.yuan(open) + "元，本次登记" + Money.yuan(file.money("paid")) + "元");
    }

    private static Outcome surchargeRight(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        Optional<String> party = file.party();
        if (party.isEmpty()) {
            return when(some(facts, (f, p) -> f.surchargeOpen(p) > 0), "没有应缴的加处罚款");
        }
        long open = file.surchargeOpen(party.get());
        long paid = file.money("surcharge");
        return when(paid == open, "至办理日应缴加处罚款" + Money.yuan(open) + "元，本次登记" + Money.yuan(paid) + "元");
    }

    /// The day on which the surcharge begins is not one of the thirty.
    private static Outcome overThirtyDays(Facts facts) {
        return when(some(facts, (f, p) -> f.surcharge(p).days() - 1 > 30), "加处罚款尚未超过三十日");
    }

    private static Outcome instalmentsAsked(Facts facts) {
        return when(
                some(facts, (f, p) -> PenaltyCase.after(
                        f.lastOf(p, "instalments-requested"), f.lastOf(p, "instalments-approved", "instalments-refused"))),
                "该当事人没有待决定的延期、分期申请");
    }

    /// What was collected on the spot is handed over whole.
    private static Outcome cashToHandOver(Facts facts) {
        long sum = facts.state() == null
                ? 0
                : facts.state().deeds().stream()
                        .filter(d -> d.step().equals("cash-collected"))
                        .mapToLong(d -> PenaltyCase.money(d, "paid"))
                        .reduce(0, (before, last) -> last);
        return when(facts.act() == null || facts.number("handed-over").orElse(0L) == sum,
                "当场收缴" + Money.yuan(sum) + "元，上交数额应当一致");
    }

    private static boolean overdue(PenaltyCase file, String party) {
        return file.owes(party) && file.lapsed("payment", party);
    }

    private static Outcome overdue(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        return when(file.parties().stream().anyMatch(p -> overdue(file, p)), "没有缴款期限届满而未缴清的当事人");
    }

    private static Outcome demandedPartyOwes(Facts facts) {
        return when(some(facts, PerformanceRules::overdue), "该当事人没有逾期未缴的罚款");
    }

    /// 起诉期限届满之日: the later end of the windows that were open to the party, an approved deferral included.
    private static Optional<LocalDate> remediesEnd(PenaltyCase file, String party) {
        Optional<Clock> afterwards = file.clock("litigation-after-reconsideration", party);
        Optional<LocalDate> suit = file.lastOf(party, "suit-ended").flatMap(d -> PenaltyCase.date(d, "remedy-until"));
        Stream<LocalDate> ends = suit.isPresent()
                ? suit.stream()
                : afterwards.isPresent()
                        ? afterwards.stream().map(file::due)
                        : Stream.of("reconsideration", "litigation").flatMap(c -> file.clock(c, party).stream()).map(file::due);
        Stream<LocalDate> deferred = file.of(party, "instalments-approved").isEmpty()
                ? Stream.empty()
                : file.clock("payment", party).stream().map(file::due);
        return Stream.concat(ends, deferred).max(LocalDate::compareTo);
    }

    private static Outcome remediesLapsed(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        Optional<String> named = file.party();
        if (named.isEmpty()) {
            return when(file.parties().stream().anyMatch(p -> lapsed(file, p)), "当事人申请复议、提起诉讼的期限尚未届满");
        }
        String party = named.get();
        if (!file.of(party, "remedies-lapsed").isEmpty()) {
            return Outcome.not("已经登记，申请法院执行的期限不重新起算");
        }
        if (!lapsed(file, party)) {
            return Outcome.not("该当事人的复议、诉讼或者延期、分期期限尚未届满"
                    + remediesEnd(file, party).map(d -> "，至" + file.told(d)).orElse(""));
        }
        LocalDate end = remediesEnd(file, party).orElseThrow();
        return when(facts.date("remedies-ended-on").filter(end::equals).isPresent(), "届满之日应为" + file.told(end));
    }

    private static boolean lapsed(PenaltyCase file, String party) {
        return !file.remedyPending(party)
                && file.of(party, "remedies-lapsed").isEmpty()
                && remediesEnd(file, party).filter(d -> file.facts().day().isAfter(d)).isPresent();
    }

    private static Outcome noRemedyPending(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        return when(file.parties().stream().noneMatch(file::remedyPending), "行政复议或者行政诉讼尚未结束");
    }

    private static Outcome noRemedyPendingForParty(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        return when(file.party().filter(file::remedyPending).isEmpty(), "该当事人的行政复议或者行政诉讼尚未结束，不能同时进行");
    }

    private static Outcome pending(Facts facts, String otherwise, String... filings) {
        return when(some(facts, (f, p) -> f.remedyPending(p, filings)), otherwise);
    }

    private static Outcome changeNotHeavier(Facts facts) {
        if (facts.open("fine") || facts.state() == null) {
            return Outcome.SATISFIED;
        }
        long before = facts.state().fact("fine").map(v -> v.asLong()).orElse(0L);
        return when(facts.number("fine").orElse(0L) <= before, "不得作出对申请人、原告更为不利的变更，原罚款为" + Money.yuan(before) + "元");
    }

    private static Outcome settled(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        if (!file.fineImposed() || facts.done("enforcement-finished")) {
            return Outcome.SATISFIED;
        }
        for (String party : file.parties()) {
            if (file.paid(party) < file.money("fine")) {
                return Outcome.not(file.name(party) + "的罚款尚未缴清，也未强制执行完毕");
            }
            long open = file.surchargeOpen(party);
            if (open > 0) {
                return Outcome.not(file.name(party) + "尚有加处罚款" + Money.yuan(open) + "元未缴，也未依法减免");
            }
        }
        return Outcome.SATISFIED;
    }

    private static Outcome othersPerformed(Facts facts) {
        Set<String> others = new LinkedHashSet<>(new PenaltyCase(facts).kinds());
        others.removeAll(PenaltyCase.LIGHT);
        boolean done = facts.done("other-penalty-performed") && facts.is("performed", "done");
        return when(others.isEmpty() || done, "罚款以外的处罚尚未执行完毕");
    }

    private static Outcome published(Facts facts) {
        return when(!facts.is("social-impact", "yes") || facts.done("decision-published"), "具有一定社会影响的决定尚未公开");
    }
}
