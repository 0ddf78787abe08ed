package org.fengqiao.procedure;

import java.util.Arrays;
import java.util.List;
import org.fengqiao.procedure.Definition.ClockAction;
import org.fengqiao.procedure.Definition.ClockRule;
import org.fengqiao.procedure.Definition.Step;

/// 期限的抽象: what a step does to one clock, without its days.
///
/// A clock per party stands for the clocks of all parties together: running while any of them runs. What one party's
/// act leaves behind is then open, so every possibility is followed; this allows more than can happen, never less.
final class ClockModel {

    private final ClockRule rule;
    private final Step step;
    private final boolean severalParties;

    ClockModel(ClockRule rule, Step step, boolean severalParties) {
        this.rule = rule;
        this.step = step;
        this.severalParties = severalParties && rule.perParty();
    }

    private List<ClockAction> actions() {
        return step.clocks().stream().filter(a -> a.clock().equals(rule.id())).toList();
    }

    boolean touched() {
        return !actions().isEmpty();
    }

    /// True when only the clock of one of several parties is concerned.
    private boolean oneOfSeveral() {
        return severalParties && (step.by().party() || step.form().has("party"));
    }

    /// The states in which the actions of the step are not refused, a bit each.
    long allowed() {
        List<ClockAction> actions = actions();
        long allowed = ~0L;
        if (!actions.isEmpty() && actions.getFirst().op() == ClockAction.Op.START) {
            return allowed;
        }
        for (ClockAction action : actions) {
            allowed &= switch (action.op()) {
                case START, END, LIFT -> ~0L;
                case STOP -> bits(Fact.RUNNING);
                case RESUME -> oneOfSeveral() ? bits(Fact.STOPPED, Fact.RUNNING) : bits(Fact.STOPPED);
                case RESTART, REPLACE -> bits(Fact.RUNNING, Fact.STOPPED, Fact.OUT);
                case EXTEND -> bits(Fact.RUNNING, Fact.STOPPED);
            };
        }
        return allowed;
    }

    /// The states the clock may be in after the step, by the state before it, a bit each.
    int[] after() {
        int[] after = new int[5];
        for (int before = 0; before < 5; before++) {
            boolean running = before != Fact.IDLE && before != Fact.ENDED;
            after[before] = after(before, ClockAction.inTurn(actions(), _ -> running));
            if (running && oneOfSeveral()) {
                after[before] |= after(before, ClockAction.inTurn(actions(), _ -> false));
            }
        }
        return after;
    }

    private int after(int before, List<ClockAction> actions) {
        int states = 1 << before;
        for (ClockAction action : actions) {
            int next = 0;
            for (int s = 0; s < 5; s++) {
                next |= (states >> s & 1) == 1 ? (int) after(action, s) : 0;
            }
            states = next;
        }
        return states;
    }

    private long after(ClockAction action, int before) {
        boolean exists = before != Fact.IDLE && before != Fact.ENDED;
        return switch (action.op()) {
            case START -> bits(Fact.RUNNING) | (dayMayBeMissing(action) ? bits(before) : 0);
            case END, LIFT -> exists ? closed(before) : bits(before);
            case STOP -> before == Fact.RUNNING ? kept(Fact.STOPPED, before) : bits(before);
            case RESUME -> exists && before != Fact.OUT ? bits(Fact.RUNNING) : bits(before);
            case RESTART -> exists ? bits(Fact.RUNNING) : bits(before);
            case EXTEND -> bits(before);
            case REPLACE -> before == Fact.OUT ? bits(Fact.OUT, Fact.RUNNING) : bits(before);
        };
    }

    private long closed(int before) {
        if (!oneOfSeveral()) {
            return bits(Fact.ENDED);
        }
        return switch (before) {
            case Fact.RUNNING -> bits(Fact.RUNNING, Fact.STOPPED, Fact.OUT, Fact.ENDED);
            case Fact.STOPPED -> bits(Fact.STOPPED, Fact.OUT, Fact.ENDED);
            default -> bits(Fact.OUT, Fact.ENDED);
        };
    }

    private long kept(int state, int before) {
        return oneOfSeveral() ? bits(state, before) : bits(state);
    }

    /// A clock that starts from an optional date does not start when the date is left empty.
    private boolean dayMayBeMissing(ClockAction action) {
        return action.from() != null
                && step.form().field(action.from()).filter(f -> !f.required()).isPresent();
    }

    /// How extensions are counted: from none after a start, one more after each grant.
    int[] extensions(int size) {
        int[] after = new int[size];
        for (int before = 0; before < size; before++) {
            int count = before;
            for (ClockAction action : actions()) {
                count = switch (action.op()) {
                    case START -> 0;
                    case EXTEND -> Math.min(size - 1, count + 1);
                    default -> count;
                };
            }
            after[before] = 1 << count;
        }
        return after;
    }

    /// The states the clock may be in when time has passed.
    static int later(int state, boolean severalParties) {
        return state == Fact.RUNNING ? (int) (severalParties ? bits(Fact.OUT, Fact.STOPPED) : bits(Fact.OUT)) : 0;
    }

    /// Neither come to an end nor never begun.
    static boolean unfinished(int state) {
        return state == Fact.RUNNING || state == Fact.STOPPED || state == Fact.OUT;
    }

    static long bits(int... states) {
        return Arrays.stream(states).mapToLong(s -> 1L << s).reduce(0, (a, b) -> a | b);
    }
}
