package org.fengqiao.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// The figures that stand in a balance that does not hold.
    Set<String> unbalanced() {
        return broken().stream()
                .flatMap(b -> Stream.concat(b.left().stream(), b.right().stream()))
                .map(Balance.Term::figure)
                .collect(Collectors.toUnmodifiableSet());
    }
}
