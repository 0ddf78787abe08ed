package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.List;

/// 加处罚款: what an unpaid fine has grown by on a day.
///
/// Counted from the day after the payment term up to and including the day asked about, on what is still unpaid
/// (interpretation in favour of the party: the text speaks of the fine). Days of an approved deferral or instalment, of
/// reconsideration and of suit do not count; the sum never exceeds the fine. Parts of a fen fall away.
///
/// @param amount in fen
/// @param days the days that counted
/// @param capped true when the cap, not the days, decides the amount
public record Surcharge(long amount, long days, boolean capped) {

    /// 标准: percent of the unpaid fine per day, and the cap in percent of the fine.
    public record Rate(int percentPerDay, int capPercent) {}

    /// 缴款: a payment lowers what is unpaid from the next day on.
    public record Payment(LocalDate on, long fen) {}

    /// 不计算期间: both days included.
    public record Pause(LocalDate from, LocalDate until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    private static final Surcharge NONE = new Surcharge(0, 0, false);

    /// @param fine in fen
    /// @param due last day of the payment term, extensions included
    /// @param until the day up to which it is counted
    public static Surcharge of(
            long fine, LocalDate due, LocalDate until, List<Payment> payments, List<Pause> pauses, Rate rate) {
        if (fine < 0 || rate.percentPerDay() < 0 || rate.capPercent() < 0) {
            throw new IllegalArgumentException("罚款数额和标准不能是负数。");
        }
        long cap = fine * rate.capPercent() / 100;
        long hundredths = 0;
        long days = 0;
        for (LocalDate day = due.plusDays(1); !day.isAfter(until) && fine > 0; day = day.plusDays(1)) {
            long unpaid = fine - paidBefore(day, payments);
            if (unpaid <= 0) {
                break;
            }
            if (paused(day, pauses)) {
                continue;
            }
            days++;
            hundredths += unpaid * rate.percentPerDay();
            if (hundredths / 100 >= cap) {
                return new Surcharge(cap, days, true);
            }
        }
        return days == 0 ? NONE : new Surcharge(hundredths / 100, days, false);
    }

    private static long paidBefore(LocalDate day, List<Payment> payments) {
        return payments.stream().filter(p -> p.on().isBefore(day)).mapToLong(Payment::fen).sum();
    }

    private static boolean paused(LocalDate day, List<Pause> pauses) {
        return pauses.stream().anyMatch(p -> p.covers(day));
    }
}
