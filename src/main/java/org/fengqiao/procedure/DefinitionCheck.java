package org.fengqiao.procedure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.procedure.Definition.ClockAction;
import org.fengqiao.procedure.Definition.Step;

/// 校核: every name a definition uses must be one it declares.
final class DefinitionCheck {

    private final Source root;
    private final Definition definition;
    private final Set<String> fields = new HashSet<>();

    DefinitionCheck(Source root, Definition definition) {
        this.root = root;
        this.definition = definition;
        definition.allSteps().values().forEach(s -> s.form().fields().forEach(f -> fields.add(f.id())));
    }

    /// @throws Source.Fault at the first name that is not declared
    void names() {
        for (Step step : definition.allSteps().values()) {
            boolean opening = step == definition.opening();
            if (opening && (step.to() == null || !step.in().isEmpty())) {
                throw fault(step, "the opening step needs to and no in");
            }
            if (!opening && step.in().isEmpty()) {
                throw fault(step, "needs in");
            }
            known(step, "stage", Stream.concat(step.in().stream(), Stream.ofNullable(step.to())), definition.stages().keySet());
            known(step, "step", step.alwaysBefore().stream(), definition.allSteps().keySet());
            known(step, "step", step.resets().stream(), definition.allSteps().keySet());
            known(step, "step", step.by().excluded().stream().map(People.Excluded::step), definition.allSteps().keySet());
            known(step, "document", step.documents().stream(), definition.documents().keySet());
            known(step, "document", Stream.ofNullable(step.effects().serves()), definition.documents().keySet());
            known(step, "document", step.effects().revises().stream(), definition.documents().keySet());
            known(step, "field", Stream.of(step.effects().assigns(), step.effects().recuses(), step.effects().merges())
                    .filter(f -> f != null), fields);
            step.clocks().forEach(a -> action(step, a));
            step.conditions().forEach(c -> condition(step, c));
            if (step.effects().serves() != null && !step.form().has("party")) {
                throw fault(step, "serves a document and needs field party");
            }
        }
        key();
        definition.never().forEach(n -> {
            known(definition.opening(), "step", Stream.of(n.step()), definition.allSteps().keySet());
            known(definition.opening(), "step", n.without().stream(), definition.allSteps().keySet());
        });
    }

    /// A key is kept in the clear and compared as text.
    private void key() {
        Step opening = definition.opening();
        for (String name : definition.key()) {
            Field field = opening.form().field(name).orElseThrow(() -> fault(opening, "no field named " + name + " for the key"));
            boolean plain = switch (field.type()) {
                case TEXT, DATE, NUMBER, CHOICE, PERSON, MATTER, UNIT -> true;
                default -> false;
            };
            if (!plain || Composing.isPersonal(field)) {
                throw fault(opening, "key field " + name + " must be a plain value and no personal data");
            }
        }
        definition.steps().values().stream()
                .filter(s -> s.effects().corrects() || s.effects().voids())
                .filter(s -> !definition.ledger())
                .findFirst()
                .ifPresent(s -> {
                    throw fault(s, "corrects and voids belong to a ledger");
                });
    }

    private void action(Step step, ClockAction action) {
        known(step, "clock", Stream.of(action.clock()), definition.clocks().keySet());
        if (action.document() != null) {
            known(step, "document", Stream.of(action.document()), definition.documents().keySet());
        }
        boolean documented = switch (action.op()) {
            case STOP, RESTART, EXTEND -> action.document() != null || !step.documents().isEmpty();
            default -> true;
        };
        if (!documented) {
            throw fault(step, action.op().name().toLowerCase(Locale.ROOT) + " of clock " + action.clock() + " needs its document");
        }
        if (action.when() != null && asks(action.when())) {
            throw fault(step, "clock " + action.clock() + " starts depending on a question; the step itself must ask it");
        }
        if (action.from() != null && !step.form().has(action.from())) {
            throw fault(step, "clock " + action.clock() + " starts from field " + action.from() + ", which the form lacks");
        }
    }

    /// A question left open would leave it open whether the clock runs.
    private static boolean asks(Condition condition) {
        return condition instanceof Condition.Answered || FieldValues.parts(condition).stream().anyMatch(DefinitionCheck::asks);
    }

    private void condition(Step step, Condition condition) {
        switch (condition) {
            case Condition.Done c -> known(step, "step", Stream.of(c.step()), definition.allSteps().keySet());
            case Condition.NotDone c -> known(step, "step", Stream.of(c.step()), definition.allSteps().keySet());
            case Condition.Served c -> known(step, "document", Stream.of(c.document()), definition.documents().keySet());
            case Condition.Present c -> known(step, "document", Stream.of(c.document()), definition.documents().keySet());
            case Condition.Within c -> known(step, "clock", Stream.of(c.clock()), definition.clocks().keySet());
            case Condition.Lapsed c -> known(step, "clock", Stream.of(c.clock()), definition.clocks().keySet());
            case Condition.PartyConfirmed _ -> {}
            case Condition.Amount c -> known(step, "field", Stream.of(c.field()), fields);
            case Condition.Kind c -> known(step, "field", Stream.of(c.field()), fields);
            case Condition.Answered c -> {
                known(step, "question", Stream.of(c.question()), definition.questions().keySet());
                known(step, "answer", c.as().stream(), definition.questions().get(c.question()).answers().keySet());
            }
            case Condition.Listed c -> known(step, "field", Stream.of(c.field()), fields);
            case Condition.All c -> c.parts().forEach(p -> condition(step, p));
            case Condition.Any c -> c.parts().forEach(p -> condition(step, p));
            case Condition.Not c -> condition(step, c.part());
            case Condition.Rule _ -> {}
        }
        if (condition != Condition.NONE && condition.basis().isEmpty() && !(condition instanceof Condition.All)) {
            throw fault(step, "a condition without basis");
        }
    }

    private void known(Step step, String what, Stream<String> names, Collection<String> declared) {
        names.filter(n -> !declared.contains(n)).findFirst().ifPresent(n -> {
            throw fault(step, "no " + what + " named " + n);
        });
    }

    private Source.Fault fault(Step step, String what) {
        return new Source.Fault(root.file() + ": step " + step.id() + ": " + what);
    }
}
