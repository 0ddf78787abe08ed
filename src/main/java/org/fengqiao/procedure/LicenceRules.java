package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// 行政许可的命名规则: whose name a licence bears, from which day it counts as accepted, and how long it runs.
final class LicenceRules {

    /// Days before expiry by which a renewal has to be asked for (行政许可法 50.1): full days, counted by the calendar.
    private static final long RENEWAL_NOTICE = 30;

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("licence-acceptance-day", LicenceRules::acceptanceDay),
            Map.entry("licence-deemed-from-receipt", LicenceRules::deemedFromReceipt),
            Map.entry("licence-proper-organ-named", LicenceRules::properOrganNamed),
            Map.entry("licence-in-whose-name", LicenceRules::inWhoseName),
            Map.entry("licence-free-of-charge", LicenceRules::freeOfCharge),
            Map.entry("licence-withholding-has-ground", LicenceRules::withholdingHasGround),
            Map.entry("licence-renewal-in-time", LicenceRules::renewalInTime),
            Map.entry("licence-renewal-term", LicenceRules::renewalTerm),
            Map.entry("licence-deemed-term", LicenceRules::deemedTerm),
            Map.entry("licence-expired-when-said", LicenceRules::expiredWhenSaid),
            Map.entry("licence-term-in-order", LicenceRules::termInOrder));

    private LicenceRules() {}

    /// The period to decide may not be shortened by accepting on paper later than the complete papers came in.
    private static Outcome acceptanceDay(Facts facts) {
        Optional<LocalDate> accepted = facts.date("accepted-on");
        if (facts.open("accepted-on") || accepted.isEmpty()) {
            return Outcome.SATISFIED;
        }
        Optional<LocalDate> corrected = facts.done("corrected") ? facts.date("corrected-on") : Optional.empty();
        if (corrected.isPresent() && !corrected.equals(accepted)) {
            return Outcome.not("经补正的，受理之日是收到全部补正材料之日（" + corrected.get() + "）");
        }
        return facts.date("received-on").filter(accepted.get()::isBefore).isPresent()
                ? Outcome.not("受理之日不能早于收到材料之日")
                : Outcome.SATISFIED;
    }

    private static Outcome deemedFromReceipt(Facts facts) {
        if (facts.open("accepted-on")) {
            return Outcome.SATISFIED;
        }
        Optional<LocalDate> received = facts.date("received-on");
        return received.equals(facts.date("accepted-on"))
                ? Outcome.SATISFIED
                : Outcome.not("视为受理的，受理之日就是收到申请材料之日" + received.map(d -> "（" + d + "）").orElse(""));
    }

    private static Outcome properOrganNamed(Facts facts) {
        return !facts.open("not-accepted-ground") && facts.is("not-accepted-ground", "other-organ") && facts.text("proper-organ").isEmpty()
                ? Outcome.not("不属于本机关职权的，应当告知申请人向哪个机关申请")
                : Outcome.SATISFIED;
    }

    private static Outcome inWhoseName(Facts facts) {
        if (facts.open("in-name-of")) {
            return Outcome.SATISFIED;
        }
        boolean named = facts.text("in-name-of").isPresent();
        if (facts.is("capacity", "entrusted")) {
            return named ? Outcome.SATISFIED : Outcome.not("受委托实施的，以委托机关名义作出决定，应当写明委托机关");
        }
        return named ? Outcome.not("不是受委托实施的，不得以其他机关名义作出决定") : Outcome.SATISFIED;
    }

    private static Outcome freeOfCharge(Facts facts) {
        if (facts.open("fee-charged") || facts.is("fee-charged", "none")) {
            return Outcome.SATISFIED;
        }
        return facts.is("fee-charged", "by-law") && facts.text("fee-basis").isPresent()
                ? Outcome.SATISFIED
                : Outcome.not("实施行政许可不得收取任何费用；法律、行政法规另有规定的，应当写明所依据的条文");
    }

    private static Outcome withholdingHasGround(Facts facts) {
        return !facts.open("publication-kind") && !facts.is("publication-kind", "whole") && facts.is("withholding-ground", "none")
                ? Outcome.not("遮盖或者不公开的，应当属于国家秘密、商业秘密或者个人隐私")
                : Outcome.SATISFIED;
    }

    private static Outcome termInOrder(Facts facts) {
        return Compared.inOrder(facts, "valid-from", "valid-until", "有效期的末日不能早于起日");
    }

    private static Outcome renewalInTime(Facts facts) {
        Optional<LocalDate> until = facts.date("valid-until");
        if (until.isEmpty()) {
            return Outcome.SATISFIED;
        }
        long left = ChronoUnit.DAYS.between(facts.day(), until.get());
        if (left < 1) {
            return Outcome.not("有效期至 " + until.get() + "，已经届满，应当重新申请");
        }
        if (facts.open("days-left")) {
            return Outcome.SATISFIED;
        }
        if (facts.number("days-left").filter(n -> n == left).isEmpty()) {
            return Outcome.not("有效期至 " + until.get() + "，距今日 " + left + " 日，应当填写 " + left);
        }
        return left < RENEWAL_NOTICE && facts.text("late-reason").isEmpty()
                ? Outcome.not("应当在届满三十日前提出，现在距届满 " + left + " 日；仍然办理的，写明理由")
                : Outcome.SATISFIED;
    }

    private static Outcome renewalTerm(Facts facts) {
        Optional<LocalDate> until = facts.date("valid-until");
        Optional<LocalDate> before = term(facts);
        if (facts.open("renewal-result") || until.isEmpty() || before.isEmpty()) {
            return Outcome.SATISFIED;
        }
        if (facts.is("renewal-result", "renewed")) {
            return until.get().isAfter(before.get()) ? Outcome.SATISFIED : Outcome.not("准予延续的，新的届满日应当晚于 " + before.get());
        }
        return until.equals(before) ? Outcome.SATISFIED : Outcome.not("不予延续的，有效期仍至 " + before.get());
    }

    private static Outcome deemedTerm(Facts facts) {
        Optional<LocalDate> from = facts.date("valid-from");
        Optional<LocalDate> before = term(facts);
        Optional<LocalDate> until = facts.date("valid-until");
        if (facts.open("valid-until") || from.isEmpty() || before.isEmpty() || until.isEmpty()) {
            return Outcome.SATISFIED;
        }
        LocalDate wanted = before.get().plusDays(ChronoUnit.DAYS.between(from.get(), before.get()) + 1);
        return until.get().isBefore(wanted)
                ? Outcome.not("视为延续的，按原有效期的长度延续，应当不早于 " + wanted)
                : Outcome.SATISFIED;
    }

    /// The day to which the licence runs before the act in hand.
    private static Optional<LocalDate> term(Facts facts) {
        return facts.state() == null ? Optional.empty() : facts.state().fact("valid-until").map(v -> LocalDate.parse(v.asString()));
    }

    private static Outcome expiredWhenSaid(Facts facts) {
        Optional<LocalDate> until = facts.date("valid-until");
        return !facts.open("cancellation-ground") && facts.is("cancellation-ground", "expired") && until.filter(d -> !d.isBefore(facts.day())).isPresent()
                ? Outcome.not("有效期至 " + until.get() + "，尚未届满")
                : Outcome.SATISFIED;
    }
}
