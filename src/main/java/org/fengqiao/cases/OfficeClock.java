package org.fengqiao.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fengqiao.office.Offices;
import org.jspecify.annotations.Nullable;

/// 机关的今天: the one place that asks what day it is. A demonstration office has its own day, which only moves forward.
public final class OfficeClock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock wall;
    private final @Nullable Offices offices;
    private volatile @Nullable LocalDate day;

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

    /// A day that stands still, for tests and simulated lives.
    public static OfficeClock still(LocalDate day) {
        return new OfficeClock(Clock.fixed(day.atTime(10, 0).atZone(ZONE).toInstant(), ZONE), null, day);
    }

    public LocalDate today() {
        LocalDate set = day;
        return set == null ? LocalDate.now(wall) : set;
    }

    /// The moment: the office's day with the time of the wall clock.
    public OffsetDateTime now() {
        return today().atTime(LocalTime.now(wall)).atOffset(ZoneOffset.ofHours(8));
    }

    /// When something is recorded: always the wall clock.
    public Instant recordedAt() {
        return wall.instant();
    }

    /// Moves the demonstration day forward.
    ///
    /// @throws IllegalArgumentException when the day lies before the present one, or this is no demonstration
    public synchronized void moveTo(LocalDate to) {
        LocalDate set = day;
        if (set == null || offices == null) {
            throw new IllegalArgumentException("只有演示机关可以调整日期");
        }
        if (to.isBefore(set)) {
            throw new IllegalArgumentException("演示日期只能向后调整，现在是 " + set);
        }
        offices.setDay(to);
        day = to;
    }
}
