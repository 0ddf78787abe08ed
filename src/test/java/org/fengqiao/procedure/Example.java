package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.fengqiao.deadline.ClockState;
import org.fengqiao.law.Laws;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One example of a procedure, executed through the real decision; [#faults] tells where it came out differently.
public final class Example {

    private final String slug;
    private final Source source;
    private final Rehearsal rehearsal;
    private final Laws laws;
    private final BiConsumer<CaseState, Decision.Accepted> watching;
    private final List<String> faults = new ArrayList<>();
    private @Nullable CaseState state;
    private LocalDate day = LocalDate.MIN;
    private Rehearsal.@Nullable Result last;

    Example(String slug, Source source, Rehearsal rehearsal, Laws laws) {
        this(slug, source, rehearsal, laws, (before, accepted) -> {});
    }

    /// @param watching sees every accepted act with the state before it
    public Example(
            String slug, Source source, Rehearsal rehearsal, Laws laws,
            BiConsumer<CaseState, Decision.Accepted> watching) {
        this.watching = watching;
        this.slug = slug;
        this.source = source;
        this.rehearsal = rehearsal;
        this.laws = laws;
    }

    public List<String> faults() {
        source.list("basis").forEach(Source::text);
        for (Source s : source.list("given")) {
            take(s, true);
            if (!faults.isEmpty()) {
                return faults;
            }
        }
        for (Source s : source.list("steps")) {
            take(s, !s.has("then") || !s.need("then").has("refused"));
            if (s.has("then")) {
                expect(s.need("then"));
            }
            if (!faults.isEmpty()) {
                return faults;
            }
        }
        if (source.has("when")) {
            Source then = source.need("then");
            for (Source s : source.list("when")) {
                take(s, !then.has("refused"));
            }
            expect(then);
        } else if (source.has("then")) {
            expect(source.need("then"));
        }
        source.optional("note");
        source.text("title");
        source.close();
        return faults;
    }

    private void take(Source s, boolean accepted) {
        day = s.has("on") ? LocalDate.parse(s.text("on")) : OffsetDateTime.parse(s.text("at")).toLocalDate();
        if (s.has("evidence")) {
            for (Source e : s.list("evidence")) {
                state = rehearsal.withEvidence(state, e.text(), day);
            }
            s.close();
            return;
        }
        if (s.has("sign")) {
            for (Source e : s.list("sign")) {
                state = rehearsal.signed(state, e.text(), day);
            }
            s.close();
            return;
        }
        LocalDate today = s.has("today") ? LocalDate.parse(s.text("today")) : day;
        Rehearsal.Move move = new Rehearsal.Move(
                slug, s.text("step"), day, s.has("at") ? OffsetDateTime.parse(s.text("at")) : null, s.optional("by"),
                s.optional("second"), s.optional("as"), s.optional("late"), today, s.object("with"), s.parties("parties"),
                s.has("relevant") ? LocalDate.parse(s.text("relevant")) : null, null);
        s.get("then");
        s.close();
        last = rehearsal.take(state, move);
        if (last.decision() instanceof Decision.Accepted done) {
            watching.accept(last.state(), done);
            state = last.state();
        }
        if (last.accepted() != accepted) {
            throw s.fault(accepted ? "was refused: " + reasons() : "was accepted, but should be refused");
        }
    }

    private String reasons() {
        return last != null && last.decision() instanceof Decision.Refused(List<Reason> reasons)
                ? String.join(" | ", reasons.stream().map(r -> r.text() + " " + r.citations() + (r.field() == null ? "" : " @" + r.field())).toList())
                : String.valueOf(last == null ? null : last.decision().getClass().getSimpleName());
    }

    private void expect(Source then) {
        for (Source r : then.list("refused")) {
            String all = last != null && last.decision() instanceof Decision.Refused(List<Reason> reasons)
                    ? reasons.stream()
                            .map(x -> x.text() + " " + x.citations() + " "
                                    + x.citations().stream().map(laws::display).toList() + " "
                                    + x.citations().stream().map(c -> "#" + c.toString().replaceAll(".*#", "") + "#").toList()
                                    + " " + x.kind().text)
                            .toList()
                            .toString()
                    : "";
            String wanted = r.text();
            boolean found = wanted.matches("\\d+(\\.\\d+)*") ? all.contains("#" + wanted + "#") || all.contains("#" + wanted + ".") : all.contains(wanted);
            if (!found) {
                faults.add("no reason with " + wanted + "; reasons: " + reasons());
            }
        }
        same(then, "stage", state == null ? null : state.stage());
        then.map("clocks").forEach((id, s) -> same("clock " + id, s.text(), states(id)));
        then.map("due").forEach((id, s) -> same("due " + id, s.text(), dues(id)));
        for (Source d : then.list("documents")) {
            if (state == null || state.documentsOf(d.text()).isEmpty()) {
                faults.add("no document " + d.text());
            }
        }
        then.map("facts").forEach((id, s) -> same("fact " + id, s.text(),
                state == null ? null : state.fact(id).map(JsonNode::asString).orElse(null)));
        for (Source a : then.list("available")) {
            faultUnlessAvailable(a.text(), true);
        }
        for (Source a : then.list("blocked")) {
            faultUnlessAvailable(a.text(), false);
        }
        then.flag("accepted");
        then.close();
    }

    private void faultUnlessAvailable(String step, boolean wanted) {
        boolean available = rehearsal.available(state, day).contains(step);
        if (available != wanted) {
            faults.add(step + (wanted ? " is not available to anybody" : " is available"));
        }
    }

    private String states(String id) {
        return String.join(",", state.clocksOf(id).stream()
                .map(c -> c.state(rehearsal.calendar(), day))
                .map(ClockState::name)
                .map(String::toLowerCase)
                .distinct()
                .toList());
    }

    private String dues(String id) {
        return String.join(",", state.clocksOf(id).stream()
                .map(c -> c.due(rehearsal.calendar()).text())
                .distinct()
                .toList());
    }

    private void same(Source then, String key, @Nullable String actual) {
        String wanted = then.optional(key);
        if (wanted != null) {
            same(key, wanted, actual);
        }
    }

    private void same(String what, String wanted, @Nullable String actual) {
        if (!wanted.equals(actual)) {
            faults.add(what + ": expected " + wanted + ", but was " + actual);
        }
    }
}
