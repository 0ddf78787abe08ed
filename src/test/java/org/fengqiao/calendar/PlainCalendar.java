package org.fengqiao.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// A second, independent statement of the calendar 2018-2026: weekdays off and weekend days at work, nothing else, and
/// counting by brute force over it.
final class PlainCalendar {

    private static final String WEEKDAYS_OFF = """
            2018 0101 0215 0216 0219 0220 0221 0405 0406 0430 0501 0618 0924 1001 1002 1003 1004 1005 1231
            2019 0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007
            2020 0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007
            2020 1008
            2021 0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007
            2022 0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007
            2023 0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006
            2024 0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004
            2024 1007
            2025 0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008
            2026 0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006
            2026 1007
            """;

    private static final String WEEKEND_DAYS_AT_WORK = """
            2018 0211 0224 0408 0428 0929 0930 1229
            2019 0202 0203 0428 0505 0929 1012
            2020 0119 0426 0509 0628 0927 1010
            2021 0207 0220 0425 0508 0918 0926 1009
            2022 0129 0130 0402 0424 0507 1008 1009
            2023 0128 0129 0423 0506 0625 1007 1008
            2024 0204 0218 0407 0428 0511 0914 0929 1012
            2025 0126 0208 0427 0928 1011
            2026 0104 0214 0228 0509 0920 1010
            """;

    private PlainCalendar() {}

    static Set<LocalDate> off() {
        return read(WEEKDAYS_OFF);
    }

    static Set<LocalDate> work() {
        return read(WEEKEND_DAYS_AT_WORK);
    }

    static boolean working(LocalDate day, Set<LocalDate> off, Set<LocalDate> work) {
        return day.getDayOfWeek().getValue() >= 6 ? work.contains(day) : !off.contains(day);
    }

    /// The n-th working day after a day, found one day at a time.
    static LocalDate nthWorkingDay(LocalDate after, int n) {
        Set<LocalDate> off = off();
        Set<LocalDate> work = work();
        LocalDate day = after;
        while (n > 0) {
            day = day.plusDays(1);
            n -= working(day, off, work) ? 1 : 0;
        }
        return day;
    }

    private static Set<LocalDate> read(String text) {
        Set<LocalDate> days = new HashSet<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> line.split(" ")).forEach(words ->
                Arrays.stream(words).skip(1).forEach(word -> days.add(LocalDate.of(Integer.parseInt(words[0]),
                        Integer.parseInt(word.substring(0, 2)), Integer.parseInt(word.substring(2))))));
        return days;
    }
}
