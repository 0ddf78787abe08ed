package org.fengqiao.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Phaser;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.office.Office;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Reason;
import org.fengqiao.procedure.Rehearsal;

/// 轨: some of the lives, lived over a connection of their own; all lanes pass through the days together.
final class Lane {

    private static final int ACTS_A_COMMIT = 50;

    private final Cases cases;
    private final OfficeClock clock;
    private final DataSource source;
    private final Numbers numbers;
    private final Phaser days;
    private final Simulation.Progress progress;
    private final LocalDate first;
    private final LocalDate until;
    private final Rehearsal rehearsal;
    private final Office office;
    private final WorkingDays calendar;
    private final PriorityQueue<Life> due = new PriorityQueue<>(Comparator.<Life, LocalDate>comparing(l -> l.next).thenComparing(l -> l.id));
    private final List<String> refusals = new ArrayList<>();
    private int scenes;
    private int uncommitted;

    Lane(
            Cases cases, DataSource source, Numbers numbers, Phaser days, Simulation.Progress progress, LocalDate first,
            LocalDate until) {
        this.clock = OfficeClock.simulated(first);
        this.cases = cases.under(clock);
        this.source = source;
        this.numbers = numbers;
        this.days = days;
        this.progress = progress;
        this.first = first;
        this.until = until;
        this.office = cases.office();
        this.calendar = cases.deciding().calendar();
        this.rehearsal = new Rehearsal(cases.definitions(), cases.deciding(), office);
    }

    void add(Life life) {
        due.add(life);
        scenes += life.scenes.size();
    }

    /// How much there is to do.
    int scenes() {
        return scenes;
    }

    List<String> refusals() {
        return refusals;
    }

    /// Lives from the first day to the last; when one lane fails, none goes on.
    void live() throws SQLException {
        try (Connection connection = source.getConnection(); Statement settings = connection.createStatement()) {
            // A past that was cut off is begun anew, so nothing has to wait for the disk.
            settings.execute("set synchronous_commit = off");
            connection.setAutoCommit(false);
            try {
                for (LocalDate day = first; !day.isAfter(until) && !days.isTerminated(); day = day.plusDays(1)) {
                    live(connection, day);
                    days.arriveAndAwaitAdvance();
                }
                commit(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                settings.execute("reset synchronous_commit");
            }
        } finally {
            days.forceTermination();
        }
    }

    private void live(Connection connection, LocalDate day) throws SQLException {
        while (!due.isEmpty() && !due.peek().next.isAfter(day)) {
            Life life = due.poll();
            if (act(connection, life)) {
                if (++uncommitted == ACTS_A_COMMIT) {
                    commit(connection);
                }
                goOn(life);
            }
        }
    }

    private void commit(Connection connection) throws SQLException {
        connection.commit();
        progress.written(uncommitted);
        uncommitted = 0;
    }

    private void goOn(Life life) {
        try {
            if (life.advance(life.known.state(), calendar)) {
                due.add(life);
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            refusals.add(life.complaint(e.getMessage()));
        }
    }

    /// Takes the present scene of a life; what cannot be taken is reported and ends the life.
    private boolean act(Connection connection, Life life) throws SQLException {
        clock.simulate(life.next, life.time);
        try {
            for (String kind : life.scene().evidence()) {
                life.known = cases.records().appendWithin(connection, kind.contains(".")
                        ? cases.evidenceOf(life.known, DraftFiles.entry(kind, life.next)) : cases.evidenceOf(life.known, kind));
            }
            for (String kind : life.scene().signed()) {
                life.known = cases.records().appendWithin(connection, cases.signatureOf(life.known, kind));
            }
            CaseState state = life.known == null ? null : life.known.state();
            Rehearsal.Prepared prepared = rehearsal.prepare(state, life.move(), life.spread, life.time);
            Decision decision = cases.deciding().decide(prepared.definition(), state, prepared.act(), office, life.next);
            if (decision instanceof Decision.Accepted accepted) {
                life.known = cases.records()
                        .appendWithin(connection, numbers.given(life, cases.append(accepted, life.known, office, null, null, null)));
                life.number = life.known.state().number();
                return true;
            }
            refusals.add(life.complaint(why(decision)));
        } catch (IllegalArgumentException e) {
            refusals.add(life.complaint(e.getMessage()));
        }
        return false;
    }

    static String why(Decision decision) {
        return decision instanceof Decision.Refused(List<Reason> reasons)
                ? String.join("；", reasons.stream().map(r -> r.text() + (r.field() == null ? "" : "（" + r.field() + "）")).toList())
                : "须第二名人员确认";
    }
}
