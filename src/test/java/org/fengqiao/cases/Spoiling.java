package org.fengqiao.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.CaseState;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 弄错: makes of a lawful form one that people send: fields missing, of the wrong type, from the future, of strangers.
final class Spoiling {

    private final Random random;

    Spoiling(Random random) {
        this.random = random;
    }

    ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Four forms in five stay as they are.
    ObjectNode maybe(ObjectNode lawful) {
        ObjectNode data = lawful.deepCopy();
        List<String> fields = new ArrayList<>(data.propertyNames());
        if (random.nextInt(5) > 0) {
            return data;
        }
        String field = fields.isEmpty() ? "no-such-field" : fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(15)) {
            case 0 -> data.remove(field);
            case 1 -> data.putNull(field);
            case 2 -> data.put(field, 7);
            case 3 -> data.put(field, true);
            case 4 -> data.put(field, "示".repeat(5_000));
            case 5 -> data.put(field, "");
            case 6 -> data.put(field, "2099-01-01");
            case 7 -> data.put(field, "1999-12-31");
            case 8 -> data.putObject(field).put("a", 1);
            case 9 -> data.putArray(field).add("nobody-here").add(3).addNull().addArray().add(1);
            case 10 -> data.put(field, Long.MAX_VALUE);
            case 11 -> data.put(field, "a\u0000b");
            case 12 -> data.put("no-such-field", "x");
            case 13 -> data.put(field, "2026-02-31");
            default -> data.put(field, "x\ud800y");
        }
        return data;
    }

    List<Act.NewParty> parties(List<Act.NewParty> lawful) {
        return switch (random.nextInt(14)) {
            case 0 -> List.of();
            case 1 -> List.of(new Act.NewParty("animal", "示例", null, null, null, "nothing", null));
            case 2 -> List.of(new Act.NewParty("person", null, null, null, "桥下", null, null));
            case 3 -> Collections.nCopies(60, new Act.NewParty("person", "示例某", null, null, null, null, null));
            case 4 -> List.of(new Act.NewParty("person", "示".repeat(3_000), "\u0000", null, null, null, null));
            case 5 -> List.of(new Act.NewParty("person", "示例\u0000", null, null, null, null, null));
            default -> lawful;
        };
    }

    /// A request around a form: mostly plain, sometimes late, early, for another party, by strangers, of an old version.
    Cases.Taking taking(Act act, CaseState state, LocalDate today, List<String> people) {
        Integer expected = random.nextInt(12) == 0 ? Integer.valueOf(state.version() + random.nextInt(2)) : null;
        LocalDate on = null;
        OffsetDateTime at = null;
        String late = null;
        String party = act.party();
        List<String> actors = List.of();
        switch (random.nextInt(50)) {
            case 0 -> on = today.plusDays(1 + random.nextInt(400));
            case 1 -> on = today.minusDays(1 + random.nextInt(9));
            case 2 -> {
                on = today.minusDays(1);
                late = "当日停电，次日补录";
            }
            case 3 -> at = today.plusDays(1).atTime(3, 0).atOffset(ZoneOffset.ofHours(-9));
            case 4 -> party = "P9";
            case 5 -> actors = List.of(act.person(), people.get(random.nextInt(people.size())));
            case 6 -> actors = List.of(people.get(random.nextInt(people.size())));
            case 7 -> on = today.minusYears(30);
            default -> {}
        }
        return new Cases.Taking(expected, on, at, actors, party, late, maybe(act.data()));
    }
}
