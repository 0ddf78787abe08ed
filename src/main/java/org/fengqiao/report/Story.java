package org.fengqiao.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.deadline.Clock;
import org.fengqiao.procedure.CaseEvent;
import tools.jackson.databind.JsonNode;

/// 案情: what is known of a case up to an event.
final class Story {
    final Map<String, JsonNode> facts = new LinkedHashMap<>();
    final Set<String> parties = new LinkedHashSet<>();
    final Map<String, Clock> clocks = new LinkedHashMap<>();
    final Map<String, Clock> before = new LinkedHashMap<>();
    List<Clock> changed = List.of();
    /// The latest day so far: a state never begins before the one it follows, however late an act was entered.
    LocalDate day;
    boolean wasFinal;
    boolean isFinal;
    String stage = "";

    Story(CaseEvent first) {
        this.day = first.actedOn();
    }

    void take(CaseEvent event) {
        event.data().properties().forEach(p -> facts.put(p.getKey(), p.getValue()));
        event.parties().forEach(p -> parties.add(p.id()));
        before.clear();
        before.putAll(clocks);
        changed = event.clocks().stream().map(c -> c.change(clocks)).toList();
        wasFinal = isFinal;
        isFinal = event.isFinal();
        stage = event.stage();
        if (event.actedOn().isAfter(day)) {
            day = event.actedOn();
        }
    }

    static String key(Clock clock) {
        return clock.party() == null ? clock.id() : clock.id() + "/" + clock.party();
    }
}
