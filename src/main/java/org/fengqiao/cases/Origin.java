package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 文书出处: the act a document rests on.
///
/// That is the act in hand, but for a document made anew after a party was corrected: it keeps the day, the words and the
/// officers of the act that first made it.
record Origin(
        Definition.Step step, LocalDate day, List<CaseEvent.Actor> actors, @Nullable String party,
        Map<String, JsonNode> data) {

    static Origin of(Decision.Accepted accepted, Decision.Making making) {
        return making.existing() == null ? of(accepted) : first(accepted, making.existing()).orElseGet(() -> of(accepted));
    }

    private static Origin of(Decision.Accepted accepted) {
        Map<String, JsonNode> data = new LinkedHashMap<>();
        accepted.act().data().properties().forEach(p -> data.put(p.getKey(), p.getValue()));
        return new Origin(accepted.step(), accepted.facts().day(), accepted.actors(), accepted.act().party(), data);
    }

    private static Optional<Origin> first(Decision.Accepted accepted, CaseState.CaseDocument document) {
        CaseState state = accepted.facts().state();
        if (state == null) {
            return Optional.empty();
        }
        return state.deeds().stream()
                .filter(d -> d.on().equals(document.on()) && d.seq() <= document.seq() && step(accepted, d).documents().contains(document.kind()))
                .reduce((a, b) -> b)
                .map(d -> new Origin(step(accepted, d), d.on(), d.actors(), d.party(), d.data()));
    }

    private static Definition.Step step(Decision.Accepted accepted, CaseState.Deed deed) {
        return accepted.definition().step(deed.step()).orElse(accepted.step());
    }

    /// What the act says in a plain field.
    Optional<String> text(String field) {
        return Optional.ofNullable(data.get(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }
}
