package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fengqiao.door.Command;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("程序命令")
class ProcedureCommandsTest {

    private static final String SUMMARY = "administrative-penalty-summary";

    @BeforeAll
    static void needsTheSummaryProcedure() {
        Assumptions.assumeTrue(new ShippedProcedures().definitions.slugs().contains(SUMMARY), "procedures/" + SUMMARY + " is not there");
    }

    private record Run(int status, String text) {}

    private static Run run(Command command, String... arguments) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = command.run(List.of(arguments), out, out);
        return new Run(status, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("预览：同一程序在两个日子，缴款、复议等期限和阶段用中文列出，条文随版本")
    void previewsTheProcedureOfADay() throws Exception {
        Run now = run(new PreviewProcedure(), SUMMARY, "--on", "2026-03-02");

        assertThat(now.status()).isZero();
        assertThat(now.text())
                .contains("2021-07-15 起施行的版本，2026-03-02 当日", "结案（终局）", "缴纳罚款期限：15天，当事人应当履行的期限", "《行政处罚法》第六十七条第三款")
                .contains("2人持证共同办理");
    }

    @Test
    @DisplayName("预览：没有写日子、不是日子、没有这个程序、当日尚无版本，各有一句话")
    void refusesAPreviewItCannotGive() {
        assertThatThrownBy(() -> run(new PreviewProcedure(), SUMMARY)).isInstanceOf(Command.Refused.class).hasMessageContaining("--on");
        assertThatThrownBy(() -> run(new PreviewProcedure(), SUMMARY, "--on", "tomorrow")).isInstanceOf(Command.Refused.class).hasMessageContaining("tomorrow");
        assertThatThrownBy(() -> run(new PreviewProcedure(), "no-such", "--on", "2026-03-02")).isInstanceOf(Command.Refused.class).hasMessageContaining("没有程序 no-such");
        assertThatThrownBy(() -> run(new PreviewProcedure(), SUMMARY, "--on", "1999-01-01")).isInstanceOf(Command.Refused.class).hasMessageContaining("尚无程序");
    }

    @Test
    @DisplayName("证明：列出状态、转移、用时、最少人员和每一性质")
    void printsAProof() throws Exception {
        Run proof = run(new ProveProcedures(), SUMMARY);

        assertThat(proof.text()).contains("状态 ", "转移 ", "毫秒", "最少人员：两名持证执法人员", "✓ 任何情形都走得到终局，案件不会卡住");
        assertThat(proof.status()).isZero();
    }

    @Test
    @DisplayName("校验：逐个版本写明是否完好")
    void printsTheChecks() throws Exception {
        assertThat(run(new CheckProcedures(), SUMMARY).text()).contains(SUMMARY + "@2021-07-15 行政处罚（简易程序）");
    }
}
