package org.fengqiao.calendar;

/// 日的性质: what one civil day is in the working calendar.
public enum DayKind {
    WORKING,
    /// 调休上班日: a weekend day turned into a working day by a notice.
    MAKE_UP_WORKING,
    WEEKEND,
    /// 放假日: a day off by notice, be it the festival itself or a day moved for it.
    HOLIDAY;

    public boolean working() {
        return this == WORKING || this == MAKE_UP_WORKING;
    }
}
