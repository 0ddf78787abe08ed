package org.fengqiao.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 入列: a case stands in a set, attributed to a day, from one day until another.
///
/// @param key    what is counted once
/// @param part   the value the set is split by; empty when it is not split or the value is missing
/// @param opened the day the case was opened
/// @param until  the first day on which it no longer stands
/// @param amount fen
record Member(
        String set, String key, String part, LocalDate opened, LocalDate day, LocalDate since,
        @Nullable LocalDate until, long amount) {

    Member until(LocalDate day) {
        return new Member(set, key, part, opened, this.day, since, day, amount);
    }

    Member amended(LocalDate from, long fen) {
        return new Member(set, key, part, opened, day, from, null, fen);
    }

    boolean stands() {
        return until == null;
    }
}
