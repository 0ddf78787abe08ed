package org.fengqiao.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 成事件: an accepted act becomes an event and, apart from it, the personal values it carried.
///
/// @param event complete, with digests in the place of personal values
/// @param personal field → value, to be kept apart and erasable
public record Composing(CaseEvent event, Map<String, String> personal) {

    /// Composes the event of an accepted act.
    ///
    /// @param made the documents with their ids, numbers and digests
    /// @param commit (field, value) → salted digest of a personal value
    public static Composing of(
            Decision.Accepted accepted, String caseNumber, Instant recordedAt, List<CaseEvent.Made> made,
            @Nullable String lifeline, BinaryOperator<String> commit) {
        Act act = accepted.act();
        CaseState state = accepted.facts().state();
        Map<String, String> personal = new LinkedHashMap<>();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (state == null) {
            data.put("relevant-date", (act.relevantDate() == null ? act.actedOn() : act.relevantDate()).toString());
            if (act.title() != null) {
                keepApart("title", act.title(), data, personal, commit);
            }
        }
        for (Field f : accepted.step().form().fields()) {
            JsonNode value = act.data().get(f.id());
            if (value == null || value.isNull()) {
                continue;
            }
            if (isPersonal(f)) {
                keepApart(f.id(), value.isString() ? value.asString() : value.toString(), data, personal, commit);
            } else {
                data.set(f.id(), value);
            }
        }
        List<CaseEvent.PartyChange> parties = new ArrayList<>();
        for (Decision.PartyEntry p : accepted.parties()) {
            StringBuilder digests = new StringBuilder();
            for (Decision.PersonalValue v : p.values()) {
                personal.put(v.field(), v.value());
                digests.append(digests.isEmpty() ? "" : " ").append(commit.apply(v.field(), v.value()));
            }
            parties.add(new CaseEvent.PartyChange(
                    p.id(), p.kind(), p.role(), p.shielded(), p.confirmed(), digests.isEmpty() ? null : digests.toString()));
        }
        CaseEvent event = new CaseEvent(
                caseNumber, state == null ? 1 : state.version() + 1, recordedAt, act.actedOn(), act.actedAt(),
                accepted.step().id(), accepted.actors(), act.party(), accepted.definition().id(),
                accepted.switchedFrom(), accepted.stage(), accepted.isFinal(), data, parties, made, accepted.served(),
                List.of(), accepted.clocks(), accepted.assigned(), accepted.recused(), accepted.resets(),
                accepted.revised(), lifeline, act.lateReason(), accepted.citations());
        return new Composing(event, personal);
    }

    /// The same event with the documents it makes.
    public Composing with(List<CaseEvent.Made> documents) {
        CaseEvent e = event;
        return new Composing(
                new CaseEvent(
                        e.caseNumber(), e.seq(), e.recordedAt(), e.actedOn(), e.actedAt(), e.step(), e.actors(),
                        e.party(), e.definition(), e.switchedFrom(), e.stage(), e.isFinal(), e.data(), e.parties(),
                        documents, e.served(), e.evidence(), e.clocks(), e.assigned(), e.recused(), e.resets(),
                        e.revised(), e.lifeline(), e.note(), e.citations()),
                personal);
    }

    private static void keepApart(
            String field, String value, ObjectNode data, Map<String, String> personal, BinaryOperator<String> commit) {
        personal.put(field, value);
        data.putObject(field).put("#", commit.apply(field, value));
    }

    /// A list of points is personal as a whole when any of its parts is.
    static boolean isPersonal(Field f) {
        return f.personal() || f.items().stream().anyMatch(Composing::isPersonal);
    }
}
