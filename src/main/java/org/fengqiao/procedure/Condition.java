package org.fengqiao.procedure;

import java.util.List;
import java.util.Set;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 条件: what must hold before a step. The list is closed (KERNEL section 3); there is no expression language.
public sealed interface Condition {

    /// The articles the condition rests on.
    List<Citation> basis();

    record Done(String step, List<Citation> basis, @Nullable String says) implements Condition {}

    record NotDone(String step, List<Citation> basis, @Nullable String says) implements Condition {}

    /// Every party has been served with the document.
    record Served(String document, List<Citation> basis, @Nullable String says) implements Condition {}

    /// The document is in the file and signed where a signature is asked for.
    record Present(String document, List<Citation> basis, @Nullable String says) implements Condition {}

    /// The clock of the acting party (or the case) is still open on the day of the act.
    record Within(String clock, List<Citation> basis, @Nullable String says) implements Condition {}

    /// The clock ran out before the day of the act, for every party that has one.
    record Lapsed(String clock, List<Citation> basis, @Nullable String says) implements Condition {}

    record PartyConfirmed(List<Citation> basis, @Nullable String says) implements Condition {}

    /// An amount field against a dated setting or series, or a plain number.
    record Amount(String field, Comparison comparison, String threshold, List<Citation> basis, @Nullable String says)
            implements Condition {}

    record Kind(String field, Set<String> in, List<Citation> basis, @Nullable String says) implements Condition {}

    /// A question the law leaves to the officer: unanswered it needs the officer, answered otherwise it fails.
    record Answered(String question, Set<String> as, List<Citation> basis, @Nullable String says)
            implements Condition {}

    /// The matter in `field` stands on the published list on the day of the act.
    record Listed(String catalogue, String field, List<Citation> basis, @Nullable String says) implements Condition {}

    record All(List<Condition> parts, List<Citation> basis) implements Condition {}

    record Any(List<Condition> parts, List<Citation> basis, @Nullable String says) implements Condition {}

    record Not(Condition part, List<Citation> basis, @Nullable String says) implements Condition {}

    /// A named Java condition for what data cannot say; see [Rules].
    record Rule(String name, List<Citation> basis, @Nullable String says) implements Condition {}

    enum Comparison {
        AT_LEAST("不低于"),
        BELOW("低于"),
        AT_MOST("不超过"),
        ABOVE("超过");

        final String zh;

        Comparison(String zh) {
            this.zh = zh;
        }

        boolean holds(long value, long threshold) {
            return switch (this) {
                case AT_LEAST -> value >= threshold;
                case BELOW -> value < threshold;
                case AT_MOST -> value <= threshold;
                case ABOVE -> value > threshold;
            };
        }
    }

    Condition NONE = new All(List.of(), List.of());
}
