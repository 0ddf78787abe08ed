package org.fengqiao.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// 届满日: where a period ends, and the whole account of how that was found.
///
/// `due` is the civil day in Asia/Shanghai; for hours `moment` is the exact end. `unrolled` is the last day before any
/// roll. `workingDayFrom` is `unrolled` or, where that is a rest day, the first working day after it: without a roll
/// the days in between are disputed. `lastWorkingDayBefore` is the last working day before `due`, the day to warn on.
public record DueDay(
        LocalDate due,
        @Nullable OffsetDateTime moment,
        LocalDate unrolled,
        LocalDate workingDayFrom,
        LocalDate lastWorkingDayBefore,
        boolean rolled,
        boolean provisional,
        List<TraceLine> trace,
        List<DayMark> days) {

    public DueDay {
        trace = List.copyOf(trace);
        days = List.copyOf(days);
    }

    /// The sentences of the trace, in order.
    public List<String> explanation() {
        return trace.stream().map(TraceLine::text).toList();
    }

    /// The first year without a known arrangement that the count leans on; empty for a certain day.
    public OptionalInt doubtfulYear() {
        return trace.stream().filter(t -> t.kind() == TraceLine.Kind.PROVISIONAL && t.day() != null).mapToInt(t -> t.day().getYear()).findFirst();
    }

    /// The day with the doubt about it, which is what may be shown of it.
    ///
    /// @param calendar the one that this was counted with
    public CountedDay counted(WorkingDays calendar) {
        return new CountedDay(due, provisional ? calendar.doubt(doubtfulYear().orElse(due.getYear())) : null);
    }

    /// The end as text: a date, or for hours a date-time with its offset.
    public String text() {
        return moment == null
                ? due.toString()
                : moment.format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
