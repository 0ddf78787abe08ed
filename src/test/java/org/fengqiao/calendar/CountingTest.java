package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengqiao.calendar.WorkingDaysTest.day;

import java.time.OffsetDateTime;
import java.util.List;
import org.fengqiao.calendar.DayMark.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("期间的计算")
class CountingTest {

    private final WorkingDays calendar = WorkingDays.announced();

    @Test
    @DisplayName("9月29日送达，五个工作日越过国庆长假，10月10日调休计入，10月12日届满")
    void skipsTheNationalDayAndCountsTheMakeUpDay() {
        DueDay due = due("2026-09-29", "5 working-days", Roll.FORWARD);

        assertThat(due.due()).isEqualTo("2026-10-12");
        assertThat(due.rolled()).isFalse();
        assertThat(due.provisional()).isFalse();
        assertThat(due.lastWorkingDayBefore()).isEqualTo("2026-10-10");
        assertThat(due.explanation())
                .contains("2026年10月1日至10月7日国庆节（7天），不计入。", "2026年10月11日周日，不计入。",
                        "2026年10月10日（周六）为国庆节调休上班日，计入。", "日历：2026年版（国办通知 2025-11-04）。");
        assertThat(due.days()).extracting(mark -> mark.day().getDayOfMonth() + mark.label())
                .containsExactly("29起算", "30第1日", "1国庆", "2国庆", "3国庆", "4国庆", "5国庆", "6国庆", "7国庆",
                        "8第2日", "9第3日", "10第4日", "11周日", "12届满");
        assertThat(due.days().getLast()).isEqualTo(new DayMark(day("2026-10-12"), Role.DUE, 5, "届满"));
    }

    @Test
    @DisplayName("8月20日立案，九十日为自然日，11月18日届满")
    void countsNinetyCalendarDaysThroughTheHolidays() {
        DueDay due = due("2026-08-20", "90 calendar-days", Roll.NONE);

        assertThat(due.due()).isEqualTo("2026-11-18");
        assertThat(due.explanation()).hasSizeLessThan(8)
                .contains("期限为90天，按自然日计算，节假日不扣除：2026年8月21日为第1天，2026年11月18日为第90天。");
        assertThat(due.days()).hasSize(91);
    }

    @ParameterizedTest(name = "{0} 起 {1}，{2} 届满")
    @CsvSource({
        "2026-02-10, 5 working-days, 2026-02-24",      // 春节与2月14日调休
        "2026-02-13, 1 working-day, 2026-02-14",       // 第二天周六是调休上班日
        "2026-02-14, 1 working-day, 2026-02-24",       // 九天长假
        "2020-01-22, 3 working-days, 2020-02-04",      // 延长后的2020年春节
        "2018-12-28, 2 working-days, 2019-01-02",      // 2018年12月29日调休，跨年
        "2026-01-31, 1 month, 2026-02-28",
        "2024-01-31, 1 month, 2024-02-29",
        "2026-03-31, 1 month, 2026-04-30",
        "2026-02-28, 1 month, 2026-03-28",             // 对应日是二十八日，不是月末
        "2024-02-29, 1 year, 2025-02-28",
        "2024-02-29, 4 years, 2028-02-29",
        "2026-06-15, 6 months, 2026-12-15",
        "2024-02-28, 1 calendar-day, 2024-02-29",
        "2026-12-31, 1 calendar-day, 2027-01-01",
    })
    void findsTheLastDay(String from, String period, String due) {
        assertThat(due(from, period, Roll.NONE).due()).isEqualTo(due);
    }

    @Test
    @DisplayName("2020年1月27日之前计算的期限不知道延长的春节")
    void countsByTheCalendarOfTheDay() {
        assertThat(Counting.due(day("2020-01-22"), Period.parse("3 working-days"), Roll.NONE,
                calendar.asAnnouncedOn(day("2020-01-22"))).due()).isEqualTo("2020-02-01");
    }

