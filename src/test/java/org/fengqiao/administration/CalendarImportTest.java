package org.fengqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.cases.LivingOffice;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.door.Command.Refused;
import org.fengqiao.door.Options;
import org.fengqiao.office.HolidayNotices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("命令 calendar import 与 calendar show")
class CalendarImportTest {

    private static final String NOTICE = """
            国务院办公厅关于延长2026年国庆节假期的通知
            国办发明电〔2026〕0号
            一、延长2026年国庆节假期至10月13日（星期二），10月14日（星期三）起正常上班。
            国务院办公厅
            2026年10月8日
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Database database;
    private LivingOffice office;
    private HolidayNotices notices;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void found() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        office.offices.setDay(LivingOffice.DAY);
        notices = new HolidayNotices(office.offices, database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int run(String content, String... options) {
        out.reset();
        err.reset();
        return CalendarImport.run(new OpenOffice(database, office.offices), Options.parse(List.of(options), Set.of("by"), Set.of("dry-run")), content, null,
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("试运行：逐日印出改变，不登记；之后登记一次，等待另一人批准，批准后日历才改变")
    void entersForASecondPerson() {
        assertThat(run(NOTICE, "--dry-run")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("changes 5", "2026-10-08 周四 工作日 → 国庆节放假", "2026-10-09 周五 工作日 → 国庆节放假",
                "2026-10-10 周六 国庆节调休上班 → 国庆节放假", "2026-10-13 周二 工作日 → 国庆节放假", "nothing entered").doesNotContain("2026-10-11");
        assertThat(notices.all()).isEmpty();

        assertThat(run(NOTICE, "--by", "zhu-wu")).isZero();
        HolidayNotices.Entered entered = notices.all().getFirst();
        assertThat(entered.approvedBy()).isNull();
        assertThat(new Changes(office.offices, database.dataSource()).newest(5)).anySatisfy(c -> {
            assertThat(c.person()).isEqualTo("zhu-wu");
            assertThat(c.what()).isEqualTo("由命令登记" + entered.notice().title());
        });
        assertThat(entered.source()).isEqualTo("国办发明电〔2026〕0号");
        LocalDate tuesday = LocalDate.of(2026, 10, 13);
        assertThat(office.offices.current().calendar().isWorkingDay(tuesday)).isTrue();

        assertThat(notices.approve("zhu-wu", entered.id())).as("one's own").isFalse();
        assertThat(notices.approve("li-ding", entered.id())).isTrue();
        assertThat(office.offices.current().calendar().isWorkingDay(tuesday)).isFalse();
    }

    @Test
    @DisplayName("再导入一次不变，批准以后也不变；同名同日而日期不同的被拒绝")
    void countsOnce() {
        run(NOTICE, "--by", "zhu-wu");
        assertThat(run(NOTICE, "--by", "zhu-wu")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("known already");
        assertThat(notices.all()).hasSize(1);

        notices.approve("li-ding", notices.all().getFirst().id());
        assertThat(run(NOTICE, "--by", "zhu-wu")).isZero();
        assertThat(notices.all()).hasSize(1);
        assertThatThrownBy(() -> run(NOTICE.replace("10月13日（星期二）", "10月15日"), "--by", "zhu-wu"))
                .isInstanceOf(Refused.class).hasMessageContaining("other days");
    }

    @Test
    @DisplayName("不写由谁登记、登记的人不是管理员、公布日期在今天以后、读不懂的行，都不登记")
    void refuses() {
        assertThatThrownBy(() -> run(NOTICE)).isInstanceOf(Refused.class).hasMessageContaining("--by");
        assertThatThrownBy(() -> run(NOTICE, "--by", "li-ding")).isInstanceOf(Refused.class).hasMessageContaining("no administrator");
        assertThatThrownBy(() -> run(NOTICE, "--by", "nobody")).isInstanceOf(Refused.class);
        assertThat(run(NOTICE.replace("10月8日", "10月20日"), "--by", "zhu-wu")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("公布日期不能晚于今天");
        assertThat(run(NOTICE.replace("星期二", "星期三"), "--by", "zhu-wu")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("第 3 行：2026-10-13 是周二");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    @DisplayName("显示一年：天数、节日、通知；没有公布的一年写明暂定；可以存为 ics")
    void showsAYear() throws Exception {
        Path file = folder.resolve("2026.ics");
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(new CalendarShow().run(List.of("--year", "2026", "--ics", file.toString()), to, to)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("工作日 248 天，休息日 117 天", "2026-02-15 至 02-23  春节放假", "（2025-11-04 公布）");
        assertThat(Files.readString(file)).startsWith("BEGIN:VCALENDAR").contains("UID:work-2026-02-14@fengqiao");

        int next = WorkingDays.announced().lastAnnounced().getYear() + 1;
        new CalendarShow().run(List.of("--year", "" + next), to, to);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(next + "年（暂定：放假安排尚未公布）");
        assertThatThrownBy(() -> new CalendarShow().run(List.of("--year", "2199"), to, to)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new CalendarShow().run(List.of(), to, to)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("没有的文件、不是文本的文件，一句话说清")
    void refusesFiles() throws Exception {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new CalendarImport().run(List.of(), to, to)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new CalendarImport().run(List.of(folder.resolve("none").toString()), to, to)).hasMessageContaining("does not exist");
        Path binary = Files.write(folder.resolve("notice.docx"), new byte[] {'P', 'K', 3, 4, (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> new CalendarImport().run(List.of(binary.toString()), to, to)).hasMessageContaining("not UTF-8");
    }
}
