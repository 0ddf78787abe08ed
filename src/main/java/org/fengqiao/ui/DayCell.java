package org.fengqiao.ui;

import java.time.LocalDate;

/// 一日: one day of a counted period.
///
/// @param note at most three characters under the number: 第1日, 国庆, 送达, 届满
/// @param now  whether this is the office day
public record DayCell(LocalDate date, Kind kind, String note, boolean now) {

    public enum Kind {
        /// The day of the act that starts the count; it is not counted itself.
        START("st"),
        /// Counted.
        COUNTED("n"),
        /// Skipped: a rest day or a stop.
        SKIPPED("off"),
        /// The last day.
        DUE("due"),
        /// After the last day or otherwise without meaning.
        PLAIN("plain");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }
}
