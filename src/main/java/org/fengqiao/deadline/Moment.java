package org.fengqiao.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.fengqiao.calendar.Counting;
import org.jspecify.annotations.Nullable;

/// 时点: the civil day of an act and, where an hour clock depends on it, the exact time.
public record Moment(LocalDate day, @Nullable OffsetDateTime time) {

    public static Moment of(LocalDate day) {
        return new Moment(day, null);
    }

    public static Moment of(OffsetDateTime time) {
        return new Moment(Counting.civilDay(time), time);
    }

    /// Reads a date, or a date-time with offset.
    public static Moment parse(String text) {
        return text.indexOf('T') < 0 ? of(LocalDate.parse(text)) : of(OffsetDateTime.parse(text));
    }

    /// Whether this lies before the other; by time where both have one, else by day.
    public boolean isBefore(Moment other) {
        return time != null && other.time != null ? time.isBefore(other.time) : day.isBefore(other.day);
    }

    /// 2026年3月10日, or 2026年3月10日9时05分 where the time counts.
    String zh() {
        String date = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return time == null ? date : date + time.atZoneSameInstant(Counting.ZONE).format(DateTimeFormatter.ofPattern("H时mm分"));
    }

    @Override
    public String toString() {
        return time == null ? day.toString() : time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
