package org.fengqiao.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Reason;
import org.fengqiao.procedure.Rehearsal;
import org.jspecify.annotations.Nullable;

/// 模拟: lives invented cases through the real decision, day after day, fifty acts a commit.
///
/// Nothing is written that the law refuses: a refused scene ends the life there and is reported.
final class Simulation {

    private static final int ACTS_A_COMMIT = 50;

    private final Cases cases;
    private final OfficeClock clock;
    private final DataSource source;
    private final Rehearsal rehearsal;
    private final Office office;
    private final WorkingDays calendar;
    private final List<String> refusals = new ArrayList<>();

    Simulation(Cases cases, DataSource source, LocalDate first) {
        this.clock = OfficeClock.simulated(first);
        this.cases = cases.under(clock);
        this.source = source;
        this.office = cases.office();
        this.calendar = cases.deciding().calendar();
        this.rehearsal = new Rehearsal(cases.definitions(), cases.deciding(), office);
    }

    /// What was refused, one sentence each; empty when every scene was lawful.
    List<String> refusals() {
        return refusals;
    }

    /// Lives until the evening of a day.
    ///
    /// @param progress is told how many acts have been written
    /// @return how many acts were written
    int live(List<Life> lives, LocalDate until, IntConsumer progress) throws SQLException {
        PriorityQueue<Life> due = new PriorityQueue<>(Comparator.<Life, LocalDate>comparing(l -> l.next).thenComparing(l -> l.id));
        due.addAll(lives);
        int acts = 0;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                while (!due.isEmpty() && !due.peek().next.isAfter(until)) {
                    Life life = due.poll();
                    if (act(connection, life)) {
                        acts++;
                        if (acts % ACTS_A_COMMIT == 0) {
                            connection.commit();
                            progress.accept(acts);
                        }
                        if (++life.position < life.scenes.size()) {
                            life.next = after(life, life.scene());
                            due.add(life);
                        }
                    }
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        progress.accept(acts);
        return acts;
    }

    private LocalDate after(Life life, Life.Scene scene) {
        LocalDate day = life.next;
        LocalDate next = day;
        if (scene.onFact() != null) {
            return LocalDate.parse(life.known.state().fact(scene.onFact()).orElseThrow().asString());
        }
        if (!scene.working()) {
            return day.plusDays(scene.after());
        }
        for (int i = 0; i < scene.after(); i++) {
            next = calendar.nextWorkingDay(next);
        }
        return calendar.workingDayFrom(next);
    }

    private boolean act(Connection connection, Life life) throws SQLException {
        Life.Scene scene = life.scene();
        CaseState state = life.known == null ? null : life.known.state();
        clock.simulate(life.next);
        for (String kind : scene.evidence()) {
            life.known = cases.records().appendWithin(connection, cases.evidenceOf(life.known, kind));
            state = life.known.state();
        }
        Rehearsal.Prepared prepared = rehearsal.prepare(state, move(life, scene), life.id);
        Decision decision = cases.deciding().decide(prepared.definition(), state, prepared.act(), office, life.next);
        if (decision instanceof Decision.Accepted accepted) {
            life.known = cases.records().appendWithin(connection, cases.append(accepted, life.known, office, null, null, null));
            return true;
        }
        String why = decision instanceof Decision.Refused(List<Reason> reasons)
                ? String.join("；", reasons.stream().map(r -> r.text() + (r.field() == null ? "" : "（" + r.field() + "）")).toList())
                : "须第二名人员确认";
        refusals.add(life.procedure + " " + scene.step() + " " + life.next + ": " + why);
        return false;
    }

    private static Rehearsal.Move move(Life life, Life.Scene scene) {
        @Nullable String nobody = null;
        return new Rehearsal.Move(
                life.procedure, scene.step(), life.next, null, scene.by(), nobody, nobody, "演示数据", life.next, scene.with(),
                life.parties, null, life.title);
    }
}
