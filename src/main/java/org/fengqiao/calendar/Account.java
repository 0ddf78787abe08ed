package org.fengqiao.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.calendar.DayMark.Role;
import org.fengqiao.calendar.TraceLine.Kind;
import org.jspecify.annotations.Nullable;

/// 逐日计算的记录: writes down what the count does while it does it, as sentences and as squares of the day grid.
///
/// Neighbouring days left out for one reason share a line. Where more than [#MANY] weekends are left out they share one
/// line too; each of their days still has its square.
final class Account {

    private static final int MANY = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH时mm分");

    private final WorkingDays calendar;
    private final boolean drawn;
    private final List<TraceLine> lines = new ArrayList<>();
    private final List<DayMark> marks = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    /// @param drawn whether each day gets its square; the sentences are the same without them
    Account(WorkingDays calendar, boolean drawn) {
        this.calendar = calendar;
        this.drawn = drawn;
    }

    boolean drawn() {
        return drawn;
    }

    private void mark(DayMark mark) {
        if (drawn) {
            marks.add(mark);
        }
    }

    List<TraceLine> lines() {
        return lines;
    }

    List<DayMark> marks() {
        return marks;
    }

    /// The reason behind the first day, once: "起算" follows it in the sentence.
    private static String rule(@Nullable String words) {
        return words == null ? "" : "（" + (words.startsWith("自") && words.endsWith("起算") ? words.substring(1, words.length() - 2) : words) + "）";
    }

    void start(Span.Days span) {
        String rule = rule(span.startRule());
        line(Kind.START, span.start(), full(span.start()) + rule + "起算，当日不计入，"
                + full(span.start().plusDays(1)) + "为第1日。");
        lines.addAll(span.notes());
        mark(new DayMark(span.start(), Role.START, 0, "起算"));
    }

    void period(LocalDate after, Period period) {
        closeRuns();
        if (period.unit() == Unit.WORKING_DAY) {
            line(Kind.COUNTED, after.plusDays(1), "期限为" + period.zh() + "：周末和放假日不计入，调休上班日计入。");
        }
    }

    void counted(LocalDate day, int number, Unit unit) {
        if (drawn) {
            mark(new DayMark(day, Role.COUNTED, number, "第" + number + "日"));
        }
        if (unit == Unit.WORKING_DAY) {
            Day found = calendar.dayOf(day);
            if (found.kind() == DayKind.MAKE_UP_WORKING) {
                run(day, Kind.MAKE_UP, found.name(), 0);
            }
        }
    }

    void left(LocalDate day, @Nullable Pause pause) {
        if (pause != null) {
            mark(new DayMark(day, Role.STOPPED, 0, "中止"));
            run(day, Kind.STOPPED, pause.reason(), 0);
            return;
        }
        Day found = calendar.dayOf(day);
        if (drawn) {
            mark(new DayMark(day, Role.SKIPPED, 0, found.label()));
        }
        boolean weekend = found.kind() == DayKind.WEEKEND;
        run(day, Kind.SKIPPED, weekend ? "周末" : found.name(), weekend ? 1 : 0);
    }

    /// The sentence for a period whose every day counts: calendar days, months and years.
    void days(Period period, LocalDate after, LocalDate nominal, LocalDate last) {
        closeRuns();
        String text = switch (period.unit()) {
            case CALENDAR_DAY -> "期限为" + period.zh() + "，按自然日计算，节假日不扣除：" + full(after.plusDays(1))
                    + "为第1天，" + full(last) + "为第" + period.length() + "天。";
            case MONTH, YEAR -> "期限为" + period.zh() + "，自" + full(after) + "起" + (nominal.getDayOfMonth() == after.getDayOfMonth()
                    ? "至到期月的对应日" : "，到期月没有对应日，至该月末日") + full(nominal) + "为止。"
                    + (last.equals(nominal) ? "" : "扣除中止的日数后，余下部分按日计至" + full(last) + "。");
            case WORKING_DAY, HOUR, MINUTE -> throw new IllegalStateException("not a period of plain days");
        };
        line(Kind.COUNTED, last, text);
    }

    /// @param doubtful the first day of a year without a known arrangement that the count leans on, or null
    void end(Span.Days span, LocalDate last, LocalDate due, LocalDate working, @Nullable LocalDate doubtful) {
        closeRuns();
        open(span.pauses().stream().anyMatch(pause -> pause.last() == null));
        line(Kind.LAST_DAY, last, "期限的最后一日为" + dated(last) + mark(doubtful) + (due.equals(last) ? "，于当日二十四时届满。" : "。"));
        roll(span.roll(), last, working, mark(doubtful));
        if (drawn) {
            drawEnd(last, due);
        }
        close(span.basis(), doubtful);
    }

