package org.fengqiao.ui;

/// 期限状态: always shown as icon, words and colour together, so that it survives print in black and white.
public enum ClockState {
    /// More than three working days are left.
    PLENTY("is-plenty", "clock"),
    /// Three working days or fewer.
    SOON("is-soon", "hourglass"),
    /// The last day.
    TODAY("is-today", "alarm"),
    /// Past the last day; the only filled state.
    OVERDUE("is-overdue", "alert-triangle"),
    /// Stopped by law.
    PAUSED("is-paused", "player-pause"),
    /// Beyond the last announced calendar year.
    PROVISIONAL("is-provisional", "calendar-question"),
    /// Between the last day and the day to which it may roll.
    DISPUTED("is-disputed", "scale"),
    /// Ended in time.
    MET("is-met", "circle-check"),
    /// Ended too late.
    MISSED("is-missed", "alert-triangle"),
    /// Fell away before it ran out.
    LIFTED("is-lifted", "circle-minus");

    private final String css;
    private final String icon;

    ClockState(String css, String icon) {
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
