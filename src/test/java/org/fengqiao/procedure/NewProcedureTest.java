package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.door.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("新写一个程序：样稿照写就成立")
class NewProcedureTest {

    private static final ShippedProcedures SHIPPED = new ShippedProcedures();
    private static final String RULES = "office-rules-public-requests@2018-01-01";

    @TempDir
    private Path home;

    private Path procedures;

    @BeforeEach
    void anEmptyLibrary() throws IOException {
        procedures = Files.createDirectory(home.resolve("procedures"));
    }

    private String run(String... arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(new NewProcedure(procedures).run(List.of(arguments), out, out)).isZero();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// What check, prove and the examples say of the folder.
    private List<String> faults(String slug) throws IOException {
        Definitions written = Definitions.load(SHIPPED.laws, procedures);
        Definition d = written.versions(slug).getFirst();
        String text = written.text(d).orElseThrow();
        List<String> faults = new ArrayList<>(new Checks(
                        SHIPPED.laws, SHIPPED.office,
                        (s, kind) -> Files.exists(procedures.resolve(s + "/documents/" + kind + "/template.html")), procedures)
                .faults(d, text));
        faults.addAll(DefinitionSchema.shipped().orElseThrow().faults(text));
        Proof proof = new Prover(SHIPPED.laws, SHIPPED.calendar, SHIPPED.office, Budget.starting()).prove(d);
        if (!proof.holds()) {
            faults.add("not proved");
        }
        Rehearsal rehearsal = new Rehearsal(written, new Deciding(SHIPPED.laws, SHIPPED.calendar), SHIPPED.office);
        try (Stream<Path> examples = Files.list(procedures.resolve(slug).resolve("examples"))) {
            for (Path p : examples.toList()) {
                try {
                    faults.addAll(new Example(slug, Source.read(p.toString(), Files.readString(p)), rehearsal, SHIPPED.laws).faults());
                } catch (Source.Fault e) {
                    faults.add("example: " + e.getMessage());
                }
            }
        }
        return faults;
    }

    @Test
    @DisplayName("有期限、有文书的程序：校验、证明、两个例子都通过，文书有模板和样例，下一步的命令写出来")
    void aProcedureHoldsAsItIsWritten() throws IOException {
        String said = run("noise-complaint", "--title", "噪声投诉（示例）", "--basis", RULES, "--area", "services");

        assertThat(faults("noise-complaint")).isEmpty();
        Path folder = procedures.resolve("noise-complaint");
        assertThat(folder.resolve("examples")).isDirectoryContaining("glob:**handled-in-time.yaml").isDirectoryContaining("glob:**refused.yaml");
        assertThat(Files.readString(folder.resolve("2018-01-01.yaml"))).contains("area: services", "# ").doesNotContain("${");
        Path document = folder.resolve("documents/noise-complaint-result");
        assertThat(document).isDirectoryContaining("glob:**template.html").isDirectoryContaining("glob:**sample.json");
        assertThat(Files.readString(document.resolve("sample.json"))).as("every document bears its day").containsPattern("\"date\": \"\\d{4}年\\d{1,2}月\\d{1,2}日\"");
        assertThat(Files.readString(document.resolve("template.html"))).contains("document: noise-complaint-result").doesNotContain("${");
        assertThat(Files.readString(folder.resolve("README.md"))).contains("# 噪声投诉（示例）", "《民生诉求办理规定》").doesNotContain("${");
        assertThat(said).contains("procedures check noise-complaint", "procedures prove noise-complaint", "-Dexample=noise-complaint", "procedures preview noise-complaint --on 2018-01-01");
    }

    @Test
    @DisplayName("台账：一步登记、更正、作废都成立，没有文书")
    void aLedgerHoldsAsItIsWritten() throws IOException {
        run("noise-ledger", "--title", "噪声台账", "--basis", "administrative-penalty-law@2021-07-15#5.1", "--ledger");

        assertThat(faults("noise-ledger")).isEmpty();
        assertThat(procedures.resolve("noise-ledger/documents")).doesNotExist();
        assertThat(Files.readString(procedures.resolve("noise-ledger/2021-07-15.yaml"))).contains("area: ledgers", "basis: \"5.1\"");
    }

    @Test
    @DisplayName("施行日在今年三月以后的法，例子的日子也在施行以后")
    void examplesLieAfterTheLawIsInForce() throws IOException {
        run("hall-visit", "--title", "来访登记", "--basis", "administrative-reconsideration-law-implementing-regulations@2026-07-01");

        assertThat(faults("hall-visit")).isEmpty();
        assertThat(Files.readString(procedures.resolve("hall-visit/examples/handled-in-time.yaml"))).contains("on: 2026-07-01");
    }

    @Test
    @DisplayName("样稿改错一处就不再成立：拿掉了结期限的动作，校验、证明、例子都指出来")
    void aSpoiltSampleIsFound() throws IOException {
        run("noise-complaint", "--title", "噪声投诉", "--basis", RULES);
        Path file = procedures.resolve("noise-complaint/2018-01-01.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("    clocks: \\{ end: \\[handling] }.*\n", ""));

        assertThat(faults("noise-complaint")).contains("期限“办理期限”起算以后没有任何步骤使它了结", "not proved")
                .anyMatch(f -> f.startsWith("example: ") && f.contains("尚未了结，不能结案"));
    }

    @Test
    @DisplayName("已有的文件夹不覆盖，原来的一字不动")
    void neverOverwrites() throws IOException {
        Path kept = Files.writeString(Files.createDirectory(procedures.resolve("noise-complaint")).resolve("mine.txt"), "原来的");

        assertThatThrownBy(() -> run("noise-complaint", "--title", "噪声投诉", "--basis", RULES))
                .isInstanceOf(Command.Refused.class).hasMessageContaining("已经存在");
        assertThat(kept).hasContent("原来的");
        assertThat(procedures.resolve("noise-complaint")).isDirectoryNotContaining("glob:**.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            名称不是小写英文 | Noise | 噪声投诉 | office-rules-public-requests@2018-01-01 | requests | 程序名
            名称带路径 | ../noise | 噪声投诉 | office-rules-public-requests@2018-01-01 | requests | 程序名
            名称是公用文件夹 | shared | 噪声投诉 | office-rules-public-requests@2018-01-01 | requests | 程序名
            标题会弄坏文件 | noise | 噪声: {投诉} | office-rules-public-requests@2018-01-01 | requests | 标题
            没有这部法 | noise | 噪声投诉 | no-such-law@2018-01-01 | requests | 解析不了
            没有这个版本 | noise | 噪声投诉 | administrative-penalty-law@2020-01-01 | requests | 解析不了
            没有这一条 | noise | 噪声投诉 | administrative-penalty-law@2021-07-15#999 | requests | 解析不了
            没有写版本 | noise | 噪声投诉 | administrative-penalty-law | requests | 解析不了
            没有这一类 | noise | 噪声投诉 | office-rules-public-requests@2018-01-01 | weather | 没有类别
            """)
    @DisplayName("写错的一句话拒绝，什么都不留下")
    void refusesAndLeavesNothing(String why, String slug, String title, String basis, String area, String says) {
        assertThatThrownBy(() -> run(slug, "--title", title, "--basis", basis, "--area", area))
                .isInstanceOf(Command.Refused.class).hasMessageContaining(says);
        assertThat(procedures).isEmptyDirectory();
        assertThat(home.resolve("noise")).doesNotExist();
    }

    @Test
    @DisplayName("没有写标题、没有写依据、不在产品目录里，各有一句话")
    void asksForWhatIsMissing() {
        assertThatThrownBy(() -> run("noise", "--basis", RULES)).isInstanceOf(Command.Refused.class).hasMessageContaining("--title");
        assertThatThrownBy(() -> run("noise", "--title", "噪声投诉")).isInstanceOf(Command.Refused.class).hasMessageContaining("--basis");
        assertThatThrownBy(() -> new NewProcedure(home.resolve("elsewhere")).run(List.of("noise", "--title", "噪声投诉", "--basis", RULES), System.out, System.err))
                .isInstanceOf(Command.Refused.class).hasMessageContaining("根目录");
    }
}
