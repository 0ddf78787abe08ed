package org.fengqiao.law;

import java.util.Arrays;

/// 效力级别: what kind of instrument a citation rests on, in the order of their force.
///
/// An office rule is cited like a law but its breach is an office promise missed, never unlawful.
public enum Level {
    LAW("法律"),
    ADMINISTRATIVE_REGULATION("行政法规"),
    JUDICIAL_INTERPRETATION("司法解释"),
    PARTY_STATE_REGULATION("党内法规"),
    LOCAL_REGULATION("地方性法规"),
    RULE("规章"),
    NORMATIVE_DOCUMENT("规范性文件"),
    OFFICE_RULE("本机关规定");

    private final String chinese;

    Level(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /// The word used in `law.yaml`: `administrative-regulation`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Level of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is not a level of instrument."));
    }
}
