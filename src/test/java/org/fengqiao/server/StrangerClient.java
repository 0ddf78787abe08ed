package org.fengqiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A client that knows nothing of any procedure: it reads the forms it is served, fills them in and posts them.
final class StrangerClient {

    private static final int MOST = 160;
    private static final int ENOUGH = 4;
    private static final int NEAR = 60;

    private final LiveOffice office;
    private final Contract contract;
    private final Random random;
    private final Map<String, Integer> used = new HashMap<>();
    final List<String> story = new ArrayList<>();

    record Option(String step, String user, double weight) {}

    StrangerClient(LiveOffice office, Contract contract, long seed) {
        this.office = office;
        this.contract = contract;
        this.random = new Random(seed);
    }

    private JsonNode get(String path, String user) {
        HttpResponse<String> answer = office.get(path, office.token(user));
        contract.hold("GET", path, answer);
        return answer.statusCode() == 200 ? LiveOffice.json(answer) : JsonNodeFactory.instance.nullNode();
    }

    private HttpResponse<String> post(String path, String user, JsonNode body) {
        HttpResponse<String> answer = office.post(path, office.token(user), body);
        contract.hold("POST", path, answer);
        assertThat(answer.statusCode()).as("%s %s: %s", path, body, answer.body()).isLessThan(500);
        return answer;
    }

    /// Opens a case of a procedure and walks it until it is closed.
    ///
    /// @return the closed case
    JsonNode walk(String procedure) {
        used.clear();
        JsonNode aCase = open(procedure);
        for (int i = 0; i < MOST && !aCase.get("final").asBoolean(); i++) {
            aCase = onward(aCase);
        }
        assertThat(aCase.get("final").asBoolean()).as("%s", story).isTrue();
        return aCase;
    }

    /// Opens a case of a procedure as the first person who may; `openedBy` says who that was.
    JsonNode open(String procedure) {
        JsonNode p = get("/api/v1/procedures/" + procedure, office.tokens().keySet().iterator().next());
        JsonNode opening = p.get("opening");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("procedure", procedure).put("title", "走查案件");
        body.set("data", filled(opening.get("form"), opening.get("defaults")));
        ArrayNode parties = body.putArray("parties");
        JsonNode rule = opening.get("parties");
        for (int i = 0; rule.get("maxItems").asInt() > 0 && i < Math.max(1, rule.get("minItems").asInt()); i++) {
            ObjectNode party = parties.addObject().put("kind", rule.get("kinds").get(0).asString()).put("name", "示例某某").put("address", "示例路1号");
            if (rule.get("roleRequired").asBoolean()) {
                party.put("role", rule.get("roles").get(0).asString());
            }
        }
        String last = "";
        ObjectNode data = (ObjectNode) body.get("data");
        JsonNode form = opening.get("form");
        for (ObjectNode attempt : List.of(
                data, reworded(form, data.deepCopy()), today(form, data.deepCopy()), reworded(form, today(form, data.deepCopy())))) {
            body.set("data", attempt);
            for (String user : office.tokens().keySet()) {
                HttpResponse<String> answer = post("/api/v1/cases", user, body);
                if (answer.statusCode() == 201) {
                    return ((ObjectNode) LiveOffice.json(answer)).put("openedBy", user);
                }
                last = answer.statusCode() == 403 && !last.isEmpty() ? last : answer.body();
            }
        }
        throw new AssertionError("nobody could open " + procedure + ": " + last);
    }

    private JsonNode onward(JsonNode aCase) {
        String path = "/api/v1/cases/" + LiveOffice.encoded(aCase.get("number").asString());
        List<Option> options = new ArrayList<>();
        JsonNode seen = aCase;
        for (String user : office.tokens().keySet()) {
            JsonNode mine = get(path, user);
            if (mine.isNull()) {
                continue;
            }
            JsonNode confirmed = confirm(path, user, mine);
            if (confirmed != null) {
                return confirmed;
            }
            seen = mine;
            mine.get("available").forEach(a -> options.add(
                    new Option(a.get("step").asString(), user, used.getOrDefault(a.get("step").asString(), 0) + random.nextDouble())));
        }
        options.sort(java.util.Comparator.comparingDouble(Option::weight));
        // Where everything at hand has been done over and over, the case waits for a day, if that day is near.
        boolean worn = !options.isEmpty() && options.stream().allMatch(o -> used.getOrDefault(o.step(), 0) > ENOUGH)
                && !next(seen, today()).isAfter(today().plusDays(NEAR));
        for (Option o : options.subList(0, worn ? 0 : Math.min(6, options.size()))) {
            JsonNode after = take(path, seen, o);
            if (after != null) {
                return after;
            }
        }
        if (worn) {
            used.clear();
        }
        return options.isEmpty() || worn ? wait(seen) : seen;
    }

