package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Laws;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Definitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("台账的数：计入事情发生之日，按人合并学时，更正后按更正的数，作废的不计")
class LedgerFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    private static Database database;
    private static Cases cases;
    private static Figures figures;

    @BeforeAll
    static void office() throws Exception {
        database = TestDatabase.fresh();
        Offices offices = new Offices(database.dataSource(), (short) 1);
        try (InputStream yaml = LedgerFiguresTest.class.getResourceAsStream("/demo/office.yaml")) {
            offices.found(OfficeFile.read(yaml));
        }
        offices.setDay(TODAY);
        cases = CasesConfiguration.beside(database.dataSource());
        Laws laws = Laws.load();
        figures = Figures.of(database.dataSource(), (short) 1, Definitions.load(laws), laws, () -> offices.current().calendar());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String open(String slug, String json) {
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(json);
        Cases.Answer answer = cases.open("sun-bing", new Cases.Opening(slug, "示例", null, data, List.of(), null, Cases.Taking.of(data)), null);
        assertThat(answer).isInstanceOf(Cases.Answer.Done.class);
        return ((Cases.Answer.Done) answer).known().state().number();
    }

    private static void take(String number, String step, String json) {
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(json);
        assertThat(cases.take("chen-gui", number, step, Cases.Taking.of(data), null)).isInstanceOf(Cases.Answer.Done.class);
    }

    private static String session(String day, String topic, int minutes, String learners) {
        return """
                {"study-kind":"theory-group","studied-on":"%s","topic":"%s","minutes":%d,"learner":%s,"planned":"extra","level":"everyone",
                 "case-stated":"none","pledge":"none","place":"二楼","proof":"签到表"}""".formatted(day, topic, minutes, learners);
    }

    private static String record(String day, String topic, int minutes, String learner) {
        return """
                {"learner":"%s","study-kind":"self-study","studied-on":"%s","topic":"%s","minutes":%d,"exam-result":"none","proof":"笔记"}"""
                .formatted(learner, day, topic, minutes);
    }

    private static Map<String, Long> minutes(int year) {
        Reckoning r = figures.of(Period.ofYear(year, TODAY), cases.office());
        assertThat(r.broken()).isEmpty();
        return r.figure("study-minutes").orElseThrow().parts().stream().collect(Collectors.toMap(Figure.Part::value, Figure.Part::counted));
    }

    @Test
    @DisplayName("集体学法按到场人员计入每人，与个人学法合并；去年的计入去年；没有学过的人也列出，为零")
    void addsUpTheStudyOfEachPerson() {
        open("study-session", session("2026-03-02", "甲课", 90, "[\"zhao-jia\",\"qian-yi\"]"));
        String own = open("study-record", record("2026-05-04", "乙课", 60, "zhao-jia"));
        open("study-record", record("2025-12-31", "丙课", 500, "zhao-jia"));
        String twice = open("study-record", record("2026-05-05", "丁课", 1000, "zhao-jia"));

        take(own, "study-corrected", """
                {"minutes":75,"exam-result":"none","proof":"笔记","correction-reason":"按平台记录更正"}""");
        take(twice, "study-voided", "{\"void-reason\":\"登记了两次\"}");

        Map<String, Long> now = minutes(2026);
        assertThat(now).containsEntry("zhao-jia", 90L + 75L).containsEntry("qian-yi", 90L).containsEntry("wu-ji", 0L);
        assertThat(minutes(2025)).containsEntry("zhao-jia", 500L).containsEntry("qian-yi", 0L);

        Reckoning r = figures.of(Period.ofYear(2026, TODAY), cases.office());
        Figure attendance = r.figure("study-attendance").orElseThrow();
        assertThat(attendance.counted()).isEqualTo(2);
        assertThat(attendance.value()).as("人次不是金额").isEqualTo("2");
        assertThat(r.figure("study-minutes").orElseThrow().counted()).isEqualTo(90 + 90 + 75);
    }

    @Test
    @DisplayName("没有达到全年学时的人逐一点名；达到的不点")
    void namesWhoIsBelowTheYearlyHours() {
        for (int i = 0; i < 2; i++) {
            open("study-record", record("2026-06-0" + (i + 1), "全年" + i, 1200, "wang-xin"));
        }
        Reckoning r = figures.of(Period.ofYear(2026, TODAY), cases.office());
        FiguresView view = new FiguresView(
                figures.indicators(), Laws.load(), cases.definitions(), r, p -> true,
                key -> cases.office().setting(key, TODAY).map(s -> s.value()));
        assertThat(view.page(null, "", TODAY, null).notices()).singleElement().satisfies(n -> {
            assertThat(n.lead()).contains("没有达到 2,400分钟");
            assertThat(n.text()).contains("吴己 0").doesNotContain("王辛");
        });
    }
}
