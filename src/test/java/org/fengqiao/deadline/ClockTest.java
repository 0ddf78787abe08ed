package org.fengqiao.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fengqiao.calendar.DueDay;
import org.fengqiao.calendar.HolidayNotice;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("期限的状态")
class ClockTest {

    private final WorkingDays calendar = WorkingDays.announced();

    @Test
    @DisplayName("要求听证：10月12日二十四时前都在期限内，13日起即已届满")
    void isOpenUntilTheEndOfItsLastDay() {
        Clock window = Clock.of("request-hearing", ClockKind.WINDOW, "要求听证", on("2026-09-29"),
                Period.parse("5 working-days"), Roll.FORWARD).forParty("p1").startingBy("告知书送达");

        assertThat(window.within(on("2026-09-29"), calendar)).as("送达当日即可要求").isTrue();
        assertThat(window.within(on("2026-10-12"), calendar)).isTrue();
        assertThat(window.within(at("2026-10-12T23:59:59+08:00"), calendar)).isTrue();
        assertThat(window.lapsed(on("2026-10-12"), calendar)).isFalse();
        assertThat(window.within(on("2026-10-13"), calendar)).isFalse();
        assertThat(window.lapsed(on("2026-10-13"), calendar)).isTrue();
        assertThat(window.within(on("2026-09-28"), calendar)).as("送达之前").isFalse();
        assertThat(window.state(calendar, day("2026-10-12"))).isEqualTo(ClockState.RUNNING);
        assertThat(window.state(calendar, day("2026-10-13"))).isEqualTo(ClockState.MISSED);
    }

    @Test
    @DisplayName("最后一日为周日而未规定顺延：其后至周一有争议，周二起才算届满")
    void isDisputedBetweenARestDayAndTheNextWorkingDay() {
        Clock duty = duty("2026-10-31", "15 calendar-days", Roll.NONE);

        assertThat(duty.state(calendar, day("2026-11-15"))).isEqualTo(ClockState.RUNNING);
        assertThat(duty.state(calendar, day("2026-11-16"))).isEqualTo(ClockState.DISPUTED);
        assertThat(duty.within(on("2026-11-16"), calendar)).isFalse();
        assertThat(duty.lapsed(on("2026-11-16"), calendar)).isFalse();
        assertThat(duty.state(calendar, day("2026-11-17"))).isEqualTo(ClockState.MISSED);
        assertThat(duty.lapsed(on("2026-11-17"), calendar)).isTrue();
        assertThat(changed(duty.end(on("2026-11-16"))).state(calendar, day("2026-12-01"))).isEqualTo(ClockState.DISPUTED);
    }

    @Test
    @DisplayName("同样的期限规定顺延：周一仍在期限内，没有争议")
    void isNotDisputedWhereItRolls() {
        Clock answer = duty("2026-10-31", "15 calendar-days", Roll.FORWARD);

        assertThat(answer.state(calendar, day("2026-11-16"))).isEqualTo(ClockState.RUNNING);
        assertThat(answer.within(on("2026-11-16"), calendar)).isTrue();
        assertThat(answer.state(calendar, day("2026-11-17"))).isEqualTo(ClockState.MISSED);
    }

    @Test
    @DisplayName("最后一日是工作日的，第二天就届满，没有争议")
    void isNeverDisputedAfterAWorkingDay() {
        assertThat(duty("2026-10-31", "16 calendar-days", Roll.NONE).state(calendar, day("2026-11-17"))).isEqualTo(ClockState.MISSED);
    }

    @Test
    @DisplayName("按期办结、逾期办结、解除各有其状态，且不因日后查看而改变")
    void remembersHowItEnded() {
        Clock duty = duty("2026-08-20", "90 calendar-days", Roll.NONE);

        assertThat(changed(duty.end(on("2026-11-18"))).state(calendar, day("2027-06-01"))).isEqualTo(ClockState.MET);
        assertThat(changed(duty.end(on("2026-11-19"))).state(calendar, day("2027-06-01"))).isEqualTo(ClockState.MISSED);
        assertThat(changed(duty.lift(on("2026-09-01"), "移送公安机关")).state(calendar, day("2027-06-01"))).isEqualTo(ClockState.LIFTED);
        assertThat(reason(duty.lift(on("2026-09-01"), " "))).contains("理由");
        assertThat(reason(duty.end(on("2026-08-19")))).contains("早于");
        assertThat(changed(duty.lift(on("2026-08-19"), "死亡")).state(calendar, day("2026-08-25"))).as("起算以前可以解除").isEqualTo(ClockState.LIFTED);
        assertThat(reason(changed(duty.end(on("2026-09-01"))).end(on("2026-09-02")))).contains("已于2026-09-01结束");
        assertThat(changed(duty.end(on("2026-09-01"))).within(on("2026-09-02"), calendar)).isFalse();
    }

