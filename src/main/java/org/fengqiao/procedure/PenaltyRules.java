package org.fengqiao.procedure;

import java.util.Map;

/// Named rules.
final class PenaltyRules {
    static final Map<String, Rules.Rule> ALL = Map.of();

    private PenaltyRules() {}
}
