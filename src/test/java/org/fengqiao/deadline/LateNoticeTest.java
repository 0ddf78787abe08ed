package org.fengqiao.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.deadline.ClockTest.day;
import static org.fengqiao.deadline.ClockTest.duty;

import java.util.List;
import org.fengqiao.calendar.NoticeFile;
import org.fengqiao.calendar.ReadNotice;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What happened: on 27 January 2020, a Monday within the Spring Festival, its holiday was prolonged to 2 February.
@DisplayName("2020 年春节延长：除夕前起算的期限，在通知公布之日重新计算")
class LateNoticeTest {

    private final WorkingDays before = WorkingDays.announced().asAnnouncedOn(day("2020-01-26"));
    private final WorkingDays after = before.with(((ReadNotice.Notice) NoticeFile.read("""
            国务院办公厅关于延长2020年春节假期的通知
            一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。
            2020年1月26日
            """, before, day("2020-01-27"))).notice());

    @Test
    @DisplayName("五个工作日：原定周六调休上班之日届满，改为 2 月 4 日")
    void workingDays() {
        // 21, 22, 23 January; then 31 January and the Saturday 1 February. After the notice: then 3 and 4 February.
        Clock clock = duty("2020-01-20", "5 working-days", Roll.NONE);

        List<Recomputed> moved = Recomputed.between(List.of(clock), before, after);

        assertThat(moved).singleElement().satisfies(m -> {
            assertThat(m.before().due()).isEqualTo("2020-02-01");
            assertThat(m.after().due()).isEqualTo("2020-02-04");
            assertThat(m.moved()).isTrue();
            assertThat(m.after().explanation()).anyMatch(line -> line.contains("春节") && line.contains("2月2日"));
        });
    }

    @Test
    @DisplayName("自然日到 2 月 1 日届满：可以顺延的顺延到 2 月 3 日，不顺延的不变")
    void calendarDays() {
        Clock rolls = duty("2020-01-22", "10 calendar-days", Roll.FORWARD);
        Clock stays = duty("2020-01-22", "10 calendar-days", Roll.NONE);

        assertThat(Recomputed.between(List.of(rolls, stays), before, after)).singleElement()
                .extracting(m -> m.after().due()).isEqualTo(day("2020-02-03"));
        assertThat(stays.due(after).due()).isEqualTo(stays.due(before).due()).isEqualTo(day("2020-02-01"));
    }

    @Test
    @DisplayName("节前、节后的期限不受影响")
    void others() {
        assertThat(Recomputed.between(List.of(duty("2020-01-15", "5 working-days", Roll.NONE), duty("2020-02-10", "5 working-days", Roll.NONE)), before, after)).isEmpty();
    }

    @Test
    @DisplayName("小时不因延长假期而停")
    void hours() {
        Clock clock = Clock.of("h", ClockKind.DUTY, "移送", Moment.parse("2020-01-31T09:00:00+08:00"), org.fengqiao.calendar.Period.parse("24 hours"), Roll.NONE);
        assertThat(Recomputed.between(List.of(clock), before, after)).isEmpty();
    }
}
