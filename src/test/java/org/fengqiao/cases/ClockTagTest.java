package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.ClockKind;
import org.fengqiao.deadline.Moment;
import org.fengqiao.law.Laws;
import org.fengqiao.ui.ClockState;
import org.fengqiao.ui.StateTag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("期限的标记：谁的期限过了，就照谁的说")
class ClockTagTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    private final ClockViews views = new ClockViews(new Cites(Laws.load()), WorkingDays.announced(), OfficeClock.still(TODAY));

    private static Clock clock(ClockKind kind, String from, String budget) {
        return Clock.of("x", kind, "期限", Moment.of(LocalDate.parse(from)), Period.parse(budget), Roll.NONE);
    }

    @Test
    @DisplayName("本机关的写逾期，对方的写已到期，都是红的；只有权利期间过了才是灰的已届满")
    void tellsWhoseTimeRanOut() {
        assertThat(views.tag(clock(ClockKind.DUTY, "2026-09-08", "15 calendar-days"))).isEqualTo(new StateTag(ClockState.OVERDUE, "逾期 16 天"));
        assertThat(views.tag(clock(ClockKind.TERM, "2026-09-08", "15 calendar-days"))).isEqualTo(new StateTag(ClockState.OVERDUE, "已到期 16 天"));
        assertThat(views.tag(clock(ClockKind.WINDOW, "2026-09-08", "15 calendar-days"))).isEqualTo(new StateTag(ClockState.LIFTED, "已届满"));
        assertThat(views.tag(clock(ClockKind.TERM, "2026-09-28", "15 calendar-days")).state()).isNotEqualTo(ClockState.OVERDUE);
    }

    @Test
    @DisplayName("工作日经过没有收录的年度：届满日后写暂定，说明是哪一年")
    void marksWhatIsCountedOverAnUnknownYear() {
        var view = views.view(clock(ClockKind.DUTY, "2017-12-20", "15 working-days"), null, false);
        assertThat(view.toString()).contains("2018年1月11日 周四（暂定）", "暂定：2017 年放假安排未收录。");
    }
}
