package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.record.Projection;

/// 期限行: the clocks an event changed, with their due days as the present calendar has them.
final class ClockRows implements Projection {

    private final WorkingDays calendar;

    ClockRows(WorkingDays calendar) {
        this.calendar = calendar;
    }

    private static final String SQL = """
            insert into clock (office, case_id, clock, party, kind, state, started_on, due, ended_on, provisional)
            select h.office, h.id, t.clock, t.party, t.kind, t.state, t.started::date, t.due::date, nullif(t.ended, '')::date, t.provisional
              from head h, unnest(?, ?, ?, ?, ?, ?, ?, ?) as t(clock, party, kind, state, started, due, ended, provisional)
            on conflict (office, case_id, clock, party) do update
               set kind = excluded.kind, state = excluded.state, started_on = excluded.started_on, due = excluded.due,
                   ended_on = excluded.ended_on, provisional = excluded.provisional""";

    @Override
    public List<Part> parts(Change change) {
        if (change.event().clocks().isEmpty()) {
            return List.of();
        }
        Map<String, Clock> last = new LinkedHashMap<>();
        for (CaseEvent.ClockChange c : change.event().clocks()) {
            last.put(CaseState.key(c.clock().id(), c.clock().party()), c.clock());
        }
        return List.of(part(last.values()));
    }

    private Part part(Collection<Clock> clocks) {
        int n = clocks.size();
        String[][] columns = new String[7][n];
        Boolean[] provisional = new Boolean[n];
        int i = 0;
        for (Clock c : clocks) {
            LocalDate due = c.lastDay(calendar);
            columns[0][i] = c.id();
            columns[1][i] = c.party() == null ? "" : c.party();
            columns[2][i] = c.kind().name().toLowerCase();
            columns[3][i] = stateOf(c);
            columns[4][i] = c.start().day().toString();
            columns[5][i] = due.toString();
            columns[6][i] = c.end() == null ? "" : c.end().at().day().toString();
            provisional[i++] = calendar.provisional(due);
        }
        return new Part(
                "clocked", SQL,
                List.of(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6], provisional));
    }

    /// What can be said of a clock without asking what day it is.
    static String stateOf(Clock c) {
        return c.end() != null ? c.end().lifted() ? "lifted" : "ended" : c.stopped() ? "stopped" : "running";
    }
}
