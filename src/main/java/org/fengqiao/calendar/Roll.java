package org.fengqiao.calendar;

import java.util.Locale;
import java.util.Optional;

/// 顺延: whether a last day that is a rest day moves to the first working day after it (民法典 203).
public enum Roll {
    FORWARD,
    NONE;

    public static Optional<Roll> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "forward" -> Optional.of(FORWARD);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
