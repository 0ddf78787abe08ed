package org.fengqiao.demo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Decision;
import org.fengqiao.procedure.Definitions;
import org.fengqiao.procedure.Rehearsal;
import org.jspecify.annotations.Nullable;

/// Lives of the demonstration lived through the real decision, without a database.
final class Rehearsed {

    private static final Laws LAWS = Laws.load();
    static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Office OFFICE = OfficeFile.read(Rehearsed.class.getResourceAsStream("/demo/office.yaml"));
    private static final WorkingDays CALENDAR = WorkingDays.announced();
    private static final Deciding DECIDING = new Deciding(LAWS, CALENDAR);

    private final Rehearsal rehearsal = new Rehearsal(DEFINITIONS, DECIDING, OFFICE);
    private final List<String> faults = new ArrayList<>();
    private final List<String> days = new ArrayList<>();

    /// What was refused, and where it is told.
    List<String> faults() {
        return faults;
    }

    /// The days of the scenes that were lived.
    List<String> days() {
        return days;
    }

    /// Lives until the evening of a day, or until something is refused.
    @Nullable CaseState live(Life life, LocalDate until) {
        CaseState state = null;
        try {
            do {
                if (life.next.isAfter(until)) {
                    return state;
                }
                for (String kind : life.scene().evidence()) {
                    state = rehearsal.withEvidence(state, kind, life.next);
                }
                for (String kind : life.scene().signed()) {
                    state = rehearsal.signed(state, kind, life.next);
                }
                Rehearsal.Result result = rehearsal.take(state, life.move(), life.spread);
                if (!(result.decision() instanceof Decision.Accepted)) {
                    faults.add(life.complaint(Lane.why(result.decision())));
                    return state;
                }
                days.add(life.next.toString());
                state = result.state();
            } while (life.advance(state, CALENDAR));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            faults.add(life.complaint(e.getMessage()));
        }
        return state;
    }
}
