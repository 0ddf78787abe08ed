package org.fengqiao.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 证据目录的底稿: the documents and the evidence of another case as rows of a list, for the officer to check and complete.
///
/// A row has what the file knows of `name`, `number` and `made-on`; only a case the person may see is read, and the look is kept.
final class CaseFileRows {

    private static final String PURPOSE = "编制证据目录";

    private final Cases cases;
    private final CaseFiles files;

    CaseFileRows(Cases cases, CaseFiles files) {
        this.cases = cases;
        this.files = files;
    }

    /// The rows of each list of a form that is drawn up from a file, by field.
    Map<String, List<JsonNode>> of(String user, Definition.Step step, CaseState state) {
        Map<String, List<JsonNode>> all = new HashMap<>();
        for (Field f : step.form().fields()) {
            String named = f.fileOf();
            Optional<String> number = named == null ? Optional.empty() : state.fact(named).filter(JsonNode::isString).map(JsonNode::asString);
            number.flatMap(n -> cases.see(user, n)).ifPresent(known -> {
                files.lookedUp(user, known.id(), PURPOSE, step.title());
                all.put(f.id(), rows(known));
            });
        }
        return all;
    }

    private List<JsonNode> rows(Records.Known known) {
        CaseState state = known.state();
        Optional<Definition> definition = cases.definitions().forStep(state, state.lastDay());
        List<JsonNode> rows = new ArrayList<>();
        state.documents().values().stream().filter(d -> !d.revised()).forEach(d -> {
            Definition.DocumentRule rule = definition.map(x -> x.documents().get(d.kind())).orElse(null);
            rows.add(row(rule == null ? d.kind() : rule.title(), d.number(), d.on().toString()));
        });
        files.evidence(known).forEach(e -> rows.add(row(e.title(), e.id(), e.collected().toString())));
        return rows;
    }

    private static JsonNode row(String name, @Nullable String number, String madeOn) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("name", name);
        if (number != null) {
            row.put("number", number);
        }
        return row.put("made-on", madeOn);
    }
}
