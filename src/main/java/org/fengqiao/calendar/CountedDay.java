package org.fengqiao.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 算出的日期: a day that was found by counting, together with the doubt about it. Wherever such a day is shown, printed,
/// exported or sent, its mark goes with it; there is no other way to say that a day is provisional.
///
/// @param doubt why the day is not certain yet: 2027 年放假安排尚未公布; null for a certain day
public record CountedDay(LocalDate day, @Nullable String doubt) {

    /// Behind a day on pages, in lists, exports and messages.
    public static final String MARK = "（暂定）";

    /// Behind a day on paper: whoever is handed it cannot look into the case, so the mark says what it means.
    public static final String ON_PAPER = "（暂定，放假安排公布后重新计算）";

    public boolean provisional() {
        return doubt != null;
    }

    /// （暂定） for a provisional day, else nothing.
    public String mark() {
        return provisional() ? MARK : "";
    }

    public String markOnPaper() {
        return provisional() ? ON_PAPER : "";
    }

    /// 暂定：2027 年放假安排尚未公布。 for a provisional day, else nothing.
    public String why() {
        return provisional() ? "暂定：" + doubt + "。" : "";
    }

    /// 2027-01-05（暂定）
    public String text() {
        return day + mark();
    }
}
