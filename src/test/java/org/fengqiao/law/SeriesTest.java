package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {

    private static final Laws LAWS = Laws.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            service.public-notice           | 2021-12-31 | 60 calendar-days      | 《民事诉讼法》第九十二条
            service.public-notice           | 2022-01-01 | 30 calendar-days      | 《民事诉讼法》第九十五条第一款
            penalty.spot-fine-person        | 2021-07-14 | 5000 fen              | 《行政处罚法》第三十三条
            penalty.spot-fine-person        | 2021-07-15 | 20000 fen             | 《行政处罚法》第五十一条
            penalty.spot-fine-organization  | 2021-07-14 | 100000 fen            | 《行政处罚法》第三十三条
            penalty.spot-fine-organization  | 2021-07-15 | 300000 fen            | 《行政处罚法》第五十一条
            penalty.spot-collection         | 2021-07-14 | 2000 fen              | 《行政处罚法》第四十七条
            penalty.spot-collection         | 2021-07-15 | 10000 fen             | 《行政处罚法》第六十八条第一项
            penalty.limitation-extended     | 2021-07-14 | none                  | 《行政处罚法》第二十九条
            penalty.limitation-extended     | 2021-07-15 | 5 years               | 《行政处罚法》第三十六条第一款
            penalty.hearing-request         | 2021-07-14 | 3 calendar-days       | 《行政处罚法》第四十二条
            penalty.hearing-request         | 2021-07-15 | 5 working-days        | 《行政处罚法》第六十四条第一项
            remedy.spot-fine                | 2023-12-31 | either                | 《行政诉讼法》第四十四条第一款
            remedy.spot-fine                | 2024-01-01 | reconsideration-first | 《行政复议法》第二十三条第一款第一项
            remedy.reconsideration          | 2023-12-31 | 60 calendar-days      | 《行政复议法》第九条第一款
            remedy.reconsideration          | 2026-03-02 | 60 calendar-days      | 《行政复议法》第二十条第一款
            remedy.litigation               | 2026-03-02 | 6 months              | 《行政诉讼法》第四十六条第一款
            """)
    @DisplayName("借用的数值按当日取值并写明出处，改法前一天与当天不同")
    void takesTheValueOfTheDayWithItsSource(String name, LocalDate day, String text, String source) {
        var value = LAWS.series(name).on(day);

        assertThat(value.text()).isEqualTo(text);
        assertThat(LAWS.display(value.basis().getFirst())).isEqualTo(source);
    }

    @Test
    @DisplayName("金额以分计，期间带单位，二者不能互换")
    void tellsMoneyFromTime() {
        var fine = LAWS.series("penalty.spot-fine-person").on(LocalDate.of(2026, 3, 2));
        var notice = LAWS.series("service.public-notice").on(LocalDate.of(2026, 3, 2));

        assertThat(fine.asFen()).isEqualTo(20_000);
        assertThat(notice.asPeriodText()).isEqualTo("30 calendar-days");
        assertThatIllegalStateException().isThrownBy(fine::asPeriodText);
        assertThatIllegalStateException().isThrownBy(notice::asFen);
    }

    @Test
    @DisplayName("早于所存第一个数值的日子，拒绝而不猜")
    void refusesADayBeforeTheFirstValue() {
        assertThatExceptionOfType(UnresolvedCitation.class)
                .isThrownBy(() -> LAWS.series("penalty.spot-fine-person").on(LocalDate.of(2017, 12, 31)))
                .withMessageContaining("begins on 2018-01-01");
    }

    @Test
    @DisplayName("每个数值的依据在其起算日已经施行且尚未失效")
    void restsOnALawInForceOnItsFirstDay() {
        assertThat(LAWS.allSeries()).isNotEmpty().allSatisfy(series -> assertThat(series.values())
                .allSatisfy(value -> assertThat(value.basis()).isNotEmpty().allSatisfy(basis ->
                        assertThat(LAWS.version(basis).inForceOn(value.from())).as(basis + " on " + value.from()).isTrue())));
    }
}
