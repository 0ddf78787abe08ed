package org.fengqiao.report;

import java.util.List;
import java.util.Optional;

/// 一期数据: all figures of a period with their balances.
record Reckoning(Period period, String office, List<Figure> figures, List<Balance> balances) {

    /// Whether every balance holds; a report that does not is marked 不得发布.
    boolean publishable() {
        return balances.stream().allMatch(Balance::holds);
    }

    List<Balance> broken() {
        return balances.stream().filter(b -> !b.holds()).toList();
    }

    Optional<Figure> figure(String id) {
        return figures.stream().filter(f -> f.indicator().id().equals(id)).findFirst();
    }

    /// Whether every balance in which the figure stands holds.
    boolean balanced(String id) {
        return broken().stream()
                .flatMap(b -> java.util.stream.Stream.concat(b.left().stream(), b.right().stream()))
                .noneMatch(t -> t.figure().equals(id));
    }
}
