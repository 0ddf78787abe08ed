package org.fengqiao.calendar;

import java.time.LocalDate;

/// 日格: one square of the day grid: what the count made of this day.
///
/// `number` is the ordinal of a counted day and 0 for the others; `label` is short enough for a square.
public record DayMark(LocalDate day, Role role, int number, String label) {

    public enum Role {
        START, COUNTED, SKIPPED, STOPPED,
        /// A day between a last day that is a rest day and the working day after it, when the period rolls.
        ROLLED,
        DUE
    }
}
