package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.door.Command;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Act;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("重演：去年的案件在草案下会怎样")
class RehearseDraftTest {

    private static final Path SHIPPED = Path.of("procedures/public-request/2018-01-01.yaml");
    private static final RehearseDraft.Span YEAR = new RehearseDraft.Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    /// Nine requests of nine months; those of March, June and September are handled four days after they came in.
    private static final Map<String, String> MONTHS = new TreeMap<>(Map.of(
            "2026-01-05", "2026-01-05", "2026-02-02", "2026-02-02", "2026-03-02", "2026-03-06", "2026-04-01", "2026-04-01",
            "2026-05-06", "2026-05-06", "2026-06-01", "2026-06-05", "2026-07-01", "2026-07-01", "2026-08-03", "2026-08-03",
            "2026-09-01", "2026-09-04"));

    private static Database database;
    private static JdbcClient jdbc;
    private static String march;

    @BeforeAll
    static void aYearOfRequests() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database.dataSource());
        MONTHS.forEach((registered, handled) -> {
            String number = live(LocalDate.parse(registered), LocalDate.parse(handled));
            march = registered.contains("-03-") ? number : march;
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String live(LocalDate registered, LocalDate handled) {
        LivingOffice office = new LivingOffice(database, registered);
        LivingOffice.Move first = LivingOffice.NINE.getFirst();
        String number = LivingOffice.done(office.cases.open(
                        first.user(),
                        new Cases.Opening("public-request", "石桥路路灯不亮", null, first.json(),
                                List.of(new Act.NewParty("person", "示例诉求人甲", null, "000-0001（示例）", "示例路1号", "requester", null)),
                                null, Cases.Taking.of(LivingOffice.NINE.get(1).json())),
                        null))
                .state().number();
        LivingOffice.NINE.subList(1, 5).forEach(m -> LivingOffice.done(office.take(number, m)));
        LivingOffice later = new LivingOffice(database, handled);
        LivingOffice.NINE.subList(5, 9).forEach(m -> LivingOffice.done(later.take(number, m)));
        return number;
    }

    private static String shipped() throws IOException {
        return Files.readString(SHIPPED);
    }

    private static String changed(String before, String after) throws IOException {
        String text = shipped();
        assertThat(text).contains(before);
        return text.replace(before, after);
    }

    private static String rehearse(String draft) throws SQLException {
        return rehearse(draft, YEAR);
    }

    private static String rehearse(String draft, RehearseDraft.Span span) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = RehearseDraft.rehearse(
                database.dataSource(), new Offices(database.dataSource(), CasesConfiguration.OFFICE).read(),
                new RehearseDraft.Draft(Path.of("procedures/public-request/2027-01-01.yaml"), draft), span, LivingOffice.DAY, to, to);
        assertThat(status).isZero();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).as("nobody's data, no officer's name").doesNotContain("示例诉求人", "北门外", "000-0001", "江", "陈");
        return text;
    }

    private static String recordAsItStands() {
        return jdbc.sql("select (select count(*) from event) || ' ' || (select string_agg(encode(digest, 'hex'), ',' order by case_id, seq) from event)"
                        + " || (select string_agg(number || version || stage, ',' order by id) from cases)")
                .query(String.class).single();
    }

    @Test
    @DisplayName("一字不改的草案：九件照旧办成，没有任何不同，记录一字不动")
    void theSameDefinitionChangesNothing() throws Exception {
        String before = recordAsItStands();
        String said = rehearse(shipped());
        assertThat(said).contains("重演 9 件：照旧办成 9 件，有不同 0 件。")
                .doesNotContain("不予办理", "期限的不同", "应当办而", "→ 草案）：\n\n").doesNotContain("次，文书 0 →");
        assertThat(said.lines().filter(l -> l.startsWith("  "))).isNotEmpty().noneMatch(l -> l.contains("→"));
        assertThat(recordAsItStands()).isEqualTo(before);
    }

    @Test
    @DisplayName("承办期限从五个工作日改为一个：九件最后一天不同，当天办结的照样按期，四天后办结的三件将会逾期")
    void aShorterClockMovesLastDays() throws Exception {
        String said = rehearse("like: 2018-01-01\nclocks: { handling-ordinary: { budget: 1 working-days } }\n");
        assertThat(said).contains("照旧办成 0 件，有不同 9 件").contains("承办期限（一般）　9 件：")
                .contains("中位 −6 天", "将会逾期 3 次，不再逾期 0 次").doesNotContain("不予办理");
    }

    @Test
    @DisplayName("承办期限改长的，没有一件将会逾期")
    void aLongerClockMakesNobodyLate() throws Exception {
        assertThat(rehearse("like: 2018-01-01\nclocks: { handling-ordinary: { budget: 10 working-days } }\n"))
                .contains("承办期限（一般）　9 件：", "将会逾期 0 次", "中位 +7 天");
    }

    @Test
    @DisplayName("多一个必经步骤：九件应当办而没有办；没有它就不准办理的，九件不予办理，以后的步骤仍逐步判断")
    void aFurtherObligatoryStepIsOwed() throws Exception {
        String step = """
                  - step: site-checked
                    title: 现场核查
                    basis: "10.1"
                    in: [handling]
                    by: { post: handler }
                    when: { not-done: site-checked, basis: "10.1", says: 已经核查 }

                """;
        String added = changed("  - step: handled\n", step + "  - step: handled\n");
        assertThat(rehearse(added)).contains("“现场核查”（承办人员）　9 件：").doesNotContain("不予办理");

        String asked = added.replace("  - step: handled\n", "  - step: handled\n    when: { done: site-checked, basis: \"10.1\", says: 尚未现场核查 }\n");
        assertThat(rehearse(asked)).contains("“办理”　尚未现场核查（《民生诉求办理规定》第十条第一款）　9 件：", " 等")
                .contains("“现场核查”（承办人员）　9 件：").doesNotContain("“答复诉求人”　", "“结案”　");
    }

    @Test
    @DisplayName("条件更严：只联系一次就结案的九件不予办理，最多列三个案号")
    void aStricterConditionRefuses() throws Exception {
        String said = rehearse(changed("""
                      - { done: return-visited, basis: "13.1", says: 尚未回访，不得结案 }
                """, """
                      - { done: return-visited, basis: "13.1", says: 尚未回访，不得结案 }
                      - { amount: attempts, at-least: "2", basis: "11.3", says: 联系不足两次，不得结案 }
                """));
        assertThat(said).contains("“结案”　联系不足两次，不得结案");
        String line = said.lines().filter(l -> l.contains("联系不足两次")).findFirst().orElseThrow();
        assertThat(line).contains("　9 件：").containsOnlyOnce("等");
        assertThat(line.split("、示街诉")).hasSizeLessThanOrEqualTo(3);
        assertThat(said).contains("照旧办成 0 件");
    }

    @Test
    @DisplayName("草案没有的步骤另列一项；此后的步骤从记录的阶段接着判断")
    void aStepTheDraftDoesNotKnow() throws Exception {
        String said = rehearse(changed("step: signed-in\n", "step: signed-for\n"));
        assertThat(said).contains("草案里没有的步骤：\n  “签收”　9 件：").doesNotContain("“派单”　", "“接单并指定承办人”　");
    }

    @Test
    @DisplayName("只看指定的日子；那段时间没有案件的说明没有")
    void onlyTheDaysAskedFor() throws Exception {
        RehearseDraft.Span one = new RehearseDraft.Span(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        assertThat(rehearse("like: 2018-01-01\nclocks: { handling-ordinary: { budget: 1 working-days } }\n", one))
                .contains("重演 1 件", march, "将会逾期 1 次");
        assertThat(rehearse(shipped(), new RehearseDraft.Span(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))).contains("无可重演");
        assertThat(RehearseDraft.Span.of(null, null, LivingOffice.DAY)).isEqualTo(new RehearseDraft.Span(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        assertThat(RehearseDraft.Span.of(LocalDate.of(2026, 2, 1), null, LivingOffice.DAY).to()).isEqualTo(LivingOffice.DAY);
    }

    @Test
    @DisplayName("个人信息已经删除的案件照样重演，另作说明")
    void erasedCasesAreRehearsedToo() throws Exception {
        long seq = jdbc.sql("select max(case_id) from event").query(Long.class).single();
        List<String> kept = jdbc.sql("select seq || ' ' || content from personal where case_id = ? order by seq").param(seq).query(String.class).list();
        jdbc.sql("update personal set content = '{}' where case_id = ?").param(seq).update();
        try {
            assertThat(rehearse(shipped())).contains("照旧办成 9 件", "个人信息已经删除的 1 件");
        } finally {
            kept.forEach(k -> jdbc.sql("update personal set content = ? where case_id = ? and seq = ?")
                    .params(k.substring(k.indexOf(' ') + 1), seq, Integer.parseInt(k.substring(0, k.indexOf(' ')))).update());
        }
    }

    @Test
    @DisplayName("读不出来的草案、没有这个程序、起止倒置、读不到文件，各有一句话")
    void refusesWhatCannotBeRehearsed() {
        assertThatThrownBy(() -> rehearse("like: 2018-01-01\nsteps: [ { step: handled, in: [nowhere] } ]\n")).isInstanceOf(Command.Refused.class).hasMessageContaining("nowhere");
        assertThatThrownBy(() -> rehearse("procedure: no-such\n")).isInstanceOf(Command.Refused.class).hasMessageContaining("没有程序 no-such");
        assertThatThrownBy(() -> rehearse(shipped(), new RehearseDraft.Span(YEAR.to(), YEAR.from()))).isInstanceOf(Command.Refused.class).hasMessageContaining("晚于");
        assertThatThrownBy(() -> new RehearseDraft().run(List.of("nothing.yaml"), System.out, System.err)).isInstanceOf(Command.Refused.class).hasMessageContaining("nothing.yaml");
        assertThatThrownBy(() -> new RehearseDraft().run(List.of(SHIPPED.toString(), "--from", "soon"), System.out, System.err)).isInstanceOf(Command.Refused.class).hasMessageContaining("soon");
    }
}
