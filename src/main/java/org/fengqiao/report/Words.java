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

    /// One decimal, rounded half up; a rate is never typed. What is not all is never printed as 100, what is not none
    /// never as 0: then more decimals are kept.
    static BigDecimal percent(long numerator, long denominator) {
        BigDecimal exact = BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(100));
        boolean all = numerator == denominator;
        for (int scale = 1; ; scale++) {
            BigDecimal rounded = exact.divide(BigDecimal.valueOf(denominator), scale, RoundingMode.HALF_UP);
            boolean claimsAll = !all && rounded.compareTo(BigDecimal.valueOf(100)) == 0;
            boolean claimsNone = numerator != 0 && rounded.signum() == 0;
            if (!claimsAll && !claimsNone) {
                return rounded;
            }
        }
    }
}
