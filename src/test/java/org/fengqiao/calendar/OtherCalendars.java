package org.fengqiao.calendar;

import com.tyme.holiday.LegalHoliday;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Calendars that others keep, from data that did not come through this product.
public final class OtherCalendars {

    /// The last year of the data in tyme4j 1.3.7, which was released before the notice of 4 November 2025.
    public static final int TYME_ENDS = 2025;

    private static final Map<LocalDate, Boolean> CHINESE_DAYS = read();
    private static final Map<LocalDate, Boolean> TYME = LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2027, 1, 1))
            .collect(Collectors.toMap(day -> day, OtherCalendars::worksByTyme));

    private OtherCalendars() {}

    /// Working days by the data of chinese-days, 2018 to 2026.
    public static Predicate<LocalDate> chineseDays() {
        return day -> CHINESE_DAYS.getOrDefault(day, day.getDayOfWeek().getValue() < 6);
    }

    /// Working days by tyme4j, until [#TYME_ENDS].
    public static Predicate<LocalDate> tyme() {
        return day -> TYME.getOrDefault(day, day.getDayOfWeek().getValue() < 6);
    }

    private static boolean worksByTyme(LocalDate day) {
        LegalHoliday found = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return found == null ? day.getDayOfWeek().getValue() < 6 : found.isWork();
    }

    private static Map<LocalDate, Boolean> read() {
        Map<LocalDate, Boolean> working = new HashMap<>();
        try (InputStream in = OtherCalendars.class.getResourceAsStream("chinese-days.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).toList()) {
                List<String> words = List.of(line.split(" "));
                words.subList(2, words.size()).forEach(day -> working.put(LocalDate.parse(words.get(0) + "-" + day), words.get(1).equals("work")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return working;
    }
}
