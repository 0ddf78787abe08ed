package org.fengqiao.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;

/// 经过的写法: who did what, and where the case went.
final class Deeds {

    private Deeds() {}

    /// @param before the stage before the deed; empty for the first
    static String sentence(CaseState.Deed d, Definition definition, Office office, CaseState state, String before) {
        String who = d.actors().stream()
                .map(a -> office.nameOf(a.person()) + (a.substituteFor() == null ? "" : "（代" + office.nameOf(a.substituteFor()) + "）"))
                .collect(Collectors.joining("、"));
        String party = d.party() == null ? "" : "（" + state.partyName(d.party()) + "的行为，由工作人员登记）";
        String what = title(d.step(), definition);
        boolean moved = !d.stage().equals(before) && definition.stages().containsKey(d.stage());
        String details = d.step().equals(CalendarChange.EVENT) ? CalendarChange.words(d.data(), state, definition) : "";
        return (who.isEmpty() ? "" : who + " ") + what + details + party + (moved ? "；进入“" + definition.stage(d.stage()).title() + "”" : "");
    }

    /// The name of a step, or of what happens beside the steps.
    static String title(String step, Definition definition) {
        return switch (step) {
            case "$sign" -> "签发文书";
            case "$evidence" -> "补充证据";
            case CalendarChange.EVENT -> "按新公布的日历重新计算期限";
            default -> definition.step(step).map(Definition.Step::title).orElse(step);
        };
    }

    static List<String> names(CaseState.Deed d, Office office) {
        return d.actors().stream().map(a -> office.nameOf(a.person())).toList();
    }
}
