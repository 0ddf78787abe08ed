package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.calendar.HolidayNotice.Arranged;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作日历")
class WorkingDaysTest {

    private final WorkingDays calendar = WorkingDays.announced();

    @ParameterizedTest(name = "{0}年有{1}个工作日")
    @CsvSource({"2021,250", "2022,249", "2023,249", "2024,251", "2025,248", "2026,248"})
    void countsTheWorkingDaysOfAYear(int year, int days) {
        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31))).isEqualTo(days);
    }

    @Test
    @DisplayName("春节放假日、调休上班日、周末、平日各有名称")
    void namesEveryDay() {
        assertThat(calendar.dayOf(day("2026-02-17"))).isEqualTo(new Day(day("2026-02-17"), DayKind.HOLIDAY, "春节", true));
        assertThat(calendar.dayOf(day("2026-02-23"))).isEqualTo(new Day(day("2026-02-23"), DayKind.HOLIDAY, "春节", false));
        assertThat(calendar.dayOf(day("2026-02-14")).kind()).isEqualTo(DayKind.MAKE_UP_WORKING);
        assertThat(calendar.dayOf(day("2026-10-11"))).isEqualTo(new Day(day("2026-10-11"), DayKind.WEEKEND, "周日", false));
        assertThat(calendar.dayOf(day("2026-10-09")).kind()).isEqualTo(DayKind.WORKING);
        assertThat(calendar.dayOf(day("2026-10-01")).label()).isEqualTo("国庆");
        assertThat(calendar.dayOf(day("2026-02-17")).label()).isEqualTo("春节");
    }

    @Test
    @DisplayName("2020年春节假期延长在公布之前不为人所知")
    void knowsTheExtensionOf2020OnlyOnceItWasAnnounced() {
        WorkingDays before = calendar.asAnnouncedOn(day("2020-01-26"));
        WorkingDays after = calendar.asAnnouncedOn(day("2020-01-27"));

        assertThat(before.isWorkingDay(day("2020-01-31"))).isTrue();
        assertThat(before.isWorkingDay(day("2020-02-01"))).as("原定周六上班").isTrue();
        assertThat(after.isWorkingDay(day("2020-01-31"))).isFalse();
        assertThat(after.isWorkingDay(day("2020-02-01"))).isFalse();
        assertThat(after.isWorkingDay(day("2020-02-03"))).isTrue();
        assertThat(before.version()).isEqualTo("2020年版（国办通知 2019-11-21）");
        assertThat(after.version()).isEqualTo("2020年版（国办通知 2020-01-27）");
    }

    @Test
    @DisplayName("2019年劳动节调整在公布之前不为人所知")
    void knowsTheLabourDayOf2019OnlyOnceItWasChanged() {
        assertThat(calendar.asAnnouncedOn(day("2019-03-21")).isWorkingDay(day("2019-05-02"))).isTrue();
        assertThat(calendar.asAnnouncedOn(day("2019-03-22")).isWorkingDay(day("2019-05-02"))).isFalse();
        assertThat(calendar.asAnnouncedOn(day("2019-03-22")).isWorkingDay(day("2019-05-05"))).isTrue();
    }

    @Test
    @DisplayName("2025年11月4日之前，最后公布的年份是2025年")
    void knowsItsLastAnnouncedYear() {
        assertThat(calendar.lastAnnounced()).isEqualTo(day("2026-12-31"));
        assertThat(calendar.version()).isEqualTo("2026年版（国办通知 2025-11-04）");
        assertThat(calendar.asAnnouncedOn(day("2025-11-03")).lastAnnounced()).isEqualTo(day("2025-12-31"));
        assertThatThrownBy(() -> calendar.asAnnouncedOn(day("2017-01-01"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("未公布的年份按周一至周五计，并为暂定；补录通知后即确定")
    void treatsUnannouncedYearsAsPlainWeeks() {
        LocalDate monday = day("2027-01-04");
        assertThat(calendar.isWorkingDay(monday)).isTrue();
        assertThat(calendar.provisional(monday)).isTrue();

        WorkingDays more = calendar.with(new HolidayNotice(2027, "测试用的2027年通知", day("2026-11-20"),
                Map.of(day("2027-01-01"), new Arranged("元旦", true, true), monday, new Arranged("元旦", true, false), day("2027-10-01"), new Arranged("国庆节", true, true))));
        assertThat(more.isWorkingDay(monday)).isFalse();
        assertThat(more.provisional(monday)).isFalse();
        assertThat(calendar.isWorkingDay(monday)).as("原来的版本不变").isTrue();
    }

    @Test
    @DisplayName("未公布的年份，放假办法第二条写明公历日期的节日不是工作日；依农历的、逢周末要补的等通知；2014 年以前的文本未收录")
    void countsTheFestivalsThatTheLawDates() {
        assertThat(calendar.dayOf(day("2027-01-01"))).isEqualTo(new Day(day("2027-01-01"), DayKind.HOLIDAY, "元旦", true));
        assertThat(calendar.isWorkingDay(day("2027-10-01"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2028-05-01"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2028-05-02"))).as("劳动节两天，2024 年文本").isFalse();
        assertThat(calendar.isWorkingDay(day("2017-05-01"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2017-05-02"))).as("劳动节一天，2013 年文本").isTrue();
        assertThat(calendar.isWorkingDay(day("2017-10-03"))).isFalse();
        assertThat(calendar.isWorkingDay(day("2017-10-04"))).isTrue();
        assertThat(calendar.isWorkingDay(day("2027-02-08"))).as("正月初三").isTrue();
        assertThat(calendar.isWorkingDay(day("2027-10-04"))).as("10 月 2 日、3 日是周末，补在哪一天由通知定").isTrue();
        assertThat(calendar.isWorkingDay(day("2013-05-01"))).isTrue();
        assertThat(calendar.byWeekdaysAlone().isWorkingDay(day("2027-01-01"))).isTrue();

        WorkingDays worked = calendar.with(new HolidayNotice(2027, "一个节日的通知", day("2026-11-20"), Map.of(day("2027-01-01"), new Arranged("元旦", false, false))));
        assertThat(worked.isWorkingDay(day("2027-01-01"))).as("通知写明的以通知为准").isTrue();
    }

    @Test
    @DisplayName("已公布的各年，通知里写明公历日期的法定节日恰好就是放假办法当时的文本所定")
    void agreesWithEveryNotice() {
        for (LocalDate d = day("2018-01-01"); d.getYear() < 2027; d = d.plusDays(1)) {
            boolean dated = d.getMonthValue() == 1 && d.getDayOfMonth() == 1 || d.getMonthValue() == 5 || d.getMonthValue() == 10;
            Day found = calendar.dayOf(d);
            // 端午、中秋 may fall into May and October.
            if (dated && (FixedHolidays.on(d) != null || found.statutory() && !found.name().matches(".*(端午|中秋).*"))) {
                assertThat(found.statutory()).as(d + " " + found.name()).isTrue();
                assertThat(found.name()).as(d.toString()).contains(FixedHolidays.on(d));
            }
        }
    }

    @Test
    @DisplayName("早于收录的、夹在中间没有收录的年度，同样不当作确定；一个节日的通知不使全年确定")
    void treatsEveryUnknownYearAlike() {
        assertThat(calendar.provisional(day("2017-12-31"))).isTrue();
        assertThat(calendar.provisional(day("2018-01-01"))).isFalse();
        assertThat(calendar.counted(day("2017-10-09")).mark()).isEqualTo("（暂定）");
        assertThat(calendar.doubt(2017)).isEqualTo("2017 年放假安排未收录");
        assertThat(calendar.doubt(2027)).isEqualTo("2027 年放假安排尚未公布");

        WorkingDays part = calendar.with(new HolidayNotice(2027, "一个节日的通知", day("2026-11-20"), Map.of(day("2027-01-01"), new Arranged("元旦", true, true))));
        assertThat(part.isWorkingDay(day("2027-01-01"))).isFalse();
        assertThat(part.provisional(day("2027-01-04"))).isTrue();
        assertThat(part.lastAnnounced()).isEqualTo(day("2026-12-31"));
        WorkingDays gap = calendar.with(new HolidayNotice(2028, "2028", day("2026-11-20"),
                Map.of(day("2028-01-03"), new Arranged("元旦", true, true), day("2028-01-01"), new Arranged("元旦", true, true), day("2028-10-02"), new Arranged("国庆节", true, true), day("2028-10-01"), new Arranged("国庆节", true, true))));
        assertThat(gap.provisional(day("2028-05-08"))).isFalse();
        assertThat(gap.provisional(day("2027-05-10"))).isTrue();
    }

    @Test
    @DisplayName("前一个、后一个工作日越过国庆长假")
    void findsNeighbouringWorkingDays() {
        assertThat(calendar.nextWorkingDay(day("2026-09-30"))).isEqualTo(day("2026-10-08"));
        assertThat(calendar.workingDayFrom(day("2026-09-30"))).isEqualTo(day("2026-09-30"));
        assertThat(calendar.lastWorkingDayBefore(day("2026-10-08"))).isEqualTo(day("2026-09-30"));
    }

    @Test
    @DisplayName("2018年至2026年每一天与另行写出的清单一致")
    void agreesWithAPlainListEveryDay() {
        Set<LocalDate> off = PlainCalendar.off();
        Set<LocalDate> work = new HashSet<>(PlainCalendar.work());
        for (LocalDate day = day("2018-01-01"); day.isBefore(day("2027-01-01")); day = day.plusDays(1)) {
            boolean weekend = Stream.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).anyMatch(day.getDayOfWeek()::equals);
            boolean expected = weekend ? work.contains(day) : !off.contains(day);
            assertThat(calendar.isWorkingDay(day)).as(day.toString()).isEqualTo(expected);
        }
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
