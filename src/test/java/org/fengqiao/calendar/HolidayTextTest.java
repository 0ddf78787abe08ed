package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("录入放假通知")
class HolidayTextTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2025, 11, 4);

    @Test
    @DisplayName("与随产品发布的 2026 年通知逐日相同")
    void readsAWholeYear() {
        HolidayNotice typed = HolidayText.read(2026, "2026", PUBLISHED, """
                元旦 放假 01-01至01-03 法定 01-01 上班 01-04
                春节 放假 02-15至02-23 法定 02-16至02-19 上班 02-14、02-28
                清明节 放假 04-04 至 04-06 法定 04-05
                劳动节 放假 05-01至05-05 法定 05-01至05-02 上班 05-09
                端午节 放假 06-19至06-21 法定 06-19
                中秋节 放假 09-25至09-27 法定 09-25
                国庆节 放假 10-01至10-07 法定 10-01至10-03 上班 09-20，10-10
                """, WorkingDays.announced());
        HolidayNotice shipped = WorkingDays.announced().notices().stream().filter(n -> n.year() == 2026).findFirst().orElseThrow();

        assertThat(typed.days().keySet()).isEqualTo(shipped.days().keySet());
        typed.days().forEach((day, a) -> assertThat(a.off()).as("%s", day).isEqualTo(shipped.days().get(day).off()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "春节 | 第 1 行应写作",
        "春节 放假 | 第 1 行应写作",
        "春节 放假 02-30 | 不是日期",
        "春节 放假 2月15日 | 不是日期",
        "春节 放假 02-20至02-15 | 起止可能颠倒",
        "春节 放假 02-15至02-16 法定 02-17 | 法定节日不在放假日期之内",
        "春节 放假 02-15 上班 02-13 | 本来就是工作日",
        "春节 放假 02-14 上班 02-14 | 写了两次",
        "春节 放假 2024-02-15 | 不属于 2026 年",
    })
    @DisplayName("写错的说明哪一行、为什么")
    void refuses(String text, String why) {
        assertThatThrownBy(() -> HolidayText.read(2026, "示例", PUBLISHED, text, WorkingDays.announced())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Test
    @DisplayName("收回已经放的假：原来放假的周一至周五可以写回上班，原来就上班的不能；登记以后照样读得出")
    void takesBackADayOff() {
        String text = "国庆节 上班 10-07";
        HolidayNotice notice = HolidayText.read(2026, "更正", LocalDate.of(2026, 9, 1), text, WorkingDays.announced());
        WorkingDays after = WorkingDays.announced().with(notice);
        assertThat(WorkingDays.announced().isWorkingDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(after.isWorkingDay(LocalDate.of(2026, 10, 7))).isTrue();
        assertThat(after.dayOf(LocalDate.of(2026, 10, 7)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(HolidayText.entered(2026, "更正", LocalDate.of(2026, 9, 1), text)).isEqualTo(notice);
        assertThat(HolidayText.read(2026, "更正", LocalDate.of(2026, 9, 1), text, after)).as("read again once it is in effect").isEqualTo(notice);
        assertThatThrownBy(() -> HolidayText.read(2026, "再更正", LocalDate.of(2026, 9, 2), text, after)).hasMessageContaining("本来就是工作日");
    }

    @Test
    @DisplayName("空白的安排不成为通知")
    void refusesNothing() {
        assertThatThrownBy(() -> HolidayText.read(2026, "示例", PUBLISHED, " \n", WorkingDays.announced())).hasMessageContaining("没有写明");
    }
}
