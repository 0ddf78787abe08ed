package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 还原的行为: the act behind a recorded event, as the form of a draft would have received it.
///
/// Fields the draft no longer asks for are left out, new ones stay blank. Where a personal value has been erased, words of
/// the right length stand in for it. Whether a late entry came in time is not judged again: the act counts as entered on its day.
final class RecordedAct {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ERASED = "（个人信息已删除）";

    private final CaseEvent event;
    private final Map<String, String> personal;
    private boolean erased;

    RecordedAct(CaseEvent event, Map<String, String> personal) {
        this.event = event;
        this.personal = personal;
    }

    /// Whether something had to stand in for an erased value.
    boolean erased() {
        return erased;
    }

    Act under(Step step, boolean opening) {
        List<CaseEvent.Actor> actors = event.actors();
        return new Act(
                step.id(), actors.isEmpty() ? "-" : actors.getFirst().person(), actors.size() > 1 ? actors.get(1).person() : null, true,
                event.party(), null, event.actedOn(), event.actedAt(), event.note(), data(step), opening ? parties() : List.of(),
                opening ? relevantDate() : null, opening ? personal.get("title") : null);
    }

    private @Nullable LocalDate relevantDate() {
        return event.data().has("relevant-date") ? LocalDate.parse(event.data().get("relevant-date").asString()) : null;
    }

    private ObjectNode data(Step step) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Field f : step.form().fields()) {
            JsonNode value = event.data().get(f.id());
            if (value == null) {
                continue;
            }
            if (!value.isObject() || !value.has("#")) {
                data.set(f.id(), value);
            } else {
                kept(f).ifPresent(v -> data.set(f.id(), v));
            }
        }
        return data;
    }

    private Optional<JsonNode> kept(Field f) {
        String value = personal.get(f.id());
        if (value != null) {
            return Optional.of(read(f, value));
        }
        erased = true;
        return switch (f.type()) {
            case TEXT, LONG_TEXT -> Optional.of(JsonNodeFactory.instance.stringNode(standIn(f)));
            default -> Optional.empty();
        };
    }

    private static String standIn(Field f) {
        long least = f.min() == null ? 0 : f.min();
        String text = ERASED.repeat((int) Math.max(1, Math.ceilDiv(least, ERASED.length())));
        return f.max() != null && f.max() < text.length() ? text.substring(0, f.max().intValue()) : text;
    }

    /// Personal values are kept as text; what was no text is read back.
    private static JsonNode read(Field f, String value) {
        return switch (f.type()) {
            case NUMBER, MONEY, YES_NO, PEOPLE, CHOICES, EVIDENCE, POINTS -> {
                try {
                    yield JSON.readTree(value);
                } catch (JacksonException e) {
                    yield JsonNodeFactory.instance.stringNode(value);
                }
            }
            default -> JsonNodeFactory.instance.stringNode(value);
        };
    }

    private List<Act.NewParty> parties() {
        List<Act.NewParty> all = new ArrayList<>();
        for (CaseEvent.PartyChange p : event.parties()) {
            String name = personal.get(p.id() + ".name");
            if (name == null && p.confirmed()) {
                erased = true;
                name = ERASED;
            }
            all.add(new Act.NewParty(
                    p.kind(), name, personal.get(p.id() + ".identifier"), personal.get(p.id() + ".contact"),
                    personal.get(p.id() + ".address"), p.role(), personal.get(p.id() + ".representative")));
        }
        return all;
    }
}
