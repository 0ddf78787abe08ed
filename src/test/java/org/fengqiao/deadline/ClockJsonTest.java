package org.fengqiao.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengqiao.deadline.ClockTest.at;
import static org.fengqiao.deadline.ClockTest.changed;
import static org.fengqiao.deadline.ClockTest.duty;
import static org.fengqiao.deadline.ClockTest.on;

import java.util.List;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("期限的存储形式")
class ClockJsonTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    @DisplayName("普通的期限很短，缺的部分不写")
    void writesAPlainClockShort() {
        assertThat(ClockJson.write(duty("2026-08-20", "90 calendar-days", Roll.NONE)).toString()).isEqualTo(
                "{\"id\":\"decision\",\"k\":\"duty\",\"t\":\"作出决定\",\"s\":\"2026-08-20\",\"b\":\"90 calendar-days\",\"r\":\"none\"}");
    }

    @Test
    @DisplayName("写出再读回，每一部分都在")
    void readsBackWhatItWrote() {
        Clock full = new Clock("request-hearing", "p2", ClockKind.WINDOW, "要求听证", on("2026-09-29"), Period.parse("5 working-days"),
                Roll.FORWARD, "送达", List.of("administrative-penalty-law@2021-07-15#64.1.1"), "解释",
                new ExtensionCap(2, Period.parse("30 calendar-days"), Period.parse("60 calendar-days")),
                List.of(new Entry.Stop(on("2026-09-30"), true, "鉴定", List.of("a#1"), "D-1"),
                        new Entry.Resume(on("2026-10-01"), false, "完毕", List.of(), null),
                        new Entry.Stop(on("2026-10-02"), "听证", List.of(), "D-2"),
                        new Entry.Resume(on("2026-10-03"), "完毕", List.of(), null),
                        new Entry.Restart(on("2026-10-04"), "补正", List.of(), "D-3"),
                        new Entry.Extend(on("2026-10-05"), Period.parse("1 month"), "复杂", List.of(), "D-4"),
                        new Entry.Replace(on("2026-10-06"), Period.parse("7 working-days"), "修订", List.of(), null)),
                new End(on("2026-10-08"), true, "撤回"));

        assertThat(ClockJson.read(json.readTree(ClockJson.write(full).toString()))).isEqualTo(full);
    }

    @Test
    @DisplayName("小时期限保留时刻和时差；只限次数的上限也读得回")
    void keepsMoments() {
        Clock hours = changed(Clock.of("r", ClockKind.DUTY, "报告", at("2026-10-10T23:10:00.5+08:00"), Period.parse("1 hour"), Roll.NONE)
                .capped(new ExtensionCap(1, null, null)).end(at("2026-10-10T15:30:00Z")));
        assertThat(ClockJson.read(json.readTree(ClockJson.write(hours).toString()))).isEqualTo(hours);
    }

    @Test
    @DisplayName("缺了字段的存储读不出，并说明缺哪个")
    void namesTheMissingField() {
        assertThatThrownBy(() -> ClockJson.read(json.readTree("{\"id\":\"x\",\"k\":\"duty\",\"t\":\"t\",\"s\":\"2026-01-01\",\"r\":\"none\"}")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("字段 b");
    }
}
