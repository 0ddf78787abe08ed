package org.fengqiao.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 工作日历: one year, every day marked as work or rest.
///
/// @param announced whether the State Council's arrangement for the year is known; else all dates are provisional
/// @param source    the notice it rests on
/// @param days      1 January to 31 December, without gaps
/// @param holidays  name, days, make-up days
public record CalendarPage(
        HeadView head,
        int year,
        @Nullable String previous,
        @Nullable String next,
        boolean announced,
        String source,
        List<Day> days,
        List<FactView> totals,
        TableView holidays) implements Page {

    public record Day(LocalDate date, Kind kind, String name, boolean today) {

        public enum Kind {
            WORK("w", "工作日"),
            WEEKEND("off", "休息日"),
            HOLIDAY("hol", "法定节假日"),
            /// A weekend day that is worked.
            MAKEUP("mk", "调休上班");

            private final String css;
            private final String spoken;

            Kind(String css, String spoken) {
                this.css = css;
                this.spoken = spoken;
            }

            public String css() {
                return css;
            }

            public String spoken() {
                return spoken;
            }
        }
    }

    /// The weeks of one month, each with seven places; null where no day of the month stands.
    public List<List<@Nullable Day>> weeks(int month) {
        List<List<@Nullable Day>> weeks = new java.util.ArrayList<>();
        List<@Nullable Day> week = new java.util.ArrayList<>();
        for (Day day : days) {
            if (day.date().getMonthValue() != month) {
                continue;
            }
            while (week.size() < day.date().getDayOfWeek().getValue() - 1) {
                week.add(null);
            }
            week.add(day);
            if (week.size() == 7) {
                weeks.add(week);
                week = new java.util.ArrayList<>();
            }
        }
        if (!week.isEmpty()) {
            while (week.size() < 7) {
                week.add(null);
            }
            weeks.add(week);
        }
        return weeks;
    }

    @Override
    public String template() {
        return "page/calendar";
    }

    @Override
    public String title() {
        return head.title();
    }

    @Override
    public Room room() {
        return Room.CALENDAR;
    }
}
