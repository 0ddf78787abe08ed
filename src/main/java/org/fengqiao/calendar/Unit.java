package org.fengqiao.calendar;

import java.util.Locale;
import java.util.Optional;

/// 期间单位: what a period is counted in. Its text in definitions, JSON and the command is the hyphen form.
public enum Unit {
    WORKING_DAY("working-day", "个工作日"),
    CALENDAR_DAY("calendar-day", "天"),
    MONTH("month", "个月"),
    YEAR("year", "年"),
    HOUR("hour", "小时"),
    MINUTE("minute", "分钟");

    private final String text;
    private final String zh;

    Unit(String text, String zh) {
        this.text = text;
        this.zh = zh;
    }

    /// Reads `working-day`, `working_day`, `working-days`; empty for anything else.
    public static Optional<Unit> parse(String text) {
        String canonical = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Unit unit : values()) {
            if (canonical.equals(unit.text) || canonical.equals(unit.text + "s")) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /// Whether it runs from a moment, day and night, instead of being counted off in days.
    public boolean timed() {
        return this == HOUR || this == MINUTE;
    }

    /// The measure word that follows the number, such as 个工作日.
    public String zh() {
        return zh;
    }

    @Override
    public String toString() {
        return text;
    }
}
