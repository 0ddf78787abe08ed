package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// 反诈规则: a title is earned by days without a case, and a trend is what the figures say.
final class FraudRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "fraud-free-long-enough", FraudRules::longEnough,
            "trend-as-counted", FraudRules::trendAsCounted);

    private FraudRules() {}

    private static Outcome longEnough(Facts facts) {
        LocalDate since = facts.date("free-since").orElse(facts.day());
        long days = ChronoUnit.DAYS.between(since, facts.day());
        long least = facts.threshold("fraud-free-days").orElse(Long.MAX_VALUE);
        return days >= least
                ? Outcome.SATISFIED
                : Outcome.not("连续无发案" + Math.max(0, days) + "日，命名须满" + least + "日（最早" + Timing.day(since.plusDays(least), facts) + "）");
    }

    private static Outcome trendAsCounted(Facts facts) {
        if (facts.act() == null) {
            return Outcome.SATISFIED;
        }
        int sign = Long.compare(facts.number("cases-month").orElse(0L), facts.number("cases-last-year").orElse(0L));
        String counted = sign < 0 ? "fewer" : sign == 0 ? "same" : "more";
        return facts.is("change", counted)
                ? Outcome.SATISFIED
                : Outcome.not("本月发案与去年同月相比是" + (sign < 0 ? "下降" : sign == 0 ? "持平" : "上升") + "，登记的升降应当与数字一致");
    }
}
