package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.contract.FinanceLine.Kind;
import org.fengqiao.contract.Reconciliation.Finding;
import org.fengqiao.contract.Reconciliation.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("应审尽审核对：没有审的、审得晚的、金额不对的、没有合同就付款的、拆开签的，都找得出来")
class ReconciliationTest {

    private static final long YUAN = 100;
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final List<FinanceLine> lines = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();

    private void contract(String number, String party, long yuan, LocalDate day) {
        lines.add(FinanceLine.fresh(Kind.CONTRACT, number, number, party, "示例合同" + number, yuan * YUAN, day, lines.size() + 2));
    }

    private void payment(String voucher, String number, String party, long yuan) {
        lines.add(FinanceLine.fresh(Kind.PAYMENT, voucher, number, party, "", yuan * YUAN, JUNE.plusDays(lines.size()), lines.size() + 2));
    }

    private void review(String number, String party, long yuan, @Nullable LocalDate passed) {
        reviews.add(new Review("审" + reviews.size(), "示例" + reviews.size(), number, Set.of(party), yuan * YUAN, passed, false, List.of()));
    }

    /// 50,000 yuan before 2024, 30,000 since; nothing approved before 2018.
    private static Optional<Long> threshold(LocalDate day) {
        return day.getYear() < 2018 ? Optional.empty() : Optional.of((day.getYear() < 2024 ? 50_000 : 30_000) * YUAN);
    }

    private Reconciliation done() {
        return Reconciliation.of(lines, reviews, ReconciliationTest::threshold);
    }

    private List<Problem> problems() {
        return done().findings().stream().map(Finding::problem).toList();
    }

    @Test
    @DisplayName("先审后签、金额一致：没有问题，算应审已审")
    void isContentWithAReviewedContract() {
        contract("示街合〔2026〕1号", "示例甲公司", 30_000, JUNE);
        review("示街合[2026]1号", "示例甲公司", 30_000, JUNE.minusDays(3));
        payment("记1", "示街合〔2026〕1号", "示例甲公司", 30_000);
        assertThat(done().findings()).isEmpty();
        assertThat(done().due()).isEqualTo(done().reviewed()).isOne();
    }

    @Test
    @DisplayName("三万元整没有审：应审未审；少一分：不算应审")
    void judgesByTheThresholdOfTheDay() {
        contract("A1", "示例甲公司", 30_000, JUNE);
        assertThat(problems()).containsExactly(Problem.UNREVIEWED);
        assertThat(done().coverage()).isZero();
        lines.clear();
        lines.add(FinanceLine.fresh(Kind.CONTRACT, "A1", "A1", "示例甲公司", "", 30_000 * YUAN - 1, JUNE, 2));
        assertThat(done().findings()).isEmpty();
        assertThat(done().due()).isZero();
        assertThat(done().coverage()).isEqualTo(1);
    }

    @Test
    @DisplayName("2023 年签的按当年的五万元；没有登记标准的日子不判")
    void takesTheThresholdThatWasInForceThen() {
        contract("A1", "示例甲公司", 40_000, LocalDate.of(2023, 12, 31));
        contract("A2", "示例乙公司", 40_000, LocalDate.of(2024, 1, 1));
        contract("A3", "示例丙公司", 900_000, LocalDate.of(2017, 1, 1));
        assertThat(done().findings()).singleElement().satisfies(f -> assertThat(f.line().key()).isEqualTo("A2"));
    }

    @Test
    @DisplayName("先签后审：签订早于审查；同一天的不算")
    void findsSigningBeforeTheReview() {
        contract("A1", "示例甲公司", 40_000, JUNE);
        review("A1", "示例甲公司", 40_000, JUNE.plusDays(1));
        assertThat(problems()).containsExactly(Problem.SIGNED_EARLY);
        reviews.clear();
        review("A1", "示例甲公司", 40_000, JUNE);
        assertThat(done().findings()).isEmpty();
    }

    @Test
    @DisplayName("还在审就签了：审查没有通过就签订，打开的是这件审查")
    void findsAContractSignedWithoutAnOpinion() {
        contract("", "示例甲公司", 40_000, JUNE);
        review("", "示例甲公司", 40_000, null);
        assertThat(done().findings()).singleElement().satisfies(f -> {
            assertThat(f.problem()).isEqualTo(Problem.NOT_PASSED);
            assertThat(f.review()).isEqualTo(reviews.getFirst());
        });
    }

