package org.fengqiao.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockJson;
import org.fengqiao.deadline.End;
import org.fengqiao.deadline.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 案件事件: one fact of the record, complete in itself: the fold of a case needs no definition to read it.
///
/// @param step the step taken, or a name beginning with `$` for what is not a step (evidence, signature, calendar)
/// @param data what the form held; a personal field holds only `{"#": digest}`
public record CaseEvent(
        String caseNumber,
        int seq,
        Instant recordedAt,
        LocalDate actedOn,
        @Nullable OffsetDateTime actedAt,
        String step,
        List<Actor> actors,
        @Nullable String party,
        String definition,
        @Nullable String switchedFrom,
        String stage,
        boolean isFinal,
        ObjectNode data,
        List<PartyChange> parties,
        List<Made> documents,
        List<Served> served,
        List<Added> evidence,
        List<ClockChange> clocks,
        List<String> assigned,
        @Nullable String recused,
        List<String> resets,
        List<String> revised,
        @Nullable String lifeline,
        @Nullable String note,
        List<String> citations) {

    /// 行为人: who acted, in which post, and for whom when as a substitute.
    public record Actor(String person, String post, @Nullable String substituteFor) {}

    /// 当事人变化: a party entered, confirmed or corrected; names are personal data and stay outside the line.
    ///
    /// @param shielded true when the version under which the party was entered protects the role
    public record PartyChange(
            String id, String kind, @Nullable String role, boolean shielded, boolean confirmed, @Nullable String digest) {

        /// Lines that do not say who is protected are from the time when whoever had this role was.
        private static final String EVER_SHIELDED = "reporter";

        private static PartyChange of(JsonNode p) {
            String role = text(p, "role");
            boolean shielded = p.has("protected") ? p.get("protected").asBoolean() : EVER_SHIELDED.equals(role);
            return new PartyChange(string(p, "id"), string(p, "kind"), role, shielded, p.get("confirmed").asBoolean(), text(p, "#"));
        }

        private boolean asEver() {
            return shielded == EVER_SHIELDED.equals(role);
        }
    }

    /// 形成文书: a document with the digest of its canonical content.
    public record Made(
            String id, String kind, @Nullable String party, @Nullable String number, String digest, boolean signed) {}

    /// 送达: a document reached a party on a day, in a way.
    public record Served(String document, String party, LocalDate on, String method) {}

    /// 入卷证据: a content-addressed file.
    public record Added(String id, String kind, String sm3, long size, @Nullable LocalDate collectedOn) {}

    /// 期限变化: what happened to a clock. Only a start holds the clock whole; what comes later says what it adds.
    public sealed interface ClockChange {

        /// 起算. Lines of version 1 hold the clock whole for every other change as well, which `op` names.
        record Whole(String op, Clock clock) implements ClockChange {}

        /// 入台账: one more entry of the clock's ledger.
        record Noted(String id, @Nullable String party, Entry entry) implements ClockChange {}

        /// 结束.
        record Ended(String id, @Nullable String party, End end) implements ClockChange {}

        /// Under which name the case keeps the clock.
        default String key() {
            return switch (this) {
                case Whole(String _, Clock clock) -> CaseState.key(clock.id(), clock.party());
                case Noted(String id, String party, Entry _) -> CaseState.key(id, party);
                case Ended(String id, String party, End _) -> CaseState.key(id, party);
            };
        }

        /// Changes the clocks of a case and answers the clock as it then stands.
        default Clock change(Map<String, Clock> clocks) {
            Clock before = clocks.get(key());
            if (before == null && !(this instanceof Whole)) {
                throw new IllegalArgumentException("the clock " + key() + " is changed but was never started");
            }
            Clock after = switch (this) {
                case Whole(String _, Clock clock) -> clock;
                case Noted(String _, String _, Entry entry) -> before.with(entry);
                case Ended(String _, String _, End end) -> before.with(end);
            };
            clocks.put(key(), after);
            return after;
        }
    }

    /// What happens beside the steps, such as an upload or a signature: stage, clocks and parties stay as they are.
    public static CaseEvent beside(
            CaseState state, Instant recordedAt, LocalDate on, String name, List<Actor> actors, ObjectNode data,
            List<Made> documents, List<Added> evidence, List<ClockChange> clocks, @Nullable String note) {
        return new CaseEvent(
                state.number(), state.version() + 1, recordedAt, on, null, name, actors, null, state.definition(), null,
                state.stage(), state.isFinal(), data, List.of(), documents, List.of(), evidence, clocks, List.of(), null,
                List.of(), List.of(), null, note, List.of());
    }

    /// The same event with the data as the record holds them.
    public CaseEvent with(ObjectNode settled) {
        return new CaseEvent(
                caseNumber, seq, recordedAt, actedOn, actedAt, step, actors, party, definition, switchedFrom, stage, isFinal, settled,
                parties, documents, served, evidence, clocks, assigned, recused, resets, revised, lifeline, note, citations);
    }

    /// The same event with other changes of clocks.
    CaseEvent with(List<ClockChange> changes) {
        return new CaseEvent(
                caseNumber, seq, recordedAt, actedOn, actedAt, step, actors, party, definition, switchedFrom, stage, isFinal, data,
                parties, documents, served, evidence, changes, assigned, recused, resets, revised, lifeline, note, citations);
    }

    /// The event as an object whose canonical text is the line of the record.
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", 2).put("case", caseNumber).put("seq", seq);
        json.put("recordedAt", recordedAt.toString()).put("actedOn", actedOn.toString());
        text(json, "actedAt", actedAt == null ? null : actedAt.toString());
        json.put("step", step);
        array(json, "actors", actors, (a, o) -> {
            o.put("id", a.person()).put("post", a.post());
            text(o, "for", a.substituteFor());
        });
        text(json, "party", party);
        json.put("definition", definition);
        text(json, "switchedFrom", switchedFrom);
        json.put("stage", stage);
        if (isFinal) {
            json.put("final", true);
        }
        if (!data.isEmpty()) {
            json.set("data", data);
        }
        array(json, "parties", parties, (p, o) -> {
            o.put("id", p.id()).put("kind", p.kind()).put("confirmed", p.confirmed());
            text(o, "role", p.role());
            if (!p.asEver()) {
                o.put("protected", p.shielded());
            }
            text(o, "#", p.digest());
        });
        array(json, "documents", documents, (d, o) -> {
            o.put("id", d.id()).put("kind", d.kind()).put("sm3", d.digest());
            text(o, "party", d.party());
            text(o, "number", d.number());
            if (d.signed()) {
                o.put("signed", true);
            }
        });
        array(json, "served", served, (s, o) -> o.put("document", s.document())
                .put("party", s.party())
                .put("on", s.on().toString())
                .put("by", s.method()));
        array(json, "evidence", evidence, (e, o) -> {
            o.put("id", e.id()).put("kind", e.kind()).put("sm3", e.sm3()).put("size", e.size());
            text(o, "on", e.collectedOn() == null ? null : e.collectedOn().toString());
        });
        array(json, "clocks", clocks, CaseEvent::write);
        strings(json, "assigned", assigned);
        text(json, "recused", recused);
        strings(json, "resets", resets);
        strings(json, "revised", revised);
        text(json, "lifeline", lifeline);
        text(json, "note", note);
        strings(json, "citations", citations);
        Shorthand.write(json);
        return json;
    }

    /// Reads an event back from its line.
    public static CaseEvent of(JsonNode json) {
        Shorthand.read(json);
        return new CaseEvent(
                json.get("case").asString(),
                json.get("seq").asInt(),
                Instant.parse(json.get("recordedAt").asString()),
                LocalDate.parse(json.get("actedOn").asString()),
                json.has("actedAt") ? OffsetDateTime.parse(json.get("actedAt").asString()) : null,
                json.get("step").asString(),
                list(json, "actors", a -> new Actor(string(a, "id"), string(a, "post"), text(a, "for"))),
                text(json, "party"),
                string(json, "definition"),
                text(json, "switchedFrom"),
                string(json, "stage"),
                json.has("final"),
                json.has("data") ? (ObjectNode) json.get("data") : JsonNodeFactory.instance.objectNode(),
                list(json, "parties", PartyChange::of),
                list(json, "documents", d -> new Made(
                        string(d, "id"), string(d, "kind"), text(d, "party"), text(d, "number"), string(d, "sm3"),
                        d.has("signed"))),
                list(json, "served", s -> new Served(
                        string(s, "document"), string(s, "party"), LocalDate.parse(string(s, "on")), string(s, "by"))),
                list(json, "evidence", e -> new Added(
                        string(e, "id"), string(e, "kind"), string(e, "sm3"), e.get("size").asLong(),
                        e.has("on") ? LocalDate.parse(string(e, "on")) : null)),
                list(json, "clocks", CaseEvent::clockChange),
                list(json, "assigned", JsonNode::asString),
                text(json, "recused"),
                list(json, "resets", JsonNode::asString),
                list(json, "revised", JsonNode::asString),
                text(json, "lifeline"),
                text(json, "note"),
                list(json, "citations", JsonNode::asString));
    }

    private static void write(ClockChange change, ObjectNode json) {
        switch (change) {
            case ClockChange.Whole(String op, Clock clock) -> json.put("op", op).set("clock", ClockJson.write(clock));
            case ClockChange.Noted(String id, String party, Entry entry) -> {
                text(json.put("id", id), "party", party);
                json.set("entry", ClockJson.write(entry));
            }
            case ClockChange.Ended(String id, String party, End end) -> {
                text(json.put("id", id), "party", party);
                json.set("end", ClockJson.write(end));
            }
        }
    }

    private static ClockChange clockChange(JsonNode json) {
        if (json.has("clock")) {
            return new ClockChange.Whole(string(json, "op"), ClockJson.read(json.get("clock")));
        }
        return json.has("entry")
                ? new ClockChange.Noted(string(json, "id"), text(json, "party"), ClockJson.entry(json.get("entry")))
                : new ClockChange.Ended(string(json, "id"), text(json, "party"), ClockJson.end(json.get("end")));
    }

    private static String string(JsonNode json, String name) {
        return json.get(name).asString();
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? null : value.asString();
    }

    private static void text(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static <T> void array(ObjectNode json, String name, List<T> values, BiConsumer<T, ObjectNode> writer) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(v -> writer.accept(v, array.addObject()));
        }
    }

    private static void strings(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
        }
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> reader) {
        JsonNode array = json.get(name);
        if (array == null) {
            return List.of();
        }
        List<T> values = new ArrayList<>(array.size());
        array.forEach(v -> values.add(reader.apply(v)));
        return List.copyOf(values);
    }
}
