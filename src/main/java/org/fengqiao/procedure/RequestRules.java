package org.fengqiao.procedure;

import java.util.Map;

/// Named rules.
final class RequestRules {
    static final Map<String, Rules.Rule> ALL = Map.of();

    private RequestRules() {}
}
