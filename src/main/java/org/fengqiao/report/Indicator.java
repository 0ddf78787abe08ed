package org.fengqiao.report;

import java.util.List;
import java.util.Map;
import org.fengqiao.law.Citation;
import org.jspecify.annotations.Nullable;

/// 指标: one figure, declared once.
///
/// @param number     its place among all figures, from 1; a report refers to it by this number
/// @param definition one sentence that says what is counted
/// @param count      the cases behind it; null for a rate
/// @param rate       numerator and denominator; null for a count
/// @param parts      value → title, for a figure that is split by known values; empty otherwise
/// @param catalogue  what names the parts: a catalogue of the office, `people` or `units`; null when `parts` does
/// @param floor      the office setting below which no part should stay in a year, or null
record Indicator(
        int number, String id, String group, String title, String unit, String definition, List<Citation> basis,
        @Nullable Count count, @Nullable Rate rate, Map<String, String> parts, @Nullable String catalogue, @Nullable String floor) {

    static final String PEOPLE = "people";
    static final String UNITS = "units";

    boolean split() {
        return !parts.isEmpty() || catalogue != null;
    }

    /// @param set  id of the case set
    /// @param only only these parts of the set; empty for all
    /// @param money the amounts are summed instead of the keys counted
    record Count(String set, At at, List<String> only, boolean money, CaseSet.Counts counts) {}

    record Rate(String of, String base) {}

    enum At {
        /// what happened in the period and still stands at the cut-off
        WITHIN("期间内发生，截至期末仍然有效"),
        /// what stood at the end of the day before the period
        START("期间开始前一日终了时的状态"),
        /// what stands at the cut-off
        END("期末（截止日终了时）的状态"),
        /// of the cases opened in the period: what stands at the cut-off
        COHORT("期间内登记的案件，截至期末的状态");

        private final String zh;

        At(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
