package org.fengqiao.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 待算的期间: everything a count depends on besides the calendar.
///
/// `periods` follow one another (a length and its extensions); neighbours of one unit are added up, so that two months
/// and one are three months from the start. `notes` and `basis` are carried into the trace as they stand.
public sealed interface Span {

    List<TraceLine> notes();

    List<TraceLine> basis();

    /// Counted in days, months or years from a start day, which itself does not count.
    record Days(LocalDate start, List<Period> periods, List<Pause> pauses, Roll roll, @Nullable String startRule,
            List<TraceLine> notes, List<TraceLine> basis) implements Span {

        public Days {
            periods = merged(periods);
            pauses = List.copyOf(pauses);
            notes = List.copyOf(notes);
            basis = List.copyOf(basis);
            if (periods.isEmpty() || periods.stream().anyMatch(period -> period.unit().timed())) {
                throw new IllegalArgumentException("按日计算的期间须有以日、月、年为单位的长度。");
            }
        }

        public static Days of(LocalDate start, Period period, Roll roll) {
            return new Days(start, List.of(period), List.of(), roll, null, List.of(), List.of());
        }
    }

    /// Counted in hours or minutes from a moment; rest days do not stop them and the end does not roll.
    record Hours(OffsetDateTime start, Duration length, List<HourPause> pauses, @Nullable String startRule,
            List<TraceLine> notes, List<TraceLine> basis) implements Span {

        public Hours {
            pauses = List.copyOf(pauses);
            notes = List.copyOf(notes);
            basis = List.copyOf(basis);
        }

        public static Hours of(OffsetDateTime start, int hours) {
            return new Hours(start, Duration.ofHours(hours), List.of(), null, List.of(), List.of());
        }
    }

    private static List<Period> merged(List<Period> periods) {
        List<Period> merged = new ArrayList<>();
        for (Period period : periods) {
            if (!merged.isEmpty() && merged.getLast().unit() == period.unit()) {
                merged.set(merged.size() - 1, merged.getLast().plus(period));
            } else {
                merged.add(period);
            }
        }
        return List.copyOf(merged);
    }
}
