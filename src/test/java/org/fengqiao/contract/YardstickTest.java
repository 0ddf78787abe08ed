package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.contract.Yardstick.Outcome;
import org.fengqiao.contract.Yardstick.Score;
import org.fengqiao.law.Laws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("标尺：四十份合同、埋设的问题和看似有问题的写法；查准率、查全率不低于写明的数")
class YardstickTest {

    private static final Checklist CHECKLIST = Checklist.on(Checklist.load(Laws.load()), LocalDate.of(2026, 10, 9));

    private static List<Outcome> judged(String part) {
        return Papers.models(part).map(m -> Yardstick.judge(m, CHECKLIST)).toList();
    }

    @Test
    @DisplayName("四十份，其中十二份不参与调整；种类齐全，每份至少有一处埋设或者写明没有")
    void holdsFortyContracts() {
        assertThat(Papers.models("tuning").count()).isEqualTo(28);
        assertThat(Papers.models("held-out").count()).isEqualTo(12);
        Set<String> kinds = Stream.concat(Papers.models("tuning"), Papers.models("held-out")).map(Yardstick.Model::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(CHECKLIST.kinds().keySet());
        assertThat(Papers.models("tuning").filter(m -> m.planted().isEmpty()).count()).isGreaterThanOrEqualTo(4);
        assertThat(Papers.models("held-out").filter(m -> m.planted().isEmpty())).isNotEmpty();
    }

    @Test
    @DisplayName("没有参与调整的部分：查准率八成五以上，查全率九成五以上")
    void findsWhatItWasNotTunedOn() {
        Score score = Score.of(judged("held-out"));
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.fooled()).isZero();
    }

    @Test
    @DisplayName("参与调整的部分：没有漏的，没有错的")
    void findsWhatItWasTunedOn() {
        assertThat(judged("tuning")).allSatisfy(o -> {
            assertThat(o.missed()).as(o.model().name()).isEmpty();
            assertThat(o.wrong()).as(o.model().name()).isEmpty();
            assertThat(o.fooled()).as(o.model().name()).isEmpty();
        });
    }

    @Test
    @DisplayName("存成 Word 和 PDF 再读，提示相同")
    void findsTheSameInFiles() throws Exception {
        for (Yardstick.Model m : Papers.models("held-out").toList()) {
            List<String> plain = points(m.text());
            assertThat(points(ContractFile.read(Papers.word(m.text().text())))).as(m.name()).isEqualTo(plain);
            assertThat(points(ContractFile.read(Papers.pdf(m.text().text(), false)))).as(m.name() + " as PDF").containsExactlyInAnyOrderElementsOf(plain);
        }
    }

    private static List<String> points(ContractText text) {
        return RiskReview.of(text, CHECKLIST, CHECKLIST.kindOf(text)).stream().map(s -> s.point().id()).toList();
    }

    @Test
    @DisplayName("说明书里的数字就是测得的数字")
    void printsTheFiguresOfTheManual() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new BenchContractReview().run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8), System.err)).isZero();
        String manual = Files.readString(Path.of("docs/contract-review.md"));
        out.toString(StandardCharsets.UTF_8).lines().filter(l -> l.matches("(held-out|tuning|all) .*")).forEach(line -> assertThat(manual).contains(line));
        assertThat(String.format(Locale.ROOT, "%d 个风险点", CHECKLIST.points().size())).satisfies(n -> assertThat(manual).contains(n));
    }
}
