package org.fengqiao.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 期间的计算: from a start day and a period to its last day, by pure counting.
///
/// Day 1 is the day after the start day. Working days end on the n-th working day, calendar days on the n-th day,
/// months and years on the corresponding day or the month's last (民法典 201, 202). Hours run from the moment itself.
/// Interpretation: once a period in months or years is stopped, what remains of it is counted off in days.
public final class Counting {

    /// Civil dates are dates in Asia/Shanghai.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Counting() {}

    public static DueDay due(LocalDate start, Period period, Roll roll, WorkingDays calendar) {
        return due(Span.Days.of(start, period, roll), calendar);
    }

    public static DueDay due(OffsetDateTime start, int hours, WorkingDays calendar) {
        return due(Span.Hours.of(start, hours), calendar);
    }

    public static DueDay due(Span span, WorkingDays calendar) {
        return due(span, calendar, true);
    }

    /// The same with its sentences but without a square for each day, for those who read it and draw nothing.
    public static DueDay told(Span span, WorkingDays calendar) {
        return due(span, calendar, false);
    }

    private static DueDay due(Span span, WorkingDays calendar, boolean drawn) {
        return switch (span) {
            case Span.Days days -> dueDay(days, calendar, drawn);
            case Span.Hours hours -> dueMoment(hours, calendar, drawn);
        };
    }

    /// The last day before any roll, without the account: what worklists and guards ask thousands of times.
    public static LocalDate lastDay(Span.Days span, WorkingDays calendar) {
        return count(span, calendar, null);
    }

    /// The exact end of a period in hours or minutes; an unfinished pause is left out.
    public static OffsetDateTime end(Span.Hours span) {
        OffsetDateTime end = span.start().plus(span.length());
        for (HourPause pause : span.pauses()) {
            OffsetDateTime until = pause.until();
            if (until != null && pause.from().isBefore(end)) {
                end = end.plus(java.time.Duration.between(pause.from(), until));
            }
        }
        return end;
    }

    public static LocalDate civilDay(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDate();
    }

    /// The last day on which something due `period` days before an event can still be done: the full period lies
    /// between that day and the event, and neither of the two is counted (interpretation: the texts do not spell it out).
    public static DueDay latestDayBefore(LocalDate event, Period period, WorkingDays calendar) {
        LocalDate latest = switch (period.unit()) {
            case WORKING_DAY -> {
                LocalDate day = event;
                for (int i = 0; i < period.length(); i++) {
                    day = calendar.lastWorkingDayBefore(day);
                }
                yield day.minusDays(1);
            }
            case CALENDAR_DAY -> event.minusDays(period.length() + 1L);
            case MONTH, YEAR -> latestCorresponding(event.minusDays(1), period);
            case HOUR, MINUTE -> throw new IllegalArgumentException("以小时、分钟倒算须有时刻。");
        };
        LocalDate from = period.unit() == Unit.WORKING_DAY ? latest : calendar.lastWorkingDayBefore(latest.plusDays(1));
        LocalDate until = period.unit() == Unit.WORKING_DAY ? event : latest;
        return Account.before(event, period, latest, calendar, doubtful(from, until, calendar));
    }

    /// The first day, from one to another, that lies in a year without a known arrangement.
    private static @Nullable LocalDate doubtful(LocalDate from, LocalDate until, WorkingDays calendar) {
        for (LocalDate day = from; !day.isAfter(until); day = LocalDate.of(day.getYear() + 1, 1, 1)) {
            if (calendar.provisional(day)) {
                return day;
            }
        }
        return null;
    }

    /// A count of working days leans on every day it passes; any other on its end alone, where it may roll.
    private static @Nullable LocalDate doubtful(Span.Days span, LocalDate last, LocalDate due, WorkingDays calendar) {
        boolean working = span.periods().stream().anyMatch(period -> period.unit() == Unit.WORKING_DAY);
        return doubtful(working ? span.start().plusDays(1) : last, due, calendar);
    }

