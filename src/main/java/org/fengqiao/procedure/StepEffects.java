package org.fengqiao.procedure;

import java.util.Arrays;
import org.fengqiao.procedure.Definition.DocumentRule;
import org.fengqiao.procedure.Definition.Step;
import org.jspecify.annotations.Nullable;

/// 步骤对事实的改变: the values a fact may have after a step, by its value before, a bit each.
///
/// Repeats in small what the fold of a case does with an event.
final class StepEffects {

    private final Definition definition;
    private final boolean severalParties;

    StepEffects(Definition definition, boolean severalParties) {
        this.definition = definition;
        this.severalParties = severalParties;
    }

    /// None when the step leaves the fact alone, or when the form decides.
    int @Nullable [] of(Step step, Fact f) {
        return switch (f.kind()) {
            case DONE -> step.id().equals(f.name()) ? always(2, 1) : step.resets().contains(f.name()) ? always(2, 0) : null;
            case SERVED -> served(step, f.name());
            case PRESENT -> presence(step, f.name());
            case CONFIRMED -> step.id().equals(definition.opening().id())
                    ? new int[] {3, 3}
                    : step.effects().party() == null ? null : someParty();
            case ASSIGNED -> assignment(step);
            case CLOCK -> {
                ClockModel clock = new ClockModel(definition.clocks().get(f.name()), step, severalParties);
                yield clock.touched() ? clock.after() : null;
            }
            case EXTENSIONS -> {
                ClockModel clock = new ClockModel(definition.clocks().get(f.name()), step, severalParties);
                yield clock.touched() ? clock.extensions(f.size()) : null;
            }
            case FIELD, OUTSIDE -> null;
        };
    }

    private static int[] always(int size, int value) {
        int[] after = new int[size];
        Arrays.fill(after, 1 << value);
        return after;
    }

    /// What concerns one party completes the matter only when it was the last one.
    private int[] someParty() {
        return new int[] {severalParties ? 3 : 2, 2};
    }

    private int @Nullable [] served(Step step, String document) {
        if (document.equals(step.effects().serves())) {
            return someParty();
        }
        return step.documents().contains(document) || step.effects().revises().contains(document) ? always(2, 0) : null;
    }

    private int @Nullable [] presence(Step step, String document) {
        if (step.documents().contains(document)) {
            DocumentRule rule = definition.documents().get(document);
            boolean signed = rule.sign() == null || step.by().posts().contains(rule.sign());
            return always(3, signed ? 2 : 1);
        }
        return step.effects().revises().contains(document) ? always(3, 0) : null;
    }

    private int @Nullable [] assignment(Step step) {
        String field = step.effects().assigns();
        if (field == null) {
            return null;
        }
        boolean required = step.form().field(field).filter(Field::required).isPresent();
        return required ? new int[] {2, 2} : new int[] {3, 2};
    }
}
