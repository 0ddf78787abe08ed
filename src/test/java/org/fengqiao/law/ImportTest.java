package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengqiao.law.LawTexts.LANTERNS;
import static org.fengqiao.law.LawTexts.LANTERNS_AMENDED;
import static org.fengqiao.law.LawTexts.bring;
import static org.fengqiao.law.LawTexts.file;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.door.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("法规文本入库")
class ImportTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

    @TempDir
    private Path folder;

    private Database database;
    private Texts texts;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        texts = new Texts(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private TextImport.Outcome bringIn(String name, String content) throws Exception {
        return bring(database.dataSource(), false, file(folder, name, content));
    }

    private void refuses(String content, int line, String reason) throws Exception {
        TextImport.Outcome outcome = bringIn("lanterns.md", content);
        assertThat(outcome.rejected()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.sentence()).contains(reason);
        });
        assertThat(texts.count()).isZero();
    }

    @Test
    @DisplayName("Markdown 文本逐字入库，章节、款、项可以定位")
    void keepsAnOfficialTextVerbatim() throws Exception {
        TextImport.Outcome outcome = bringIn("lanterns.md", LANTERNS);

        assertThat(outcome).isEqualTo(new TextImport.Outcome(5, 0, 0, List.of()));
        ArticleText.Origin origin = texts.titled("示例市灯笼管理条例").getFirst();
        assertThat(origin.inForce()).isEqualTo(FIRST);
        assertThat(origin.promulgated()).isEqualTo(LocalDate.of(2020, 1, 10));
        assertThat(origin.level()).isEqualTo(Level.LOCAL_REGULATION);
        assertThat(origin.region()).isEqualTo("示例市");
        Map<String, ArticleText> articles = texts.articles(origin.id());
        assertThat(articles.keySet()).containsExactly("1", "2", "2-1", "3", "4");
        assertThat(articles.get("2-1").number()).isEqualTo("第二条之一");
        assertThat(articles.get("3").heading()).isEqualTo("第二章 附则");
        List<Article.Paragraph> second = articles.get("2").paragraphs();
        assertThat(second).hasSize(2);
        assertThat(second.getFirst().items()).containsExactly("（一）不遮挡消防通道；", "（二）使用阻燃材料。\n阻燃材料由市消防机构列名。", "（三）夜间十时后熄灭。");
        assertThat(second.getLast().text()).isEqualTo("违反前款规定的，由街道办事处责令改正。");
    }

    @Test
    @DisplayName("同一文本再送一次，一条也不变")
    void changesNothingTheSecondTime() throws Exception {
        bringIn("lanterns.md", LANTERNS);
        long change = texts.newestChange();

        assertThat(bringIn("lanterns.md", LANTERNS)).isEqualTo(new TextImport.Outcome(0, 5, 0, List.of()));
        assertThat(bringIn("copy.md", LANTERNS.replace("测试用虚构文本", "另一处的同一文本"))).isEqualTo(new TextImport.Outcome(0, 5, 0, List.of()));
        assertThat(texts.newestChange()).isEqualTo(change);
    }

    @Test
    @DisplayName("两个文件说同一天的同一条不一样，后一个被退回")
    void refusesTwoFilesThatContradictEachOther() throws Exception {
        file(folder, "a.md", LANTERNS);
        file(folder, "b.md", LANTERNS.replace("处五十元罚款", "处五百元罚款"));

        TextImport.Outcome outcome = bring(database.dataSource(), false, folder);

        assertThat(outcome.fresh()).isEqualTo(5);
        assertThat(outcome.rejected()).singleElement().satisfies(fault -> {
            assertThat(fault.toString()).startsWith("b.md line 30: 第三条");
        });
        assertThat(texts.articles("示例市灯笼管理条例@2020-03-01").get("3").body()).contains("五十元");
    }

    @Test
    @DisplayName("新的施行日期就是新的版本，旧版原样保留")
    void keepsBothVersions() throws Exception {
        bringIn("old.md", LANTERNS);
        bringIn("new.md", LANTERNS_AMENDED);

        assertThat(texts.titled("示例市灯笼管理条例")).hasSize(2);
        assertThat(texts.articles("示例市灯笼管理条例@2020-03-01").get("2").body()).contains("十时后");
        assertThat(texts.articles("示例市灯笼管理条例@2024-07-01").get("2").body()).contains("十一时后");
    }

    @Test
    @DisplayName("没有新日期却换了字句的，退回并说明行号；声明是更正的才改")
    void refusesOtherWordsUnderTheSameDay() throws Exception {
        bringIn("lanterns.md", LANTERNS);
        Path other = file(folder, "other.md", LANTERNS.replace("处五十元罚款", "处五百元罚款"));

        TextImport.Outcome refused = bring(database.dataSource(), false, other);
        assertThat(refused.rejected()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(30);
            assertThat(fault.sentence()).contains("第三条", "--correct");
        });
        assertThat(texts.articles("示例市灯笼管理条例@2020-03-01").get("3").body()).contains("五十元");

        long before = texts.newestChange();
        assertThat(bring(database.dataSource(), true, other)).isEqualTo(new TextImport.Outcome(0, 4, 1, List.of()));
        assertThat(texts.articles("示例市灯笼管理条例@2020-03-01").get("3").body()).contains("五百元");
        List<String> later = new ArrayList<>();
        texts.each(before, article -> later.add(article.key()));
        assertThat(later).containsExactly("3");
    }

    @Test
    @DisplayName("条号不递增、缺条、条数不符的文本整部退回")
    void refusesTextsWhoseNumbersDoNotFit() throws Exception {
        refuses(LANTERNS.replace("第三条　逾期", "第二条　逾期"), 30, "第二条 follows 第二条之一");
        refuses(LANTERNS.replace("第三条　逾期", "第五条　逾期"), 30, "第三条 is missing before 第五条");
        refuses(LANTERNS.replace("articles: 5", "articles: 6"), 1, "says it has 6 articles, and 5 were found");
        refuses(LANTERNS.replace("第一条　为了", "第二条　为了"), 17, "第一条 is missing");
    }

    @Test
    @DisplayName("残缺的文本整部退回：断在半句、丢了字符、没有条文、没有日期")
    void refusesDamagedTexts() throws Exception {
        refuses(LANTERNS.replace("处五十元罚款。", "处五十元罚"), 30, "ends in the middle of a sentence");
        refuses(LANTERNS.replace("处五十元罚款", "处\uFFFD\uFFFD元罚款"), 30, "lost on the way");
        refuses(LANTERNS.substring(0, LANTERNS.indexOf("## 第一章")), 1, "no article was found");
        refuses(LANTERNS.replace("effective: 2020-03-01\n", ""), 1, "does not say \"effective\"");
        refuses(LANTERNS.replace("effective: 2020-03-01\n", "effective: 2020-02-30\n"), 1, "is not a day");
        refuses(LANTERNS.substring(LANTERNS.indexOf("# 示例")), 1, "front matter is missing");
    }

    @Test
    @DisplayName("不是 UTF-8 的文件退回，并说出从哪一行起")
    void refusesAnotherEncoding() throws Exception {
        Path file = Files.write(folder.resolve("gbk.md"), ("---\ntitle: x\n" + LANTERNS).getBytes(Charset.forName("GB18030")));
        TextImport.Outcome outcome = bring(database.dataSource(), false, file);
        assertThat(outcome.rejected()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(4);
            assertThat(fault.sentence()).contains("not UTF-8");
        });
    }

    @Test
    @DisplayName("与 laws/ 记载的公布日期或者款项数不符的，整部退回")
    void refusesWhatContradictsTheLibrary() throws Exception {
        String measures = """
                ---
                title: 全国年节及纪念日放假办法
                promulgated: 2024-11-11
                effective: 2025-01-01
                ---

                第一条　甲。

                """;
        assertThat(bringIn("holidays.md", measures).rejected()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("promulgated on 2024-11-10"));
        assertThat(bringIn("holidays.md", measures.replace("2024-11-11", "2024-11-10")).rejected()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("counts 8 articles, and 1 were found"));
        String eight = measures.replace("2024-11-11", "2024-11-10")
                + "第二条　乙。\n\n第三条　丙。\n\n第四条　丁。\n\n第五条　戊。\n\n第六条　己。\n\n第七条　庚。\n\n第八条　辛。\n";
        assertThat(bringIn("holidays.md", eight).rejected()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("第二条 has 1 paragraph, and laws/statutory-holidays-measures/law.yaml says"));
    }

    private static String line(String id, String article, String text) {
        return "{\"id\":\"" + id + "\",\"law\":\"示例市灯笼管理条例\",\"article\":\"" + article
                + "\",\"date\":\"2020-01-10\",\"category\":\"地方法规/广东\",\"chapter\":\"第一章 总 则\",\"text\":\"" + text + "\"}\n";
    }

    @Test
    @DisplayName("汇编按行读入：坏行单独退回并说明行号，其余入库，编号沿用汇编的")
    void takesACollectionLineByLine() throws Exception {
        String lines = line("X2", "第二条", "夜间十时后熄灭。")
                + line("X1", "第一条", "为了管好灯笼。")
                + "{\"id\":\"X9\",\"law\":\n"
                + line("X3", "第二条", "夜间九时后熄灭。")
                + line("X4", "第条", "没有条号。")
                + line("X5", "第五条", "")
                + line("X1", "第六条", "编号用过。");

        TextImport.Outcome outcome = bringIn("collection.jsonl", lines);

        assertThat(outcome.fresh()).isEqualTo(2);
        assertThat(outcome.rejected()).extracting(ReadText.Fault::line).containsExactly(3, 4, 5, 6, 7);
        assertThat(outcome.rejected().get(1).sentence()).contains("第二条", "line 1", "another text");
        ArticleText second = texts.article("X2").orElseThrow();
        assertThat(second.origin().edition()).isEqualTo(ArticleText.Edition.COLLECTION);
        assertThat(second.heading()).isEqualTo("第一章 总则");
        assertThat(texts.articles(second.origin().id()).keySet()).containsExactly("1", "2");
    }

    @Test
    @DisplayName("压缩的汇编同样读入；同一编号换了字句的，退回")
    void readsAPackedCollectionAndNoticesOtherWords() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(line("X1", "第一条", "为了管好灯笼。").getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("c.jsonl.gz"), packed.toByteArray());
        assertThat(bring(database.dataSource(), false, file).fresh()).isEqualTo(1);

        TextImport.Outcome again = bringIn("c.jsonl", line("X1", "第一条", "为了管坏灯笼。"));
        assertThat(again.rejected()).singleElement().satisfies(fault -> assertThat(fault.sentence()).contains("other words"));
        assertThat(bringIn("d.jsonl", line("X7", "第一条", "为了管好灯笼。")).rejected()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("must keep its ids"));
    }

    private static List<String> asPrinted(String begins) {
        return List.of(
                "示例市灯笼管理条例", "（2020年1月10日示例市第一届人民代表大会常务委员会第一次会议通过）", "", "目　　录", "第一章　总　　则", "第二章　附　　则",
                "第一章　总　　则", "第一条　为了管好灯笼，制定本条例。", "第二条　悬挂灯笼应当符合下列要求：", "（一）不遮挡消防通道；", "（二）使用阻燃材料。",
                "违反前款规定的，由街道办事处责令改正。", "第二章　附　　则", "第三条　本条例自" + begins + "施行。", "附件：灯笼式样");
    }

    @Test
    @DisplayName("国家法律法规数据库式样的 Word 文本：目录不算，章节、条、款、项齐全，施行日取自末条")
    void readsTheLayoutOfTheNationalDatabase() throws Exception {
        Path file = Files.write(folder.resolve("lanterns.docx"), WordFile.of(asPrinted("2020年3月1日起")));

        assertThat(bring(database.dataSource(), false, file)).isEqualTo(new TextImport.Outcome(3, 0, 0, List.of()));
        Map<String, ArticleText> articles = texts.articles("示例市灯笼管理条例@2020-03-01");
        assertThat(articles.values()).extracting(ArticleText::heading).containsExactly("第一章 总则", "第一章 总则", "第二章 附则");
        assertThat(articles.get("2").paragraphs()).hasSize(2);
        assertThat(articles.get("3").body()).isEqualTo("本条例自2020年3月1日起施行。");
        assertThat(articles.get("1").origin().level()).isEqualTo(Level.LOCAL_REGULATION);
    }

    @Test
    @DisplayName("修正过的文本末条仍是最初的施行日：不猜，要求说明")
    void asksForTheDayWhenTheTextIsSilent() throws Exception {
        Path file = Files.write(folder.resolve("lanterns.docx"), WordFile.of(asPrinted("2001年1月1日起")));

        assertThat(bring(database.dataSource(), false, file).rejected()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("--in-force"));
        assertThat(bring(database.dataSource(), false, FIRST, file).fresh()).isEqualTo(3);
    }

    @Test
    @DisplayName("不是 Word 文件、不存在的路径、没有文本的文件夹都说清楚")
    void refusesWhatIsNoText() throws Exception {
        Path file = file(folder, "broken.docx", "not a zip");
        assertThat(bring(database.dataSource(), false, file).rejected()).singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("not a Word file"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> bring(database.dataSource(), false, empty)).isInstanceOf(Command.Refused.class).hasMessageContaining("No texts");
        assertThatThrownBy(() -> bring(database.dataSource(), false, folder.resolve("gone"))).isInstanceOf(Command.Refused.class).hasMessageContaining("no such file");
    }
}
