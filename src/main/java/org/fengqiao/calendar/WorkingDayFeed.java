package org.fengqiao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// 工作日历的订阅内容: days off and make-up working days of a span of years, each with its notice; a year whose notice is
/// not known yet is marked as provisional.
public final class WorkingDayFeed {

    private final WorkingDays calendar;

    private WorkingDayFeed(WorkingDays calendar) {
        this.calendar = calendar;
    }

    /// The entries of the years, both included.
    public static List<ICalendar.Entry> entries(WorkingDays calendar, int from, int until) {
        WorkingDayFeed feed = new WorkingDayFeed(calendar);
        List<ICalendar.Entry> entries = new ArrayList<>();
        for (int year = from; year <= until; year++) {
            feed.year(year, entries);
        }
        return entries;
    }

    private void year(int year, List<ICalendar.Entry> entries) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate next = LocalDate.of(year + 1, 1, 1);
        if (calendar.provisional(first)) {
            entries.add(new ICalendar.Entry("provisional-" + year, 0, stamp(calendar.notices().getLast()), new ICalendar.When.Days(first, first),
                    year + "年放假安排尚未公布", year + "年只按周一至周五为工作日计算，待国务院办公厅公布后重新计算。", null, "工作日历", true));
        }
        for (LocalDate day = first; day.isBefore(next); day = day.plusDays(1)) {
            Day found = calendar.dayOf(day);
            if (!arranged(found)) {
                continue;
            }
            LocalDate last = day;
            while (same(found, calendar.dayOf(last.plusDays(1))) && last.plusDays(1).isBefore(next)) {
                last = last.plusDays(1);
            }
            entries.add(entry(found, last));
            day = last;
        }
    }

    private static boolean arranged(Day day) {
        return day.kind() == DayKind.HOLIDAY || day.kind() == DayKind.MAKE_UP_WORKING;
    }

    private static boolean same(Day one, Day other) {
        return one.kind() == other.kind() && Objects.equals(one.name(), other.name());
    }

    private ICalendar.Entry entry(Day first, LocalDate last) {
        boolean off = first.kind() == DayKind.HOLIDAY;
        List<HolidayNotice> sources = calendar.notices().stream()
                .filter(n -> n.days().keySet().stream().anyMatch(day -> !day.isBefore(first.date()) && !day.isAfter(last)))
                .sorted(Comparator.comparing(HolidayNotice::published)).toList();
        String cited = sources.stream().map(n -> n.title() + "（" + n.published() + "公布）").collect(Collectors.joining("、"));
        return new ICalendar.Entry((off ? "rest-" : "work-") + first.date(), sources.size() - 1, stamp(sources.getLast()),
                new ICalendar.When.Days(first.date(), last), first.name() + (off ? "放假" : "调休上班"), "依" + cited + "。", null, "工作日历", false);
    }

    private static Instant stamp(HolidayNotice notice) {
        return notice.published().atStartOfDay(Counting.ZONE).toInstant();
    }
}
