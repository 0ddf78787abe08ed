package org.fengqiao.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fengqiao.calendar.HolidayNotice.Arranged;

/// 一个节日的安排: the days off, those of them that are the festival itself, and the days worked in exchange.
record Festival(String name, Set<LocalDate> rest, Set<LocalDate> statutory, Set<LocalDate> work) {

    /// Longer than any festival; keeps a slip of the pen from swallowing a year.
    private static final int MOST = 60;

    /// Adds the days of this festival to those of a notice.
    ///
    /// @param where the line it stands on, for whoever has to correct it
    /// @param off   which weekdays are off before this notice, for only those can be given back to work
    /// @throws IllegalArgumentException with one sentence
    void into(int year, String where, Predicate<LocalDate> off, Map<LocalDate, Arranged> days) {
        if (!rest.containsAll(statutory)) {
            throw new IllegalArgumentException(where + "的法定节日不在放假日期之内");
        }
        belongs(year, where, rest);
        belongs(year, where, work);
        for (LocalDate day : rest) {
            put(where, days, day, new Arranged(name, true, statutory.contains(day)));
        }
        for (LocalDate day : work) {
            if (day.getDayOfWeek().getValue() < 6 && !off.test(day)) {
                throw new IllegalArgumentException(where + "的 " + day + " 本来就是工作日，不是调休上班");
            }
            put(where, days, day, new Arranged(name, false, false));
        }
    }

    private static void belongs(int year, String where, Set<LocalDate> dates) {
        for (LocalDate day : dates) {
            if (day.isBefore(LocalDate.of(year - 1, 12, 1)) || day.isAfter(LocalDate.of(year + 1, 1, 31)) || dates.size() > MOST) {
                throw new IllegalArgumentException(where + "的 " + day + " 不属于 " + year + " 年的安排");
            }
        }
    }

    private static void put(String where, Map<LocalDate, Arranged> days, LocalDate day, Arranged arranged) {
        if (days.putIfAbsent(day, arranged) != null) {
            throw new IllegalArgumentException(where + "的 " + day + " 写了两次");
        }
    }

    /// The line that [HolidayText] reads.
    String line() {
        return name + part("放假", rest) + part("法定", statutory) + part("上班", work);
    }

    /// Neighbouring days as ranges: 2026-02-15至2026-02-23、2026-03-01.
    private static String part(String word, Set<LocalDate> dates) {
        StringBuilder text = new StringBuilder();
        LocalDate from = null;
        LocalDate until = null;
        for (LocalDate day : new TreeSet<>(dates)) {
            if (until != null && until.plusDays(1).equals(day)) {
                until = day;
                continue;
            }
            text.append(from == null ? "" : range(from, until) + "、");
            from = day;
            until = day;
        }
        return from == null ? "" : " " + word + " " + text + range(from, until);
    }

    private static String range(LocalDate from, LocalDate until) {
        return from.equals(until) ? from.toString() : from + "至" + until;
    }
}
