package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// 两栏相比: what several procedures ask of two fields of their forms, each in its own words.
final class Compared {

    private Compared() {}

    /// A sum that may not be above another one.
    ///
    /// @param otherwise what is said of the two sums, in yuan, when it is
    static Outcome notAbove(Facts facts, String sum, String most, BinaryOperator<String> otherwise) {
        long given = facts.number(sum).orElse(0L);
        long limit = facts.number(most).orElse(0L);
        return facts.open(sum) || given <= limit ? Outcome.SATISFIED : Outcome.not(otherwise.apply(Money.yuan(given), Money.yuan(limit)));
    }

    /// A period that may not end before it begins.
    static Outcome inOrder(Facts facts, String from, String until, String otherwise) {
        Optional<LocalDate> first = facts.date(from);
        return !facts.open(from) && first.isPresent() && facts.date(until).filter(first.get()::isAfter).isPresent()
                ? Outcome.not(otherwise)
                : Outcome.SATISFIED;
    }
}
