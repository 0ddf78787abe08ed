package org.fengqiao.calendar;

import java.time.LocalDate;

/// 一日: a civil day with what it is and the name people give it: 周日, 国庆节, or for a working day the weekday.
///
/// For a make-up working day `name` is the festival it was moved for. `statutory` marks the days of the festival itself.
public record Day(LocalDate date, DayKind kind, String name, boolean statutory) {

    public boolean working() {
        return kind.working();
    }

    /// Two or three characters for the day grid: 国庆, 周日, 调休.
    public String label() {
        if (kind == DayKind.MAKE_UP_WORKING) {
            return "调休";
        }
        String first = name.split("、", 2)[0];
        return first.length() > 2 && first.endsWith("节") ? first.substring(0, first.length() - 1) : first;
    }
}
