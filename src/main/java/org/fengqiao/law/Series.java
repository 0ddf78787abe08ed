package org.fengqiao.law;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 法定数值沿革: a value a procedure borrows from another instrument, dated and with its source.
///
/// It is resolved on the day it matters, so a definition gets a new version only when its own structure changes.
public record Series(String name, String title, List<Value> values) {

    private static final Pattern PERIOD =
            Pattern.compile("\\d+ (?:hour|working-day|calendar-day|month|year)s?");
    private static final Pattern MONEY = Pattern.compile("(\\d+) fen");

    public Series {
        for (int i = 1; i < values.size(); i++) {
            if (!values.get(i).from().isAfter(values.get(i - 1).from())) {
                throw new IllegalArgumentException("The values of series " + name + " are not in the order of their days.");
            }
        }
    }

    /// The value that applies on a day.
    ///
    /// @throws UnresolvedCitation when the day lies before the first value, which the library does not know
    public Value on(LocalDate day) {
        for (Value value : values.reversed()) {
            if (!day.isBefore(value.from())) {
                return value;
            }
        }
        throw new UnresolvedCitation("The series " + name + " begins on " + values.getFirst().from()
                + "; nothing is stored for " + day + ".");
    }

    /// 数值: one value, the day from which it applies, and what it rests on.
    public record Value(String text, LocalDate from, List<Citation> basis) {

        /// A length of time such as `30 calendar-days`.
        public String asPeriodText() {
            if (!PERIOD.matcher(text).matches()) {
                throw new IllegalStateException("\"" + text + "\" is not a length of time.");
            }
            return text;
        }

        /// Money in integer fen.
        public long asFen() {
            Matcher money = MONEY.matcher(text);
            if (!money.matches()) {
                throw new IllegalStateException("\"" + text + "\" is not an amount of money in fen.");
            }
            return Long.parseLong(money.group(1));
        }

        /// True where the law of that day knows no such value at all.
        public boolean isNone() {
            return text.equals("none");
        }
    }
}
