package org.fengqiao.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// 统计期间: from the first day to the cut-off, both included.
///
/// @param year the year it belongs to
/// @param month when it is one month of the year, else null
/// @param to   the cut-off: what was done after it does not count
record Period(int year, @Nullable Integer month, LocalDate from, LocalDate to) {

    /// A year up to its end or, while it lasts, up to today.
    static Period ofYear(int year, LocalDate today) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return new Period(year, null, LocalDate.of(year, 1, 1), end.isAfter(today) && today.getYear() == year ? today : end);
    }

    /// A year, or one month of it, up to a cut-off.
    ///
    /// @param month  1–12, or null for the whole year
    /// @param cutOff as text, or null
    /// @throws IllegalArgumentException with one sentence for whoever asked
    static Period of(int year, @Nullable Integer month, @Nullable String cutOff, LocalDate today) {
        if (year < 1949 || year > today.getYear()) {
            throw new IllegalArgumentException("年度应当在1949年至" + today.getYear() + "年之间");
        }
        if (month != null && (month < 1 || month > 12)) {
            throw new IllegalArgumentException("月份应当是1至12");
        }
        Period whole = ofYear(year, today);
        LocalDate from = month == null ? whole.from() : LocalDate.of(year, month, 1);
        LocalDate last = month == null ? whole.to() : YearMonth.of(year, month).atEndOfMonth();
        if (last.isAfter(whole.to())) {
            last = whole.to();
        }
        if (cutOff != null && !cutOff.isBlank()) {
            LocalDate asked = parsed(cutOff.strip());
            if (asked.getYear() != year || asked.isBefore(from) || asked.isAfter(last)) {
                throw new IllegalArgumentException("截止日应当在" + Words.day(from) + "至" + Words.day(last) + "之间");
            }
            last = asked;
        }
        if (last.isBefore(from)) {
            throw new IllegalArgumentException(Words.day(from) + "还没有到，没有数据");
        }
        return new Period(year, month, from, last);
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("日期应当写成 2025-12-31 的样子");
        }
    }

    boolean wholeYear() {
        return month == null && to.equals(LocalDate.of(year, 12, 31));
    }
}
