package org.fengqiao.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// 归档规则: the list that goes with a batch counts what is really there, and every period runs from one and the same day.
final class ArchiveRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "archive-list-agrees", ArchiveRules::listAgrees,
            "formed-day-unchanged", ArchiveRules::formedDayUnchanged);

    private ArchiveRules() {}

    private static Outcome listAgrees(Facts facts) {
        Optional<JsonNode> list = facts.value("archive-rows");
        if (facts.open("archive-rows") || list.isEmpty()) {
            return Outcome.SATISFIED;
        }
        List<JsonNode> rows = list.get().valueStream().toList();
        long pages = rows.stream().mapToLong(row -> row.path("row-pages").asLong(0)).sum();
        if (facts.number("pieces").orElse(-1L) != rows.size()) {
            return Outcome.not("清单列了 " + rows.size() + " 件，与所填件数不一致");
        }
        return facts.number("total-pages").orElse(-1L) == pages
                ? Outcome.SATISFIED
                : Outcome.not("清单各件合计 " + pages + " 页，与所填总页数不一致");
    }

    /// Ten, twenty, twenty-five years all run from one day: the day the batch was formed, as its makers stated it.
    private static Outcome formedDayUnchanged(Facts facts) {
        Optional<String> stated = facts.valueAt("batch-collected", "formed-on").map(JsonNode::asString);
        Optional<String> now = facts.text("formed-on");
        return facts.open("formed-on") || stated.isEmpty() || stated.equals(now)
                ? Outcome.SATISFIED
                : Outcome.not("整理移交时登记的形成之日是 " + stated.get() + "，不得改动");
    }
}
