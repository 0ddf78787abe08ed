package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Field;
import org.fengqiao.record.Erasure;
import org.fengqiao.record.Packing;
import org.fengqiao.record.Records;
import org.fengqiao.record.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("个人信息：保存期内只限制，期满可删除；删除不断链（个人信息保护法第四十七条）")
class PersonalDataTest {

    private Database database;
    private LivingOffice office;
    private JdbcClient jdbc;
    private PersonalData personal;
    private String number;

    @BeforeEach
    void oneClosedRequest() {
        database = TestDatabase.fresh();
        office = new LivingOffice(database);
        jdbc = JdbcClient.create(database.dataSource());
        personal = new PersonalData(office.cases, office.records, Access.load());
        number = office.walk(9);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void noRetentionLeft() {
        new Offices(database.dataSource(), CasesConfiguration.OFFICE).change(
                "insert into setting (office, key, from_day, value, source, approver) values (1, 'personal-retention', '2018-01-01', '1 calendar-days', '档案保管期限（示例）', '李丁')");
        office = new LivingOffice(database, LivingOffice.DAY.plusDays(30));
        personal = new PersonalData(office.cases, office.records, Access.load());
    }

    private long holding(String words) {
        return jdbc.sql("select (select count(*) from personal where content like ?) + (select count(*) from document where content like ?)"
                        + " + (select count(*) from cases where title like ?)")
                .params("%" + words + "%", "%" + words + "%", "%" + words + "%")
                .query(Long.class)
                .single()
                + jdbc.sql("select line from event").query(byte[].class).list().stream().filter(l -> Packing.text(l).contains(words)).count();
    }

    @Test
    @DisplayName("保存期满：值、盐、文书内容一并删除，链仍然完好；没有删除记录的缺失仍是断点")
    void erasesOnceRetentionHasRunOut() throws Exception {
        noRetentionLeft();
        assertThat(holding("示例诉求人甲")).isPositive();
        Records.Known after = LivingOffice.done(personal.erase("li-ding", number, null, "保存期限届满"));
        assertThat(after.state().deeds().getLast().step()).isEqualTo(Erasure.STEP);
        assertThat(holding("示例诉求人甲")).isZero();
        assertThat(holding("石桥路路灯")).isZero();
        assertThat(office.cases.see("chen-gui", number).orElseThrow().state().partyName("P1")).isEqualTo("（已删除）");
        Verification.Report report = Verification.ofAll(database.dataSource(), null, null);
        assertThat(report.fault()).isNull();
        assertThat(report.personal()).isZero();
        assertThat(report.erased()).isGreaterThanOrEqualTo(8);
        assertThat(personal.erase("li-ding", number, null, "再删一次")).isInstanceOf(Cases.Answer.Refused.class);
    }

    @Test
    @DisplayName("只删一名当事人：其余个人信息还在")
    void erasesOnePartyOnly() throws Exception {
        noRetentionLeft();
        LivingOffice.done(personal.erase("li-ding", number, "P1", "本人要求"));
        assertThat(holding("示例诉求人甲")).isZero();
        assertThat(holding("小区北门外路灯")).isPositive();
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
    }

    @Test
    @DisplayName("保存期内：只限制，值还在，一般人员看不到，有权决定的人看得到")
    void restrictsWhileRetentionRuns() throws Exception {
        Records.Known after = LivingOffice.done(personal.erase("li-ding", number, "P1", "本人要求"));
        assertThat(after.state().deeds().getLast().step()).isEqualTo(PersonalData.RESTRICTED);
        assertThat(holding("示例诉求人甲")).isPositive();
        assertThat(office.cases.see("chen-gui", number).orElseThrow().state().partyName("P1")).isEqualTo("（已限制处理）");
        assertThat(office.cases.see("li-ding", number).orElseThrow().state().partyName("P1")).isEqualTo("（已限制处理）");
        assertThat(office.cases.viewing().asksPurpose("chen-gui", number)).as("无权决定的人不能凭用途查看").isEmpty();
        assertThat(office.cases.viewing().asksPurpose("li-ding", number)).isPresent();
        office.cases.purposes().state("chen-gui", after.id(), "想看一看");
        assertThat(office.cases.see("chen-gui", number).orElseThrow().state().partyName("P1")).isEqualTo("（已限制处理）");
        office.cases.purposes().state("li-ding", after.id(), "答复本人的查阅申请");
        assertThat(office.cases.viewing().asksPurpose("li-ding", number)).isEmpty();
        assertThat(office.cases.see("li-ding", number).orElseThrow().state().partyName("P1")).isEqualTo("示例诉求人甲");
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
    }

    @Test
    @DisplayName("限制以后：文书不印、清单和关联案件不列姓名标题、按姓名检索不到、案卷不出；说明用途的有权人员照常")
    void restrictsWhereverValuesAreShown() throws Exception {
        Records.Known before = office.cases.see("chen-gui", number).orElseThrow();
        String paper = before.state().documents().keySet().iterator().next();
        DocumentFiles documents = office.documents();
        assertThat(documents.content(before, paper)).isPresent();
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());
        assertThat(search.find("chen-gui", named("示例诉求人甲")).total()).isEqualTo(1);

        Records.Known after = LivingOffice.done(personal.erase("li-ding", number, null, "本人要求"));

        Records.Known seen = office.cases.see("chen-gui", number).orElseThrow();
        seen.state().documents().keySet().forEach(d -> {
            assertThat(documents.content(seen, d)).as(d).isEmpty();
            assertThat(documents.render(seen, d, "html")).as(d).isEmpty();
        });
        assertThat(search.find("chen-gui", named("示例诉求人甲")).total()).isZero();
        assertThat(search.find("chen-gui", named("石桥路路灯")).total()).isZero();
        assertThat(search.find("chen-gui", named(number)).rows()).extracting(CaseSearch.Row::title).containsExactly("（已限制处理）");
        CasePackage packages = new CasePackage(office.cases, office.records, documents, office.evidence(), database.home().heads(), jdbc, Laws.load(), new Texts(database.dataSource()));
        assertThatThrownBy(() -> packages.of(seen)).isInstanceOf(PersonalData.Withheld.class);

        office.cases.purposes().state("li-ding", after.id(), "答复本人的查阅申请");
        Records.Known decides = office.cases.see("li-ding", number).orElseThrow();
        assertThat(documents.content(decides, paper)).isPresent();
        assertThat(packages.of(decides).zip()).isNotEmpty();
        assertThat(Verification.ofAll(database.dataSource(), null, null).fault()).isNull();
    }

