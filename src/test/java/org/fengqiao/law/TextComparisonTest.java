package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengqiao.law.LawTexts.LANTERNS;
import static org.fengqiao.law.LawTexts.LANTERNS_AMENDED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.law.TextComparison.Change;
import org.fengqiao.law.TextComparison.Difference;
import org.fengqiao.law.TextComparison.Kind;
import org.fengqiao.law.TextComparison.Piece;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("新旧版本逐条对照")
class TextComparisonTest {

    private static List<ArticleText> articles(String markdown) {
        ReadText text = MarkdownText.read("x.md", List.of(markdown.split("\n", -1)), LawTexts.LAWS);
        return text.articles().stream()
                .map(a -> new ArticleText(a.idIn(text.origin()), text.origin(), a.number(), a.suffix(), a.heading(), a.body(), "", 0))
                .toList();
    }

    private static List<String> told(List<Difference> differences) {
        return differences.stream()
                .map(d -> (d.before() == null ? "" : d.before().key()) + ">" + (d.after() == null ? "" : d.after().key()) + " " + d.kind().chinese())
                .toList();
    }

    @Test
    @DisplayName("条号变了、字句没变的是移动；同号改了字的是修改；找不到对应的是新增或者删去")
    void tellsWhatBecameOfEachArticle() {
        assertThat(told(TextComparison.of(articles(LANTERNS), articles(LANTERNS_AMENDED)))).containsExactly(
                "1>1 未变", "2>2 修改", "2-1> 删去", ">3 新增", "3>4 移动", "4>5 移动并修改");
    }

    @Test
    @DisplayName("修改的条文标出删去和新增的字，其余原样；拼起来就是旧文和新文")
    void marksTheWordsThatChanged() {
        Difference second = TextComparison.of(articles(LANTERNS), articles(LANTERNS_AMENDED)).get(1);

        assertThat(second.pieces()).filteredOn(p -> p.change() != Change.KEPT).containsExactly(new Piece(Change.INSERTED, "一"));
        assertThat(joined(second, Change.INSERTED)).isEqualTo(second.before().body());
        assertThat(joined(second, Change.DELETED)).isEqualTo(second.after().body());
    }

    @Test
    @DisplayName("数字整个地标出：每月 2000 元改成 1800 元，2051 年改成 2029 年，第 1 条变第 12 条；拼起来仍是旧文和新文")
    void tellsNumbersWhole() {
        assertThat(TextComparison.words("每月租金2000元，合同", "每月租金1800元，合同")).containsExactly(
                new Piece(Change.KEPT, "每月租金"), new Piece(Change.DELETED, "2000"), new Piece(Change.INSERTED, "1800"), new Piece(Change.KEPT, "元，合同"));
        assertThat(TextComparison.words("至2051年9月30日", "至2029年9月30日")).contains(new Piece(Change.DELETED, "2051"), new Piece(Change.INSERTED, "2029"));
        for (String[] pair : new String[][] {{"共1项", "共12项"}, {"12和34改为56", "12和3456"}, {"", "7"}, {"甲1乙2丙", "甲1乙3丙4"}, {"100元整", "1000元整"}}) {
            List<Piece> pieces = TextComparison.words(pair[0], pair[1]);
            assertThat(pieces.stream().filter(p -> p.change() != Change.INSERTED).map(Piece::text).collect(Collectors.joining())).isEqualTo(pair[0]);
            assertThat(pieces.stream().filter(p -> p.change() != Change.DELETED).map(Piece::text).collect(Collectors.joining())).isEqualTo(pair[1]);
        }
        assertThat(TextComparison.words("共1项", "共12项")).contains(new Piece(Change.DELETED, "1"), new Piece(Change.INSERTED, "12"));
    }

    @Test
    @DisplayName("同一版本与自己对照没有任何变化")
    void findsNothingBetweenATextAndItself() {
        assertThat(TextComparison.of(articles(LANTERNS), articles(LANTERNS))).allMatch(d -> d.kind() == Kind.UNCHANGED);
    }

    private static String joined(Difference difference, Change left) {
        return difference.pieces().stream().filter(p -> p.change() != left).map(Piece::text).collect(Collectors.joining());
    }

    @Test
    @DisplayName("真实修订：行政复议法二〇一七年第四十条对应二〇二三年第八十八条，六十二条对应三十一条")
    void followsArticlesThroughARealRevision() throws Exception {
        Path laws = Path.of(System.getenv().getOrDefault("FENGQIAO_SHARED", "../shared"), "laws");
        Assumptions.assumeTrue(Files.exists(laws), "Skipped: the official texts are not here; put them in ../shared/laws or set FENGQIAO_SHARED.");
        List<Difference> all = TextComparison.of(
                articles(Files.readString(laws.resolve("行政复议法-2017.md"))), articles(Files.readString(laws.resolve("行政复议法-2023.md"))));

        Map<String, String> became = all.stream().filter(d -> d.before() != null && d.after() != null)
                .collect(Collectors.toMap(d -> d.before().key(), d -> d.after().key()));
        assertThat(became).containsEntry("40", "88").containsEntry("31", "62").containsEntry("9", "20").containsEntry("4", "3");
        assertThat(all).hasSizeGreaterThanOrEqualTo(90);
        List<String> after = new ArrayList<>();
        all.stream().filter(d -> d.after() != null).forEach(d -> after.add(d.after().key()));
        assertThat(after).hasSize(90).isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
        assertThat(all).filteredOn(d -> d.kind() == Kind.CHANGED || d.kind() == Kind.MOVED_AND_CHANGED).allSatisfy(d -> {
            assertThat(joined(d, Change.INSERTED)).isEqualTo(d.before().body());
            assertThat(joined(d, Change.DELETED)).isEqualTo(d.after().body());
        });
    }
}
