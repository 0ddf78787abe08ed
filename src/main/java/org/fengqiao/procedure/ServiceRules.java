package org.fengqiao.procedure;

import java.util.Map;

/// Named rules.
final class ServiceRules {
    static final Map<String, Rules.Rule> ALL = Map.of();

    private ServiceRules() {}
}
