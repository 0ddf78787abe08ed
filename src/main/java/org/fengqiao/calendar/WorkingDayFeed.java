package org.fengqiao.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fengqiao.calendar.ICalendar.Status;

/// 工作日历的订阅内容: days off and make-up working days of a span of years, each with its notice; a year whose notice is
/// not known yet is marked as provisional.
///
/// The notices are gone through in the order of their announcement, as subscribers saw them: an entry that one changes
/// keeps its UID and counts up, an entry that one takes away stays as cancelled.
public final class WorkingDayFeed {

    private final WorkingDays calendar;

    private WorkingDayFeed(WorkingDays calendar) {
        this.calendar = calendar;
    }

    /// The entries of the years, both included.
    public static List<ICalendar.Entry> entries(WorkingDays calendar, int from, int until) {
        Map<String, ICalendar.Entry> told = new LinkedHashMap<>();
        List<HolidayNotice> known = new ArrayList<>();
        for (HolidayNotice notice : calendar.notices()) {
            known.add(notice);
            if (notice.year() < from - 1 || notice.year() > until + 1) {
                continue;
            }
            Map<String, ICalendar.Entry> now = new LinkedHashMap<>();
            WorkingDayFeed feed = new WorkingDayFeed(WorkingDays.of(known));
            for (int year = from; year <= until; year++) {
                feed.year(year, now);
            }
            told = follow(told, now, stamp(notice));
        }
        return List.copyOf(told.values());
    }

    /// What subscribers are told after a notice: the present entries, and what has fallen away.
    private static Map<String, ICalendar.Entry> follow(Map<String, ICalendar.Entry> told, Map<String, ICalendar.Entry> now, Instant at) {
        Map<String, ICalendar.Entry> next = new LinkedHashMap<>();
        now.forEach((uid, entry) -> {
            ICalendar.Entry before = told.get(uid);
            boolean same = before != null && before.as(0, entry.stamp()).equals(entry);
            next.put(uid, before == null ? entry : same ? before : entry.as(before.sequence() + 1, at));
        });
        told.forEach((uid, before) -> {
            if (!now.containsKey(uid)) {
                next.put(uid, before.status() == Status.CANCELLED ? before : before.cancelled(before.sequence() + 1, at, "取消"));
            }
        });
        return next;
    }

    private void year(int year, Map<String, ICalendar.Entry> entries) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate next = LocalDate.of(year + 1, 1, 1);
        if (!calendar.announced(year)) {
            // It becomes the entry of New Year's Day, which every year has, once the year is announced.
            put(entries, new ICalendar.Entry("rest-" + first, 0, stamp(calendar.notices().getLast()), new ICalendar.When.Days(first, first),
                    calendar.doubt(year).replace(" ", ""), year + "年" + FixedHolidays.reading(year) + "，待国务院办公厅公布后重新计算。", null, "工作日历", Status.PROVISIONAL));
        }
        for (LocalDate day = first; day.isBefore(next); day = day.plusDays(1)) {
            Day found = calendar.dayOf(day);
            // A festival of the law alone stands in the words of the entry above; its own entry comes with the notice.
            if (!arranged(found) || !calendar.noticed(day)) {
                continue;
            }
            LocalDate last = day;
            while (same(found, calendar.dayOf(last.plusDays(1))) && last.plusDays(1).isBefore(next)) {
                last = last.plusDays(1);
            }
            put(entries, entry(found, last));
            day = last;
        }
    }

    private static void put(Map<String, ICalendar.Entry> entries, ICalendar.Entry entry) {
        entries.putIfAbsent(entry.uid(), entry);
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
        return new ICalendar.Entry((off ? "rest-" : "work-") + first.date(), 0, stamp(sources.getLast()),
                new ICalendar.When.Days(first.date(), last), first.name() + (off ? "放假" : "调休上班"), "依" + cited + "。", null, "工作日历", Status.CONFIRMED);
    }

    private static Instant stamp(HolidayNotice notice) {
        return notice.published().atStartOfDay(Counting.ZONE).toInstant();
    }
}
