package org.fengqiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fengqiao.journey.RunningOffice.Seen;
import org.fengqiao.journey.RunningOffice.Visitor;
import org.fengqiao.law.LawTexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("法律法规页：逐字、到项、新旧对照、引用核对、法律变动")
class LawLibraryInPagesTest {

    /// An invented amendment of a real law, so that no official text is needed.
    private static final String INVENTED = """
            ---
            title: 中华人民共和国消防法
            type: 法律
            promulgated: %s
            effective: %s
            source: 测试用虚构文本
            ---

            ## 第一章　总则

            第一条　测试用第一条，不是真实条文。

            第二条　测试用第二条列出下列事项：
            （一）测试用第一项；
            （二）测试用第二项%s。
            测试用第二款。

            """;

    private static final RunningOffice OFFICE = RunningOffice.get();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void bringIn() throws Exception {
        Files.writeString(folder.resolve("a.md"), INVENTED.formatted("2026-05-01", "2026-10-01", ""));
        Files.writeString(folder.resolve("b.md"), INVENTED.formatted("2026-09-01", "2026-11-01", "并改了字"));
        LawTexts.importing(OFFICE.source(), folder);
    }

    @Test
    @DisplayName("某一天有效的版本逐字显示，款和项各有地址；没有收录的日期说明没有")
    void showsTheWordsOfTheDay() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        Seen page = zhao.get("/laws/fire-protection-law?on=2026-10-08");
        assertThat(page.address()).isEqualTo("/laws/fire-protection-law/2026-10-01");
        assertThat(page.html()).contains("（二）测试用第二项。").contains("id=\"2.1.2\"").contains("id=\"2.2\"").contains("这一版只有导入的文本");
        assertThat(page.html()).as("问的是哪一天，页面上留着").contains("name=\"on\" type=\"date\"").contains("value=\"2026-10-08\"").contains("查的是2026年10月8日");
        assertThat(zhao.get("/laws/fire-protection-law?on=2026-09-30").address()).isEqualTo("/laws/fire-protection-law/2021-04-29");
        assertThat(zhao.get("/laws/fire-protection-law?on=1990-01-01").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("每一款、项带着惯用的引用写法；只有一款的条不数款")
    void offersTheCitationOfEachClause() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        String law = zhao.get("/laws/fire-protection-law/2026-10-01").html();
        assertThat(law).contains("data-cite=\"《中华人民共和国消防法》第二条第一款第二项\"", "data-cite=\"《中华人民共和国消防法》第二条第二款\"", "data-cite=\"《中华人民共和国消防法》第一条\"").contains("data-copy-clause");
        String article = zhao.get("/laws/fire-protection-law/2026-10-01/articles/2").html();
        assertThat(article).contains("data-cite=\"《中华人民共和国消防法》第二条第一款第一项\"").contains("data-copy=\"《中华人民共和国消防法》第二条\"").contains("data-print=\"yes\"");
    }

    @Test
    @DisplayName("没有导入两版文本的对照页只说明原因，不摆出空的对照")
    void saysWhyNothingIsCompared() {
        Seen page = OFFICE.visit("zhao-jia").get("/laws/administrative-reconsideration-law/compare");
        assertThat(page.html()).contains("两版的官方文本都导入以后才能逐条对照").doesNotContain("这一类没有条文").doesNotContain("下划线");
    }

