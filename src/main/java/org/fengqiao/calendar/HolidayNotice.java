package org.fengqiao.calendar;

import java.time.LocalDate;
import java.util.Map;

/// 放假通知: the facts of one notice of the State Council's General Office, regular or amending.
///
/// `year` is the calendar year it arranges; it may name days of the December before.
public record HolidayNotice(int year, String title, LocalDate published, Map<LocalDate, Arranged> days) {

    public HolidayNotice {
        days = Map.copyOf(days);
    }

    /// What a notice says of one day: off, or working in exchange; for which festival; whether it is the festival itself.
    public record Arranged(String name, boolean off, boolean statutory) {}
}
