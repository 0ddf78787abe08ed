package org.fengqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.door.Command;
import org.fengqiao.law.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("法规检索：条号答得准，家常话也听得懂")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LawSearchTest {

    @TempDir
    static Path folder;

    private SmallShelf shelf;
    private LawSearch search;

    @BeforeAll
    void open() {
        shelf = new SmallShelf(folder).indexed();
        search = shelf.search();
    }

    @AfterAll
    void close() {
        shelf.close();
    }

    private List<String> ids(String question) {
        return search.find(question, LawSearch.Filter.NONE, 10).stream().map(LawSearch.Answer::idOfCollection).toList();
    }

    @Test
    @DisplayName("写明法律和条号的，就答那一条：全称、简称、俗称、数字都认")
    void answersTheArticleThatIsNamed() {
        for (String question : List.of("处罚法第六十四条", "《中华人民共和国行政处罚法》第六十四条第一款", "行政处罚法64条", "行政处罚法 第64条")) {
            assertThat(ids(question)).as(question).containsExactly("A2");
        }
        assertThat(ids("治安处罚法第六十四条")).containsExactly("A3");
        assertThat(search.find("处罚法第六十四条", LawSearch.Filter.NONE, 10).getFirst().reasons()).containsExactly("问题中写明了这一条");
    }

    @Test
    @DisplayName("没有这一条的，不拿别的条冒充写明的那一条")
    void namesNoArticleThatDoesNotExist() {
        assertThat(search.find("处罚法第九百条", LawSearch.Filter.NONE, 10)).isNotEmpty().noneMatch(LawSearch.Answer::named);
    }

    @Test
    @DisplayName("没有收录的法律不当作名字相近的另一部；旧法的条号不套到民法典上")
    void takesNoLawForAnother() {
        for (String question : List.of("虚构特别处罚法第六十四条", "物权法第二百九十条")) {
            assertThat(search.find(question, LawSearch.Filter.NONE, 10)).as(question).noneMatch(LawSearch.Answer::named);
        }
        assertThat(search.find("根据处罚法第六十四条", LawSearch.Filter.NONE, 10).getFirst().named()).isTrue();
    }

    @Test
    @DisplayName("“民法典物权编 相邻”：只答物权编里讲相邻的，按条文顺序；合同编提到相邻的不混进来")
    void answersASubjectWithinAPartOfALaw() {
        assertThat(ids("民法典物权编 相邻")).containsExactly("B1", "B2");
        assertThat(ids("民法典合同编 相邻")).containsExactly("B3");
    }

    @Test
    @DisplayName("话里提到条号又问了事情的：写明的在前，相关的跟上")
    void putsTheNamedArticleBeforeTheRest() {
        List<LawSearch.Answer> found = search.find("按行政处罚法第六十三条罚款很多，能不能要求听证呢？", LawSearch.Filter.NONE, 10);
        assertThat(found.getFirst().idOfCollection()).isEqualTo("A1");
        assertThat(found.getFirst().named()).isTrue();
        assertThat(found.subList(1, found.size())).isNotEmpty().noneMatch(LawSearch.Answer::named);
    }

    @Test
    @DisplayName("家常话：楼上扔东西、欠薪，用词不同也找得到，并说明为什么")
    void understandsPlainSpeech() {
        assertThat(ids("楼上往下扔东西砸坏了我的车，谁来赔？").subList(0, 2)).contains("B4");
        assertThat(ids("老板好几个月不发工资怎么办").subList(0, 3)).contains("C1");
        assertThat(search.find("悬挂灯笼挡了消防通道", LawSearch.Filter.NONE, 1).getFirst().words()).contains("悬挂灯笼", "消防通道");
    }

    @Test
    @DisplayName("筛选：公布以前的日期不答；级别、地区不合的不答")
    void filtersByDayLevelAndRegion() {
        String question = "灯笼遮挡消防通道";
        assertThat(search.find(question, LawSearch.Filter.on(LocalDate.of(2019, 3, 1)), 10)).anyMatch(a -> "C2".equals(a.idOfCollection()));
        assertThat(search.find(question, LawSearch.Filter.on(LocalDate.of(2019, 2, 28)), 10)).noneMatch(a -> "C2".equals(a.idOfCollection()));
        assertThat(search.find(question, new LawSearch.Filter(null, Level.ADMINISTRATIVE_REGULATION, "", ""), 10))
                .isNotEmpty().allMatch(a -> a.article().origin().level() == Level.ADMINISTRATIVE_REGULATION);
        assertThat(search.find(question, new LawSearch.Filter(null, null, "", "别处省"), 10)).noneMatch(a -> "C2".equals(a.idOfCollection()));
    }

    @Test
    @DisplayName("空话不答；很长的话照答")
    void copesWithNothingAndWithALot() {
        assertThat(search.find("   ", LawSearch.Filter.NONE, 10)).isEmpty();
        assertThat(search.find("？！", LawSearch.Filter.NONE, 10)).hasSizeLessThanOrEqualTo(10);
        assertThat(ids("邻居排水淹了我家。".repeat(400))).contains("B2");
    }

    @Test
    @DisplayName("成批检索：一行问一行答，带汇编自己的编号；坏行说明是哪一行")
    void answersManyQuestionsFromAFile() throws Exception {
        Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"id\":\"q1\",\"question\":\"处罚法第六十四条\"}\n{\"id\":\"q2\",\"question\":\"灯笼\",\"asOf\":\"2018-01-01\"}\n");
        Path out = folder.resolve("out.jsonl");
        String home = shelf.database.home().directory().toString();
        PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(new SearchLaws().run(List.of("--in", in.toString(), "--out", out.toString(), "--top", "3", "--home", home), quiet, quiet)).isZero();
        List<JsonNode> lines = Files.readAllLines(out).stream().map(l -> JsonMapper.shared().readTree(l)).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).at("/id").asString()).isEqualTo("q1");
        assertThat(lines.get(0).at("/articles/0/id").asString()).isEqualTo("A2");
        assertThat(lines.get(0).at("/articles/0/law").asString()).isEqualTo("中华人民共和国行政处罚法");
        assertThat(lines.get(0).at("/articles/0/article").asString()).isEqualTo("第六十四条");
        assertThat(lines.get(1).at("/articles").size()).isBetween(1, 3);
        assertThat(lines.get(1).toString()).doesNotContain("\"C2\"");
        Files.writeString(in, "{\"id\":\"q1\",\"question\":\"灯笼\"}\nnot json\n");
        assertThatThrownBy(() -> new SearchLaws().run(List.of("--in", in.toString(), "--out", out.toString(), "--home", home), quiet, quiet))
                .isInstanceOf(Command.Refused.class).hasMessageContaining("line 2");
    }
}
