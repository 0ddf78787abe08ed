package org.fengqiao.demo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Rehearsal;
import org.jspecify.annotations.Nullable;

/// A life of the demonstration, lived through the real decision without a database.
///
/// @param days the days of the scenes that were lived
/// @param fault what was refused and where it is told; null when nothing was
public record Rehearsed(
        String procedure, List<CaseEvent> events, List<String> days, @Nullable CaseState state, @Nullable String fault) {

    private static final Laws LAWS = Laws.load();
    static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Office OFFICE = OfficeFile.read(Rehearsed.class.getResourceAsStream("/demo/office.yaml"));
    private static final WorkingDays CALENDAR = WorkingDays.announced();
    private static final Deciding DECIDING = new Deciding(LAWS, CALENDAR);

    /// The whole year 2025, as it stood in the evening of its last day.
    public static List<Rehearsed> year() {
        List<Life> lives = Plot.year();
        lives.forEach(Rehearsed::number);
        return lives.parallelStream().map(l -> live(l, LocalDate.of(2025, 12, 31))).toList();
    }

    /// Other cases are merged into this one by its number.
    private static void number(Life life) {
        life.number = "演练〔" + life.next.getYear() + "〕第" + (life.id + 2) + "号";
    }

    /// Lives until the evening of a day, or until something is refused.
    static Rehearsed live(Life life, LocalDate until) {
        Rehearsal rehearsal = new Rehearsal(DEFINITIONS, DECIDING, OFFICE);
        List<CaseEvent> events = new ArrayList<>();
        List<String> days = new ArrayList<>();
        CaseState state = null;
        String fault = null;
        try {
            for (boolean more = true; more && fault == null && !life.next.isAfter(until);) {
                for (String kind : life.scene().evidence()) {
                    state = rehearsal.withEvidence(state, kind, life.next);
                }
                for (String kind : life.scene().signed()) {
                    state = rehearsal.signed(state, kind, life.next);
                }
                Rehearsal.Result result = rehearsal.take(state, life.move(), life.spread, life.time);
                if (result.decision() instanceof Decision.Accepted) {
                    events.add(result.event());
                    days.add(life.next.toString());
                    state = result.state();
                    more = life.advance(state, CALENDAR);
                } else {
                    fault = life.complaint(Lane.why(result.decision()));
                }
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            fault = life.complaint(e.getMessage());
        }
        return new Rehearsed(life.procedure, events, days, state, fault);
    }
}
