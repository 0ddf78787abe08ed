package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 原因: one condition of a step, met or not.
///
/// @param text the whole sentence, with the earliest possible day where it is known
/// @param link where the officer can answer or cure it: 作出判断; null for none
public record ReasonView(Kind kind, String text, List<Cite> basis, @Nullable Link link) {

    public enum Kind {
        /// Not satisfied.
        NO("no", "x", "不具备"),
        /// The law leaves it to the officer.
        ASK("ask", "help-circle", "须由承办人判断"),
        /// Satisfied.
        OK("ok", "check", "已具备");

        private final String css;
        private final String icon;
        private final String spoken;

        Kind(String css, String icon, String spoken) {
            this.css = css;
            this.icon = icon;
            this.spoken = spoken;
        }

        public String css() {
            return css;
        }

        public String icon() {
            return icon;
        }

        public String spoken() {
            return spoken;
        }
    }

    public static ReasonView no(String text, Cite... basis) {
        return new ReasonView(Kind.NO, text, List.of(basis), null);
    }

    public static ReasonView ok(String text, Cite... basis) {
        return new ReasonView(Kind.OK, text, List.of(basis), null);
    }

    public static ReasonView ask(String text, Link answer, Cite... basis) {
        return new ReasonView(Kind.ASK, text, List.of(basis), answer);
    }
}
