package org.fengqiao.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 期限的存储形式: a compact JSON object; absent parts are left out, so that a plain clock is some hundred bytes.
///
/// `id p k t s b r sr bs i cap l e`: id, party, kind, title, start, budget, roll, start rule, basis, interpretation,
/// cap, ledger, end. A ledger entry has `w` (what), `at`, `g` (ground), `bs`, `doc`, and `by` or `dc` (the day counts).
public final class ClockJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ClockJson() {}

    public static ObjectNode write(Clock clock) {
        ObjectNode node = JSON.objectNode();
        node.put("id", clock.id());
        put(node, "p", clock.party());
        node.put("k", clock.kind().name().toLowerCase(Locale.ROOT));
        node.put("t", clock.title());
        node.put("s", clock.start().toString());
        node.put("b", clock.budget().toString());
        node.put("r", clock.roll().toString());
        put(node, "sr", clock.startRule());
        putAll(node, clock.basis());
        put(node, "i", clock.interpretation());
        if (clock.cap() != null) {
            node.set("cap", write(clock.cap()));
        }
        if (!clock.ledger().isEmpty()) {
            ArrayNode ledger = node.putArray("l");
            clock.ledger().forEach(entry -> ledger.add(write(entry)));
        }
        if (clock.end() != null) {
            node.set("e", write(clock.end()));
        }
        return node;
    }

    public static Clock read(JsonNode node) {
        List<Entry> ledger = new ArrayList<>();
        node.path("l").forEach(entry -> ledger.add(entry(entry)));
        JsonNode cap = node.get("cap");
        return new Clock(text(node, "id"), textOrNull(node, "p"),
                ClockKind.valueOf(text(node, "k").toUpperCase(Locale.ROOT)), text(node, "t"),
                Moment.parse(text(node, "s")), Period.parse(text(node, "b")), Roll.parse(text(node, "r")).orElseThrow(),
                textOrNull(node, "sr"), basis(node), textOrNull(node, "i"),
                cap == null ? null : new ExtensionCap(cap.has("n") ? (Integer) cap.get("n").intValue() : null, period(cap, "each"), period(cap, "total")),
                ledger,
                node.has("e") ? end(node.get("e")) : null);
    }

    public static ObjectNode write(End end) {
        ObjectNode node = JSON.objectNode().put("at", end.at().toString());
        if (end.lifted()) {
            node.put("lifted", true);
        }
        put(node, "g", end.ground());
        return node;
    }

    public static End end(JsonNode node) {
        return new End(at(node), node.path("lifted").asBoolean(false), textOrNull(node, "g"));
    }

    private static ObjectNode write(ExtensionCap cap) {
        ObjectNode node = JSON.objectNode();
        if (cap.times() != null) {
            node.put("n", cap.times());
        }
        put(node, "each", cap.each() == null ? null : cap.each().toString());
        put(node, "total", cap.total() == null ? null : cap.total().toString());
        return node;
    }

    public static ObjectNode write(Entry entry) {
        ObjectNode node = JSON.objectNode();
        switch (entry) {
            case Entry.Stop stop -> {
                node.put("w", "stop");
                if (stop.dayCounts()) {
                    node.put("dc", true);
                }
            }
            case Entry.Resume resume -> {
                node.put("w", "resume");
                if (!resume.dayCounts()) {
                    node.put("dc", false);
                }
            }
            case Entry.Restart _ -> node.put("w", "restart");
            case Entry.Extend extend -> node.put("w", "extend").put("by", extend.by().toString());
            case Entry.Replace replace -> node.put("w", "replace").put("by", replace.budget().toString());
        }
        node.put("at", entry.at().toString());
        node.put("g", entry.ground());
        putAll(node, entry.basis());
        put(node, "doc", entry.document());
        return node;
    }

    public static Entry entry(JsonNode node) {
        String ground = text(node, "g");
        String document = textOrNull(node, "doc");
        return switch (text(node, "w")) {
            case "stop" -> new Entry.Stop(at(node), node.path("dc").asBoolean(false), ground, basis(node), document);
            case "resume" -> new Entry.Resume(at(node), node.path("dc").asBoolean(true), ground, basis(node), document);
            case "restart" -> new Entry.Restart(at(node), ground, basis(node), document);
            case "extend" -> new Entry.Extend(at(node), Period.parse(text(node, "by")), ground, basis(node), document);
            case "replace" -> new Entry.Replace(at(node), Period.parse(text(node, "by")), ground, basis(node), document);
            default -> throw new IllegalArgumentException("期限台账中没有“" + text(node, "w") + "”这种变更。");
        };
    }

    private static Moment at(JsonNode node) {
        return Moment.parse(text(node, "at"));
    }

    private static List<String> basis(JsonNode node) {
        List<String> basis = new ArrayList<>();
        node.path("bs").forEach(citation -> basis.add(citation.asString()));
        return basis;
    }

    private static @Nullable Period period(JsonNode node, String field) {
        String text = textOrNull(node, field);
        return text == null ? null : Period.parse(text);
    }

    private static String text(JsonNode node, String field) {
        String text = textOrNull(node, field);
        if (text == null) {
            throw new IllegalArgumentException("存储的期限缺少字段 " + field + "。");
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static void putAll(ObjectNode node, List<String> basis) {
        if (!basis.isEmpty()) {
            ArrayNode all = node.putArray("bs");
            basis.forEach(all::add);
        }
    }
}