    private @Nullable JsonNode confirm(String path, String user, JsonNode mine) {
        for (JsonNode draft : mine.get("drafts")) {
            if (draft.get("awaiting").asString().equals(user)) {
                HttpResponse<String> answer =
                        post(path + "/confirmations", user, JsonNodeFactory.instance.objectNode().put("draft", draft.get("draft").asLong()));
                if (answer.statusCode() == 200) {
                    return LiveOffice.json(answer);
                }
            }
        }
        return null;
    }

    private @Nullable JsonNode take(String path, JsonNode seen, Option o) {
        used.merge(o.step(), 1, Integer::sum);
        JsonNode step = get(path + "/steps/" + o.step(), o.user());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("expectedVersion", seen.get("version").asInt());
        ObjectNode data = filled(step.get("form"), step.get("defaults"));
        body.set("data", used.get(o.step()) > 2 ? chosenAnew(step.get("form"), random.nextBoolean() ? data : today(step.get("form"), data)) : data);
        HttpResponse<String> answer = post(path + "/steps/" + o.step(), o.user(), body);
        story.add(o.step() + " " + o.user() + " " + answer.statusCode());
        return answer.statusCode() == 200 ? LiveOffice.json(answer) : null;
    }

    private LocalDate today() {
        return LocalDate.parse(get("/api/v1/demo/clock", office.tokens().keySet().iterator().next()).get("today").asString());
    }

    /// The next day on which a clock of the case runs out; today when none does.
    private static LocalDate next(JsonNode seen, LocalDate today) {
        LocalDate next = today;
        for (String kind : List.of("clocks", "windows")) {
            for (JsonNode clock : seen.get(kind)) {
                LocalDate due = LocalDate.parse(clock.get("due").asString().substring(0, 10));
                boolean sooner = next.equals(today) || due.isBefore(next);
                if (clock.get("state").asString().equals("running") && !due.isBefore(today) && sooner) {
                    next = due;
                }
            }
        }
        return next;
    }

    /// Nothing can be done today: the day moves to just after the next clock runs out.
    private JsonNode wait(JsonNode seen) {
        LocalDate to = next(seen, today()).plusDays(3);
        story.add("day " + to);
        post("/api/v1/demo/clock", office.tokens().keySet().iterator().next(), JsonNodeFactory.instance.objectNode().put("today", to.toString()));
        return seen;
    }

    /// The defaults, and whatever else is required made up from the schema alone.
    private ObjectNode filled(JsonNode form, JsonNode defaults) {
        ObjectNode data = ((ObjectNode) defaults).deepCopy();
        for (JsonNode name : form.path("required")) {
            if (!data.has(name.asString())) {
                data.set(name.asString(), made(form.get("properties").get(name.asString())));
            }
        }
        return data;
    }

    /// The same form with some of its choices made otherwise, as one does who was refused before.
    private ObjectNode chosenAnew(JsonNode form, ObjectNode data) {
        form.path("properties").properties().forEach(p -> {
            JsonNode values = p.getValue().path("enum");
            if (data.has(p.getKey()) && !values.isEmpty() && random.nextBoolean()) {
                data.set(p.getKey(), values.get(random.nextInt(values.size())));
            }
        });
        return data;
    }

    /// The same form with today for every day.
    private ObjectNode today(JsonNode form, ObjectNode data) {
        String today = today().toString();
        form.path("properties").properties().forEach(p -> {
            if ("date".equals(p.getValue().path("format").asString("")) && data.has(p.getKey())) {
                data.put(p.getKey(), today);
            }
        });
        return data;
    }

    /// The same form with every free text in words of its own: an entry that is there already is not opened again.
    private ObjectNode reworded(JsonNode form, ObjectNode data) {
        form.path("properties").properties().forEach(p -> {
            JsonNode schema = p.getValue();
            boolean free = "string".equals(schema.path("type").asString("")) && !schema.has("enum") && !schema.has("format") && !schema.has("pattern");
            if (free && data.path(p.getKey()).isString()) {
                data.put(p.getKey(), data.get(p.getKey()).asString() + "（" + random.nextInt(1000) + "）");
            }
        });
        return data;
    }

    private JsonNode made(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0);
        }
        if (schema.has("enum")) {
            JsonNode values = schema.get("enum");
            return values.isEmpty() ? JsonNodeFactory.instance.nullNode() : values.get(random.nextInt(values.size()));
        }
        return switch (schema.get("type").asString()) {
            case "object" -> filled(schema, JsonNodeFactory.instance.objectNode());
            case "array" -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
                    JsonNode items = schema.get("items");
                    all.add(items.has("enum") ? items.get("enum").path(i) : made(items));
                }
                yield all;
            }
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer" -> JsonNodeFactory.instance.numberNode(schema.path("minimum").asLong(0));
            default -> JsonNodeFactory.instance.stringNode("测试内容");
        };
    }
}
