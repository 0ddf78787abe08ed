package org.fengqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.ledger.Report.Kind;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("台账成批导入：先试读，逐行说明；每一行走案件的门；重复导入什么也不变")
class LedgerImportTest {

    private static final List<Object> STUDY = List.of("学习人", "学习种类", "学习日期", "学习内容", "时长（分钟）", "考试结果", "证明");

    private static Database database;
    private static Cases cases;
    private static LedgerImport imports;
    private static Ledgers ledgers;
    private static JdbcClient jdbc;

    @BeforeAll
    static void office() throws Exception {
        database = TestDatabase.fresh();
        Offices offices = new Offices(database.dataSource(), (short) 1);
        try (InputStream yaml = LedgerImportTest.class.getResourceAsStream("/demo/office.yaml")) {
            offices.found(OfficeFile.read(yaml));
        }
        offices.setDay(LocalDate.of(2026, 10, 9));
        cases = CasesConfiguration.beside(database.dataSource());
        imports = new LedgerImport(cases, database.dataSource());
        ledgers = new Ledgers(cases);
        jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static LedgerImport.Order order(String slug, String user, String reason, byte[] sheet) throws Unreadable {
        return new LedgerImport.Order(ledgers.find(slug).orElseThrow(), SheetFile.read(sheet), user, reason);
    }

    private static Report enter(String slug, String user, String reason, byte[] sheet) throws Exception {
        return imports.enter(order(slug, user, reason, sheet), done -> {});
    }

    private static List<Object> study(String who, String topic, Object minutes) {
        return List.of(who, "自学", LocalDate.of(2026, 9, 1), topic, minutes, "不是考试", "学习笔记");
    }

    private static long events() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }

    private static CaseState entry(Report.Row row) {
        return cases.records().read(row.number(), null, null).known().state();
    }

    @Test
    @DisplayName("试读什么也不写，逐行说明；确认后登记；再导入一次，一条不多")
    void looksFirstEntersOnceAndNeverTwice() throws Exception {
        byte[] sheet = Sheets.of(STUDY, study("赵甲", "甲一", 60), study("钱乙", "甲一", 90));
        long before = events();
        Report found = imports.check(order("study-record", "sun-bing", null, sheet));
        assertThat(found.rows()).extracting(Report.Row::kind).containsExactly(Kind.NEW, Kind.NEW);
        assertThat(events()).as("试读以后").isEqualTo(before);

        Report entered = enter("study-record", "sun-bing", null, sheet);
        assertThat(entered.count(Kind.NEW)).isEqualTo(2);
        CaseState first = entry(entered.rows().getFirst());
        assertThat(first.fact("learner").orElseThrow().asString()).isEqualTo("zhao-jia");
        assertThat(first.fact("studied-on").orElseThrow().asString()).isEqualTo("2026-09-01");
        assertThat(first.deeds().getFirst().actors()).singleElement().satisfies(a -> assertThat(a.person()).isEqualTo("sun-bing"));
        assertThat(first.personal().get("title")).isEqualTo("个人学法和考试：甲一");

        long after = events();
        Report again = enter("study-record", "sun-bing", null, sheet);
        assertThat(again.rows()).extracting(Report.Row::kind).containsExactly(Kind.SAME, Kind.SAME);
        assertThat(again.rows()).extracting(Report.Row::number).isEqualTo(entered.rows().stream().map(Report.Row::number).toList());
        assertThat(events()).as("第二次导入以后").isEqualTo(after);
    }

