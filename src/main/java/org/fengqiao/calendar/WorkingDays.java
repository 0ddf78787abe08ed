package org.fengqiao.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.fengqiao.calendar.HolidayNotice.Arranged;
import org.jspecify.annotations.Nullable;

/// 工作日历: one immutable version of the working calendar, made of the notices known to it.
///
/// A later notice overrides an earlier one for the days it names. Outside the announced years Monday to Friday count
/// as working days, but for the festivals that the law itself puts on a civil date ([FixedHolidays]); whatever is counted
/// over such a year is provisional, be the year ahead, long past or in between.
/// A year is announced when its notices arrange it from end to end: a notice about one festival does not settle a year.
public final class WorkingDays {

    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    private final List<HolidayNotice> notices;
    private final Map<LocalDate, Arranged> arranged = new HashMap<>();
    private final NavigableSet<Integer> years = new TreeSet<>();
    private final int lastYear;
    private final int firstYear;
    private final String version;
    private final boolean fixed;

    private WorkingDays(List<HolidayNotice> notices, boolean fixed) {
        this.fixed = fixed;
        this.notices = notices.stream().sorted(Comparator.comparing(HolidayNotice::published)).toList();
        this.notices.forEach(notice -> arranged.putAll(notice.days()));
        notices.stream().map(HolidayNotice::year).filter(this::arrangedThroughout).forEach(years::add);
        int named = notices.stream().mapToInt(HolidayNotice::year).min().orElseThrow();
        this.firstYear = years.isEmpty() ? named : years.first();
        this.lastYear = years.isEmpty() ? named - 1 : years.last();
        this.version = lastYear + "年版（国办通知 " + this.notices.getLast().published() + "）";
    }

    /// New Year's Day and the National Day open and close every arrangement of a year.
    private boolean arrangedThroughout(int year) {
        return off(LocalDate.of(year, 1, 1)) && off(LocalDate.of(year, 10, 1));
    }

    /// Whether a notice says that the day is off.
    boolean off(LocalDate day) {
        Arranged found = arranged.get(day);
        return found != null && found.off();
    }

    /// A calendar of these notices, of which there must be one at least.
    public static WorkingDays of(List<HolidayNotice> notices) {
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("没有放假通知，不能成为日历。");
        }
        return new WorkingDays(notices, true);
    }

    /// The calendar that ships with the product.
    public static WorkingDays announced() {
        return Shipped.CALENDAR;
    }

    /// This calendar and one notice more.
    public WorkingDays with(HolidayNotice notice) {
        List<HolidayNotice> more = new ArrayList<>(notices);
        more.add(notice);
        return new WorkingDays(more, fixed);
    }

    /// The days that become working days or days off through a notice, in order.
    public List<LocalDate> changedBy(HolidayNotice notice) {
        WorkingDays after = with(notice);
        return notice.days().keySet().stream().filter(day -> isWorkingDay(day) != after.isWorkingDay(day)).sorted().toList();
    }

    /// This calendar as it was read when the law's own festivals did not count in years without a notice, for telling
    /// what that reading changes.
    public WorkingDays byWeekdaysAlone() {
        return new WorkingDays(notices, false);
    }

    /// This calendar without what it has of a notice, for reading that very notice once more.
    WorkingDays without(String title) {
        List<HolidayNotice> others = notices.stream().filter(notice -> !notice.title().equals(title)).toList();
        return others.isEmpty() || others.size() == notices.size() ? this : of(others);
    }

    /// The calendar as it was known at the end of a day: only notices published by then.
    ///
    /// @throws IllegalArgumentException when no notice had been published yet; nothing is known of that time
    public WorkingDays asAnnouncedOn(LocalDate day) {
        return of(notices.stream().filter(notice -> !notice.published().isAfter(day)).toList());
    }

    public boolean isWorkingDay(LocalDate date) {
        Arranged found = arranged.get(date);
        return found == null ? isWeekday(date) && fixedHoliday(date) == null : !found.off();
    }

    public Day dayOf(LocalDate date) {
        Arranged found = arranged.get(date);
        if (found != null && found.off()) {
            return new Day(date, DayKind.HOLIDAY, found.name(), found.statutory());
        }
        if (found != null && !isWeekday(date)) {
            return new Day(date, DayKind.MAKE_UP_WORKING, found.name(), false);
        }
        String festival = found == null ? fixedHoliday(date) : null;
        if (festival != null) {
            return new Day(date, DayKind.HOLIDAY, festival, true);
        }
        return new Day(date, isWeekday(date) ? DayKind.WORKING : DayKind.WEEKEND, weekday(date), false);
    }

    /// The festival that the law itself puts on a day of a year without a notice, or null.
    private @Nullable String fixedHoliday(LocalDate date) {
        return fixed && !years.contains(date.getYear()) ? FixedHolidays.on(date) : null;
    }

    /// Whether a notice names the day; what it does not name follows from the week and from the law.
    public boolean noticed(LocalDate date) {
        return arranged.containsKey(date);
    }

    /// 31 December of the last year whose notice is known.
    public LocalDate lastAnnounced() {
        return LocalDate.of(lastYear, 12, 31);
    }

    /// 1 January of the first year whose notice is known.
    public LocalDate firstAnnounced() {
        return LocalDate.of(firstYear, 1, 1);
    }

    /// Whether the arrangement of the whole year is known.
    public boolean announced(int year) {
        return years.contains(year);
    }

    /// Whether the day lies in a year whose arrangement is not known.
    public boolean provisional(LocalDate due) {
        return !announced(due.getYear());
    }

    /// Why days of a year are provisional: 2027 年放假安排尚未公布, or 2017 年放假安排未收录 where it is long past.
    public String doubt(int year) {
        return year + " 年放假安排" + (year > lastYear ? "尚未公布" : "未收录");
    }

    /// A day that was found by itself, such as the next working day, with the doubt about its year. What counting passed on
    /// its way is not known here: for the end of a period ask [DueDay#counted].
    public CountedDay counted(LocalDate day) {
        return new CountedDay(day, provisional(day) ? doubt(day.getYear()) : null);
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
