package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// 欠薪的命名规则: what the Regulations on wages of migrant workers make of the facts of an employer or a site.
final class WageRules {

    private static final int LEDGER_YEARS = 3;
    private static final int CYCLE_MONTHS = 1;

    static final Map<String, Rules.Rule> ALL = Map.of(
            "wage-findings-complete", WageRules::findingsComplete,
            "wage-violations-referred", WageRules::violationsReferred,
            "wage-payer-right", WageRules::payerRight,
            "wage-payment-adds-up", WageRules::paymentAddsUp,
            "pay-day-before-the-holiday", WageRules::payDayBeforeTheHoliday);

    private WageRules() {}

    /// Whatever the facts show against the Regulations is listed among the findings, and nothing else is.
    private static Outcome findingsComplete(Facts facts) {
        if (facts.open("wage-findings")) {
            return Outcome.SATISFIED;
        }
        List<String> faults = new ArrayList<>();
        finding(facts, "in-kind", facts.is("paid-in", "goods"), "以实物、有价证券代替货币支付", faults);
        finding(facts, "ledger", below(facts, "ledger-years"), "工资支付台账保存不足三年", faults);
        finding(facts, "labour-ledger", below(facts, "labour-ledger-years"), "用工管理台账保存不足三年", faults);
        finding(facts, "cycle", facts.number("cycle-months").orElse(0L) > CYCLE_MONTHS, "人工费用拨付周期超过一个月", faults);
        boolean noAccount = facts.is("sector", "construction") && facts.is("dedicated-account", "none");
        finding(facts, "account", noAccount, "没有开设农民工工资专用账户", faults);
        return faults.isEmpty() ? Outcome.SATISFIED : Outcome.not(String.join("；", faults));
    }

    private static boolean below(Facts facts, String years) {
        return facts.number(years).filter(y -> y < LEDGER_YEARS).isPresent();
    }

    private static void finding(Facts facts, String id, boolean shown, String words, List<String> faults) {
        boolean listed = facts.texts("wage-findings").contains(id);
        if (shown != listed) {
            faults.add(shown ? "核查显示" + words + "，应当列入发现的问题" : "核查没有显示" + words + "，不应列入");
        }
    }

    private static Outcome violationsReferred(Facts facts) {
        return facts.texts("wage-findings").isEmpty() || facts.done("violation-referred") || facts.done("clue-referred")
                ? Outcome.SATISFIED
                : Outcome.not("核查发现的问题还没有转送有权机关查处");
    }

    /// What a subcontractor owes, or what is owed after an unlawful passing-on, the general contractor pays first.
    private static Outcome payerRight(Facts facts) {
        if (facts.open("payer") || !facts.is("sector", "construction")) {
            return Outcome.SATISFIED;
        }
        return switch (facts.text("arrears-by").orElse("employer")) {
            case "subcontractor", "passed-on" -> facts.is("payer", "general-contractor")
                    ? Outcome.SATISFIED
                    : Outcome.not("分包单位拖欠或者转包的，由施工总承包单位先行清偿，再依法追偿");
            case "developer" -> facts.is("payer", "developer")
                    ? Outcome.SATISFIED
                    : Outcome.not("建设单位未按约定拨付工程款的，由建设单位以未结清的工程款为限先行垫付");
            default -> Outcome.SATISFIED;
        };
    }

    /// What was agreed is either paid or still owed; nothing falls between.
    private static Outcome paymentAddsUp(Facts facts) {
        if (facts.open("paid-amount")) {
            return Outcome.SATISFIED;
        }
        long agreed = facts.number("pay-amount").orElse(0L);
        long told = facts.number("paid-amount").orElse(0L) + facts.number("unpaid").orElse(0L);
        return told >= agreed
                ? Outcome.SATISFIED
                : Outcome.not("约定支付" + Money.yuan(agreed) + "元，已付和未付合计" + Money.yuan(told) + "元，还差" + Money.yuan(agreed - told) + "元");
    }

    /// A pay-day on a rest day moves forward in time, never back.
    private static Outcome payDayBeforeTheHoliday(Facts facts) {
        if (facts.open("pay-days")) {
            return Outcome.SATISFIED;
        }
        long days = facts.number("pay-days").orElse(0L);
        LocalDate payDay = facts.day().plusDays(days);
        if (facts.calendar().isWorkingDay(payDay)) {
            return Outcome.SATISFIED;
        }
        LocalDate before = payDay;
        while (!facts.calendar().isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return Outcome.not("支付日" + Timing.day(facts.calendar().counted(payDay), facts) + "是休息日或者法定节假日，应当提前到" + Timing.day(facts.calendar().counted(before), facts) + "或者更早支付");
    }
}
