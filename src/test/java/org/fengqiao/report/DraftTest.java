package org.fengqiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("年度报告草稿：每个数字有序号、有定义、有案件，勾稽不成立的不得发布")
class DraftTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 9);

    /// Withdrawn requests are forgotten on purpose.
    private static final String BROKEN = """
            group: requests
            title: 民生诉求
            place: 1
            figures:
              - id: closings
                title: 办结
                unit: 件次
                definition: 期间内办结的次数。
                of: { procedure: public-request, enters-final: true }
                count: act
              - id: answered
                title: 答复结案
                unit: 件次
                definition: 期间内答复结案的次数。
                of: { procedure: public-request, result: answered }
                count: act
              - id: referred
                title: 告知转办
                unit: 件次
                definition: 期间内告知转办的次数。
                of: { procedure: public-request, result: referred }
                count: act
            balances:
              - title: 办结方式之和等于办结总数
                left: [answered, referred]
                right: [closings]
            """;

    private static final String TEXT = """
            title: "{year}年度报告"
            subtitle: 测试
            chapters:
              - title: 办理
                otherwise: 本期没有办理。
                paragraphs:
                  - title: 办结。
                    sentences:
                      - [ "办结{closings}", "其中答复结案{answered}" ]
                      - { say: [ "告知转办{referred}" ], otherwise: 没有告知转办。 }
                      - [ "转办之后{referred}", "再办结{closings}" ]
              - title: 转办
                otherwise: 本期没有转办。
                paragraphs:
                  - { title: "", sentences: [ [ "转办{referred}" ] ] }
            """;

    @TempDir
    Path folder;

    private final Lives lives = new Lives();

    @AfterEach
    void close() {
        lives.close();
    }

    private Draft.Written draft(Figures figures, ReportText text) throws Exception {
        return new Draft(figures, (short) 1, lives.office, Lives.LAWS, text).write(Period.ofYear(2025, DAY), DAY, folder);
    }

    private String word() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("annual-report-2025.docx"));
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
            return words.getText();
        }
    }

    private String print() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("annual-report-2025.pdf").toFile())) {
            PDFTextStripper pages = new PDFTextStripper();
            pages.setEndPage(1);
            return pages.getText(pdf).replaceAll("\\s", "");
        }
    }

    @Test
    @DisplayName("有一件没有归入任何办结方式：首页写明不得发布、差几件、差在哪一件")
    void aBrokenBalanceForbidsPublication() throws Exception {
        Lives.Life withdrawn = lives.request().step("2025-03-03", "registered").step("2025-03-04", "request-withdrawn", "\"by\": \"chen-gui\"");
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited").step("2025-03-07", "request-closed");
        Draft.Written written = draft(lives.figures(BROKEN), ReportText.read(TEXT));
        assertThat(written.reckoning().publishable()).isFalse();
        assertThat(word()).contains("不得发布：本稿有1条勾稽关系不成立。").contains("答复结案1＋告知转办0≠办结2，相差1");
        assertThat(word().substring(word().indexOf("附件二"))).contains("不成立").contains(withdrawn.number());
        assertThat(print()).contains("不得发布");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("annual-report-2025.json")));
        assertThat(json.get("publishable").asBoolean()).isFalse();
        assertThat(json.get("balances").get(0).get("difference").asLong()).isEqualTo(-1);
        assertThat(json.get("balances").get(0).get("cases").get(0).get("number").asString()).isEqualTo(withdrawn.number());
    }

    @Test
    @DisplayName("勾稽成立：没有“不得发布”；数字为零的句子不写，或者写明没有")
    void zerosAreLeftOutOrSaid() throws Exception {
        lives.request().untilReplied("2025-03-03", "2025-03-05").step("2025-03-06", "return-visited").step("2025-03-07", "request-closed");
        Draft.Written written = draft(lives.figures(BROKEN), ReportText.read(TEXT));
        assertThat(written.reckoning().publishable()).isTrue();
        assertThat(word()).doesNotContain("不得发布")
                .contains("（一）办结。办结1件次〔1〕，其中答复结案1件次〔2〕。没有告知转办。")
                .doesNotContain("再办结")
                .contains("二、转办\n本期没有转办。");
    }

    @Test
    @DisplayName("每个数字在附件有定义和案件，案件清单与冻结的案件一致；之后再办理不改变草稿")
    void everyFigureIsTracedAndFrozen() throws Exception {
        Lives.Life first = lives.request().untilReplied("2025-03-03", "2025-03-05");
        Lives.Life second = lives.request().step("2025-04-01", "registered");
        lives.life("administrative-penalty-summary").spotFine("2025-05-06");
        Draft.Written written = draft(lives.figures(), ReportText.annual());
        assertThat(written.reckoning().publishable()).isTrue();
        assertThat(word()).contains("受理民生诉求2件〔2〕。").contains("罚款合计100元").contains("本期没有行政检查记录。")
                .contains("承办按期率").contains("现将示例街道办事处2025年1月1日至2025年12月31日");
        Figure received = written.reckoning().figure("requests-received").orElseThrow();
        assertThat(word()).contains("〔2〕受理民生诉求：2件\n定义：" + received.indicator().definition());
        List<String> listed = Files.readAllLines(folder.resolve("annual-report-2025-cases.csv")).stream().filter(l -> l.startsWith("2,")).toList();
        assertThat(listed).hasSize(2).anySatisfy(l -> assertThat(l).contains(first.number())).anySatisfy(l -> assertThat(l).contains(second.number()));
        lives.request().step("2025-12-31", "registered");
        assertThat(frozen(written.draft(), "requests-received")).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(lives.count(2025, "requests-received")).isEqualTo(3);
    }

    private List<Long> frozen(long draft, String figure) {
        return JdbcClient.create(lives.source)
                .sql("select unnest(case_ids) from report_figure where office = 1 and draft = ? and figure = ?")
                .params(draft, figure)
                .query(Long.class)
                .list();
    }

    @Test
    @DisplayName("年度未满：首页写明不是全年数据")
    void anUnfinishedYearIsSaidToBe() throws Exception {
        LocalDate summer = LocalDate.of(2025, 7, 1);
        new Draft(lives.figures(), (short) 1, lives.office, Lives.LAWS, ReportText.annual()).write(Period.ofYear(2025, summer), summer, folder);
        assertThat(word()).contains("统计期间不满一年").contains("数据截至2025年7月1日").contains("本期没有受理和办理民生诉求。");
    }

    @Test
    @DisplayName("连续案号连写，断开的分写")
    void numbersAreWrittenAsRanges() {
        assertThat(Numbers.ranges(List.of("示民〔2025〕第0009号", "示民〔2025〕第0010号", "示民〔2025〕第0011号", "示民〔2025〕第0013号", "示民〔2026〕第0014号")))
                .isEqualTo("示民〔2025〕第0009—0011号、示民〔2025〕第0013号、示民〔2026〕第0014号");
        assertThat(Numbers.ranges(List.of())).isEmpty();
    }
}
