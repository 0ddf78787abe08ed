package org.fengqiao.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.record.Projection;

/// 待办行: who has to act in a case next; the case row says by when.
final class WorklistRows implements Projection {

    private static final String GONE = """
            delete from worklist w using head h
             where w.office = h.office and w.case_id = h.id and w.assignee <> all(?)""";

    // A merge, and no insert with a conflict: that one would lock and confirm each row in the server's log.
    private static final String LISTED = """
            merge into worklist w using (select h.office, h.id, t.assignee, t.step from head h, unnest(?, ?) as t(assignee, step)) n
               on w.office = n.office and w.case_id = n.id and w.assignee = n.assignee
             when matched and w.step <> n.step then update set step = n.step
             when not matched then insert (office, case_id, assignee, step) values (n.office, n.id, n.assignee, n.step)""";

    private final Definitions definitions;
    private final Deciding deciding;
    private final Supplier<Office> office;

    WorklistRows(Definitions definitions, Deciding deciding, Supplier<Office> office) {
        this.definitions = definitions;
        this.deciding = deciding;
        this.office = office;
    }

    /// Who acts next, and with which step first: a post, or an officer of the case.
    Map<String, String> assignments(CaseState state) {
        Map<String, String> all = new LinkedHashMap<>();
        Optional<Definition> definition = definitions.forStep(state, state.lastDay());
        if (state.isFinal() || definition.isEmpty()) {
            return all;
        }
        for (Definition.Step step : deciding.pending(definition.get(), state, office.get(), state.lastDay())) {
            if (step.by().assigned() && !state.officers().isEmpty()) {
                state.officers().forEach(o -> all.putIfAbsent("person:" + o, step.id()));
            } else {
                String unit = unit(step, state);
                step.by().posts().forEach(p -> all.putIfAbsent("post:" + p + unit, step.id()));
            }
        }
        return all;
    }

    /// What is sent to one unit waits for its people alone: `post:handler@city`.
    private static String unit(Definition.Step step, CaseState state) {
        return step.by().unit() == null
                ? ""
                : state.fact(step.by().unit().field()).filter(v -> v.isString()).map(v -> "@" + v.asString()).orElse("");
    }

    @Override
    public List<Part> parts(Change change) {
        Map<String, String> now = assignments(change.after());
        String[] assignees = now.keySet().toArray(String[]::new);
        Part rows = new Part("listed", LISTED, List.of(assignees, now.values().toArray(String[]::new)));
        if (change.before() == null) {
            return assignees.length == 0 ? List.of() : List.of(rows);
        }
        Part gone = new Part("unlisted", GONE, List.<Object>of((Object) assignees));
        return assignees.length == 0 ? List.of(gone) : List.of(gone, rows);
    }
}
