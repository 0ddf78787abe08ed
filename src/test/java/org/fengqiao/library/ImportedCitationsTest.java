package org.fengqiao.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fengqiao.database.Database;
import org.fengqiao.database.TestDatabase;
import org.fengqiao.law.Citation;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.Laws;
import org.fengqiao.law.LawTexts;
import org.fengqiao.law.Texts;
import org.fengqiao.ui.LinkedWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("只导入了文本的法律，行文里的条号同样成为链接，打开当日有效的那一版")
class ImportedCitationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);
    private static final Laws LAWS = Laws.load();

    @TempDir
    private static Path folder;

    private static Database database;
    private static final AtomicInteger ASKED = new AtomicInteger();

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        bring("old.md", official("示例市灯笼管理条例", "2020-01-10", "2020-03-01", "2024-06-30", 3));
        bring("new.md", official("示例市灯笼管理条例", "2024-05-20", "2024-07-01", "", 4));
        bring("lamps.md", official("中华人民共和国灯法", "2015-01-10", "2015-03-01", "", 3).replace("地方性法规", "法律"));
        bring("gone.md", official("示例市爆竹管理办法", "2001-01-10", "2001-03-01", "", 3));
        bring("repealed.md", official("示例市爆竹管理办法", "2010-01-10", "2010-03-01", "2019-12-31", 3));
        bring("future.md", official("中华人民共和国行政处罚法", "2026-08-01", "2026-10-01", "", 90));
        bring("collected.jsonl", Stream.of("甲", "乙").flatMap(place -> IntStream.rangeClosed(1, 3).mapToObj(n ->
                "{\"law\":\"住宅小区门牌规定\",\"article\":\"第" + n + "条\",\"date\":\"20" + (place.equals("甲") ? 18 : 19) + "-05-01\",\"category\":\"地方法规/" + place + "\",\"text\":\"示例条文。\"}"))
                .reduce("", (a, b) -> a + b + "\n"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void bring(String name, String content) throws Exception {
        LawTexts.importing(database.dataSource(), Files.writeString(folder.resolve(name), content));
    }

    /// An invented text of so many articles; the second has two items.
    private static String official(String title, String promulgated, String effective, String until, int articles) {
        StringBuilder text = new StringBuilder("---\ntitle: " + title + "\ntype: 地方性法规\npromulgated: " + promulgated + "\neffective: " + effective
                + (until.isEmpty() ? "" : "\neffective_to: " + until) + "\narticles: " + articles + "\nsource: 测试用虚构文本\n---\n\n");
        for (int n = 1; n <= articles; n++) {
            text.append("第").append(Citation.numeral(n)).append("条　").append(n == 2 ? "分两项：\n（一）甲；\n（二）乙。\n" : "示例条文。\n").append('\n');
        }
        return text.toString();
    }

    private static ProseCitations prose(Duration patience) {
        DataSource counted = (DataSource) Proxy.newProxyInstance(ImportedCitationsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
            if (method.getReturnType() == Connection.class) {
                ASKED.incrementAndGet();
            }
            return method.invoke(database.dataSource(), values);
        });
        return new ProseCitations(LAWS, CitationCheck.outlined(LAWS, new Texts(counted), patience), () -> TODAY);
    }

    private static String linked(String html) {
        return LinkedWords.in(html, prose(Duration.ZERO)).replace(" class=\"fq-cite\"", "");
    }

    @Test
    @DisplayName("按当日有效的版本打开到款到项；施行以前、废止以后、没有的条号不链接，废止的不让更早的版本复活")
    void opensImportedLaws() {
        assertThat(linked("<p>依据《示例市灯笼管理条例》第二条第一款第二项、第四条</p>")).contains(
                "/laws/text?id=%E7%A4%BA", "%402024-07-01#2.1.2\">《示例市灯笼管理条例》第二条第一款第二项</a>", "%402024-07-01#4\">第四条</a>");
        assertThat(linked("<p data-day=\"2024-06-30\">按照示例市灯笼管理条例第三条</p>")).contains("%402020-03-01#3\">示例市灯笼管理条例第三条</a>");
        assertThat(linked("<p data-day=\"2018-06-30\">《示例市灯笼管理条例》第三条</p>")).doesNotContain("<a");
        assertThat(linked("<p data-day=\"2024-06-30\">《示例市灯笼管理条例》第四条</p>")).doesNotContain("<a");
        assertThat(linked("<p>《示例市灯笼管理条例》第九条、第二条第三款</p>")).doesNotContain("<a");
        assertThat(linked("<p data-day=\"2015-01-01\">《示例市爆竹管理办法》第一条</p>")).contains("%402010-03-01#1\">");
        assertThat(linked("<p data-day=\"2020-01-01\">《示例市爆竹管理办法》第一条</p>")).doesNotContain("<a");
        assertThat(linked("<p>依照灯法第二条第一款第二项</p>")).as("像刑法、宪法那样只有两个字的").contains("%402015-03-01#2.1.2\">灯法第二条第一款第二项</a>");
        assertThat(linked("<p>《示例市灯笼管理条例》（2020年公布）第三条</p>")).contains("%402020-03-01#3\">");
    }

    @Test
    @DisplayName("收录的法律有一版只导入了文本：那一版有效的日子打开那一版")
    void opensVersionsBeyondTheLibrary() {
        assertThat(linked("<p data-day=\"2026-09-30\">《行政处罚法》第六十四条第一项</p>")).contains("/laws/administrative-penalty-law/2021-07-15#a64-1-1\">");
        assertThat(linked("<p data-day=\"2026-10-01\">《行政处罚法》第八十九条</p>")).contains("/laws/administrative-penalty-law/2026-10-01#89\">");
        assertThat(linked("<p>《行政处罚法》（2021年修订）第六十四条</p>")).contains("/laws/administrative-penalty-law/2021-07-15#a64\">");
    }

    @Test
    @DisplayName("两部同名的：看不出是哪一部就不链接；文本自己的页面上，本规定就是这一部")
    void doesNotGuessBetweenTwoOfOneName() {
        assertThat(linked("<p>《住宅小区门牌规定》第二条</p>")).doesNotContain("<a");
        assertThat(linked("<ol data-own=\"collection:住宅小区门牌规定@2018-05-01\"><li>依照本规定第二条、第三条</li></ol>")).contains("%402018-05-01#2\">本规定第二条</a>", "%402018-05-01#3\">");
    }

    @Test
    @DisplayName("省市县的名称在前而没有收录的，不当作收录的那一部")
    void keepsPlacesApart() {
        assertThat(linked("<p>依据某某省信访工作条例第六条</p>")).doesNotContain("<a");
        assertThat(linked("<p>依据信访工作条例第六条；全市信访工作条例第七条</p>")).contains("#a6\">", "#a7\">");
    }

    @Test
    @DisplayName("导入以后的页面就有链接；一页几百处引用不是几百次查询")
    void followsAnImportAndAsksSeldom() throws Exception {
        ProseCitations prose = prose(Duration.ofMillis(200));
        String words = "<p>《示例市风筝管理规定》第一条</p>";
        assertThat(LinkedWords.in(words, prose)).doesNotContain("<a");
        bring("kites.md", official("示例市风筝管理规定", "2022-01-10", "2022-03-01", "", 3));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(LinkedWords.in(words, prose)).contains("<a"));
        int before = ASKED.get();
        ProseCitations calm = prose(Duration.ofHours(1));
        String page = "<p>《示例市灯笼管理条例》第一条、第三条</p><p>《示例市爆竹管理办法》（2010年）第二条</p><p>《某某规定》第三条</p>".repeat(200);
        assertThat(LinkedWords.in(page, calm).split("<a ")).hasSize(601);
        assertThat(ASKED.get() - before).isLessThanOrEqualTo(6);
    }

    @Test
    @DisplayName("数据库够不着，页面照样出来，收录的法律照样打开")
    void survivesADatabaseOutOfReach() {
        DataSource gone = (DataSource) Proxy.newProxyInstance(ImportedCitationsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
            throw new java.sql.SQLException("gone");
        });
        ProseCitations prose = new ProseCitations(LAWS, CitationCheck.outlined(LAWS, new Texts(gone), Duration.ZERO), () -> TODAY);
        assertThat(LinkedWords.in("<p>《行政处罚法》第六条、《示例市灯笼管理条例》第一条</p>", prose)).contains("2021-07-15#a6\">").doesNotContain("text?id");
    }

    @Test
    @DisplayName("只补了施行日期、没有改一个字的导入，也跟得上")
    void followsANewDateOfTheSameWords() throws Exception {
        ProseCitations prose = prose(Duration.ZERO);
        bring("drums.md", official("示例市锣鼓管理规定", "2022-01-10", "2022-03-01", "", 3));
        String words = "<p>《示例市锣鼓管理规定》第一条</p>";
        assertThat(LinkedWords.in(words, prose)).contains("<a");
        bring("drums2.md", official("示例市锣鼓管理规定", "2022-01-10", "2022-03-01", "2025-12-31", 3));
        assertThat(LinkedWords.in(words, prose)).doesNotContain("<a");
        assertThat(List.of(LinkedWords.in(words.replace("<p>", "<p data-day=\"2025-12-31\">"), prose))).allMatch(p -> p.contains("<a"));
    }
}
