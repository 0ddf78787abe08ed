package org.fengqiao.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;

/// 机关的今天: the one place that asks what day it is. A demonstration office has its own day, which only moves forward.
public final class OfficeClock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// No demonstration lives on after this day: terms reach a hundred years further and the calendar not beyond that.
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Clock wall;
    private final @Nullable Offices offices;
    private volatile @Nullable LocalDate day;
    /// The time of a simulated day; null where time passes by itself.
    private volatile @Nullable LocalTime simulated;

    private OfficeClock(Clock wall, @Nullable Offices offices, @Nullable LocalDate day) {
        this.wall = wall;
        this.offices = offices;
        this.day = day;
    }

    /// The wall clock in Asia/Shanghai.
    public static OfficeClock wall() {
        return new OfficeClock(Clock.system(ZONE), null, null);
    }

    /// The day kept in the database of a demonstration office.
    public static OfficeClock demonstration(Offices offices, LocalDate first) {
        LocalDate kept = offices.day();
        if (kept == null) {
            offices.setDay(first);
        }
        return new OfficeClock(Clock.system(ZONE), offices, kept == null ? first : kept);
    }

    /// The clock of an office that a command opens: the kept day of a demonstration office, the wall clock of any other.
    public static OfficeClock of(Offices offices) {
        LocalDate kept = offices.day();
        return kept == null ? wall() : new OfficeClock(Clock.system(ZONE), offices, kept);
    }

    /// A day that stands still, for tests and simulated lives.
    public static OfficeClock still(LocalDate day) {
        return new OfficeClock(Clock.fixed(day.atTime(10, 0).atZone(ZONE).toInstant(), ZONE), null, day);
    }

    /// A day that is set by whoever lives cases through time; what is recorded carries that day, too.
    public static OfficeClock simulated(LocalDate first) {
        OfficeClock clock = new OfficeClock(Clock.system(ZONE), null, first);
        clock.simulated = MORNING;
        return clock;
    }

    /// Sets a simulated day and its time.
    public void simulate(LocalDate to, LocalTime time) {
        if (simulated == null) {
            throw new IllegalStateException("only a simulated clock can be set");
        }
        day = to;
        simulated = time;
    }

    public LocalDate today() {
        LocalDate set = day;
        return set == null ? LocalDate.now(wall) : set;
    }

    /// The moment: the office's day with the time of the wall clock, to the second.
    public OffsetDateTime now() {
        LocalTime set = simulated;
        return today().atTime(set == null ? LocalTime.now(wall).truncatedTo(ChronoUnit.SECONDS) : set).atOffset(ZoneOffset.ofHours(8));
    }

    /// When something is recorded: the wall clock, or the simulated day.
    public Instant recordedAt() {
        return simulated != null ? now().toInstant() : wall.instant();
    }

    /// Moves the demonstration day forward.
    ///
    /// @throws IllegalArgumentException when the day lies before the present one or beyond the last, or this is no demonstration
    public synchronized void moveTo(LocalDate to) {
        LocalDate set = day;
        if (set == null || offices == null) {
            throw new IllegalArgumentException("只有演示机关可以调整日期");
        }
        if (to.isBefore(set)) {
            throw new IllegalArgumentException("演示日期只能向后调整，现在是 " + set);
        }
        if (to.isAfter(LAST)) {
            throw new IllegalArgumentException("演示日期至多调整到 " + LAST + "，写的是 " + to);
        }
        offices.setDay(to);
        day = to;
    }
}
