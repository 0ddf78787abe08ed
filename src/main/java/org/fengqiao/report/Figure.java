package org.fengqiao.report;

import java.util.List;

/// 数据: an indicator with its value for a period.
///
/// @param counted    what is counted or, for money, summed in fen; for a rate its numerator
/// @param base       the denominator of a rate, else 0
/// @param cases      how many cases stand behind it
/// @param parts      what it is split into
record Figure(Indicator indicator, long counted, long base, long cases, List<Part> parts) {

    record Part(String value, String title, long counted, long cases) {}

    boolean isRate() {
        return indicator.rate() != null;
    }

    /// Sums of persons or minutes are no money.
    boolean isMoney() {
        return indicator.count() != null && indicator.count().money() && indicator.unit().equals("元");
    }

    /// Whether there is nothing to report: nothing counted, or a rate without base.
    boolean none() {
        return isRate() ? base == 0 : counted == 0;
    }

    /// 9,532, 53,200 or 97.7; — where there is no base.
    String value() {
        if (isRate()) {
            return base == 0 ? "—" : Words.percent(counted, base).toPlainString();
        }
        return isMoney() ? Words.yuan(counted) : Words.count(counted);
    }

    /// The value with its unit, as a sentence takes it.
    String words() {
        return isRate() && base == 0 ? "—" : value() + indicator.unit();
    }
}