    @Test
    @DisplayName("核对读不出的、空的、太大的文件：错误写在文件一栏，说出文件名")
    void namesTheFileThatCannotBeChecked() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        zhao.get("/laws/citations");
        Seen damaged = zhao.upload("/laws/citations", Map.of("text", "依据《行政处罚法》第一条"), "坏.docx", new byte[] {'P', 'K', 3, 4, 0, 0, 1});
        assertThat(damaged.status()).isEqualTo(422);
        assertThat(damaged.html()).contains("“坏.docx”读不出文字").contains("id=\"f-file-error\"").contains("结果的含义");
        assertThat(zhao.upload("/laws/citations", Map.of("text", ""), "空.txt", new byte[0]).html()).contains("这个文件里没有文字");
        assertThat(zhao.upload("/laws/citations", Map.of("text", ""), "大.docx", new byte[21 << 20]).html()).contains("“大.docx”超过 20 MB");
    }

    @Test
    @DisplayName("条文下写着依据它的程序；没有导入文本的版本只有提要，并说明怎样导入")
    void showsWhatRestsOnAnArticle() {
        Seen page = OFFICE.visit("zhao-jia").get("/laws/administrative-penalty-law/2021-07-15");
        assertThat(page.html()).contains("官方文本未导入").contains("laws import").contains("处依据本条").contains("行政处罚（普通程序）：步骤“立案”").contains("id=\"64.1.1\"");
    }

    @Test
    @DisplayName("登记一件案件后，条文页列出它；点进去看得到案件和理由")
    void showsOpenCasesOnAnArticle() {
        Visitor chen = OFFICE.visit("chen-gui");
        chen.get("/register/public-request");
        Seen form = chen.get("/register/public-request");
        Seen registered = chen.post("/register/public-request", Map.of(
                "key", form.hidden("key"), "title", "法律页上的一件", "parties[0].kind", "person", "parties[0].name", "示例居民丙",
                "data.channel", "counter", "data.content", "楼道堆物。", "data.place", "柳荫巷5号"));
        String law = registered.links("/laws/").stream().filter(l -> l.contains("#a")).findFirst().orElseThrow();
        Seen page = chen.get(law.substring(0, law.indexOf('#')));
        String open = page.links("/laws/").stream().filter(l -> l.contains("/cases?article=")).findFirst().orElseThrow();
        assertThat(chen.get(open).html()).contains("法律页上的一件").contains("依据本条的");
    }

    @Test
    @DisplayName("两版对照标出改动的字；有一版没有导入就说明缺哪一版")
    void comparesVersions() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        Seen page = zhao.get("/laws/fire-protection-law/compare?before=2026-10-01&after=2026-11-01");
        assertThat(page.html()).contains("<ins>并改了字</ins>").contains("修改");
        assertThat(page.html()).doesNotContain("测试用第一条，不是真实条文");
        assertThat(zhao.get("/laws/fire-protection-law/compare?before=2026-10-01&after=2026-11-01&show=all").html()).contains("未变");
        assertThat(zhao.get("/laws/fire-protection-law/compare?before=2021-04-29&after=2026-10-01").html()).contains("2021-04-29版还没有导入");
    }

    @Test
    @DisplayName("不写哪两版就对照最新的两版；左右并排时两边各是一版；只有一版的说明没有可以对照的")
    void comparesTheNewestVersionsSideBySide() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        assertThat(zhao.get("/laws/fire-protection-law/compare").html()).contains("2026-10-01版 → 2026-11-01版").contains("<ins>并改了字</ins>");
        assertThat(zhao.get("/laws/fire-protection-law/compare?view=side").html()).contains("fq-side").contains("show=all").contains("&amp;view=side");
        Seen alone = zhao.get("/laws/administrative-coercion-law/compare");
        assertThat(alone.status()).isEqualTo(404);
        assertThat(alone.html()).contains("只收录了一版").contains("href=\"/laws/search\"");
    }

    @Test
    @DisplayName("条文自己的一页：字句、改动、前后条、在各版中的条号、依据它的程序；没有的条说明没有")
    void givesAnArticleItsOwnPage() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        Seen page = zhao.get("/laws/fire-protection-law/2026-11-01/articles/2");
        assertThat(page.html()).contains("《消防法》第二条").contains("<ins>并改了字</ins>").contains("← 第一条").contains("《中华人民共和国消防法》第二条");
        assertThat(page.html().replaceAll("<[^>]+>", "")).as("each side leads to its own version").contains("2026-10-01版第二条 → 2026-11-01版第二条");
        assertThat(page.links("/laws/fire-protection-law/2026-10-01/articles/2")).hasSize(1);
        assertThat(zhao.get("/laws/administrative-penalty-law/2021-07-15/articles/64").html()).contains("官方文本未导入").contains("行政处罚（普通程序）").contains("第六十五条 →");
        assertThat(zhao.get("/laws/administrative-penalty-law/2021-07-15/articles/999").status()).isEqualTo(404);
        assertThat(zhao.get("/laws/administrative-penalty-law/2021-07-15/articles/%E5%85%AD").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("法律法规按级别筛选，英文名称和俗名也找得到；按意思查找的去处写在眼前，带着已经写的词")
    void findsALawByItsNamesAndLevel() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        assertThat(zhao.get("/laws?level=judicial-interpretation").html()).contains("行政诉讼法司法解释").doesNotContain(">人民调解法<");
        assertThat(zhao.get("/laws?q=penalty%20law").html()).contains(">行政处罚法<").doesNotContain(">人民调解法<");
        Seen found = zhao.get("/laws?q=%E6%9C%9F%E9%99%90&level=law");
        assertThat(found.html()).contains("提要含“期限”的条文").contains("显示前 50 条").contains("没有收录名称含“期限”的");
        assertThat(found.links("/laws/search?q=")).containsExactly("/laws/search?q=%E6%9C%9F%E9%99%90");
    }

    @Test
    @DisplayName("换语言不丢已经选的条件")
    void keepsWhatWasAskedInTheOtherLanguage() {
        assertThat(OFFICE.visit("zhao-jia").get("/laws?level=law&q=%E6%9C%9F%E9%99%90").html()).contains("?level=law&amp;q=%E6%9C%9F%E9%99%90&amp;lang=en");
    }

    @Test
    @DisplayName("粘贴的文字逐处核对，错的在前；空着提交说明缺什么，字不丢")
    void checksPastedText() {
        Visitor zhao = OFFICE.visit("zhao-jia");
        zhao.get("/laws/citations");
        Seen wrong = zhao.post("/laws/citations", Map.of("text", "依据《行政处罚法》第六十四条第一项。\n又依据《行政处罚法》第九十九条。\n《消防法》第二条第一款第一项规定：“测试用第一项”。", "on", "2026-10-09"));
        assertThat(wrong.html()).contains("1 处引用有误，须改正").contains("第 2 段第 4 字").contains("没有第九十九条").contains("引文与条文一致").contains("又依据《行政处罚法》");
        assertThat(wrong.html().indexOf("没有这一条款")).isLessThan(wrong.html().indexOf("引文与条文一致"));
        Seen empty = zhao.post("/laws/citations", Map.of("text", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html()).contains("请粘贴文字或者选择文件");
    }

    @Test
    @DisplayName("新版本施行：法制审核员的待办看得到、核对并登记；执法员看不到也不能登记")
    void putsTheChangeBeforeTheReviewer() {
        String address = "/worklist/law-changes/fire-protection-law/2026-10-01";
        Visitor sun = OFFICE.visit("sun-bing");
        assertThat(sun.get("/worklist").html()).contains("法律变动").contains("《消防法》新版本已施行").contains("《消防法》新版本将施行");

        Visitor zhao = OFFICE.visit("zhao-jia");
        assertThat(zhao.get("/worklist").html()).doesNotContain("法律变动");
        assertThat(zhao.get(address).status()).isEqualTo(403);
        zhao.get("/worklist");
        assertThat(zhao.post(address + "/review", Map.of("note", "我来核对")).status()).isEqualTo(403);

        assertThat(sun.get(address).html()).contains("还没有登记首次普法").contains("施行后第").contains("在新版中").contains("两版文本都导入以后显示").contains("个条款");
        assertThat(sun.post(address + "/review", Map.of("note", "")).html()).contains("请写明核对结论");
        assertThat(sun.post(address + "/review", Map.of("note", "逐处看过，程序不引用本法。")).html()).contains("已登记核对").contains("逐处看过");
        assertThat(sun.post(address + "/popularisation", Map.of("on", "2999-01-01")).html()).contains("不能晚于今天");
        assertThat(sun.get("/worklist").html()).contains("登记首次普法");
        assertThat(sun.get(address).html()).contains("核对程序");
        assertThat(sun.post(address + "/popularisation", Map.of("on", "2026-10-05")).html()).contains("已登记首次普法");
        assertThat(sun.get("/worklist").html()).doesNotContain("《消防法》新版本已施行");
    }
}