    @Test
    @DisplayName("审的是四万，签的是四万五：金额不一致")
    void findsAnotherAmount() {
        contract("A1", "示例甲公司", 45_000, JUNE);
        review("A1", "示例甲公司", 40_000, JUNE.minusDays(1));
        assertThat(problems()).containsExactly(Problem.AMOUNT_DIFFERS);
    }

    @Test
    @DisplayName("没有合同编号的，按对方和金额找审查件；编号不同的不拿来顶替")
    void matchesByPartyAndAmount() {
        contract("", "示例甲 公司", 40_000, JUNE);
        review("", "示例甲公司", 40_000, JUNE.minusDays(1));
        assertThat(done().findings()).isEmpty();
        lines.clear();
        reviews.clear();
        contract("A2", "示例甲公司", 40_000, JUNE);
        review("A1", "示例甲公司", 40_000, JUNE.minusDays(1));
        assertThat(problems()).containsExactly(Problem.UNREVIEWED);
    }

    @Test
    @DisplayName("一件审查不能顶两份没有编号的合同")
    void usesAReviewOnce() {
        contract("", "示例甲公司", 40_000, JUNE);
        lines.add(FinanceLine.fresh(Kind.CONTRACT, "另一份", "", "示例甲公司", "", 40_000 * YUAN, JUNE.plusDays(5), 3));
        review("", "示例甲公司", 40_000, JUNE.minusDays(1));
        assertThat(problems()).containsExactly(Problem.UNREVIEWED);
    }

    @Test
    @DisplayName("付了六万八，没有合同也没有审查：找得出来；工资水电这类小额不报")
    void findsPaymentsWithoutAContract() {
        payment("记1", "", "示例策划公司", 68_000);
        payment("记2", "", "示例水务公司", 900);
        assertThat(done().findings()).singleElement().satisfies(f -> {
            assertThat(f.problem()).isEqualTo(Problem.PAID_UNREVIEWED);
            assertThat(f.line().key()).isEqualTo("记1");
        });
    }

    @Test
    @DisplayName("同一收款人一年分三笔付，合起来过了标准：算在一起")
    void addsUpWhatWasPaidInPieces() {
        payment("记1", "", "示例策划公司", 12_000);
        payment("记2", "", "示例策划公司", 12_000);
        assertThat(done().findings()).isEmpty();
        payment("记3", "", "示例策划公司", 6_000);
        assertThat(done().findings()).singleElement().satisfies(f -> assertThat(f.says()).contains("3 笔").contains("30,000元"));
    }

    @Test
    @DisplayName("付得比合同多：付款超过合同金额；付到合同金额为止不报")
    void findsOverpayment() {
        contract("A1", "示例甲公司", 40_000, JUNE);
        review("A1", "示例甲公司", 40_000, JUNE.minusDays(1));
        payment("记1", "A1", "示例甲公司", 25_000);
        payment("记2", "A1", "示例甲公司", 15_000);
        assertThat(done().findings()).isEmpty();
        payment("记3", "A1", "示例甲公司", 1);
        assertThat(problems()).containsExactly(Problem.OVERPAID);
    }

    @Test
    @DisplayName("同一对方一年两份各一万八：可能拆分；不同年的不合计")
    void suspectsSplitting() {
        contract("A1", "示例甲公司", 18_000, JUNE);
        contract("A2", "示例甲公司", 18_000, JUNE.plusDays(9));
        assertThat(problems()).containsExactly(Problem.SPLIT);
        lines.clear();
        contract("A1", "示例甲公司", 18_000, JUNE);
        contract("A2", "示例甲公司", 18_000, JUNE.plusYears(1));
        assertThat(done().findings()).isEmpty();
    }

    @Test
    @DisplayName("说明过的仍在清单里，标为已说明，算作已审")
    void keepsWhatWasExplained() {
        lines.add(new FinanceLine(Kind.CONTRACT, "A1", "A1", "示例甲公司", "", 40_000 * YUAN, JUNE, 2, "区里统一采购", "sun-bing", JUNE));
        assertThat(done().findings()).singleElement().satisfies(f -> assertThat(f.explained()).isTrue());
        assertThat(done().reviewed()).isOne();
    }
}
