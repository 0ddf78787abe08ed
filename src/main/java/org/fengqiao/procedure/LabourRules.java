package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;

/// 劳动争议的命名规则: what follows from the dates and figures of an employment.
final class LabourRules {

    /// What an employer who breaks a mediated promise can be ordered to pay without a suit.
    private static final Set<String> PAYMENT_ORDER = Set.of("wages", "overtime-pay", "injury-medical", "severance", "damages");

    /// 劳动报酬: pay for overtime is remuneration as the monthly wage is.
    private static final Set<String> REMUNERATION = Set.of("wages", "overtime-pay");

    private static final Period LIMITATION = Period.parse("1 year");


    private static final int OVERTIME_HOURS_A_MONTH = 36;
    private static final int NOTICE_DAYS = 30;

    static final Map<String, Rules.Rule> ALL = Map.of(
            "labour-limitation-stated-truly", LabourRules::limitationStatedTruly,
            "double-wage-stated-truly", LabourRules::doubleWageStatedTruly,
            "notice-pay-stated-truly", LabourRules::noticePayStatedTruly,
            "overtime-stated-truly", LabourRules::overtimeStatedTruly,
            "payment-order-claim", LabourRules::paymentOrderClaim,
            "award-may-be-sued", LabourRules::awardMayBeSued,
            "award-may-be-annulled", LabourRules::awardMayBeAnnulled);

    private LabourRules() {}

    /// Wages of an employment that goes on know no limitation; after its end, and for all else, there is a year.
    private static Outcome limitationStatedTruly(Facts facts) {
        if (facts.open("limitation") || facts.open("known-on")) {
            return Outcome.SATISFIED;
        }
        Optional<LocalDate> left = facts.date("left-on");
        boolean wages = facts.texts("claims").stream().anyMatch(REMUNERATION::contains);
        boolean ended = facts.is("employment", "ended");
        if (ended && left.isEmpty()) {
            return Outcome.not("劳动关系已经终止的，请填写终止之日");
        }
        String truly;
        if (wages && !ended) {
            truly = "unlimited";
        } else {
            LocalDate from = wages ? left.orElseThrow() : facts.date("known-on").orElse(facts.day());
            truly = facts.day().isAfter(lastDay(facts, from)) ? "lapsed" : wages ? "wages-after-end" : "running";
        }
        if (facts.is("limitation", truly)) {
            return beginsTruly(facts, truly);
        }
        return Outcome.not(switch (truly) {
            case "unlimited" -> "劳动关系存续期间拖欠劳动报酬的，不受一年仲裁时效限制";
            case "lapsed" -> "自起算之日至申请之日已满一年，仲裁时效应当登记为已过（可以继续调解，须向申请人说明）";
            case "wages-after-end" -> "劳动报酬争议，劳动关系终止的，一年自终止之日起算";
            default -> "一年仲裁时效自知道或者应当知道权利被侵害之日起算，尚未届满";
        });
    }

    /// A last day that is a day of rest moves to the next working day, as the clock of the limitation does.
    private static LocalDate lastDay(Facts facts, LocalDate from) {
        return Counting.due(from, LIMITATION, Roll.FORWARD, facts.calendar()).due();
    }

    /// Asking for mediation interrupts a running limitation, which begins again that day.
    private static Outcome beginsTruly(Facts facts, String limitation) {
        Optional<LocalDate> begins = facts.date("limitation-from");
        if (limitation.equals("running") && begins.filter(facts.day()::equals).isEmpty()) {
            return Outcome.not("时效因申请调解而中断，自申请之日重新计算");
        }
        return limitation.equals("wages-after-end") && !begins.equals(facts.date("left-on"))
                ? Outcome.not("劳动关系终止后的劳动报酬，时效自终止之日起算")
                : Outcome.SATISFIED;
    }

    private static Outcome doubleWageStatedTruly(Facts facts) {
        if (facts.open("double-wage") || facts.date("employed-on").isEmpty()) {
            return Outcome.SATISFIED;
        }
        LocalDate lastDay = facts.date("employed-on").orElseThrow().plusMonths(1);
        LocalDate until = facts.date("contract-on")
                .or(() -> facts.date("left-on"))
                .orElse(facts.day());
        boolean due = until.isAfter(lastDay);
        return facts.is("double-wage", due ? "due" : "not-due")
                ? Outcome.SATISFIED
                : Outcome.not(due
                        ? "自用工之日起超过一个月没有订立书面劳动合同，应当列明二倍工资"
                        : "自用工之日起一个月内已经订立书面劳动合同或者劳动关系已经终止，没有二倍工资");
    }

    private static Outcome noticePayStatedTruly(Facts facts) {
        if (facts.open("notice-pay")) {
            return Outcome.SATISFIED;
        }
        boolean noticed = facts.number("notice-days").orElse(0L) >= NOTICE_DAYS;
        boolean due = facts.is("dismissal-ground", "article-40") && !noticed;
        return facts.is("notice-pay", due ? "due" : "not-due")
                ? Outcome.SATISFIED
                : Outcome.not(due
                        ? "没有提前三十日书面通知的，应当额外支付一个月工资"
                        : "不属于应当提前通知的解除，或者已经提前三十日书面通知，没有代通知金");
    }

    private static Outcome overtimeStatedTruly(Facts facts) {
        if (facts.open("overtime")) {
            return Outcome.SATISFIED;
        }
        boolean beyond = facts.number("overtime-hours").orElse(0L) > OVERTIME_HOURS_A_MONTH;
        return facts.is("overtime", beyond ? "beyond" : "within")
                ? Outcome.SATISFIED
                : Outcome.not(beyond ? "每月延长工作时间超过三十六小时，应当如实登记" : "每月延长工作时间没有超过三十六小时");
    }

    private static Outcome paymentOrderClaim(Facts facts) {
        return facts.texts("claims").stream().anyMatch(PAYMENT_ORDER::contains)
                ? Outcome.SATISFIED
                : Outcome.not("只有拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的协议，才可以申请支付令");
    }

    private static Optional<String> kindOfActing(Facts facts) {
        return Optional.ofNullable(facts.act())
                .map(Act::party)
                .map(p -> facts.state() == null ? null : facts.state().parties().get(p))
                .map(CaseState.CaseParty::kind);
    }

    /// A final award binds the employer at once, who can only ask to have it set aside.
    private static Outcome awardMayBeSued(Facts facts) {
        return facts.is("award-kind", "final") && kindOfActing(facts).filter("organization"::equals).isPresent()
                ? Outcome.not("终局裁决，用人单位不能起诉，只能在三十日内申请撤销裁决")
                : Outcome.SATISFIED;
    }

    private static Outcome awardMayBeAnnulled(Facts facts) {
        if (!facts.is("award-kind", "final")) {
            return Outcome.not("不是终局裁决，不服的在十五日内起诉");
        }
        return kindOfActing(facts).filter("person"::equals).isPresent()
                ? Outcome.not("申请撤销终局裁决的是用人单位；劳动者不服的在十五日内起诉")
                : Outcome.SATISFIED;
    }
}