    @Test
    @DisplayName("有误的行写明哪一列、错在哪里，不妨碍别的行")
    void namesRowColumnAndFault() throws Exception {
        Report found = enter("study-record", "sun-bing", null, Sheets.of(
                STUDY,
                study("赵甲", "乙一", 30),
                study("张三", "乙二", 30),
                study("赵甲", "乙三", "一小时"),
                study("赵甲", "乙四", new Sheets.Formula("20+10")),
                List.of("赵甲", "考试", LocalDate.of(2026, 9, 1), "乙五", 30, "不是考试", "证明"),
                List.of("赵甲", "网上学法用法考试", LocalDate.of(2026, 9, 1), "乙六", 30, "不是考试", "证明"),
                List.of("赵甲", "自学", LocalDate.of(2026, 10, 10), "乙七", 30, "不是考试", "证明"),
                List.of("赵甲", "自学", "2月30日", "乙八", 30, "不是考试", "证明"),
                List.of("赵甲", "自学", "2026-02-30", "乙九", 30, "不是考试", "证明"),
                List.of("", "自学", LocalDate.of(2026, 9, 1), "乙十", 30, "不是考试", "证明"),
                study("赵甲", "乙一", 31),
                study("赵甲", "乙十二", 2000)));
        assertThat(found.rows().getFirst().kind()).isEqualTo(Kind.NEW);
        assertThat(found.rows()).filteredOn(r -> r.kind() == Kind.WRONG).hasSize(11).allSatisfy(r -> assertThat(r.says()).isNotEmpty());
        assertThat(says(found, 3)).contains("A列“学习人”没有“张三”这个选项");
        assertThat(says(found, 4)).contains("E列“时长（分钟）”").contains("一小时");
        assertThat(says(found, 5)).contains("E列“时长（分钟）”是公式").contains("选择性粘贴");
        assertThat(says(found, 6)).contains("B列“学习种类”没有“考试”这个选项；可以填：自学、在线学法平台、网上学法用法考试");
        assertThat(says(found, 7)).contains("考试应当写明合格");
        assertThat(says(found, 8)).contains("C列“学习日期”").contains("不能晚于");
        assertThat(says(found, 9)).contains("应当是日期");
        assertThat(says(found, 10)).contains("没有“2026-02-30”这一天");
        assertThat(says(found, 11)).contains("A列“学习人”是识别栏，不能空着");
        assertThat(says(found, 12)).contains("与第 2 行是同一条");
        assertThat(says(found, 13)).contains("E列“时长（分钟）”").contains("1440");
    }