    @Test
    @DisplayName("最后一日为周日：规定顺延的顺延到周一，没有规定的停在周日并提示争议（民法典二百零三条）")
    void rollsOnlyWhereDeclared() {
        DueDay rolled = due("2026-10-31", "15 calendar-days", Roll.FORWARD);
        assertThat(rolled.due()).isEqualTo("2026-11-16");
        assertThat(rolled.unrolled()).isEqualTo("2026-11-15");
        assertThat(rolled.rolled()).isTrue();
        assertThat(rolled.explanation()).anyMatch(line -> line.contains("顺延至其后的第一个工作日2026年11月16日（周一）"));
        assertThat(rolled.days().getLast().day()).isEqualTo("2026-11-16");

        DueDay fixed = due("2026-10-31", "15 calendar-days", Roll.NONE);
        assertThat(fixed.due()).isEqualTo("2026-11-15");
        assertThat(fixed.rolled()).isFalse();
        assertThat(fixed.lastWorkingDayBefore()).isEqualTo("2026-11-13");
        assertThat(fixed.workingDayFrom()).isEqualTo("2026-11-16");
        assertThat(fixed.explanation()).anyMatch(line -> line.contains("有争议"));
    }

    @Test
    @DisplayName("最后一日为调休上班的周六，不顺延")
    void doesNotRollFromAMakeUpDay() {
        assertThat(due("2026-09-25", "15 calendar-days", Roll.FORWARD).due()).isEqualTo("2026-10-10");
    }

    @Test
    @DisplayName("最后一日在国庆长假中，顺延过整个长假")
    void rollsOverAWholeHoliday() {
        DueDay due = due("2026-09-16", "15 calendar-days", Roll.FORWARD);
        assertThat(due.due()).isEqualTo("2026-10-08");
        assertThat(due.days()).filteredOn(mark -> mark.role() == Role.ROLLED).hasSize(6);
    }

    @ParameterizedTest(name = "{0} 起 {1}：{2}，暂定 {3}")
    @CsvSource({
        "2026-12-01, 30 calendar-days, 2026-12-31, false",
        "2026-12-01, 31 calendar-days, 2027-01-01, true",
        "2026-12-24, 5 working-days, 2026-12-31, false",
        "2026-12-24, 6 working-days, 2027-01-04, true",
        "2026-11-30, 1 year, 2027-11-30, true",
    })
    @DisplayName("届满日在2026年12月31日之后即为暂定，不论单位")
    void isProvisionalBeyondTheAnnouncedYears(String from, String period, String expected, boolean provisional) {
        DueDay due = due(from, period, Roll.NONE);
        assertThat(due.due()).isEqualTo(expected);
        assertThat(due.provisional()).isEqualTo(provisional);
        assertThat(due.explanation().stream().anyMatch(line -> line.contains("暂定"))).isEqualTo(provisional);
    }

    @Test
    @DisplayName("听证七个工作日前通知：通知日与听证日之间有完整的七个工作日，两端不计")
    void countsBackFromAHearing() {
        DueDay latest = Counting.latestDayBefore(day("2026-10-20"), Period.parse("7 working-days"), calendar);

        assertThat(latest.due()).isEqualTo("2026-10-09");
        assertThat(calendar.workingDaysBetween(latest.due(), day("2026-10-19"))).isEqualTo(7);
        assertThat(calendar.workingDaysBetween(latest.due().plusDays(1), day("2026-10-19"))).isEqualTo(6);
        assertThat(latest.explanation()).anyMatch(line -> line.contains("最迟应于2026年10月9日"));
    }

    @ParameterizedTest(name = "{0} 前 {1}：最迟 {2}")
    @CsvSource({
        "2026-05-20, 30 calendar-days, 2026-04-19",
        "2026-03-01, 1 month, 2026-01-31",
        "2026-10-09, 1 working-day, 2026-10-07",
        "2026-10-20, 10 calendar-days, 2026-10-09",
    })
    void countsBackFromAnEvent(String event, String period, String latest) {
        assertThat(Counting.latestDayBefore(day(event), Period.parse(period), calendar).due()).isEqualTo(latest);
    }

    @Test
    @DisplayName("二十四小时自当时起算，跨过午夜和周末也不停止、不顺延")
    void runsHoursOverMidnightAndWeekend() {
        DueDay due = Counting.due(OffsetDateTime.parse("2026-10-10T22:30:00+08:00"), 24, calendar);

        assertThat(due.moment()).isEqualTo(OffsetDateTime.parse("2026-10-11T22:30:00+08:00"));
        assertThat(due.due()).isEqualTo("2026-10-11");
        assertThat(due.text()).isEqualTo("2026-10-11T22:30:00+08:00");
    }

