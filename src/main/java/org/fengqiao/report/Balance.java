package org.fengqiao.report;

import java.util.List;

/// 勾稽: an equation with its numbers; a report whose balances do not hold is not publishable.
///
/// @param relation    what has to stand between the sides
/// @param differences the cases that make the difference, where it can be told
record Balance(String title, List<Term> left, List<Term> right, Relation relation, List<Difference> differences) {

    enum Relation {
        EQUAL("="),
        AT_MOST("≤");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    record Term(String figure, String words, long number) {}

    /// @param left  how often the case counts on the left
    /// @param right how often on the right
    record Difference(String number, long left, long right) {}

    long sum(List<Term> side) {
        return side.stream().mapToLong(Term::number).sum();
    }

    long difference() {
        return sum(left) - sum(right);
    }

    boolean holds() {
        return relation == Relation.EQUAL ? difference() == 0 : difference() <= 0;
    }

    Balance with(List<Difference> found) {
        return new Balance(title, left, right, relation, found);
    }
}
