package org.fengqiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.fengqiao.document.Sheet.Block;
import org.fengqiao.document.Sheet.Cell;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("每一种文书都能按示例印出")
class EveryTemplateTest {

    static Stream<String> templates() {
        return Samples.TEMPLATES.inUse().keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("示例数据一项不缺，也没有模板用不到的")
    void sampleIsWhatTheWordingAsksFor(String where) {
        Template template = Samples.TEMPLATES.inUse().get(where);
        Map<String, Object> sample = Samples.data(where);

        assertThat(template.lacking(Samples.content(where))).isEmpty();
        assertThat(template.only(sample)).isEqualTo(sample);
        assertThat((String) sample.get("date")).matches("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("PDF：文字完整且次序不变，字体嵌入子集，文件小于 120 KB")
    void printsItsSampleAsPdf(String where) throws IOException {
        Content content = Samples.content(where);
        byte[] pdf = Samples.RENDERING.pdf(content);
        keep(where, pdf);

        assertThat(pdf.length).isLessThan(120 * 1024);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(fonts(document)).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            });
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            String printed = new PDFTextStripper().getText(document);
            assertThat(bare(printed.replaceAll("(?m)^\\s*— \\d+ —\\s*$", ""))).isEqualTo(bare(expected(content, true)));
            assertThat(printed).contains("— 1 —");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("DOCX：文字完整，表格保留，点名仿宋和小标宋")
    void printsItsSampleAsDocx(String where) throws IOException {
        Content content = Samples.content(where);
        byte[] docx = Samples.RENDERING.docx(content);

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            String body = document.getBodyElements().stream().map(element -> switch (element) {
                case XWPFParagraph paragraph -> paragraph.getText();
                case XWPFTable table -> table.getText();
                default -> "";
            }).collect(Collectors.joining());
            assertThat(bare(body)).isEqualTo(bare(expected(content, false)));
            assertThat(document.getTables()).hasSize((int) sheet(content).blocks().stream().filter(Sheet.Table.class::isInstance).count());
            String xml = document.getDocument().xmlText();
            assertThat(xml).contains("eastAsia=\"仿宋_GB2312\"").contains("eastAsia=\"方正小标宋简体\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("网页：文字完整，没有外部引用和脚本")
    void printsItsSampleAsHtml(String where) {
        Content content = Samples.content(where);
        String html = Samples.RENDERING.html(content);

        String body = html.substring(html.indexOf("<body>")).replaceAll("<[^>]+>", "").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        assertThat(bare(body)).isEqualTo(bare(expected(content, false)));
        assertThat(html).doesNotContain("<script", "src=", "href=", "url(");
    }

    private static Sheet sheet(Content content) {
        return Samples.TEMPLATES.of(content).sheet(content);
    }

    /// The words of the sheet in reading order; a PDF is read line by line, so a row of a table reads across where its cells have one line.
    private static String expected(Content content, boolean printed) {
        List<String> words = new ArrayList<>();
        for (Block block : sheet(content).blocks()) {
            switch (block) {
                case Sheet.Paragraph paragraph -> words.add(paragraph.text());
                case Sheet.Table table -> table.rows().forEach(row -> row.forEach((Cell cell) -> cell.paragraphs().forEach(paragraph -> words.add(paragraph.text()))));
                case Sheet.Seal(SealPlace place) -> words.addAll(place.lines());
            }
        }
        return String.join("", words);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000\\u00a0]+", "");
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    /// For looking at with one's own eyes.
    private static void keep(String where, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(where.replace('/', '-') + ".pdf"), pdf);
    }
}
