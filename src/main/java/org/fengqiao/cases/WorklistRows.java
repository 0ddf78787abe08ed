package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.record.Projection;
import org.jspecify.annotations.Nullable;

/// 待办行: who has to act in a case next, and by when the law makes it late.
final class WorklistRows implements Projection {

    private static final String GONE = """
            delete from worklist w using head h
             where w.office = h.office and w.case_id = h.id and w.assignee <> all(?)""";

    private static final String DUE = """
            insert into worklist (office, case_id, assignee, step, due)
            select h.office, h.id, t.assignee, t.step, nullif(t.due, '')::date
              from head h, unnest(?, ?, ?) as t(assignee, step, due)
            on conflict (office, case_id, assignee) do update set step = excluded.step, due = excluded.due
             where (worklist.step, worklist.due) is distinct from (excluded.step, excluded.due)""";

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

    /// The nearest day on which a running duty or term of the case falls due.
    @Nullable LocalDate due(CaseState state) {
        return state.clocks().values().stream()
                .filter(c -> c.kind() != ClockKind.WINDOW && !c.ended() && !c.stopped())
                .map(c -> c.lastDay(deciding.calendar()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    @Override
    public List<Part> parts(Change change) {
        Map<String, String> now = assignments(change.after());
        LocalDate due = due(change.after());
        String[] assignees = now.keySet().toArray(String[]::new);
        Part rows = new Part("listed", DUE, List.of(
                assignees, now.values().toArray(String[]::new), java.util.Collections.nCopies(assignees.length,
                        due == null ? "" : due.toString()).toArray(String[]::new)));
        if (change.before() == null) {
            return assignees.length == 0 ? List.of() : List.of(rows);
        }
        Part gone = new Part("unlisted", GONE, List.<Object>of((Object) assignees));
        return assignees.length == 0 ? List.of(gone) : List.of(gone, rows);
    }
}
