package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Optional;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.jspecify.annotations.Nullable;

/// 申请、起诉和请求赔偿的末日: until when somebody could apply for reconsideration, sue or claim, from the dates an officer entered.
///
/// Lengths are dated series; what the law of the day does not know (none) does not limit.
final class RemedyTime {

    private final Facts facts;

    RemedyTime(Facts facts) {
        this.facts = facts;
    }

    /// The last day to apply for reconsideration; empty while a date is missing.
    Optional<LocalDate> applicationUntil() {
        return start("reconsideration.failure-period").map(start -> {
            LocalDate last = told(start, "remedy.reconsideration", "reconsideration.untold");
            return capped(rolled(last.plusDays(obstructed() + facts.number("deducted-days").orElse(0L))), "reconsideration.outer");
        });
    }

    /// The last day to bring a suit; empty while a date is missing.
    Optional<LocalDate> suitUntil() {
        boolean reviewed = facts.is("route", "after-reconsideration");
        return (reviewed ? facts.date("known-on") : start("litigation.failure-period")).map(start -> {
            LocalDate last = told(start, reviewed ? "remedy.litigation-after-reconsideration" : "remedy.litigation", "litigation.untold");
            return capped(rolled(last.plusDays(facts.number("deducted-days").orElse(0L))), "litigation.outer");
        });
    }

    /// The last day to claim compensation; empty while a date is missing.
    Optional<LocalDate> claimUntil() {
        return facts.date("known-on")
                .map(known -> rolled(after(known, "compensation.limitation").plusDays(facts.number("deducted-days").orElse(0L))));
    }

    /// Whether the court extended the time and had been asked soon enough after the obstacle had gone.
    boolean suitExtended() {
        Optional<LocalDate> gone = facts.date("obstacle-until");
        Optional<LocalDate> asked = facts.date("extension-asked-on");
        return facts.is("extension-granted", "granted")
                && gone.isPresent()
                && asked.isPresent()
                && !asked.get().isAfter(rolled(after(gone.get(), "litigation.extension-request")));
    }

    /// Where nobody answered an application, time begins when the duty had to be done.
    private Optional<LocalDate> start(String failurePeriod) {
        Optional<LocalDate> known = facts.date("known-on");
        return facts.is("service-way", "failure-to-act")
                ? facts.date("duty-until").or(() -> known.map(k -> after(k, failurePeriod)))
                : known;
    }

    private LocalDate told(LocalDate start, String length, String longest) {
        if (!facts.is("rights-told", "no")) {
            return after(start, length);
        }
        LocalDate outermost = facts.period(longest).map(p -> after(start, p)).orElse(null);
        LocalDate counted = facts.date("rights-known-on").map(d -> after(d, length)).orElse(null);
        if (counted == null) {
            return outermost == null ? LocalDate.MAX.minusYears(1000) : outermost;
        }
        return outermost == null ? counted : earlier(counted, outermost);
    }

    private long obstructed() {
        Optional<LocalDate> from = facts.date("obstacle-from");
        Optional<LocalDate> until = facts.date("obstacle-until");
        return from.isPresent() && until.isPresent() ? Math.max(0, until.get().toEpochDay() - from.get().toEpochDay()) : 0;
    }

    private LocalDate capped(LocalDate last, String outer) {
        String name = facts.is("real-property", "yes") ? outer + "-real-property" : outer;
        @Nullable LocalDate outermost = facts.date("act-on").flatMap(d -> facts.period(name).map(p -> after(d, p))).orElse(null);
        return outermost == null ? last : earlier(last, outermost);
    }

    private LocalDate after(LocalDate start, String period) {
        return facts.period(period).map(p -> after(start, p)).orElse(start);
    }

    private LocalDate after(LocalDate start, Period period) {
        return Counting.due(start, period, Roll.NONE, facts.calendar()).due();
    }

    private LocalDate rolled(LocalDate day) {
        return day.getYear() > 9999 ? day : facts.calendar().workingDayFrom(day);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