    private void drawEnd(LocalDate last, LocalDate due) {
        int at = lastCounted(last);
        if (due.equals(last)) {
            replace(at, last, Role.DUE, "届满");
            return;
        }
        for (LocalDate day = last.plusDays(1); day.isBefore(due); day = day.plusDays(1)) {
            mark(new DayMark(day, Role.ROLLED, 0, calendar.dayOf(day).label()));
        }
        mark(new DayMark(due, Role.DUE, 0, "届满"));
    }

    void hours(Span.Hours span, OffsetDateTime end, LocalDate due, @Nullable LocalDate doubtful) {
        ZoneId zone = Counting.ZONE;
        boolean whole = span.length().toMinutesPart() == 0;
        String unit = (whole ? Unit.HOUR : Unit.MINUTE).zh();
        String rule = rule(span.startRule());
        line(Kind.START, Counting.civilDay(span.start()), moment(span.start()) + rule + "起算，以" + unit + "计算的期限自该时刻起连续计算。");
        lines.addAll(span.notes());
        LocalDate first = Counting.civilDay(span.start());
        mark(new DayMark(first, first.equals(due) ? Role.DUE : Role.START, 0, first.equals(due) ? "届满" : "起算"));
        for (HourPause pause : span.pauses()) {
            OffsetDateTime until = pause.until();
            if (until != null) {
                line(Kind.STOPPED, Counting.civilDay(pause.from()), moment(pause.from()) + "至" + moment(until)
                        + pause.reason() + "，不计入。");
            }
        }
        open(span.pauses().stream().anyMatch(pause -> pause.until() == null));
        line(Kind.LAST_DAY, due, (whole ? span.length().toHours() : span.length().toMinutes()) + unit + "于" + moment(end) + mark(doubtful) + "届满。");
        line(Kind.ROLL, due, "以" + unit + "计算的期限不因休息日停止，也不顺延。");
        for (LocalDate day = first.plusDays(1); drawn && day.isBefore(due); day = day.plusDays(1)) {
            mark(new DayMark(day, Role.COUNTED, 0, "计入"));
        }
        if (!first.equals(due)) {
            mark(new DayMark(due, Role.DUE, 0, end.atZoneSameInstant(zone).format(DateTimeFormatter.ofPattern("HH:mm"))));
        }
        close(span.basis(), doubtful);
    }

    /// The account of counting back from an event.
    static DueDay before(LocalDate event, Period period, LocalDate latest, WorkingDays calendar, @Nullable LocalDate doubtful) {
        Account account = new Account(calendar, true);
        account.line(Kind.START, event, full(event) + "当日不计入，向前倒算" + period.zh() + "，两端均不计入。");
        account.mark(new DayMark(latest, Role.DUE, 0, "最迟"));
        int number = 0;
        for (LocalDate day = latest.plusDays(1); day.isBefore(event); day = day.plusDays(1)) {
            if (period.unit() != Unit.WORKING_DAY || calendar.isWorkingDay(day)) {
                account.counted(day, ++number, period.unit());
            } else {
                account.left(day, null);
            }
        }
        account.closeRuns();
        account.mark(new DayMark(event, Role.START, 0, "举行"));
        account.line(Kind.LAST_DAY, latest, "最迟应于" + dated(latest) + mark(doubtful) + "完成，其后至" + full(event) + "之前有完整的"
                + period.zh() + "。");
        LocalDate before = calendar.isWorkingDay(latest) ? latest : calendar.lastWorkingDayBefore(latest);
        account.line(Kind.ROLL, before, before.equals(latest)
                ? "该日为工作日。" : "该日为" + calendar.dayOf(latest).name() + "，宜在" + dated(before) + "前完成；倒算的期限不向后顺延。");
        account.close(List.of(), doubtful);
        return new DueDay(latest, null, latest, calendar.workingDayFrom(latest), calendar.lastWorkingDayBefore(latest),
                false, doubtful != null, account.lines, account.marks);
    }

    private void open(boolean open) {
        if (open) {
            line(Kind.STOPPED, null, "期限已中止，尚未恢复；以下为立即恢复时的最早届满日。");
        }
    }