    @Test
    @DisplayName("两小时报告：跨过午夜，一秒之差分出按期与逾期")
    void judgesHoursByTheMoment() {
        Clock report = Clock.of("report", ClockKind.DUTY, "事故报告", at("2026-10-10T23:10:00+08:00"), Period.parse("2 hours"), Roll.NONE);

        assertThat(report.due(calendar).text()).isEqualTo("2026-10-11T01:10:00+08:00");
        assertThat(report.state(calendar, OffsetDateTime.parse("2026-10-11T01:10:00+08:00"))).isEqualTo(ClockState.RUNNING);
        assertThat(report.state(calendar, OffsetDateTime.parse("2026-10-11T01:10:01+08:00"))).isEqualTo(ClockState.MISSED);
        assertThat(report.state(calendar, day("2026-10-11"))).as("按日查看时看当日零时").isEqualTo(ClockState.RUNNING);
        assertThat(changed(report.end(at("2026-10-10T17:10:00Z"))).state(calendar, day("2026-10-12"))).isEqualTo(ClockState.MET);
        assertThat(reason(report.end(on("2026-10-11")))).contains("时刻");
        assertThatThrownBy(() -> Clock.of("x", ClockKind.DUTY, "报告", on("2026-10-10"), Period.parse("2 hours"), Roll.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("放假通知公布后，未结束的期限重算，已结束的不动")
    void recomputesOpenClocksForANewCalendar() {
        Clock open = duty("2026-12-24", "8 working-days", Roll.NONE);
        Clock same = duty("2026-10-09", "8 working-days", Roll.NONE);
        Clock closed = changed(open.end(on("2026-12-30")));
        WorkingDays now = calendar.with(new HolidayNotice(2027, "测试用的2027年通知", day("2026-11-20"),
                Map.of(day("2027-01-01"), new HolidayNotice.Arranged("元旦", true, true), day("2027-01-04"), new HolidayNotice.Arranged("元旦", true, false), day("2027-10-01"), new HolidayNotice.Arranged("国庆节", true, true))));

        List<Recomputed> changes = Recomputed.between(List.of(open, same, closed), calendar, now);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.before().due()).isEqualTo("2027-01-06");
            assertThat(change.before().provisional()).isTrue();
            assertThat(change.after().due()).isEqualTo("2027-01-07");
            assertThat(change.after().provisional()).isFalse();
            assertThat(change.moved()).isTrue();
        });
        assertThat(Recomputed.between(List.of(open), calendar, calendar)).isEmpty();
    }

    @Test
    @DisplayName("说明写出起算规则、依据、解释和日历版本")
    void explainsItself() {
        DueDay due = duty("2026-08-20", "90 calendar-days", Roll.NONE).startingBy("批准立案")
                .citing("administrative-penalty-law@2021-07-15#60").interpreting("第八十五条未列九十日，按自然日计算").due(calendar);

        assertThat(due.explanation()).contains("2026年8月20日（批准立案）起算，当日不计入，2026年8月21日为第1日。", "中止、延长：无。",
                "解释：第八十五条未列九十日，按自然日计算。", "依据：administrative-penalty-law@2021-07-15#60。");
    }

    static Clock duty(String start, String budget, Roll roll) {
        return Clock.of("decision", ClockKind.DUTY, "作出决定", on(start), Period.parse(budget), roll);
    }

    static Clock changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).clock();
    }

    static String reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Moment on(String day) {
        return Moment.of(day(day));
    }

    static Moment at(String time) {
        return Moment.of(OffsetDateTime.parse(time));
    }
}