    private static String says(Report report, int row) {
        return report.rows().stream().filter(r -> r.row() == row).map(r -> String.join("；", r.says())).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("日期写成文字、带格式的日期、不带格式的序号，读出来是同一天")
    void readsDatesHoweverTheyAreWritten() throws Exception {
        List<Object> ways = List.of(
                LocalDate.of(2026, 3, 5), "2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", 46086, 20260305);
        List<List<Object>> rows = new ArrayList<>(List.of(STUDY));
        for (int i = 0; i < ways.size(); i++) {
            rows.add(List.of("赵甲", "自学", ways.get(i), "日期" + i, 30, "不是考试", "证明"));
        }
        @SuppressWarnings("unchecked")
        Report entered = enter("study-record", "sun-bing", null, Sheets.of(rows.toArray(List[]::new)));
        assertThat(entered.rows()).allSatisfy(r -> {
            assertThat(r.kind()).as(r.toString()).isEqualTo(Kind.NEW);
            assertThat(entry(r).fact("studied-on").orElseThrow().asString()).isEqualTo("2026-03-05");
        });
    }

    @Test
    @DisplayName("内容变了的行：不写理由只说明；登记人自己不能更正；别人写明理由，按更正办理，原来的留着")
    void correctsOnlyByTheLawfulCorrection() throws Exception {
        Report entered = enter("study-record", "sun-bing", null, Sheets.of(STUDY, study("吴己", "丙一", 60)));
        String number = entered.rows().getFirst().number();
        byte[] changed = Sheets.of(STUDY, study("吴己", "丙一", 75));

        Report told = enter("study-record", "li-ding", null, changed);
        assertThat(told.rows().getFirst().kind()).isEqualTo(Kind.CHANGED);
        assertThat(says(told, 2)).isEqualTo("E列“时长（分钟）”已登记的是“60”，现在是“75”");
        assertThat(entry(told.rows().getFirst()).fact("minutes").orElseThrow().asLong()).isEqualTo(60);

        Report own = enter("study-record", "sun-bing", "按平台记录更正", changed);
        assertThat(own.rows().getFirst().kind()).isEqualTo(Kind.WRONG);
        assertThat(says(own, 2)).contains("孙丙");

        Report tried = imports.check(order("study-record", "li-ding", "按平台记录更正", changed));
        assertThat(tried.rows().getFirst().kind()).isEqualTo(Kind.CORRECTED);
        assertThat(entry(tried.rows().getFirst()).version()).as("试读以后").isEqualTo(1);
        Report corrected = enter("study-record", "chen-gui", "按平台记录更正", changed);
        assertThat(corrected.rows().getFirst().kind()).as(corrected.toString()).isEqualTo(Kind.CORRECTED);
        CaseState now = entry(corrected.rows().getFirst());
        assertThat(now.number()).isEqualTo(number);
        assertThat(now.fact("minutes").orElseThrow().asLong()).isEqualTo(75);
        assertThat(now.deeds()).extracting(CaseState.Deed::step).containsExactly("study-recorded", "study-corrected");
        assertThat(now.deeds().getFirst().data().get("minutes").asLong()).as("原来的").isEqualTo(60);
        assertThat(now.fact("correction-reason").orElseThrow().asString()).isEqualTo("按平台记录更正");
        assertThat(enter("study-record", "chen-gui", "按平台记录更正", changed).rows().getFirst().kind()).isEqualTo(Kind.SAME);
    }

    @Test
    @DisplayName("作废以后，同样的一条可以重新登记")
    void freesTheKeyOfAVoidedEntry() throws Exception {
        byte[] sheet = Sheets.of(STUDY, study("周戊", "丁一", 60));
        Report first = enter("study-record", "sun-bing", null, sheet);
        String number = first.rows().getFirst().number();
        var data = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("void-reason", "登记错了人");
        assertThat(cases.take("chen-gui", number, "study-voided", Cases.Taking.of(data), null)).isInstanceOf(Cases.Answer.Done.class);
        Report again = enter("study-record", "sun-bing", null, sheet);
        assertThat(again.rows().getFirst().kind()).isEqualTo(Kind.NEW);
        assertThat(again.rows().getFirst().number()).isNotEqualTo(number);
    }

    @Test
    @DisplayName("手工登记过的，导入认得；导入过的，手工不能再登记")
    void knowsAnEntryHoweverItCame() throws Exception {
        Report imported = enter("study-record", "sun-bing", null, Sheets.of(STUDY, study("秦未", "戊一", 60)));
        var data = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                .put("learner", "qin-wei").put("study-kind", "self-study").put("studied-on", "2026-09-01").put("topic", "戊一")
                .put("minutes", 60).put("exam-result", "none").put("proof", "学习笔记");
        Cases.Opening typed = new Cases.Opening("study-record", "戊一", null, data, List.of(), null, Cases.Taking.of(data));
        assertThat(cases.open("chen-gui", typed, null)).isInstanceOfSatisfying(Cases.Answer.Refused.class,
                r -> assertThat(r.reasons()).singleElement().satisfies(x -> assertThat(x.text()).contains(imported.rows().getFirst().number())));
        data.put("topic", "戊二");
        assertThat(cases.open("chen-gui", typed, null)).isInstanceOf(Cases.Answer.Done.class);
        assertThat(enter("study-record", "sun-bing", null, Sheets.of(STUDY, study("秦未", "戊二", 60))).rows().getFirst().kind()).isEqualTo(Kind.SAME);
    }

    @Test
    @DisplayName("中途断电：登记了的在，没有登记的不在；再导入一次接着办完，一条不重")
    void goesOnAfterAPowerCut() throws Exception {
        @SuppressWarnings("unchecked")
        List<Object>[] rows = new List[31];
        rows[0] = STUDY;
        for (int i = 1; i <= 30; i++) {
            rows[i] = study("赵甲", "断电" + i, i);
        }
        byte[] sheet = Sheets.of(rows);
        long before = events();
        assertThatThrownBy(() -> imports.enter(order("study-record", "sun-bing", null, sheet), done -> {
            if (done == 12) {
                throw new IllegalStateException("power");
            }
        })).hasMessage("power");
        assertThat(events() - before).isEqualTo(12);
        Report again = enter("study-record", "sun-bing", null, sheet);
        assertThat(again.count(Kind.SAME)).isEqualTo(12);
        assertThat(again.count(Kind.NEW)).isEqualTo(18);
        assertThat(events() - before).isEqualTo(30);
    }

    @Test
    @DisplayName("两份同时导入同一本：一份导入，另一份说明正在导入或者全部已有，合计不重")
    void takesTurns() throws Exception {
        @SuppressWarnings("unchecked")
        List<Object>[] rows = new List[21];
        rows[0] = STUDY;
        for (int i = 1; i <= 20; i++) {
            rows[i] = study("尤申", "同时" + i, i);
        }
        byte[] sheet = Sheets.of(rows);
        long before = events();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> answers = both.invokeAll(List.of(() -> tried(sheet), () -> tried(sheet)));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).anyMatch(x -> x instanceof Report r && r.count(Kind.NEW) == 20);
        }
        assertThat(events() - before).isEqualTo(20);
    }

    private static Object tried(byte[] sheet) throws Exception {
        try {
            return enter("study-record", "sun-bing", null, sheet);
        } catch (SheetImport.Busy e) {
            return e;
        }
    }

    @Test
    @DisplayName("没有登记职责的人一行也登记不了；有职责的可以")
    void refusesTheWrongOfficer() throws Exception {
        byte[] sheet = Sheets.of(STUDY, study("赵甲", "己一", 60));
        long before = events();
        Report refused = enter("study-record", "zheng-geng", null, sheet);
        assertThat(refused.rows()).allSatisfy(r -> assertThat(r.kind()).isEqualTo(Kind.WRONG));
        assertThat(says(refused, 2)).contains("权限");
        assertThat(events()).isEqualTo(before);
        assertThat(ledgers.mayOpen("zheng-geng", ledgers.find("study-record").orElseThrow())).isFalse();
        assertThat(ledgers.mayOpen("sun-bing", ledgers.find("study-record").orElseThrow())).isTrue();
    }

    @Test
    @DisplayName("表头对不上的，整份不导入，一次说清每一列")
    void namesEveryWrongColumn() throws Exception {
        assertThatThrownBy(() -> imports.check(order("study-record", "sun-bing", null, Sheets.of(
                List.of("学习人", "学习种类*", " 学习日期 ", "学习内容", "时长(分钟)", "考试结果", "心得", "学习人"), List.of("赵甲")))))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("G列“心得”不是这个台账的栏目")
                .hasMessageContaining("H列“学习人”出现了两次")
                .hasMessageContaining("缺少“证明”一列");
        assertThatThrownBy(() -> imports.check(order("study-record", "sun-bing", null, Sheets.of(STUDY))))
                .isInstanceOf(Unreadable.class).hasMessageContaining("没有内容");
        Report beyond = imports.check(order("study-record", "sun-bing", null, Sheets.of(
                STUDY, List.of("赵甲", "自学", "2026-09-01", "庚一", 30, "不是考试", "证明", "多出一格"))));
        assertThat(says(beyond, 2)).contains("H列").contains("没有表头");
    }

    @Test
    @DisplayName("模板填上就能导入；导出的清单原样再导入，什么也不变；改一格，只有那一行说明不同")
    void writesWhatItReads() throws Exception {
        Definition training = ledgers.find("training-drill").orElseThrow();
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        new Book(training, ledgers.headings(training)).template(template);
        assertThat(SheetFile.read(template.toByteArray()).rows()).singleElement().satisfies(
                head -> assertThat(head.cells().values()).contains(new Sheet.Cell.Text("名称*"), new Sheet.Cell.Text("对象*")));
        assertThatThrownBy(() -> enter("training-drill", "chen-gui", null, template.toByteArray())).hasMessageContaining("没有内容");

        String csv = "日期,名称,种类,对象,组织单位,内容,到场人次,时长（分钟）,参考人数,合格人数,覆盖单位（个）,发现问题（个）,已整改（个）,预案修订,凭据\n"
                + "2026-09-10,九月培训,执法培训,执法人员、协管员,综合行政执法办,证据规则,35,120,30,29,0,0,0,不是演练,签到表\n"
                + "2026/9/12,三防拉练,三防拉练,物业单位,应急管理办,排涝,60,90,0,0,12,2,1,已修订,签到表\n";
        Report entered = enter("training-drill", "chen-gui", null, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(entered.count(Kind.NEW)).as(entered.toString()).isEqualTo(2);

        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        List<CaseState> entries = new EntryList(cases, jdbc).all("chen-gui", "training-drill");
        new Book(training, ledgers.headings(training)).entries(exported, entries);
        Report again = enter("training-drill", "li-ding", null, exported.toByteArray());
        assertThat(again.rows()).allSatisfy(r -> assertThat(r.kind()).as(r.toString()).isEqualTo(Kind.SAME)).hasSize(2);
        assertThat(enter("training-drill", "li-ding", null, csv.replace(",35,", ",36,").getBytes(StandardCharsets.UTF_8)).rows())
                .extracting(Report.Row::kind).containsExactly(Kind.CHANGED, Kind.SAME);
    }

    @Test
    @DisplayName("有当事人、两名执法人员和列表栏目的台账，照样成批登记")
    void entersInspectionsAndMinutes() throws Exception {
        Report minutes = enter("meeting-minutes", "han-chen", null, Sheets.of(
                List.of("台账序号", "会议类别", "开会日期", "地点", "出席人", "主持人", "议题和结论"),
                List.of("会-1", "联调联处会议", "2026-09-08", "二楼", "李丁、王辛", "李丁", "噪声纠纷｜需要落实｜错峰作业｜综合行政执法办｜2026-12-31\n停车｜知悉｜已了解"),
                List.of("会-2", "党工委会议", "2026-09-09", "二楼", "李丁", "李丁", "年度计划｜知悉｜同意"),
                List.of("会-3", "联调联处会议", "2026-09-08", "二楼", "李丁", "李丁", "噪声｜赞成｜同意")));
        assertThat(minutes.rows()).extracting(Report.Row::kind).containsExactly(Kind.NEW, Kind.WRONG, Kind.WRONG);
        assertThat(entry(minutes.rows().getFirst()).fact("matters").orElseThrow().size()).isEqualTo(2);
        assertThat(says(minutes, 3)).contains("不足三分之二");
        assertThat(says(minutes, 4)).contains("第 1 项的“结论种类”没有“赞成”这个选项");
    }
}
