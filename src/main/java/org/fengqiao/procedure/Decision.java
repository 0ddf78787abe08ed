package org.fengqiao.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 决断: what the law answers to an act: accepted with all its effects, a draft that waits for the second officer, or
/// refused with every reason at once.
public sealed interface Decision {

    /// 准予: everything the event will say, numbers, digests and the moment of recording left out.
    record Accepted(
            Definition definition,
            Definition.Step step,
            Act act,
            List<CaseEvent.Actor> actors,
            String stage,
            boolean isFinal,
            List<CaseEvent.ClockChange> clocks,
            List<Making> documents,
            List<CaseEvent.Served> served,
            List<PartyEntry> parties,
            List<String> assigned,
            @Nullable String recused,
            List<String> resets,
            List<String> revised,
            @Nullable String switchedFrom,
            List<String> citations,
            Facts facts)
            implements Decision {}

    /// 待第二名执法人员确认: without legal effect until `awaiting` confirms.
    record Draft(Act act, String awaiting) implements Decision {}

    record Refused(List<Reason> reasons) implements Decision {}

    /// 拟成文书: a document to be made; with `existing` it is made anew under its old id and number.
    record Making(Definition.DocumentRule rule, @Nullable String party, CaseState.@Nullable CaseDocument existing) {}

    /// 当事人登记: a party with what is known of it; name and identifier are personal data.
    record PartyEntry(String id, String kind, @Nullable String role, boolean shielded, boolean confirmed, List<PersonalValue> values) {}

    /// 个人信息: one personal value, kept apart from the record.
    record PersonalValue(String field, String value) {}
}
