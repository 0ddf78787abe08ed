package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.fengqiao.procedure.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("指标是数据：写错的不收，写得出的都查得到")
class IndicatorsTest {

    private static final String GOOD = """
            group: requests
            title: 民生诉求
            place: 1
            figures:
              - id: received
                title: 受理
                unit: 件
                definition: 期间内登记的民生诉求。
                basis: [office-rules-public-requests@2018-01-01#3.1]
                of: { procedure: public-request, step: registered, where: { channel: [grid] } }
            """;

    private static Indicators read(String yaml) {
        return Indicators.read(Map.of("test.yaml", yaml), Lives.DEFINITIONS, Lives.LAWS);
    }

    private static void refused(String from, String to, String why) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> read(GOOD.replace(from, to))).isInstanceOf(Source.Fault.class).hasMessageContaining(why).hasMessageContaining("test.yaml:");
    }

    @Test
    @DisplayName("程序、步骤、栏目、条文、键名写错，指出文件和行")
    void faultsNameTheirPlace() {
        assertThat(read(GOOD).figures()).containsKey("received");
        refused("procedure: public-request", "procedure: public-requests", "no procedure public-requests");
        refused("step: registered", "step: register", "no step register");
        refused("channel: [grid]", "chanel: [grid]", "no field chanel");
        refused("2018-01-01#3.1", "2018-01-01#93", "93");
        refused("unit: 件", "unit: 件\n    conut: act", "conut");
        refused("step: registered,", "", "needs one of");
    }

    @Test
    @DisplayName("两组指标不能排在同一位，否则次序由文件名决定")
    void eachGroupHasItsPlace() {
        String other = GOOD.replaceFirst("group: \\S+", "group: other").replace("id: received", "id: others").replaceFirst("place: \\d+", "place: 2000");
        assertThat(Indicators.read(Map.of("a.yaml", GOOD, "b.yaml", other), Lives.DEFINITIONS, Lives.LAWS).figures()).containsKeys("received", "others");
        String same = GOOD.replaceAll("(?s).*(place: \\d+).*", "$1");
        assertThatThrownBy(() -> Indicators.read(
                        Map.of("a.yaml", GOOD, "b.yaml", other.replace("place: 2000", same)), Lives.DEFINITIONS, Lives.LAWS))
                .isInstanceOf(Source.Fault.class)
                .hasMessageContaining("already stands at this place")
                .hasMessageContaining("b.yaml:");
    }

    @Test
    @DisplayName("状态不能按期间内发生来读，行为不能按时点来读；勾稽只能引用已有的指标")
    void mannersOfReadingAreKept() {
        refused("{ procedure: public-request, step: registered, where: { channel: [grid] } }", "{ procedure: public-request, stage: open }\n    at: within", "a state is read at");
        refused("where: { channel: [grid] } }", "where: { channel: [grid] } }\n    at: end", "within the period");
        assertThatThrownBy(() -> read(GOOD + "balances:\n  - { title: 平衡, left: [received], right: [closed] }\n")).hasMessageContaining("no counted figure closed");
    }

    @Test
    @DisplayName("跨几个程序的指标须写明计数口径；比率的分子分母口径一致")
    void countingIsDeclared() {
        refused("procedure: public-request, step: registered, where: { channel: [grid] }", "procedure: [public-request, petition], opened: true", "say with count");
        refused("procedure: public-request, step: registered, where: { channel: [grid] }", "procedure: all, opened: true", "say with count");
        refused("procedure: public-request,", "procedure: public-request, except: [petition],", "except stands only beside");
        refused("procedure: public-request, step: registered, where: { channel: [grid] }", "procedure: all, except: [petitions], opened: true", "no procedure petitions");
        String matters = GOOD.replace("{ procedure: public-request, step: registered, where: { channel: [grid] } }", "{ procedure: all, opened: true }\n    count: lifeline");
        assertThat(read(matters).sets().get("received").concerns("petition")).isTrue();
        assertThat(read(matters).sets().get("received").concerns("meeting-minutes")).as("台账不是事项").isFalse();
        String rate = """
                  - { id: cases, title: 案件, unit: 件, definition: 案件。, of: { procedure: all, opened: true }, count: case }
                  - { id: share, title: 比率, unit: "%", definition: 比率。, rate: { of: received, base: cases } }
                """;
        assertThatThrownBy(() -> read(matters + rate)).hasMessageContaining("counted alike");
        assertThat(read(matters + rate.replace("count: case", "count: lifeline")).figures()).containsKey("share");
    }

    @Test
    @DisplayName("产品自带的指标：每个有定义、单位，序号连续，报告正文引用的都在")
    void shippedIndicatorsAreWhole() {
        assertThat(Lives.SHIPPED.figures().values()).extracting(Indicator::number).startsWith(1, 2, 3).doesNotHaveDuplicates();
        assertThat(Lives.SHIPPED.figures().values()).allSatisfy(i -> assertThat(i.definition()).endsWith("。"));
        assertThat(Lives.SHIPPED.equations()).isNotEmpty();
        try (Lives lives = new Lives()) {
            assertThat(ReportText.annual().chapters(lives.figures().of(Lives.year(2025), lives.office))).hasSize(5);
        }
    }

    @Test
    @DisplayName("期间：当年截至今天，往年全年；月份和截止日在期间之内")
    void periods() {
        LocalDate today = LocalDate.of(2026, 10, 9);
        assertThat(Period.ofYear(2026, today).to()).isEqualTo(today);
        assertThat(Period.ofYear(2025, today).wholeYear()).isTrue();
        assertThat(Period.of(2026, 2, null, today).to()).isEqualTo("2026-02-28");
        assertThat(Period.of(2026, 10, null, today).to()).isEqualTo(today);
        assertThat(Period.of(2025, null, "2025-09-30", today).to()).isEqualTo("2025-09-30");
        assertThatThrownBy(() -> Period.of(2025, null, "2026-01-01", today)).hasMessageContaining("截止日应当在2025年1月1日至2025年12月31日之间");
        assertThatThrownBy(() -> Period.of(2027, null, null, today)).hasMessageContaining("年度");
        assertThatThrownBy(() -> Period.of(2026, 11, null, today)).hasMessageContaining("还没有到");
        assertThatThrownBy(() -> Period.of(2026, 13, null, today)).hasMessageContaining("月份");
        assertThatThrownBy(() -> Period.of(2025, null, "31.12.", today)).hasMessageContaining("2025-12-31 的样子");
    }

    @Test
    @DisplayName("比率保留一位小数，四舍五入；没有分母不写成零")
    void ratesAreRoundedNotTyped() {
        assertThat(Words.percent(9380, 9532)).hasToString("98.4");
        assertThat(Words.percent(1, 3)).hasToString("33.3");
        assertThat(Words.percent(1, 2000)).hasToString("0.1");
        assertThat(Words.percent(9_999, 10_000)).as("差一件就不是百分之百").hasToString("99.99");
        assertThat(Words.percent(1, 100_000)).hasToString("0.001");
        assertThat(Words.percent(10, 10)).hasToString("100.0");
        assertThat(Words.yuan(10_180_000)).isEqualTo("101,800");
        assertThat(Words.yuan(1_050)).isEqualTo("10.50");
    }
}