    private void roll(Roll roll, LocalDate last, LocalDate working, String mark) {
        if (last.equals(working)) {
            line(Kind.ROLL, last, calendar.provisional(last) ? "最后一日按周次为工作日，暂不涉及顺延。" : "最后一日为工作日，不涉及顺延。");
        } else if (roll == Roll.FORWARD) {
            line(Kind.ROLL, working, "最后一日为休息日（" + calendar.dayOf(last).name() + "），顺延至其后的第一个工作日"
                    + dated(working) + mark + "，于当日二十四时届满。");
        } else {
            line(Kind.ROLL, last, "最后一日为休息日（" + calendar.dayOf(last).name() + "），本期限不顺延；宜在前一工作日"
                    + dated(calendar.lastWorkingDayBefore(last)) + "前办结，其后至" + full(working) + mark + "之间的状态有争议，单独统计。");
        }
    }

    private void close(List<TraceLine> basis, @Nullable LocalDate doubtful) {
        lines.addAll(basis);
        line(Kind.CALENDAR, null, "日历：" + calendar.version() + "。");
        if (doubtful != null && doubtful.isAfter(calendar.lastAnnounced())) {
            line(Kind.PROVISIONAL, doubtful, "届满日在已公布的放假安排（至" + full(calendar.lastAnnounced())
                    + "）之后，" + doubtful.getYear() + "年" + FixedHolidays.reading(doubtful.getYear()) + "，结果为暂定，待国务院办公厅公布后重新计算。");
        } else if (doubtful != null) {
            line(Kind.PROVISIONAL, doubtful, "计算经过的" + doubtful.getYear()
                    + "年，放假安排未收录，其间" + FixedHolidays.reading(doubtful.getYear()) + "，结果为暂定，登记该年的通知后重新计算。");
        }
    }

    private int lastCounted(LocalDate day) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (marks.get(i).day().equals(day)) {
                return i;
            }
        }
        throw new IllegalStateException("The last day " + day + " was never counted.");
    }

    private void replace(int at, LocalDate day, Role role, String label) {
        marks.set(at, new DayMark(day, role, marks.get(at).number(), label));
    }

    private void run(LocalDate day, Kind kind, String reason, int weekend) {
        if (!runs.isEmpty()) {
            Run last = runs.getLast();
            if (last.kind == kind && last.reason.equals(reason) && last.until.plusDays(1).equals(day)) {
                runs.set(runs.size() - 1, new Run(last.from, day, kind, reason, last.weekend));
                return;
            }
        }
        runs.add(new Run(day, day, kind, reason, weekend == 1));
    }

    private void closeRuns() {
        long weekends = runs.stream().filter(Run::weekend).count();
        long days = runs.stream().filter(Run::weekend).mapToLong(Run::length).sum();
        if (weekends > MANY) {
            line(Kind.SKIPPED, runs.stream().filter(Run::weekend).findFirst().orElseThrow().from,
                    "其间的周六、周日共" + days + "天，均不计入。");
        }
        for (Run run : runs) {
            if (!run.weekend || weekends <= MANY) {
                line(run.kind, run.from, run.sentence());
            }
        }
        runs.clear();
    }

    private void line(Kind kind, @Nullable LocalDate day, String text) {
        lines.add(new TraceLine(kind, day, text));
    }

    private static String mark(@Nullable LocalDate doubtful) {
        return doubtful == null ? "" : CountedDay.MARK;
    }

    private static String full(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String dated(LocalDate day) {
        return full(day) + "（" + WorkingDays.weekday(day) + "）";
    }

    private static String moment(OffsetDateTime moment) {
        return full(Counting.civilDay(moment)) + moment.atZoneSameInstant(Counting.ZONE).format(TIME);
    }

    /// Neighbouring days that share a reason.
    private record Run(LocalDate from, LocalDate until, Kind kind, String reason, boolean weekend) {

        long length() {
            return until.toEpochDay() - from.toEpochDay() + 1;
        }

        String sentence() {
            String days = from.equals(until)
                    ? full(from) + (weekend ? WorkingDays.weekday(from) : "（" + WorkingDays.weekday(from) + "）")
                    : full(from) + "至" + (from.getYear() == until.getYear() ? "" : until.getYear() + "年")
                            + until.getMonthValue() + "月" + until.getDayOfMonth() + "日";
            String counted = length() == 1 ? "" : "（" + length() + "天）";
            return switch (kind) {
                case MAKE_UP -> days + "为" + reason + "调休上班日，计入。";
                case STOPPED -> days + "中止" + counted + "，不计入：" + reason + "。";
                default -> days + (weekend && length() == 1 ? "" : reason) + counted + "，不计入。";
            };
        }
    }
}
