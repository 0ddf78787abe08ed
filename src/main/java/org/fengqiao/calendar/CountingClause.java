package org.fengqiao.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;

/// 日数计算条款: what one version of one law says its days are.
///
/// `general` tells a general clause of the law (本法中“五日”是指工作日) from single articles that write 工作日 out.
/// `basis` is the canonical citation of that clause, or of the law itself where it has none.
public record CountingClause(String law, String zh, String version, LocalDate inForceFrom, LocalDate from,
        @Nullable LocalDate until, boolean general, WorkingDayRule rule, List<Integer> both, String basis, @Nullable String note) {

    /// Which numbers of days are working days.
    public sealed interface WorkingDayRule {
        record Lengths(List<Integer> lengths) implements WorkingDayRule {}

        record Ceiling(int days) implements WorkingDayRule {}

        record AllBut(List<Integer> lengths) implements WorkingDayRule {}

        record None() implements WorkingDayRule {}
    }

    /// The unit of so many days in this law; empty where the same number stands for both units in different articles.
    public Optional<Unit> unitOf(int length) {
        if (both.contains(length)) {
            return Optional.empty();
        }
        boolean working = switch (rule) {
            case WorkingDayRule.Lengths(var lengths) -> lengths.contains(length);
            case WorkingDayRule.Ceiling(int days) -> length <= days;
            case WorkingDayRule.AllBut(var lengths) -> !lengths.contains(length);
            case WorkingDayRule.None() -> false;
        };
        return Optional.of(working ? Unit.WORKING_DAY : Unit.CALENDAR_DAY);
    }

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// The sentence for people: what so many days are here, and where that stands.
    public String explain(int length) {
        Unit unit = unitOf(length).orElseThrow();
        String kind = unit == Unit.WORKING_DAY ? "工作日" : "自然日";
        String remark = note == null ? "" : "（" + note + "）";
        String said = switch (rule) {
            case WorkingDayRule.None() -> title() + "没有工作日条款，" + length + "日按" + kind + "计算";
            case WorkingDayRule.Lengths _, WorkingDayRule.Ceiling _, WorkingDayRule.AllBut _ -> {
                if (general) {
                    yield "依" + title() + article() + "的计算条款，" + length + "日为" + kind;
                }
                yield unit == Unit.WORKING_DAY
                        ? "依" + title() + article() + "，条文写明" + length + "日为" + kind
                        : title() + "没有总括的工作日条款，条文未写明工作日的" + length + "日为" + kind;
            }
        };
        return said + remark + "。依据：" + basis + "。";
    }

    /// 第八十五条 where the clause stands in this law itself; empty where it is borrowed or has no single article.
    private String article() {
        String own = law + "@" + inForceFrom + "#";
        return basis.startsWith(own) ? "第" + Numerals.written(Integer.parseInt(basis.substring(own.length()))) + "条" : "";
    }

    /// The law with the day its version came into force.
    public String title() {
        return "《" + zh + "》（" + inForceFrom + "起施行的文本）";
    }
}
