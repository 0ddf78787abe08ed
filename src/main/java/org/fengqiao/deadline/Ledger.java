package org.fengqiao.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fengqiao.calendar.HourPause;
import org.fengqiao.calendar.Pause;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Span;
import org.fengqiao.calendar.TraceLine;
import org.fengqiao.calendar.TraceLine.Kind;
import org.jspecify.annotations.Nullable;

/// 期限台账: the ledger of a clock replayed into what is to be counted.
final class Ledger {

    private final Clock clock;
    private final List<Period> extensions = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<HourPause> hourPauses = new ArrayList<>();
    private Moment start;
    private Period budget;
    private Entry.@Nullable Stop open;

    private Ledger(Clock clock) {
        this.clock = clock;
        this.start = clock.start();
        this.budget = clock.budget();
    }

    static Ledger of(Clock clock) {
        Ledger ledger = new Ledger(clock);
        clock.ledger().forEach(ledger::replay);
        return ledger;
    }

    Period budget() {
        return budget;
    }

    List<Period> extensions() {
        return extensions;
    }

    /// What is to be counted, with the words for its account.
    Span span() {
        boolean restarted = clock.ledger().stream().anyMatch(Entry.Restart.class::isInstance);
        return span(restarted ? "重新计算" : clock.startRule(), notes(), basis());
    }

    /// What is to be counted, for those who ask for the day alone.
    Span bare() {
        return span(null, List.of(), List.of());
    }

    private Span span(@Nullable String rule, List<TraceLine> notes, List<TraceLine> basis) {
        if (clock.hours()) {
            List<HourPause> all = new ArrayList<>(hourPauses);
            if (open != null) {
                all.add(new HourPause(time(open.at()), null, open.ground()));
            }
            Duration length = extensions.stream().map(Period::duration).reduce(budget.duration(), Duration::plus);
            return new Span.Hours(time(start), length, all, rule, notes, basis);
        }
        List<Pause> all = new ArrayList<>(pauses);
        if (open != null) {
            all.add(new Pause(firstLeft(open), null, open.ground()));
        }
        List<Period> periods = new ArrayList<>();
        periods.add(budget);
        periods.addAll(extensions);
        return new Span.Days(start.day(), periods, all, clock.roll(), rule, notes, basis);
    }

    private void replay(Entry entry) {
        switch (entry) {
            case Entry.Stop stop -> open = stop;
            case Entry.Resume resume -> {
                resumed(Objects.requireNonNull(open), resume);
                open = null;
            }
            case Entry.Restart restart -> {
                start = restart.at();
                extensions.clear();
                pauses.clear();
                hourPauses.clear();
                open = null;
            }
            case Entry.Extend extend -> extensions.add(extend.by());
            case Entry.Replace replace -> budget = replace.budget();
        }
    }

    private void resumed(Entry.Stop stop, Entry.Resume resume) {
        if (clock.hours()) {
            hourPauses.add(new HourPause(time(stop.at()), time(resume.at()), "因" + stop.ground() + "中止"));
            return;
        }
        LocalDate first = firstLeft(stop);
        LocalDate last = resume.dayCounts() ? resume.at().day().minusDays(1) : resume.at().day();
        if (!last.isBefore(first)) {
            pauses.add(new Pause(first, last, stop.ground()));
        }
    }

    private static LocalDate firstLeft(Entry.Stop stop) {
        return stop.dayCounts() ? stop.at().day().plusDays(1) : stop.at().day();
    }

    private static OffsetDateTime time(Moment at) {
        return Objects.requireNonNull(at.time());
    }

    private List<TraceLine> notes() {
        List<TraceLine> lines = new ArrayList<>();
        for (Entry entry : clock.ledger()) {
            String what = switch (entry) {
                case Entry.Stop stop -> "中止，" + (stop.dayCounts() ? "当日仍计入" : "当日不计入");
                case Entry.Resume resume -> "恢复，" + (resume.dayCounts() ? "当日计入" : "当日不计入");
                case Entry.Restart _ -> "重新计算，此前的中止和延长不再计算";
                case Entry.Extend extend -> "延长" + extend.by().zh();
                case Entry.Replace replace -> "期限改为" + replace.budget().zh();
            };
            String cited = entry.basis().isEmpty() ? "" : "，依据" + String.join("、", entry.basis());
            String document = entry.document() == null ? "" : "，文书" + entry.document();
            lines.add(new TraceLine(Kind.LEDGER, entry.at().day(),
                    entry.at().zh() + what + "：" + entry.ground() + cited + document + "。"));
        }
        if (lines.isEmpty()) {
            lines.add(new TraceLine(Kind.LEDGER, null, "中止、延长：无。"));
        }
        return lines;
    }

    private List<TraceLine> basis() {
        List<TraceLine> lines = new ArrayList<>();
        if (clock.interpretation() != null) {
            lines.add(new TraceLine(Kind.NOTE, null, "解释：" + clock.interpretation() + (clock.interpretation().endsWith("。") ? "" : "。")));
        }
        if (!clock.basis().isEmpty()) {
            lines.add(new TraceLine(Kind.BASIS, null, "依据：" + String.join("、", clock.basis()) + "。"));
        }
        return lines;
    }
}
