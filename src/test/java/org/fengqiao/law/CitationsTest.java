package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {

    private static final String PENALTY = "administrative-penalty-law@2021-07-15";
    private static final Laws LAWS = Laws.load();

    @ParameterizedTest
    @ValueSource(strings = {PENALTY, PENALTY + "#54", PENALTY + "#54.2", PENALTY + "#64.1.1", PENALTY + "#64.1.1.2", "criminal-law@2024-03-01#120-1.2"})
    @DisplayName("引用的规范写法读入后原样写出")
    void readsBackWhatItWrites(String text) {
        assertThat(Citation.parse(text)).hasToString(text);
    }

    @Test
    @DisplayName("条之一与款分得清：第一百二十条之一第二款")
    void keepsInsertedArticleApartFromParagraph() {
        var citation = Citation.parse("criminal-law@2024-03-01#120-1.2");

        assertThat(citation.article()).isEqualTo(120);
        assertThat(citation.suffix()).isEqualTo(1);
        assertThat(citation.paragraph()).isEqualTo(2);
        assertThat(citation.item()).isNull();
        assertThat(citation.inChinese(true)).isEqualTo("第一百二十条之一第二款");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "54.2", "administrative-penalty-law#54", "administrative-penalty-law@2021-07-15#",
        "administrative-penalty-law@2021-07-15#五十四", "administrative-penalty-law@2021-02-30#54",
        "administrative-penalty-law@2021-07-15#0", "administrative-penalty-law@2021-07-15#54.0",
        "administrative-penalty-law@2021-07-15#54.2.1.1.1", "行政处罚法@2021-07-15#54"
    })
    @DisplayName("不合写法的引用被拒绝，说明只有一句话")
    void refusesWhatIsNotACitation(String text) {
        assertThatExceptionOfType(UnresolvedCitation.class)
                .isThrownBy(() -> Citation.parse(text))
                .satisfies(refusal -> assertThat(refusal.getMessage()).endsWith(".").doesNotContain("\n"));
    }

    @Test
    @DisplayName("短写法按程序自己的依据补全（第五十四条第二款）")
    void completesTheShortFormFromTheDefaultInstrument() {
        assertThat(LAWS.citation("54.2", PENALTY)).hasToString(PENALTY + "#54.2");
    }

    @Test
    @DisplayName("写全的引用不受默认依据影响")
    void leavesAFullCitationAlone() {
        var coercion = "administrative-coercion-law@2012-01-01#54";

        assertThat(LAWS.citation(coercion, PENALTY)).hasToString(coercion);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            administrative-penalty-law@2021-07-15#87     | has 86 articles
            administrative-penalty-law@2021-07-15#54.3   | has 2 paragraphs
            administrative-penalty-law@2021-07-15#85.2   | has 1 paragraph
            administrative-penalty-law@2021-07-15#64.1.9 | has 8 items
            administrative-penalty-law@2021-07-15#54.2.1 | has no items
            administrative-penalty-law@2021-07-15#64.1.1.1 | item 1 has no points
            administrative-reconsideration-law@2018-01-01#28.1.3.6 | item 3 has 5 points
            administrative-penalty-law@2021-07-16#54     | no version begins on 2021-07-16
            administrative-fines-law@2021-07-15#54       | no instrument "administrative-fines-law"
            administrative-penalty-law@2018-01-01#54     | only some articles
            administrative-penalty-law@2018-01-01#42.1   | cite the whole article
            """)
    @DisplayName("指不到条、款、项、版本、法规的引用一律拒绝")
    void refusesWhatDoesNotResolve(String text, String reason) {
        assertThatExceptionOfType(UnresolvedCitation.class)
                .isThrownBy(() -> LAWS.citation(text))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86", "54.2", "85.1", "64.1.8"})
    @DisplayName("同一处的最后一条、款、项都指得到")
    void resolvesTheLastOfEach(String text) {
        assertThat(LAWS.citation(text, PENALTY).place()).isEqualTo(text);
    }

    @Test
    @DisplayName("目也指得到：2017年行政复议法第二十八条第一款第三项第五目")
    void resolvesAPointOfAnItem() {
        Citation point = LAWS.citation("administrative-reconsideration-law@2018-01-01#28.1.3.5");

        assertThat(LAWS.display(point)).isEqualTo("《行政复议法》第二十八条第一款第三项第五目");
        assertThat(LAWS.url(point)).endsWith("#a28-1-3-5");
    }

    @Test
    @DisplayName("旧法只存了部分事实，存了的那一条可以引用（2017年文本第四十二条）")
    void resolvesAStoredArticleOfASupersededText() {
        assertThat(LAWS.display(LAWS.citation("administrative-penalty-law@2018-01-01#42")))
                .isEqualTo("《行政处罚法》第四十二条");
    }

    @Test
    @DisplayName("未写版本的引用按当日有效的版本解释，新旧交替日前后各归各的")
    void resolvesAnUnversionedCitationByTheDay() {
        assertThat(LAWS.citation("administrative-penalty-law#42", "civil-code", LocalDate.of(2021, 7, 14)))
                .hasToString("administrative-penalty-law@2018-01-01#42");
        assertThat(LAWS.citation("administrative-penalty-law#42", "civil-code", LocalDate.of(2021, 7, 15)))
                .hasToString("administrative-penalty-law@2021-07-15#42");
        assertThat(LAWS.citation("54.2", "administrative-penalty-law", LocalDate.of(2026, 3, 2)))
                .hasToString(PENALTY + "#54.2");
    }

    @Test
    @DisplayName("没有当日版本的，拒绝而不猜")
    void refusesADayWithoutAVersion() {
        assertThatExceptionOfType(UnresolvedCitation.class)
                .isThrownBy(() -> LAWS.inForce("administrative-penalty-law", LocalDate.of(1990, 1, 1)))
                .withMessageContaining("in force on 1990-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            54.2   | 《行政处罚法》第五十四条第二款     | 第五十四条第二款
            57.1.3 | 《行政处罚法》第五十七条第一款第三项 | 第五十七条第一款第三项
            64.1.1 | 《行政处罚法》第六十四条第一项     | 第六十四条第一项
            85.1   | 《行政处罚法》第八十五条         | 第八十五条
            60     | 《行政处罚法》第六十条          | 第六十条
            """)
    @DisplayName("只有一款的条文不写“第一款”，多款的写明")
    void displaysAsStatutesAreQuoted(String text, String whole, String brief) {
        var citation = LAWS.citation(text, PENALTY);

        assertThat(LAWS.display(citation)).isEqualTo(whole);
        assertThat(LAWS.displayShort(citation)).isEqualTo(brief);
    }

    @ParameterizedTest
    @CsvSource({"1,一", "10,十", "12,十二", "20,二十", "54,五十四", "100,一百", "101,一百零一", "110,一百一十", "115,一百一十五",
        "1001,一千零一", "1010,一千零一十", "1259,一千二百五十九", "1260,一千二百六十"})
    @DisplayName("条号写成法律文本所用的汉字数目")
    void writesChineseFigures(int n, String chinese) {
        assertThat(Citation.numeral(n)).isEqualTo(chinese);
    }

    @Test
    @DisplayName("每个引用都有自己的网页位置")
    void knowsThePageOfAClause() {
        assertThat(LAWS.url(LAWS.citation("64.1.1", PENALTY)))
                .isEqualTo("/laws/administrative-penalty-law/2021-07-15#a64-1-1");
        assertThat(LAWS.url(LAWS.citation(PENALTY))).isEqualTo("/laws/administrative-penalty-law/2021-07-15");
        assertThat(LAWS.url(Citation.parse("criminal-law@2024-03-01#120-1.2"))).endsWith("#a120s1-2");
    }

    @Test
    @DisplayName("认得《行政处罚法》、行政处罚法和全称")
    void findsALawByItsChineseTitles() {
        assertThat(LAWS.byShortTitle("《行政处罚法》")).get().extracting(Law::slug).isEqualTo("administrative-penalty-law");
        assertThat(LAWS.byShortTitle("中华人民共和国行政处罚法")).isPresent();
        assertThat(LAWS.byShortTitle("行政罚款法")).isEmpty();
    }
}