    /// A whole number of periods later, on the corresponding day or the month's last.
    static LocalDate corresponding(LocalDate day, Period period) {
        return period.unit() == Unit.YEAR ? day.plusYears(period.length()) : day.plusMonths(period.length());
    }

    /// The latest day whose period still ends by `end`: near a month's end several days have the same corresponding day.
    private static LocalDate latestCorresponding(LocalDate end, Period period) {
        LocalDate day = period.unit() == Unit.YEAR ? end.minusYears(period.length()) : end.minusMonths(period.length());
        while (!corresponding(day.plusDays(1), period).isAfter(end)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static DueDay dueDay(Span.Days span, WorkingDays calendar, boolean drawn) {
        Account account = new Account(calendar, drawn);
        account.start(span);
        LocalDate last = count(span, calendar, account);
        LocalDate working = calendar.workingDayFrom(last);
        LocalDate due = span.roll() == Roll.FORWARD ? working : last;
        LocalDate doubtful = doubtful(span, last, due, calendar);
        account.end(span, last, due, working, doubtful);
        return new DueDay(due, null, last, working, calendar.lastWorkingDayBefore(due), !due.equals(last),
                doubtful != null, account.lines(), account.marks());
    }

    private static DueDay dueMoment(Span.Hours span, WorkingDays calendar, boolean drawn) {
        Account account = new Account(calendar, drawn);
        OffsetDateTime end = end(span);
        LocalDate due = civilDay(end);
        LocalDate doubtful = doubtful(due, due, calendar);
        account.hours(span, end, due, doubtful);
        return new DueDay(due, end, due, due, calendar.lastWorkingDayBefore(due), false,
                doubtful != null, account.lines(), account.marks());
    }

    private static LocalDate count(Span.Days span, WorkingDays calendar, @Nullable Account account) {
        LocalDate day = span.start();
        for (Period period : span.periods()) {
            if (account != null) {
                account.period(day, period);
            }
            day = period.unit() == Unit.WORKING_DAY
                    ? countWorkingDays(day, period.length(), span.pauses(), calendar, account)
                    : countDays(day, period, span.pauses(), account);
        }
        return day;
    }

    private static LocalDate countWorkingDays(LocalDate after, int length, List<Pause> pauses, WorkingDays calendar,
            @Nullable Account account) {
        LocalDate day = after;
        int counted = 0;
        while (counted < length) {
            day = day.plusDays(1);
            Pause pause = pauseOn(day, pauses);
            if (pause == null && calendar.isWorkingDay(day)) {
                counted++;
                if (account != null) {
                    account.counted(day, counted, Unit.WORKING_DAY);
                }
            } else if (account != null) {
                account.left(day, pause);
            }
        }
        return day;
    }

    private static LocalDate countDays(LocalDate after, Period period, List<Pause> pauses, @Nullable Account account) {
        LocalDate nominal = period.unit() == Unit.CALENDAR_DAY
                ? after.plusDays(period.length())
                : corresponding(after, period);
        if (pauses.isEmpty() && (account == null || !account.drawn())) {
            if (account != null) {
                account.days(period, after, nominal, nominal);
            }
            return nominal;
        }
        long length = ChronoUnit.DAYS.between(after, nominal);
        LocalDate day = after;
        int counted = 0;
        while (counted < length) {
            day = day.plusDays(1);
            Pause pause = pauseOn(day, pauses);
            if (pause == null) {
                counted++;
                if (account != null) {
                    account.counted(day, counted, period.unit());
                }
            } else if (account != null) {
                account.left(day, pause);
            }
        }
        if (account != null) {
            account.days(period, after, nominal, day);
        }
        return day;
    }

    private static @Nullable Pause pauseOn(LocalDate day, List<Pause> pauses) {
        for (Pause pause : pauses) {
            if (pause.covers(day)) {
                return pause;
            }
        }
        return null;
    }
}
