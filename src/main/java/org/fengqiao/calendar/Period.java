package org.fengqiao.calendar;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 期间: a length and its unit, such as `5 working-days`. A period without its unit has no meaning in law.
public record Period(int length, Unit unit) {

    /// Longer than any period of the law; keeps a slip of the pen from counting for centuries.
    public static final int LONGEST = 36_600;

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,9})\\s+(\\S+)\\s*");

    public Period {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("期间的长度应在1到" + LONGEST + "之间，而不是" + length + "。");
        }
    }

    /// Reads `90 calendar-days`.
    ///
    /// @throws IllegalArgumentException with a sentence, since a definition that cannot be read is a defect of the definition
    public static Period parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("“" + text + "”不是期间，应为“90 calendar-days”这样的写法。");
        }
        Unit unit = Unit.parse(form.group(2)).orElseThrow(
                () -> new IllegalArgumentException("“" + form.group(2) + "”不是期间单位。"));
        return new Period(Integer.parseInt(form.group(1)), unit);
    }

    /// The Chinese words, such as 5个工作日.
    public String zh() {
        return length + unit.zh();
    }

    /// How long a period in hours or minutes lasts.
    ///
    /// @throws IllegalStateException for a period of days, whose length depends on the calendar
    public Duration duration() {
        return switch (unit) {
            case HOUR -> Duration.ofHours(length);
            case MINUTE -> Duration.ofMinutes(length);
            case WORKING_DAY, CALENDAR_DAY, MONTH, YEAR -> throw new IllegalStateException(this + " is counted in days");
        };
    }

    /// Both together; only periods of one unit add up.
    Period plus(Period other) {
        return new Period(length + other.length, unit);
    }

    @Override
    public String toString() {
        return length + " " + unit + (length == 1 ? "" : "s");
    }
}
