package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.law.LawTexts.LANTERNS;
import static org.fengqiao.law.LawTexts.LANTERNS_AMENDED;
import static org.fengqiao.law.LawTexts.LAWS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.CitationFinding.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("引用核对")
class CitationCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 9);

    @TempDir
    private static Path folder;

    private static Database database;
    private static CitationCheck check;

    @BeforeAll
    static void bringIn() throws Exception {
        database = TestDatabase.fresh();
        LawTexts.bring(database.dataSource(), false, LawTexts.file(folder, "old.md", LANTERNS), LawTexts.file(folder, "new.md", LANTERNS_AMENDED));
        check = new CitationCheck(LAWS, new Texts(database.dataSource()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<CitationFinding> found(String text) {
        return check.check(text, DAY);
    }

    /// Each finding as `words=outcome`, with the address where there is one.
    private static List<String> told(String text) {
        return found(text).stream()
                .map(f -> f.written() + "=" + f.outcome().chinese() + (f.url() == null || !f.url().contains("#") ? "" : f.url().substring(f.url().indexOf('#'))))
                .toList();
    }

    @Test
    @DisplayName("全称、简称、俗称、中文数字和阿拉伯数字都认得，款项打开到位")
    void readsEveryWayOfWriting() {
        assertThat(told("依据《中华人民共和国行政处罚法》第六十四条第一款第（一）项的规定")).containsExactly("《中华人民共和国行政处罚法》第六十四条第一款第（一）项=正确#a64-1-1");
        assertThat(told("依据《行政处罚法》第六十四条第一项")).containsExactly("《行政处罚法》第六十四条第一项=正确#a64-1-1");
        assertThat(told("按处罚法第64条第1款第1项办")).containsExactly("处罚法第64条第1款第1项=正确#a64-1-1");
        assertThat(told("根据行政处罚法54条第2款")).containsExactly("行政处罚法54条第2款=正确#a54-2");
        assertThat(told("《民法典》第一千二百六十条")).containsExactly("《民法典》第一千二百六十条=正确#a1260");
        assertThat(told("适用《行政处罚法》（2021年修订）第三十三条第一款")).containsExactly("《行政处罚法》（2021年修订）第三十三条第一款=正确#a33-1");
    }

    @Test
    @DisplayName("并列、范围和简称：同一部法律的后续条款接着算")
    void followsLists() {
        assertThat(told("《行政处罚法》第五十七条至第五十九条、第六十一条第一款、第二款和第六十四条第一项、第二项")).containsExactly(
                "《行政处罚法》第五十七条至第五十九条=正确#a57", "第六十一条第一款=正确#a61-1", "第二款=正确#a61-2", "第六十四条第一项=正确#a64-1-1", "第二项=正确#a64-1-2");
        assertThat(told("《中华人民共和国行政强制法》（以下简称《强制执行规则》）第三十五条。另据《强制执行规则》第三十七条。")).containsExactly(
                "《中华人民共和国行政强制法》（以下简称《强制执行规则》）第三十五条=正确#a35", "《强制执行规则》第三十七条=正确#a37");
        assertThat(told("《行政处罚法》第四十四条、《行政强制法》第三十五条")).extracting(t -> t.replaceAll(".*=", "")).containsExactly("正确#a44", "正确#a35");
    }

    @Test
    @DisplayName("该条、同款指前面刚写明的那一条、那一款；前面没有写明，或者隔了一段，不猜")
    void readsTheClauseNamedBefore() {
        assertThat(told("听证适用《行政处罚法》第六十三条第一款；该条第二款规定不收费用。")).containsExactly(
                "《行政处罚法》第六十三条第一款=正确#a63-1", "该条第二款=正确#a63-2");
        assertThat(told("按照处罚法第五十七条第一款第一项处罚，同款第四项才移送。")).containsExactly(
                "处罚法第五十七条第一款第一项=正确#a57-1-1", "同款第四项=正确#a57-1-4");
        assertThat(found("依据《行政处罚法》第六十三条，该条第三款不在其中").get(1).outcome().fault()).isTrue();
        assertThat(told("该条第二款规定不收费用。")).containsExactly("该条第二款=指代不明");
        assertThat(told("《行政处罚法》第六十三条。\n该条第二款规定不收费用。")).containsExactly("《行政处罚法》第六十三条=正确#a63", "该条第二款=指代不明");
    }

    @Test
    @DisplayName("前款、前两款、前条、本条从刚引用的条款数起；数不到的、没有说是哪一款的，说指代不明")
    void countsBackFromTheClauseNamedBefore() {
        assertThat(told("《行政处罚法》第六十一条第二款另有规定的，前款不适用；前款的送达也不适用。")).containsExactly(
                "《行政处罚法》第六十一条第二款=正确#a61-2", "前款=正确#a61-1", "前款=正确#a61-1");
        assertThat(told("《行政处罚法》第五十七条第二款和前款第四项")).containsExactly("《行政处罚法》第五十七条第二款=正确#a57-2", "前款第四项=正确#a57-1-4");
        assertThat(told("《行政处罚法》第六十四条，前条规定的范围；前两条规定；本条第三项")).containsExactly(
                "《行政处罚法》第六十四条=正确#a64", "前条=正确#a63", "前两条=正确#a62", "本条第三项=正确#a64-1-3");
        assertThat(found("《行政处罚法》第六十四条第五项与前三项规定").get(1).sentence()).contains("第六十四条第二项至第四项");
        assertThat(found("《行政处罚法》第六十一条第二款，前两款规定").get(1)).satisfies(f -> {
            assertThat(f.outcome()).isEqualTo(Outcome.UNCLEAR);
            assertThat(f.sentence()).contains("从第二款往前数，没有这么多款");
        });
        assertThat(found("《行政处罚法》第六十一条，前款规定").get(1).sentence()).contains("看不出“前款”是从哪一款往前数");
        assertThat(told("前款规定的情形除外。")).containsExactly("前款=指代不明");
        assertThat(told("目前三项工作、此前条件、提前款项、前十条意见、本项目、本条线。")).isEmpty();
    }

    @Test
    @DisplayName("法律自己的文本：前款、本条、前条从所在的地方数起，条号标题本身不是引用")
    void countsFromWhereALawItselfStands() {
        String law = "第五十六条　示例。\n第五十七条　调查终结：\n（一）甲；\n（二）乙，本项规定除外。\n对前款规定的情形，依照本条第一款第一项和前条规定，该法第六十四条不适用。\n　依照第六十四条办理。";
        assertThat(check.check(law, DAY, "行政处罚法").stream().map(f -> f.written() + "=" + (f.url() == null ? f.outcome().chinese() : f.url().replaceAll(".*#", "")))).containsExactly(
                "本项=a57-1-2", "前款=a57-1", "本条第一款第一项=a57-1-1", "前条=a56", "第六十四条=指代不明", "第六十四条=a64");
    }

    @Test
    @DisplayName("合同自己的条款、别的文件的条款，不算进同一段里提到的法律")
    void keepsContractsApart() {
        assertThat(told("依据《行政处罚法》，本合同第三条、示例方案第五条和本办法第六条均可适用。")).extracting(t -> t.replaceAll("#.*", "")).containsExactly(
                "第三条=指代不明", "第五条=指代不明", "第六条=指代不明");
        assertThat(told("第一条　租金。\n第二条　依照《行政处罚法》第六条，前款、本条第二款和前条不变。")).containsExactly("《行政处罚法》第六条=正确#a6");
        assertThat(told("《信访工作条例》第二十条，该法第三条")).containsExactly("《信访工作条例》第二十条=正确#a20", "第三条=指代不明");
    }

    @Test
    @DisplayName("省写的并列、范围末尾的款、全角数字、第几目都读得准")
    void readsShortenedLists() {
        assertThat(told("《行政处罚法》第三、四条和第五十七至五十九条")).containsExactly("《行政处罚法》第三=正确#a3", "四条=正确#a4", "第五十七至五十九条=正确#a57");
        assertThat(told("《行政处罚法》第六十四条第（一）、（二）项")).containsExactly("《行政处罚法》第六十四条第（一）=正确#a64-1-1", "（二）项=正确#a64-1-2");
        assertThat(found("《行政处罚法》第六十条至第六十一条第三款").get(1).sentence()).contains("第六十一条只有 2 款");
        assertThat(told("《行政处罚法》第６４条第１款第（１）项")).containsExactly("《行政处罚法》第６４条第１款第（１）项=正确#a64-1-1");
        LocalDate then = LocalDate.of(2020, 1, 1);
        assertThat(check.check("《行政复议法》第二十八条第一款第（三）项第2目", then).getFirst().url()).endsWith("/2018-01-01#a28-1-3-2");
        assertThat(check.check("《行政复议法》第二十八条第一款第三项第六目", then).getFirst().sentence()).contains("第三项只有 5 目");
        assertThat(found("《行政处罚法》第六十四条第一项第一目").getFirst().sentence()).contains("没有分目");
    }

    @Test
    @DisplayName("不写法律名称的：一段里只提一部法律就按它，提两部就说指代不明，不猜")
    void resolvesOnlyWhatIsClear() {
        assertThat(told("本案适用《行政处罚法》。当事人可以依照第六十三条要求听证，该法第六十四条规定了程序。"))
                .containsExactly("第六十三条=正确#a63", "该法第六十四条=正确#a64");
        assertThat(told("《行政处罚法》和《行政强制法》都适用。依照第三十五条办理。")).containsExactly("第三十五条=指代不明");
        assertThat(told("本合同第三条约定了租金。")).containsExactly("第三条=指代不明");
        assertThat(check.check("依照本法第三十五条的规定", DAY, "行政强制法")).singleElement().satisfies(f -> assertThat(f.url()).endsWith("2012-01-01#a35"));
    }

    @Test
    @DisplayName("不存在的条、款、项各说清楚；旧版有的，指出可能引用了旧条号")
    void refusesClausesThatDoNotExist() {
        CitationFinding article = found("依据\n据《行政处罚法》第八十七条").getFirst();
        assertThat(article.outcome()).isEqualTo(Outcome.NO_SUCH_CLAUSE);
        assertThat(article.sentence()).contains("没有第八十七条", "共 86 条");
        assertThat(article.line()).isEqualTo(2);
        assertThat(article.column()).isEqualTo(2);
        assertThat(found("《行政处罚法》第六十四条第二款").getFirst().sentence()).contains("第六十四条只有 1 款");
        assertThat(found("《行政处罚法》第六十四条第九项").getFirst().sentence()).contains("只有 8 项");
        assertThat(found("《行政处罚法》第六十四条至第九十条").getFirst().outcome()).isEqualTo(Outcome.NO_SUCH_CLAUSE);
        assertThat(check.check("《城市居民委员会组织法》第四十条", LocalDate.of(2020, 1, 1)).getFirst().sentence()).contains("没有第四十条");
    }

    @Test
    @DisplayName("写明旧版的，当日已经无效；没有收录的日期和法律，说无法核对")
    void knowsWhatWasInForceOnTheDay() {
        CitationFinding old = found("《行政复议法》（2017年修正）第九条").getFirst();
        assertThat(old.outcome()).isEqualTo(Outcome.NOT_IN_FORCE);
        assertThat(old.sentence()).contains("自2024年1月1日起已经无效");
        assertThat(check.check("《行政复议法》第九条", LocalDate.of(2023, 12, 31)).getFirst().outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(check.check("《行政复议法》第九十条", LocalDate.of(2023, 12, 31)).getFirst().sentence()).contains("可能引用了新条号");
        assertThat(found("《行政惩罚法》第五条").getFirst().outcome()).isEqualTo(Outcome.UNKNOWN_LAW);
        assertThat(check.check("《行政强制法》第五条", LocalDate.of(2000, 1, 1)).getFirst().outcome()).isEqualTo(Outcome.UNKNOWN_LAW);
    }

    @Test
    @DisplayName("引号里的话逐字核对：一致、在别的款、在别的条、是旧版的、没有导入")
    void holdsQuotedWordsAgainstTheText() {
        assertThat(found("《示例市灯笼管理条例》第三条规定：“出售灯笼的，应当标明材料和使用年限。”").getFirst().outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(found("《示例市灯笼管理条例》第二条第一款第（二）项：“使用阻燃材料”").getFirst().outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(found("《示例市灯笼管理条例》第二条规定“悬挂灯笼应当符合下列要求……夜间十一时后熄灭”").getFirst().outcome()).isEqualTo(Outcome.CORRECT);

        CitationFinding paragraph = found("《示例市灯笼管理条例》第二条第二款规定：“使用阻燃材料”").getFirst();
        assertThat(paragraph.outcome()).isEqualTo(Outcome.OTHER_WORDS);
        assertThat(paragraph.sentence()).contains("不在所引的款、项");
        CitationFinding words = found("《示例市灯笼管理条例》第四条规定：“逾期不改正的，处五百元罚款。”").getFirst();
        assertThat(words.outcome()).isEqualTo(Outcome.OTHER_WORDS);
        assertThat(words.sentence()).contains("五十元罚款");
        assertThat(found("《行政处罚法》第六条规定：“处罚与教育相结合”").getFirst().outcome()).isEqualTo(Outcome.WORDS_NOT_CHECKED);
    }

    @Test
    @DisplayName("只有导入文本的法律同样核对，按当日有效的版本")
    void checksLawsThatAreOnlyImported() {
        assertThat(found("《示例市灯笼管理条例》第六条").getFirst().sentence()).contains("没有第六条");
        assertThat(found("《示例市灯笼管理条例》第二条之一").getFirst().outcome()).isEqualTo(Outcome.NO_SUCH_CLAUSE);
        assertThat(check.check("《示例市灯笼管理条例》第二条之一", LocalDate.of(2024, 6, 30)).getFirst().outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(check.check("《示例市灯笼管理条例》第一条", LocalDate.of(2019, 1, 1)).getFirst().outcome()).isEqualTo(Outcome.NOT_IN_FORCE);
    }

    @Test
    @DisplayName("书名号里不是法律的不误报；文书末尾的日期就是核对的日期")
    void leavesOtherThingsAlone() {
        assertThat(found("送达《行政处罚决定书》，见第3页。地址为第五大道第12号。三条裤子，3条鱼。")).isEmpty();
        assertThat(CitationCheck.dayOf("2020年1月1日的事\n示例街道办事处\n  2021年7月14日  \n附件")).contains(LocalDate.of(2021, 7, 14));
        assertThat(CitationCheck.dayOf("二〇二一年七月十五日")).contains(LocalDate.of(2021, 7, 15));
        assertThat(CitationCheck.dayOf("没有日期")).isEmpty();
    }
}
