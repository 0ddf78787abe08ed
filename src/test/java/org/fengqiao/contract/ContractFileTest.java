package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fengqiao.contract.ContractText.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("合同文件：Word、PDF、文本都读成同样的条款；读不出的用一句话说明原因")
class ContractFileTest {

    private static final String CHAIRS = Papers.model("01");

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> ContractFile.read(file)).isInstanceOf(ContractFile.Unreadable.class).hasMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).endsWith("。").doesNotContain("\n"));
    }

    @Test
    @DisplayName("Word、UTF-8 和 GB18030 的文本读出来一字不差")
    void readsWordAndText() throws Exception {
        assertThat(ContractFile.read(Papers.word(CHAIRS)).text()).isEqualTo(CHAIRS);
        assertThat(ContractFile.read(CHAIRS.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(CHAIRS);
        assertThat(ContractFile.read(CHAIRS.getBytes(Charset.forName("GB18030"))).text()).isEqualTo(CHAIRS);
    }

    @Test
    @DisplayName("PDF 里断开的行接成段，页码不混进条款，条款和 Word 版相同")
    void readsPdf() throws Exception {
        ContractText pdf = ContractFile.read(Papers.pdf(CHAIRS, false));
        ContractText word = ContractText.of(CHAIRS);
        assertThat(pdf.clauses()).extracting(Clause::number).containsExactlyElementsOf(word.clauses().stream().map(Clause::number).toList());
        assertThat(pdf.numbered()).extracting(c -> c.body().replaceAll("\\s", ""))
                .containsExactlyElementsOf(word.numbered().stream().map(c -> c.body().replaceAll("\\s", "")).toList());
        assertThat(pdf.text()).doesNotContain("- 1 -");
    }

    @Test
    @DisplayName("扫描的 PDF 没有文字层：一句话说明")
    void saysThatAScanHasNoWords() throws Exception {
        refused(Papers.scanned(3), "扫描件，3 页都没有文字层");
    }

    @Test
    @DisplayName("有打开密码的 Word 和 PDF：一句话说明，不当作损坏")
    void saysThatAPasswordIsSet() throws Exception {
        refused(Papers.wordWithPassword(CHAIRS), "文件设有打开密码");
        refused(Papers.pdf(CHAIRS, true), "PDF 设有打开密码");
    }

    @Test
    @DisplayName("旧版 Word、损坏的文件、图片、空文件：各说各的原因")
    void saysWhatElseIsWrong() {
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 600);
        refused(old, "旧版 Word");
        refused(Arrays.copyOf(Papers.word(CHAIRS), 900), "文件损坏");
        refused("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII), "PDF 文件损坏");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1}, "读不出文字");
        refused(new byte[0], "没有文字");
    }

    @Test
    @DisplayName("超过 30 MB 的文件、超过三十万字的文本不读")
    void refusesHugeFiles() {
        refused(new byte[(31 << 20)], "31 MB");
        refused("合".repeat(300_001).getBytes(StandardCharsets.UTF_8), "超过三十万字");
    }

    @Test
    @DisplayName("首部、各条、签署合起来就是全文；四种编号都认")
    void cutsIntoClauses() {
        Papers.models("tuning").forEach(m -> {
            assertThat(String.join("", m.text().clauses().stream().map(Clause::body).toList())).as(m.name()).isEqualTo(m.text().text());
            assertThat(m.text().numbered().size()).as(m.name()).isGreaterThanOrEqualTo(6);
        });
        assertThat(ContractText.of(Papers.model("01")).numbered()).extracting(Clause::title).contains("第五条 验收");
        assertThat(ContractText.of(Papers.model("02")).numbered()).extracting(Clause::number).startsWith("一", "二");
        assertThat(ContractText.of(Papers.model("12")).numbered()).extracting(Clause::number).startsWith("（一）", "（二）");
        assertThat(ContractText.of(Papers.model("08")).numbered()).extracting(Clause::title).startsWith("1 印制内容", "2 质量");
    }
}
