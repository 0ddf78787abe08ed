package org.fengqiao.ui;

import java.util.List;

/// 页首: title, one line of facts, actions at the right.
public record HeadView(String title, List<Link> facts, List<ActionView> actions) {

    public static HeadView of(String title, String... facts) {
        return new HeadView(title, java.util.Arrays.stream(facts).filter(f -> !f.isEmpty()).map(Link::words).toList(), List.of());
    }

    public HeadView with(ActionView... actions) {
        return new HeadView(title, facts, List.of(actions));
    }
}
