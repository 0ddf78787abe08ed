package org.fengqiao.ui;

import org.jspecify.annotations.Nullable;

/// 提示: one sentence in bold, one of consequence, one link.
public record NoticeView(Tone tone, String lead, String text, @Nullable Link link) {

    public enum Tone {
        INFO("", "info-circle"),
        DONE("is-plenty", "circle-check"),
        WARN("is-soon", "alert-triangle"),
        BAD("is-overdue", "alert-triangle"),
        LOCK("", "lock");

        private final String css;
        private final String icon;

        Tone(String css, String icon) {
            this.css = css;
            this.icon = icon;
        }

        public String css() {
            return css;
        }

        public String icon() {
            return icon;
        }
    }

    public static NoticeView of(Tone tone, String lead, String text) {
        return new NoticeView(tone, lead, text, null);
    }
}
