package org.fengqiao.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// 数字和日期的写法: as a report prints them.
final class Words {

    private Words() {}

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String count(long number) {
        return String.format("%,d", number);
    }

    /// Fen as yuan; the fen are shown only when there are any.
    static String yuan(long fen) {
        return fen % 100 == 0 ? count(fen / 100) : String.format("%,d.%02d", fen / 100, Math.abs(fen % 100));
    }

    /// One decimal, rounded half up; a rate is never typed.
    static BigDecimal percent(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
    }
}
