package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.DayKind;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.WorkingDays;

/// 日期的写法: 10月9日 周五; the year only where it is not the office's present one.
public final class Days {

    /// Civil time of the office.
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private Days() {}

    /// 10月9日, or 2025年10月9日 in another year.
    public static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? "" : day.getYear() + "年") + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// 10月9日 周五
    public static String weekday(LocalDate day, LocalDate today) {
        return day(day, today) + " " + WorkingDays.weekday(day);
    }

    /// 10月10日 周六（上班）, where a rest day of the week is worked; 2027年1月5日 周二（暂定）, where it is not announced.
    public static String weekday(LocalDate day, LocalDate today, WorkingDays calendar) {
        return weekday(calendar.counted(day), today, calendar);
    }

    /// The same of the end of a period, whose doubt may come from a day that was counted on the way.
    public static String weekday(CountedDay day, LocalDate today, WorkingDays calendar) {
        boolean madeUp = calendar.dayOf(day.day()).kind() == DayKind.MAKE_UP_WORKING;
        return weekday(day.day(), today) + (madeUp ? "（上班）" : "") + day.mark();
    }

    /// 10月9日 09:40
    public static String moment(OffsetDateTime at, LocalDate today) {
        OffsetDateTime civil = at.withOffsetSameInstant(ZONE);
        return day(civil.toLocalDate(), today) + " " + clock(civil.toLocalTime());
    }

    /// 10月12日 09:40 for a period in hours, else 10月12日 周一, with its mark.
    public static String due(DueDay due, LocalDate today, WorkingDays calendar) {
        CountedDay day = due.counted(calendar);
        return due.moment() == null ? weekday(day, today, calendar) : moment(due.moment(), today) + day.mark();
    }

    /// 09:40
    static String clock(LocalTime time) {
        return String.format("%02d:%02d", time.getHour(), time.getMinute());
    }

    /// 2027年1月5日（暂定）
    public static String full(CountedDay day) {
        return full(day.day()) + day.mark();
    }

    /// 2026年10月9日
    public static String full(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
