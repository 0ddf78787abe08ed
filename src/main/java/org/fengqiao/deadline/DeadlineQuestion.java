package org.fengqiao.deadline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.CountingClause;
import org.fengqiao.calendar.CountingClauses;
import org.fengqiao.calendar.CountingClauses.Found;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.Span;
import org.fengqiao.calendar.TraceLine;
import org.fengqiao.calendar.TraceLine.Kind;
import org.fengqiao.calendar.Unit;
import org.fengqiao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/// 期限计算的提问: start, length and either a unit or a law whose own clause gives it, as text from a person.
///
/// Given both, the unit wins and the law only shows in the explanation. The roll defaults to none.
public record DeadlineQuestion(@Nullable String from, @Nullable String length, @Nullable String unit,
        @Nullable String law, @Nullable String roll) {

    /// What a question yields: a due day, or the field that is wrong and a sentence about it.
    public sealed interface Answer {
        record Due(DueDay day) implements Answer {}

        record Refused(String field, String reason) implements Answer {
            /// The sentence with its field.
            public String sentence() {
                return "字段 " + field + "：" + reason;
            }
        }
    }

    public Answer answer(WorkingDays calendar, CountingClauses clauses) {
        try {
            return new Answer.Due(computed(calendar, clauses));
        } catch (Wrong wrong) {
            return new Answer.Refused(wrong.field, wrong.reason);
        }
    }

    private DueDay computed(WorkingDays calendar, CountingClauses clauses) throws Wrong {
        int number = number();
        Roll rolling = roll == null ? Roll.NONE
                : Roll.parse(roll).orElseThrow(() -> new Wrong("roll", "“" + roll + "”应为 forward 或者 none。"));
        Unit given = unit == null ? null
                : Unit.parse(unit).orElseThrow(() -> new Wrong("unit",
                        "“" + unit + "”应为 working-day、calendar-day、month、year、hour、minute 之一。"));
        if (given == null && law == null) {
            throw new Wrong("unit", "没有写明单位，也没有写明法律（law）。");
        }
        if (given != null && given.timed()) {
            OffsetDateTime start = time();
            List<TraceLine> basis = law == null ? List.of() : cited(clauses, Counting.civilDay(start), number, given);
            return Counting.due(new Span.Hours(start, new Period(number, given).duration(), List.of(), null, List.of(), basis), calendar);
        }
        LocalDate start = day();
        List<TraceLine> basis = law == null ? List.of() : cited(clauses, start, number, given);
        Unit counted = given != null ? given : unitByLaw(clauses, start, number);
        return Counting.due(new Span.Days(start, List.of(new Period(number, counted)), List.of(), rolling, null,
                List.of(), basis), calendar);
    }

    private int number() throws Wrong {
        if (length == null) {
            throw new Wrong("length", "没有写明长度。");
        }
        if (!length.matches("\\d{1,5}") || Integer.parseInt(length) < 1 || Integer.parseInt(length) > Period.LONGEST) {
            throw new Wrong("length", "“" + length + "”应为1到" + Period.LONGEST + "之间的整数。");
        }
        return Integer.parseInt(length);
    }

    private LocalDate day() throws Wrong {
        if (from == null) {
            throw new Wrong("from", "没有写明起算日。");
        }
        try {
            return bounded(LocalDate.parse(from));
        } catch (DateTimeParseException e) {
            throw new Wrong("from", "“" + from + "”不是日期，应为 2026-02-10 这样的写法。");
        }
    }

    private OffsetDateTime time() throws Wrong {
        if (from == null) {
            throw new Wrong("from", "没有写明起算的时刻。");
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(from);
            bounded(Counting.civilDay(time));
            return time;
        } catch (DateTimeParseException e) {
            throw new Wrong("from", "“" + from + "”不是带时差的时刻，以小时计算应为 2026-02-10T09:00:00+08:00 这样的写法。");
        }
    }

    /// Keeps slips such as the year 20260 from being answered.
    private static LocalDate bounded(LocalDate day) throws Wrong {
        if (day.getYear() < 1949 || day.getYear() > 2199) {
            throw new Wrong("from", "“" + day + "”不在1949年至2199年之间。");
        }
        return day;
    }

    private CountingClause clause(CountingClauses clauses, LocalDate start) throws Wrong {
        return switch (clauses.find(law == null ? "" : law, start)) {
            case Found.Clause(CountingClause clause) -> clause;
            case Found.Nothing(String reason) -> throw new Wrong("law", reason);
        };
    }

    private Unit unitByLaw(CountingClauses clauses, LocalDate start, int number) throws Wrong {
        CountingClause clause = clause(clauses, start);
        return clause.unitOf(number).orElseThrow(() -> new Wrong("unit", "《" + clause.zh() + "》中" + number
                + "日既有工作日也有自然日，须写明单位" + (clause.note() == null ? "。" : "（" + clause.note() + "）。")));
    }

    private List<TraceLine> cited(CountingClauses clauses, LocalDate start, int number, @Nullable Unit given) throws Wrong {
        CountingClause clause = clause(clauses, start);
        List<TraceLine> lines = new ArrayList<>();
        if (given == null) {
            if (clause.unitOf(number).isPresent()) {
                lines.add(new TraceLine(Kind.BASIS, null, clause.explain(number)));
            }
        } else {
            boolean differs = (given == Unit.WORKING_DAY || given == Unit.CALENDAR_DAY)
                    && clause.unitOf(number).filter(unit -> unit != given).isPresent();
            lines.add(new TraceLine(Kind.BASIS, null, "所引法律：" + clause.title() + "；单位由提问写明，为"
                    + (given == Unit.WORKING_DAY ? "工作日" : given == Unit.CALENDAR_DAY ? "自然日" : given.zh().replace("个", ""))
                    + (differs ? "，与该法自己的计算条款不同，请核对" : "") + "。依据：" + clause.basis() + "。"));
        }
        if (!clause.appliesOn(start)) {
            lines.add(new TraceLine(Kind.NOTE, null, "注意：" + clause.title() + "在起算日" + start + "并非有效文本。"));
        }
        return lines;
    }

    /// Carries the reason out of the parsing; never leaves this class.
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String reason;

        Wrong(String field, String reason) {
            super(reason, null, false, false);
            this.field = field;
            this.reason = reason;
        }
    }
}
