package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.fengqiao.procedure.Surcharge.Pause;
import org.fengqiao.procedure.Surcharge.Payment;
import org.fengqiao.procedure.Surcharge.Rate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("加处罚款")
class SurchargeTest {

    private static final Rate STATUTORY = new Rate(3, 100);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 7);

    private static Surcharge on(String day, List<Payment> payments, List<Pause> pauses) {
        return Surcharge.of(100_000, DUE, LocalDate.parse(day), payments, pauses, STATUTORY);
    }

    private static Pause pause(String from, String until) {
        return new Pause(LocalDate.parse(from), LocalDate.parse(until));
    }

    @Test
    @DisplayName("期限最后一日没有加处，次日起每日百分之三")
    void beginsOnTheDayAfterTheTerm() {
        assertThat(on("2026-04-07", List.of(), List.of())).isEqualTo(new Surcharge(0, 0, false));
        assertThat(on("2026-04-08", List.of(), List.of())).isEqualTo(new Surcharge(3_000, 1, false));
        assertThat(on("2026-04-10", List.of(), List.of())).isEqualTo(new Surcharge(9_000, 3, false));
    }

    @Test
    @DisplayName("第三十三日九成九，第三十四日封顶，此后不再增加")
    void stopsAtTheFine() {
        assertThat(on("2026-05-10", List.of(), List.of())).isEqualTo(new Surcharge(99_000, 33, false));
        assertThat(on("2026-05-11", List.of(), List.of())).isEqualTo(new Surcharge(100_000, 34, true));
        assertThat(on("2027-05-11", List.of(), List.of()).amount()).isEqualTo(100_000);
    }

    @Test
    @DisplayName("分期、复议、诉讼期间不计算，前后照算")
    void restsDuringRemedies() {
        assertThat(on("2026-04-17", List.of(), List.of(pause("2026-04-09", "2026-04-15"))))
                .isEqualTo(new Surcharge(9_000, 3, false));
        assertThat(on("2026-04-17", List.of(), List.of(pause("2026-04-01", "2026-04-30"))).amount()).isZero();
    }

    @Test
    @DisplayName("按期缴清的没有加处；逾期缴了一部分的，次日起按未缴部分计算")
    void countsWhatIsUnpaid() {
        assertThat(on("2026-05-01", List.of(new Payment(DUE, 100_000)), List.of()).amount()).isZero();
        assertThat(on("2026-04-09", List.of(new Payment(LocalDate.of(2026, 4, 8), 60_000)), List.of()).amount())
                .isEqualTo(3_000 + 1_200);
    }

    @Test
    @DisplayName("不足一分的舍去")
    void dropsPartsOfAFen() {
        assertThat(Surcharge.of(33, DUE, DUE.plusDays(1), List.of(), List.of(), STATUTORY).amount()).isZero();
        assertThat(Surcharge.of(34, DUE, DUE.plusDays(1), List.of(), List.of(), STATUTORY).amount()).isEqualTo(1);
    }

    @Test
    @DisplayName("负数的罚款不接受")
    void refusesNegativeFines() {
        assertThatThrownBy(() -> Surcharge.of(-1, DUE, DUE, List.of(), List.of(), STATUTORY))
                .hasMessageContaining("负数");
    }

    @RepeatedTest(value = 300, name = "种子 {currentRepetition}")
    @DisplayName("任意罚款、日期、缴款和不计算期间：不为负、不超过罚款、随时间不减、停计只会减少、缴款只会减少、与逐日硬算一致")
    void holdsItsLaws(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        long fine = 1 + random.nextInt(5_000_000);
        LocalDate due = DUE.plusDays(random.nextInt(400) - 200);
        LocalDate until = due.plusDays(random.nextInt(120) - 20);
        List<Payment> payments = random.nextBoolean()
                ? List.of()
                : List.of(new Payment(due.plusDays(random.nextInt(40) - 10), random.nextLong(1, fine + 1)));
        LocalDate from = due.plusDays(random.nextInt(60) - 10);
        List<Pause> pauses = random.nextBoolean() ? List.of() : List.of(new Pause(from, from.plusDays(random.nextInt(40))));
        Surcharge some = Surcharge.of(fine, due, until, payments, pauses, STATUTORY);
        assertThat(some.amount()).isBetween(0L, fine);
        assertThat(Surcharge.of(fine, due, until.plusDays(1), payments, pauses, STATUTORY).amount())
                .isGreaterThanOrEqualTo(some.amount());
        assertThat(Surcharge.of(fine, due, until, payments, List.of(), STATUTORY).amount())
                .isGreaterThanOrEqualTo(some.amount());
        assertThat(Surcharge.of(fine, due, until, List.of(), pauses, STATUTORY).amount())
                .isGreaterThanOrEqualTo(some.amount());
        assertThat(some.amount()).isEqualTo(plainly(fine, due, until, payments, pauses));
        if (!until.isAfter(due)) {
            assertThat(some.amount()).isZero();
        }
    }

    private static long plainly(long fine, LocalDate due, LocalDate until, List<Payment> payments, List<Pause> pauses) {
        double sum = 0;
        for (LocalDate d = due.plusDays(1); d.compareTo(until) <= 0; d = d.plusDays(1)) {
            LocalDate day = d;
            long paid = payments.stream().filter(p -> p.on().compareTo(day) < 0).mapToLong(Payment::fen).sum();
            boolean rests = pauses.stream().anyMatch(p -> !(day.compareTo(p.from()) < 0 || day.compareTo(p.until()) > 0));
            sum += rests ? 0 : Math.max(0, fine - paid) * 3;
        }
        return Math.min(fine, (long) Math.floor(sum / 100));
    }
}
