package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.calendar.WorkingDaysTest.day;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("与别人的日历逐日比对：2018 年至 2026 年每一天")
class OtherCalendarsTest {

    /// Days on which another calendar is wrong, with the notice that decides. There is none: also the days that others most
    /// often miss agree, namely 2 to 4 May 2019 (notice of 22 March 2019) and 31 January to 2 February 2020 (notice of 27
    /// January 2020, by which the make-up day of 1 February fell away).
    private static final Map<LocalDate, String> ADJUDICATED = Map.of();

    private static Map<LocalDate, Day> disagreements(Predicate<LocalDate> other, int until) {
        Map<LocalDate, Day> found = new TreeMap<>();
        for (LocalDate day = day("2018-01-01"); day.getYear() <= until; day = day.plusDays(1)) {
            Day ours = WorkingDays.announced().dayOf(day);
            if (ours.working() != other.test(day) && !ADJUDICATED.containsKey(day)) {
                found.put(day, ours);
            }
        }
        return found;
    }

    @Test
    @DisplayName("chinese-days：没有一天不同")
    void agreesWithChineseDays() {
        assertThat(disagreements(OtherCalendars.chineseDays(), 2026)).isEmpty();
    }

    @Test
    @DisplayName("tyme4j：到它收录的最后一年，没有一天不同；其后它不知道放假安排")
    void agreesWithTyme() {
        assertThat(disagreements(OtherCalendars.tyme(), OtherCalendars.TYME_ENDS)).isEmpty();
        // 25 weekdays off and weekend days at work of the notice of 4 November 2025 are not in its data: not a disagreement
        // about what that notice says, but data that end before it. A newer release makes this fail and the year rise.
        assertThat(disagreements(OtherCalendars.tyme(), OtherCalendars.TYME_ENDS + 1)).hasSize(25);
    }
}
