package org.fengqiao.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 案件集合: which acts, states or clocks of a case make it stand in a set, and what is counted once.
///
/// @param any       one of these has to fit
/// @param counts    what counts once
/// @param last      only the latest of a case stands
/// @param undoneBy  steps after which it no longer stands
/// @param amendedBy step → field with the new amount; where the field is missing the amount falls away
/// @param sum       field with the amount that is summed, or with the list whose length is; null when keys are counted
/// @param dated     field with the day an act counts to, where that is not the day of the act: the day an entry of a ledger tells
///                  of. What such an entry says last is what held on its day.
/// @param part      what it is split by: a field, `step`, `result`, `procedure` or `outcome`; null when it is not
record CaseSet(
        String id, List<Predicate> any, Counts counts, boolean last, Set<String> undoneBy,
        Map<String, String> amendedBy, @Nullable String sum, @Nullable String part, @Nullable String dated) {

    enum Counts {
        /// 按案件
        CASE("按案件计，一件案件只计一次"),
        /// 按生命线: one matter in several procedures counts once
        LIFELINE("按事项（生命线编号）计，同一事项进入几个程序也只计一次"),
        /// 按当事人
        PARTY("按案件中的当事人计"),
        /// 按次
        ACT("按次计，同一案件发生几次计几次");

        private final String zh;

        Counts(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    sealed interface Predicate {
        Set<String> procedures();
    }

    /// 行为: an act of the record.
    ///
    /// @param opened only the act that opens a case
    /// @param enters the case becomes final by it
    /// @param leaves the case was final before it and is not afterwards
    /// @param first  true for the case that began its matter, false for those that followed it, null for both
    /// @param where  field → values, on this act or, where it does not hold the field, as entered before
    record Acts(
            Set<String> procedures, Set<String> steps, Set<String> results, boolean opened, boolean enters,
            boolean leaves, @Nullable Boolean first, Map<String, Set<String>> where) implements Predicate {}

    /// 状态: where a case stands, day by day.
    ///
    /// @param stages stage ids, or `open`, or `final`
    record State(Set<String> procedures, Set<String> stages) implements Predicate {}

    /// 期限结果: how a clock ended, or that it ran out and nothing has been done.
    ///
    /// @param ids     clock ids; empty for all
    /// @param law     true for duties of law, false for the office's own promises, null for both
    /// @param overdue the clock ran out and is still open
    record Clocks(Set<String> procedures, Set<String> ids, @Nullable Boolean law, boolean overdue) implements Predicate {}

    boolean concerns(String procedure) {
        return any.stream().anyMatch(p -> p.procedures().contains(procedure));
    }
}