    @Test
    @DisplayName("只限制一名当事人：标题没有提到他的仍可辨认，按其姓名检索不到")
    void restrictsOnePartyInListsToo() {
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());
        String title = search.find("chen-gui", named(number)).rows().getFirst().title();
        LivingOffice.done(personal.erase("li-ding", number, "P1", "本人要求"));
        assertThat(search.find("chen-gui", named("示例诉求人甲")).total()).isZero();
        assertThat(search.find("chen-gui", named(number)).rows().getFirst().title()).isEqualTo("（已限制处理）" + title);
    }

    @Test
    @DisplayName("没有标题的案件限制以后，同样检索不到姓名，清单写明已限制")
    void restrictsACaseWithoutATitle() {
        var register = LivingOffice.NINE.getFirst();
        String untitled = LivingOffice.done(office.cases.open(
                register.user(),
                new Cases.Opening(
                        "public-request", null, null, register.json(),
                        List.of(new Act.NewParty("person", "示例诉求人戊", null, null, null, "requester", null)), null, Cases.Taking.of(register.json())),
                null)).state().number();
        LivingOffice.NINE.subList(1, 9).forEach(move -> LivingOffice.done(office.take(untitled, move)));
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());
        assertThat(search.find("chen-gui", named("示例诉求人戊")).total()).isEqualTo(1);

        LivingOffice.done(personal.erase("li-ding", untitled, "P1", "本人要求"));

        assertThat(search.find("chen-gui", named("示例诉求人戊")).total()).isZero();
        assertThat(search.find("chen-gui", named(untitled)).rows().getFirst().title()).isEqualTo("（已限制处理）" + untitled);
    }

    @Test
    @DisplayName("限制以后的名册只有一句话，不当作名册去读；填写的文字像名册的，还是文字")
    void readsAListOnlyWhereOneIsTold() {
        assertThat(PersonalData.told(Field.Type.POINTS, "[{\"force\":\"示例应急分队\"}]").get(0).get("force").asString()).isEqualTo("示例应急分队");
        assertThat(PersonalData.told(Field.Type.POINTS, PersonalData.MASK).asString()).isEqualTo("（已限制处理）");
        assertThat(PersonalData.told(Field.Type.TEXT, "[1,2]").asString()).isEqualTo("[1,2]");
    }

    @Test
    @DisplayName("检索只比对内容：字段名和盐值不是内容")
    void searchesValuesOnly() {
        CaseSearch search = new CaseSearch(jdbc, CasesConfiguration.OFFICE, office.cases, Access.load());
        assertThat(search.find("chen-gui", named("P1.name")).total()).isZero();
        assertThat(search.find("chen-gui", named("\"")).total()).isZero();
    }

    private static CaseSearch.Query named(String words) {
        return new CaseSearch.Query(words, "", "", "", "", null, null, 1, 20);
    }

    @Test
    @DisplayName("无权的人、未办结的案件、没有的当事人：不办")
    void refusesWhatIsNotLawful() {
        assertThat(personal.erase("chen-gui", number, null, "试试")).isInstanceOf(Cases.Answer.Forbidden.class);
        assertThat(personal.erase("li-ding", office.walk(3), null, "本人要求")).isInstanceOf(Cases.Answer.Refused.class);
        assertThat(personal.erase("li-ding", number, "P9", "本人要求")).isInstanceOf(Cases.Answer.NotFound.class);
        assertThat(personal.erase("li-ding", number, null, " ")).isInstanceOf(Cases.Answer.Refused.class);
    }
}
