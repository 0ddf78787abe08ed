package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.Moment;

/// 期限与行为: whether an act falls within a clock or after it.
final class Timing {

    private Timing() {}

    /// The moment of the act for this clock; a day alone counts until its end for a clock in hours.
    static Moment moment(Clock clock, Facts facts) {
        OffsetDateTime at = facts.moment().orElse(null);
        if (at != null) {
            return Moment.of(at);
        }
        return clock.hours()
                ? Moment.of(facts.day().plusDays(1).atStartOfDay(Counting.ZONE).toOffsetDateTime().minusSeconds(1))
                : Moment.of(facts.day());
    }

    static boolean ended(Clock clock) {
        return clock.ended();
    }

    static boolean within(Clock clock, Facts facts) {
        return !clock.ended() && clock.within(moment(clock, facts), facts.calendar());
    }

    static boolean lapsed(Clock clock, Facts facts) {
        return clock.lapsed(moment(clock, facts), facts.calendar());
    }

    static String dueText(Clock clock, Facts facts) {
        return "（" + day(clock.counted(facts.calendar()), facts) + "）";
    }

    /// When the step becomes possible at the earliest: the day after the clock has run out.
    static String earliestText(Clock clock, Facts facts) {
        DueDay due = clock.told(facts.calendar());
        LocalDate next = due.workingDayFrom().plusDays(1);
        CountedDay day = due.provisional() ? new CountedDay(next, due.counted(facts.calendar()).doubt()) : facts.calendar().counted(next);
        return clock.stopped() ? "，现已中止" : "，最早" + day(day, facts) + "可办";
    }

    /// 10月9日, or 2027年1月5日（暂定）: a day that the calendar found.
    static String day(CountedDay day, Facts facts) {
        return day(day.day(), facts) + day.mark();
    }

    /// 10月9日, or 2027年1月5日 in another year: a day that somebody set, and that no notice of holidays moves.
    static String day(LocalDate day, Facts facts) {
        return (day.getYear() == facts.day().getYear() ? "" : day.getYear() + "年") + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
