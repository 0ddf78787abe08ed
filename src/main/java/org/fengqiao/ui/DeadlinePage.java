package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 期限计算: the same computation as in a case, for any dates.
///
/// @param form   from, length, unit, law, roll
/// @param answer null before something was asked, and when the form is wrong
public record DeadlinePage(FormView form, @Nullable Answer answer) implements Page {

    /// @param due  2026年10月12日 周一
    /// @param tag  provisional or not, and in words how far away
    public record Answer(String due, @Nullable StateTag tag, String note, Explanation explanation) {}

    @Override
    public String template() {
        return "page/deadline";
    }

    @Override
    public String title() {
        return "期限计算";
    }

    @Override
    public Room room() {
        return Room.CALENDAR;
    }

    @Override
    public java.util.List<Link> crumbs() {
        return java.util.List.of(Link.to(Room.CALENDAR.href(), "工作日历"));
    }
}
