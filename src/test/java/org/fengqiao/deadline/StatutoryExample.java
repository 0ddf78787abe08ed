package org.fengqiao.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.WorkingDays;

/// One line of `statutory-periods.txt`: a rule, its article, and a dated example with the day that was counted by hand.
record StatutoryExample(int line, String rule, String basis, String from, String period, Roll roll, List<String> acts, String due, String words) {

    static List<StatutoryExample> all() {
        try (InputStream in = StatutoryExample.class.getResourceAsStream("statutory-periods.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return java.util.stream.IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
                    .mapToObj(i -> of(i + 1, lines.get(i).split("\\s*\\|\\s*", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatutoryExample of(int line, String[] c) {
        if (c.length != 8) {
            throw new IllegalStateException("line " + line + " has " + c.length + " columns");
        }
        return new StatutoryExample(line, c[0], c[1], c[2], c[3], Roll.parse(c[4]).orElseThrow(),
                c[5].isEmpty() ? List.of() : Arrays.asList(c[5].split("\\s*,\\s*")), c[6], c[7]);
    }

    String law() {
        return basis.substring(0, basis.indexOf('#') < 0 ? basis.length() : basis.indexOf('#'));
    }

    /// Whether this is a clock: a length that runs from a day or a moment.
    boolean clock() {
        return Character.isDigit(period.charAt(0));
    }

    Period length() {
        return Period.parse(period);
    }

    /// Lives the example through: the clock with everything that was done to it.
    ///
    /// @throws AssertionError when an act is not answered as the line says
    Clock lived(WorkingDays calendar) {
        Clock clock = Clock.of(rule, roll == Roll.FORWARD ? ClockKind.TERM : ClockKind.DUTY, words, Moment.parse(from), length(), roll).citing(basis);
        for (int i = 0; i < acts.size(); i++) {
            String[] w = acts.get(i).split(" ");
            String then = i + 1 < acts.size() ? acts.get(i + 1) : "";
            clock = switch (w[0]) {
                case "cap" -> clock.capped(cap(acts.get(i).substring(4)));
                case "stop" -> stopped(clock, w[1].split("\\.\\."), calendar);
                case "restart" -> changed(clock.restart(new Entry.Restart(Moment.parse(w[1]), "重新计算", List.of(basis), "D-1")));
                case "extend" -> extended(clock, w, then.equals("refused"), calendar);
                case "favour" -> favoured(clock, w, then.equals("kept"), calendar);
                case "within" -> held(clock, w[1], true, calendar);
                case "late" -> held(clock, w[1], false, calendar);
                case "refused", "kept" -> clock;
                default -> throw new AssertionError("line " + line + " does not know " + w[0]);
            };
        }
        return clock;
    }

    private static ExtensionCap cap(String text) {
        String[] parts = text.split("×");
        return new ExtensionCap(parts[0].equals("0") ? null : Integer.valueOf(parts[0]), Period.parse(parts[1]), null);
    }

    private Clock stopped(Clock clock, String[] days, WorkingDays calendar) {
        Clock stopped = changed(clock.stop(new Entry.Stop(Moment.parse(days[0]), "中止", List.of(basis), "D-1"), calendar));
        return changed(stopped.resume(new Entry.Resume(Moment.parse(days[1]), "恢复", List.of(basis), null)));
    }

    private Clock extended(Clock clock, String[] w, boolean refused, WorkingDays calendar) {
        Outcome outcome = clock.extend(new Entry.Extend(Moment.parse(w[3]), Period.parse(w[1] + " " + w[2]), "延长", List.of(basis), "D-2"), calendar);
        if (!refused) {
            return changed(outcome);
        }
        if (outcome instanceof Outcome.Refused) {
            return clock;
        }
        throw new AssertionError("line " + line + " should be refused");
    }

    private Clock favoured(Clock clock, String[] w, boolean kept, WorkingDays calendar) {
        Outcome outcome = clock.replaceInFavourOfParty(
                new Entry.Replace(Moment.parse(w[3]), Period.parse(w[1] + " " + w[2]), "就长", List.of(basis), null), calendar);
        if (kept != outcome instanceof Outcome.Kept) {
            throw new AssertionError("line " + line + ": " + outcome);
        }
        return kept ? clock : changed(outcome);
    }

    private Clock held(Clock clock, String at, boolean within, WorkingDays calendar) {
        if (clock.within(Moment.parse(at), calendar) != within) {
            throw new AssertionError("line " + line + ": " + at + " should " + (within ? "" : "not ") + "be in time");
        }
        return clock;
    }

    private Clock changed(Outcome outcome) {
        if (outcome instanceof Outcome.Changed(Clock changed)) {
            return changed;
        }
        throw new AssertionError("line " + line + ": " + outcome);
    }

    /// The days that the acts leave out: from the stop until the day before the resumption.
    boolean leavesOut(LocalDate day) {
        return acts.stream().filter(a -> a.startsWith("stop ")).map(a -> a.substring(5).split("\\.\\."))
                .anyMatch(d -> !day.isBefore(LocalDate.parse(d[0])) && day.isBefore(LocalDate.parse(d[1])));
    }
}
