package org.fengqiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.calendar.WorkingDaysTest.day;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("放假通知的文件：国务院办公厅通知原文，或者 YAML")
class NoticeFileTest {

    private static final WorkingDays SHIPPED = WorkingDays.announced();

    private static final String OF_2026 = """
            国务院办公厅关于2026年
            国务院办公厅关于2026年部分节假日安排的通知
            国办发明电〔2025〕7号
            　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            　　鼓励单位和个人结合落实带薪年休假等制度，实际形成较长假期。
            国务院办公厅
            2025年11月4日
            """;

    private static final String PROLONGED = """
            国务院办公厅关于延长2020年春节假期的通知
            国办发明电〔2020〕1号
            一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。
            二、各地大专院校、中小学、幼儿园推迟开学，具体时间由教育部门另行通知。
            三、不能休假的职工，应根据规定安排补休，未休假期的工资报酬应按照有关政策保障落实。
            国务院办公厅
            2020年1月26日
            """;

    private static ReadNotice.Notice read(String text, WorkingDays known) {
        ReadNotice read = NoticeFile.read(text, known, null);
        assertThat(read).isInstanceOf(ReadNotice.Notice.class);
        return (ReadNotice.Notice) read;
    }

    private static Map<LocalDate, Boolean> off(HolidayNotice notice) {
        return notice.days().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().off()));
    }

    private static HolidayNotice shipped(String published) {
        return SHIPPED.notices().stream().filter(n -> n.published().equals(day(published))).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("2026 年通知原文：名称、文号、公布日期和每一天都与随产品发布的相同")
    void readsTheNoticeOf2026() {
        ReadNotice.Notice read = read(OF_2026, SHIPPED.asAnnouncedOn(day("2025-11-03")));

        assertThat(read.notice().title()).isEqualTo("国务院办公厅关于2026年部分节假日安排的通知");
        assertThat(read.source()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(read.notice().published()).isEqualTo("2025-11-04");
        assertThat(off(read.notice())).isEqualTo(off(shipped("2025-11-04")));
        assertThat(HolidayText.read(2026, "2026", day("2025-11-04"), read.festivals(), WorkingDays.announced()).days()).isEqualTo(read.notice().days());
    }

    @Test
    @DisplayName("法定节日当日：原文能推出的标出，推不出的不猜，并且说明")
    void doesNotGuessTheFestivalItself() {
        ReadNotice.Notice read = read(OF_2026, SHIPPED);

        assertThat(read.notice().days().entrySet().stream().filter(e -> e.getValue().statutory()).map(Map.Entry::getKey)).containsExactlyInAnyOrder(
                day("2026-01-01"), day("2026-02-16"), day("2026-02-17"), day("2026-02-18"), day("2026-02-19"), day("2026-05-01"), day("2026-05-02"),
                day("2026-10-01"), day("2026-10-02"), day("2026-10-03"));
        assertThat(read.remarks()).singleElement().asString().startsWith("清明节、端午节、中秋节的法定节日当日");
    }

    @Test
    @DisplayName("2020 年春节延长：从原来的最后一天之后放到 2 月 2 日，原定 2 月 1 日的调休上班随之取消")
    void prolongsAHolidayFromWhereItEnded() {
        WorkingDays before = SHIPPED.asAnnouncedOn(day("2020-01-22"));
        ReadNotice.Notice read = read(PROLONGED, before);

        assertThat(off(read.notice())).isEqualTo(off(shipped("2020-01-27")));
        assertThat(before.isWorkingDay(day("2020-02-01"))).isTrue();
        assertThat(before.with(read.notice()).isWorkingDay(day("2020-02-01"))).isFalse();
        assertThat(before.with(read.notice()).isWorkingDay(day("2020-02-03"))).as("起正常上班 is a Monday, not a make-up day").isTrue();
        assertThat(read(PROLONGED, before.with(read.notice())).notice()).as("read again after it took effect").isEqualTo(read.notice());
    }

    @Test
    @DisplayName("公布日期与落款不同的，以写明的公布日期为准")
    void takesTheDayOfAnnouncement() {
        ReadNotice read = NoticeFile.read(PROLONGED, SHIPPED.asAnnouncedOn(day("2020-01-22")), day("2020-01-27"));
        assertThat(((ReadNotice.Notice) read).notice().published()).isEqualTo("2020-01-27");
    }

    @Test
    @DisplayName("跨年的元旦、与周末连休、鼓励安排休息、调整劳动节，都按原文的意思读")
    void readsTheTurnsOfPhraseOfOtherYears() {
        String head = "国务院办公厅关于%d年部分节假日安排的通知\n";
        String foot = "\n国务院办公厅\n2018年12月6日\n";
        ReadNotice.Notice newYear = read(head.formatted(2019) + "一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。" + foot, SHIPPED);
        assertThat(newYear.festivals()).isEqualTo("元旦 放假 2018-12-30至2019-01-01 法定 2019-01-01 上班 2018-12-29");
        ReadNotice.Notice weekend = read(head.formatted(2018) + "六、中秋节：9月24日放假，与周末连休。" + foot, SHIPPED);
        assertThat(weekend.festivals()).isEqualTo("中秋节 放假 2018-09-24 法定 2018-09-24");
        ReadNotice.Notice advice = read(head.formatted(2024)
                + "二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。" + foot, SHIPPED);
        assertThat(advice.festivals()).isEqualTo("春节 放假 2024-02-10至2024-02-17 上班 2024-02-04、2024-02-18");
        ReadNotice.Notice amended = read("国务院办公厅关于调整2019年劳动节假期安排的通知\n一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。"
                + "\n国务院办公厅\n2019年3月22日", SHIPPED);
        assertThat(off(amended.notice())).isEqualTo(off(shipped("2019-03-22")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "共3天。1月4日（周日）上班 | 共4天。1月4日（周日）上班 | 第 5 行：写明“共4天”，所列日期为 3 天",
        "1月4日（周日）上班 | 1月4日（周六）上班 | 第 5 行：2026-01-04 是周日，不是周六",
        "4月4日（周六）至6日（周一）放假 | 4月31日至5月2日放假 | 第 7 行：“4月31日”不是日期",
        "5月9日（周六）上班 | 5月8日上班 | 第 8 行：2026-05-08 本来就是工作日",
        "6月19日（周五）至21日（周日）放假，共3天 | 另行通知 | 第 9 行：端午节没有读出放假或者上班的日期",
        "9月25日（周五）至27日（周日） | 10月5日（周一）至7日（周三） | 第 11 行：2026-10-05 写了两次",
        "9月20日（周日） | 2025年9月20日（周六） | 第 11 行：2025-09-20 不属于 2026 年的安排",
        "10月1日（周四）至7日（周三） | 10月7日（周三）至1日（周四） | 第 11 行：“至1日（周四）”早于 2026-10-07，起止颠倒",
        "2025年11月4日 | 十一月 | 没有写明公布日期",
    })
    @DisplayName("原文前后不符的，说明哪一行、为什么，什么也不登记")
    void refusesByLine(String right, String wrong, String reason) {
        ReadNotice read = NoticeFile.read(OF_2026.replace(right, wrong), SHIPPED, null);
        assertThat(read).isInstanceOf(ReadNotice.Faults.class);
        assertThat(((ReadNotice.Faults) read).faults().toString()).contains(reason);
    }

    @Test
    @DisplayName("不是放假通知的文件、延长没有收录的假期，都被拒绝")
    void refusesWhatIsNoNotice() {
        assertThat(NoticeFile.read("街道值班表\n一、元旦：张某某", SHIPPED, null).toString()).contains("没有“关于某年");
        assertThat(NoticeFile.read("", SHIPPED, null)).isInstanceOf(ReadNotice.Faults.class);
        assertThat(NoticeFile.read(PROLONGED.replace("2020", "2031"), SHIPPED, null).toString()).contains("第 3 行：", "日历里没有");
    }

    @Test
    @DisplayName("YAML：与原文同样的事实，读出同样的一天天")
    void readsYaml() {
        String yaml = """
                year: 2020
                title: 国务院办公厅关于延长2020年春节假期的通知
                published: 2020-01-27
                source: 国办发明电〔2020〕1号
                days:
                  - { name: 春节, rest: 01-31..02-02 }
                """;
        ReadNotice.Notice read = read(yaml, SHIPPED);
        assertThat(read.notice()).isEqualTo(shipped("2020-01-27"));
        assertThat(read.source()).isEqualTo("国办发明电〔2020〕1号");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "year: 二〇二七|第 1 行：“二〇二七”不是年度", "published: 2020-13-01|第 3 行：“2020-13-01”不是日期", "source:|没有写明来源", "bogus: 1|第 6 行：不认识的字段 bogus",
        "days: 无|第 5 行：days 应为", "title: \"|不是有效的 YAML",
    })
    @DisplayName("YAML 写错的，同样说明哪一行")
    void refusesYamlByLine(String given) {
        String[] parts = given.split("\\|");
        String key = parts[0].split(":")[0];
        String yaml = """
                year: 2020
                title: 通知
                published: 2020-01-27
                source: 文号
                days: [{ name: 春节, rest: 01-31..02-02 }]
                """;
        String changed = yaml.contains(key + ":") ? yaml.replaceFirst("(?m)^" + key + ":.*$", parts[0]) : yaml + parts[0];
        ReadNotice read = NoticeFile.read(changed, SHIPPED, null);
        assertThat(read).isInstanceOf(ReadNotice.Faults.class);
        assertThat(((ReadNotice.Faults) read).faults().toString()).contains(parts[1]);
    }

    @Test
    @DisplayName("YAML 的一行安排写错的，说明这一行")
    void refusesAFestivalByLine() {
        String yaml = "year: 2027\ntitle: 通知\npublished: 2026-11-10\nsource: 文号\ndays:\n  - { name: 元旦, rest: 01-01 }\n  - { name: 春节, work: 02-03 }\n  - { rest: 02-30 }\n";
        ReadNotice read = NoticeFile.read(yaml, SHIPPED, null);
        assertThat(((ReadNotice.Faults) read).faults()).extracting(Object::toString)
                .containsExactly("第 7 行：2027-02-03 本来就是工作日，不是调休上班", "第 8 行：应写明节日名称 name，以及放假 rest 或者上班 work");
    }
}
