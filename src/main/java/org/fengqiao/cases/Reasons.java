package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Reason;
import org.fengqiao.ui.Link;
import org.fengqiao.ui.ReasonView;

/// 理由的呈现: every reason with its articles; what the officer must judge leads to where it is judged.
final class Reasons {

    private final Cites cites;

    Reasons(Cites cites) {
        this.cites = cites;
    }

    List<ReasonView> of(List<Reason> reasons, Definition definition, CaseState state) {
        List<ReasonView> all = new ArrayList<>();
        for (Reason r : reasons) {
            String text = r.text().endsWith("。") ? r.text() : r.text() + "。";
            if (r.judgement() == null) {
                all.add(new ReasonView(ReasonView.Kind.NO, text, cites.of(r.citations()), null));
            } else {
                Link answer = definition.steps().values().stream()
                        .filter(s -> s.in().contains(state.stage()) && s.form().asks().contains(r.judgement()))
                        .findFirst()
                        .map(s -> Link.to(CaseLinks.step(state.number(), s.id()), "作出判断"))
                        .orElse(null);
                all.add(new ReasonView(ReasonView.Kind.ASK, text, cites.of(r.citations()), answer));
            }
        }
        return all;
    }

    /// Whether the step is for somebody else: other reasons may stand beside.
    static boolean anotherPerson(List<Reason> reasons) {
        return reasons.stream().anyMatch(r -> r.kind() == Reason.Kind.PERSON);
    }
}
