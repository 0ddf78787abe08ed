package org.fengqiao.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.law.Citation;
import org.fengqiao.procedure.Definition.ClockAction;
import org.jspecify.annotations.Nullable;

/// Reads what a step does to clocks.
final class ClockActionReader {

    private final DefinitionReader definition;
    private final ConditionReader conditions;

    ClockActionReader(DefinitionReader definition, ConditionReader conditions) {
        this.definition = definition;
        this.conditions = conditions;
    }

    /// What a step does to clocks, in the order in which it is written.
    List<ClockAction> read(@Nullable Source s, List<Citation> stepBasis) {
        if (s == null) {
            return List.of();
        }
        List<ClockAction> actions = new ArrayList<>();
        Map<String, ClockAction.Op> ops = Arrays.stream(ClockAction.Op.values())
                .collect(Collectors.toMap(op -> op.name().toLowerCase(Locale.ROOT), op -> op));
        s.map().forEach((word, part) -> {
            ClockAction.Op op = ops.get(word);
            if (op == null) {
                throw part.fault("unknown key " + word);
            }
            if (part.isMap()) {
                part.map().forEach((id, x) -> actions.add(clockAction(op, id, x, stepBasis)));
            } else {
                part.list().forEach(x ->
                        actions.add(new ClockAction(op, x.text(), null, null, 1, null, null, stepBasis, null)));
            }
        });
        s.close();
        return actions;
    }

    /// A clock may be declared where it starts; the rest of the map says how it is acted upon.
    private ClockAction clockAction(ClockAction.Op op, String id, Source x, List<Citation> stepBasis) {
        if (op == ClockAction.Op.START && x.has("kind")) {
            definition.declare(id, x);
            return new ClockAction(op, id, null, null, 1, null, null, stepBasis, null);
        }
        List<Citation> basis = x.has("basis") ? definition.basis(x) : stepBasis;
        Source when = op == ClockAction.Op.START ? x.get("when") : null;
        ClockAction action = new ClockAction(
                op, id, x.optional("from"), x.optional("by"), x.number("cap", 1), x.optional("document"),
                when == null ? null : conditions.read(when, basis), basis,
                x.optional("interpretation"));
        x.close();
        return action;
    }
}