    @Test
    @DisplayName("时刻以中国的日历日为准，写法上保留原来的时差")
    void takesTheCivilDayInShanghai() {
        DueDay due = Counting.due(OffsetDateTime.parse("2026-12-31T10:00:00Z"), 6, calendar);
        assertThat(due.due()).isEqualTo("2027-01-01");
        assertThat(due.provisional()).isTrue();
        assertThat(due.text()).isEqualTo("2026-12-31T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // Ten working days through the New Year of 2018: those of December 2017 are not known.
        "2017-12-20, 15 working-days, true, 2017", "2017-12-29, 1 working-day, true, 2017", "2017-12-31, 1 working-day, false, ",
        // Days, months and years lean on their end alone.
        "2017-12-20, 60 calendar-days, false, ", "2017-07-01, 6 months, false, ", "2010-12-25, 10 years, false, ", "2017-03-20, 10 calendar-days, true, 2017",
        "2026-12-25, 6 working-days, true, 2027", "2026-12-25, 4 working-days, false, ",
    })
    @DisplayName("没有收录放假安排的年度：工作日数经过它，或者自然日落在它里面，都写明暂定和是哪一年")
    void neverTakesAnUnknownYearForCertain(String from, String period, boolean provisional, Integer year) {
        DueDay due = due(from, period, Roll.NONE);
        assertThat(due.provisional()).isEqualTo(provisional);
        assertThat(due.doubtfulYear()).isEqualTo(year == null ? java.util.OptionalInt.empty() : java.util.OptionalInt.of(year));
        assertThat(due.explanation().stream().anyMatch(line -> line.contains("暂定"))).isEqualTo(provisional);
        assertThat(due.explanation().stream().anyMatch(line -> line.contains("未收录"))).isEqualTo(year != null && year == 2017);
    }

    @Test
    @DisplayName("没有公布的年度不断言某日是工作日：一月四日按周次是周一，说明只说按周次")
    void doesNotAssertAWorkingDayOfAnUnknownYear() {
        WorkingDays known = WorkingDays.announced();
        assertThat(Counting.latestDayBefore(day("2018-01-03"), Period.parse("1 working-day"), known)).as("2017 is not counted through")
                .satisfies(d -> assertThat(d.due()).isEqualTo("2018-01-01"), d -> assertThat(d.provisional()).isFalse());
        assertThat(Counting.latestDayBefore(day("2018-01-03"), Period.parse("3 working-days"), known).provisional()).isTrue();
        assertThat(due("2026-12-28", "4 working-days", Roll.NONE).explanation()).contains("最后一日按周次为工作日，暂不涉及顺延。").doesNotContain("最后一日为工作日，不涉及顺延。");
        assertThat(due("2026-12-24", "4 working-days", Roll.NONE).explanation()).contains("最后一日为工作日，不涉及顺延。");
    }

    @Test
    @DisplayName("倒算：事前的工作日经过没有收录的年度，同样暂定")
    void marksCountingBack() {
        assertThat(Counting.latestDayBefore(day("2018-01-05"), Period.parse("7 working-days"), calendar).provisional()).isTrue();
        assertThat(Counting.latestDayBefore(day("2027-01-05"), Period.parse("7 working-days"), calendar).provisional()).isTrue();
        assertThat(Counting.latestDayBefore(day("2026-10-20"), Period.parse("7 working-days"), calendar).provisional()).isFalse();
        assertThat(Counting.latestDayBefore(day("2027-01-05"), Period.parse("30 calendar-days"), calendar).provisional()).isFalse();
    }

    @Test
    @DisplayName("期间的写法：单位可用下划线、复数；零、负数、没有单位都不成立")
    void readsPeriods() {
        assertThat(Period.parse("90 calendar-days")).isEqualTo(new Period(90, Unit.CALENDAR_DAY)).hasToString("90 calendar-days");
        assertThat(Period.parse("1 working_day")).hasToString("1 working-day");
        assertThat(Period.parse("3 MONTHS").zh()).isEqualTo("3个月");
        for (String wrong : List.of("0 calendar-days", "-5 working-days", "5", "5 weeks", "", "99999999 years")) {
            assertThatThrownBy(() -> Period.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("很长的工作日期间：周末合并成一句，每一天仍各有一格")
    void compressesLongExplanations() {
        DueDay due = due("2026-01-05", "200 working-days", Roll.NONE);
        assertThat(due.explanation()).hasSizeLessThan(25).anyMatch(line -> line.startsWith("其间的周六、周日共"));
        assertThat(due.days()).hasSize((int) (due.due().toEpochDay() - day("2026-01-05").toEpochDay()) + 1);
    }

    private DueDay due(String from, String period, Roll roll) {
        return Counting.due(day(from), Period.parse(period), roll, calendar);
    }
}
