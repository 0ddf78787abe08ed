package org.fengqiao.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.HolidayNotice.Arranged;

/// 工作日历: one immutable version of the working calendar, made of the notices known to it.
///
/// A later notice overrides an earlier one for the days it names. Outside the announced years Monday to Friday count
/// as working days; a result that lies after [#lastAnnounced()] is provisional.
public final class WorkingDays {

    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    private final List<HolidayNotice> notices;
    private final Map<LocalDate, Arranged> arranged = new HashMap<>();
    private final int lastYear;
    private final LocalDate firstAnnounced;
    private final String version;

    private WorkingDays(List<HolidayNotice> notices) {
        this.notices = notices.stream().sorted(Comparator.comparing(HolidayNotice::published)).toList();
        this.notices.forEach(notice -> arranged.putAll(notice.days()));
        this.lastYear = notices.stream().mapToInt(HolidayNotice::year).max().orElseThrow();
        this.firstAnnounced = LocalDate.of(notices.stream().mapToInt(HolidayNotice::year).min().orElseThrow(), 1, 1);
        this.version = lastYear + "年版（国办通知 " + this.notices.getLast().published() + "）";
    }

    /// A calendar of these notices, of which there must be one at least.
    public static WorkingDays of(List<HolidayNotice> notices) {
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("没有放假通知，不能成为日历。");
        }
        return new WorkingDays(notices);
    }

    /// The calendar that ships with the product.
    public static WorkingDays announced() {
        return Shipped.CALENDAR;
    }

    /// This calendar and one notice more.
    public WorkingDays with(HolidayNotice notice) {
        List<HolidayNotice> more = new ArrayList<>(notices);
        more.add(notice);
        return new WorkingDays(more);
    }

    /// The calendar as it was known at the end of a day: only notices published by then.
    ///
    /// @throws IllegalArgumentException when no notice had been published yet; nothing is known of that time
    public WorkingDays asAnnouncedOn(LocalDate day) {
        return of(notices.stream().filter(notice -> !notice.published().isAfter(day)).toList());
    }

    public boolean isWorkingDay(LocalDate date) {
        Arranged found = arranged.get(date);
        return found == null ? isWeekday(date) : !found.off();
    }

    public Day dayOf(LocalDate date) {
        Arranged found = arranged.get(date);
        if (found != null && found.off()) {
            return new Day(date, DayKind.HOLIDAY, found.name(), found.statutory());
        }
        if (found != null && !isWeekday(date)) {
            return new Day(date, DayKind.MAKE_UP_WORKING, found.name(), false);
        }
        return new Day(date, isWeekday(date) ? DayKind.WORKING : DayKind.WEEKEND, weekday(date), false);
    }

    /// 31 December of the last year whose notice is known.
    public LocalDate lastAnnounced() {
        return LocalDate.of(lastYear, 12, 31);
    }

    /// 1 January of the first year whose notice is known.
    public LocalDate firstAnnounced() {
        return firstAnnounced;
    }

    public boolean provisional(LocalDate due) {
        return due.isAfter(lastAnnounced());
    }

    /// （暂定） behind a day that lies beyond what has been announced, else nothing: what every place puts behind a due day.
    public String mark(LocalDate due) {
        return provisional(due) ? "（暂定）" : "";
    }

    /// A stable text that names this version, such as 2026年版（国办通知 2025-11-04）.
    public String version() {
        return version;
    }

    public List<HolidayNotice> notices() {
        return notices;
    }

    /// The first working day after the day.
    public LocalDate nextWorkingDay(LocalDate day) {
        return workingDayFrom(day.plusDays(1));
    }

    /// The day itself when it is a working day, else the first one after it.
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /// The last working day before the day, the day itself never.
    public LocalDate lastWorkingDayBefore(LocalDate day) {
        LocalDate found = day.minusDays(1);
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /// How many working days lie after `after` up to and including `until`: the number a period that starts on
    /// `after` has reached on `until`.
    public int workingDaysBetween(LocalDate after, LocalDate until) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /// 周一 to 周日.
    public static String weekday(LocalDate date) {
        return WEEKDAYS.get(date.getDayOfWeek().getValue() - 1);
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static final class Shipped {
        static final WorkingDays CALENDAR = of(HolidayFile.notices());
    }
}
