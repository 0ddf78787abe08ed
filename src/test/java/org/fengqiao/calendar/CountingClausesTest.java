package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.calendar.WorkingDaysTest.day;

import org.fengqiao.calendar.CountingClauses.Found;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("各法的日数计算条款")
class CountingClausesTest {

    private final CountingClauses clauses = CountingClauses.shipped();

    @ParameterizedTest(name = "{0} 在 {1}：{2}日为 {3}")
    @CsvSource({
        "administrative-penalty-law, 2026-01-01, 5, WORKING_DAY",
        "administrative-penalty-law, 2026-01-01, 7, WORKING_DAY",
        "administrative-penalty-law, 2026-01-01, 10, CALENDAR_DAY",
        "administrative-penalty-law, 2026-01-01, 15, CALENDAR_DAY",
        "administrative-penalty-law, 2026-01-01, 90, CALENDAR_DAY",
        "administrative-penalty-law, 2021-07-14, 3, CALENDAR_DAY",
        "administrative-penalty-law, 2021-07-15, 3, WORKING_DAY",
        "行政强制法, 2026-01-01, 10, WORKING_DAY",
        "行政强制法, 2026-01-01, 15, CALENDAR_DAY",
        "行政复议法, 2023-12-31, 10, CALENDAR_DAY",
        "行政复议法, 2024-01-01, 10, WORKING_DAY",
        "行政复议法-2017, 2026-01-01, 10, CALENDAR_DAY",
        "administrative-reconsideration-law@2018-01-01, 2026-01-01, 10, CALENDAR_DAY",
        "行政复议法实施条例, 2025-05-05, 10, WORKING_DAY",
        "行政复议法实施条例, 2023-05-05, 10, CALENDAR_DAY",
        "administrative-licensing-law, 2026-01-01, 45, WORKING_DAY",
        "administrative-licensing-law, 2026-01-01, 30, CALENDAR_DAY",
        "administrative-litigation-law, 2026-01-01, 5, CALENDAR_DAY",
        "petition-work-regulations, 2026-01-01, 5, WORKING_DAY",
        "petition-work-regulations, 2026-01-01, 15, CALENDAR_DAY",
        "政府信息公开条例, 2026-01-01, 20, WORKING_DAY",
        "法律援助法, 2026-01-01, 7, CALENDAR_DAY",
        "civil-code, 2026-01-01, 90, CALENDAR_DAY",
    })
    void decidesTheUnit(String law, String on, int length, Unit unit) {
        assertThat(clauses.find(law, day(on))).isInstanceOfSatisfying(Found.Clause.class,
                found -> assertThat(found.clause().unitOf(length)).contains(unit));
    }

    @Test
    @DisplayName("重大行政决策条例的七日有两种单位，不替人猜")
    void doesNotGuessWhereBothUnitsOccur() {
        Found found = clauses.find("重大行政决策程序暂行条例", day("2026-01-01"));
        assertThat(((Found.Clause) found).clause().unitOf(7)).isEmpty();
        assertThat(((Found.Clause) found).clause().unitOf(30)).contains(Unit.CALENDAR_DAY);
    }

    @Test
    @DisplayName("不认识的法律、没有的文本、尚未施行：说清收录了什么")
    void refusesWhatIsNotKnown() {
        assertThat(reason("某某法")).contains("某某法").contains("行政处罚法（administrative-penalty-law）");
        assertThat(reason("行政处罚法-1996")).contains("1996").contains("2021-07-15");
        assertThat(reason("administrative-penalty-law@2020-01-01")).contains("2021-07-15起");
        assertThat(reason("administrative-penalty-law@next")).contains("不是施行日期");
        assertThat(reason("社会救助法")).contains("2026-07-01");
    }

    @Test
    @DisplayName("说明写出条文序数和依据")
    void explainsItself() {
        Found found = clauses.find("行政处罚法", day("2026-01-01"));
        assertThat(((Found.Clause) found).clause().explain(5)).isEqualTo(
                "依《行政处罚法》（2021-07-15起施行的文本）第八十五条的计算条款，5日为工作日。依据：administrative-penalty-law@2021-07-15#85。");
    }

    private String reason(String law) {
        return ((Found.Nothing) clauses.find(law, day("2026-01-01"))).reason();
    }
}
