package org.fengqiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文书印成 PDF")
class PdfTest {

    @Test
    @DisplayName("姓名中的生僻字（䶮、㛃、喆、昇）印得出来")
    void showsRareCharactersOfNames() throws IOException {
        Content content = Samples.decisionWith("party.name", "张䶮㛃喆昇堃");

        assertThat(Samples.RENDERING.missingGlyphs(content)).isEmpty();
        assertThat(text(Samples.RENDERING.pdf(content))).contains("张䶮㛃喆昇堃").doesNotContain("〓");
    }

    @Test
    @DisplayName("四千字、分了段的叙述在表格里也一字不少，落款不会独自占一页")
    void printsAVeryLongNarrative() throws IOException {
        String narrative = "第一段。\n第二段：" + "占用人行道影响通行，经多次劝导仍未清除；".repeat(200) + "到此为止。";
        Map<String, Object> data = Samples.data("public-request/request-work-order");
        data.put("data", with(data.get("data"), "content", narrative));

        String printed = text(Samples.RENDERING.pdf(Samples.content("public-request/request-work-order", data))).replaceAll("—\\d+—", "");

        // The label of the row stands beside the middle of the text and is read in between.
        assertThat(printed.replaceAll("\\s+", "").replace("诉求内容", "")).contains(narrative.replaceAll("\\s+", ""));
        try (PDDocument pdf = Loader.loadPDF(Samples.RENDERING.pdf(Samples.decisionWith("data.penalty-facts", narrative)))) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pdf.getNumberOfPages());
            assertThat(last.getText(pdf)).contains("（印章）").containsPattern("依据|逾期");
        }
    }

    private static Map<String, Object> with(Object map, String key, String value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((k, v) -> copy.put((String) k, v));
        copy.put(key, value);
        return copy;
    }

    @Test
    @DisplayName("通用字之外的繁体字由备用字库印出")
    void showsCharactersOutsideTheCommonSet() throws IOException {
        Content content = Samples.decisionWith("party.representative", "陳錦灝瀠");

        assertThat(Samples.RENDERING.missingGlyphs(content)).isEmpty();
        assertThat(text(Samples.RENDERING.pdf(content))).contains("陳錦灝瀠");
    }

    @Test
    @DisplayName("字库没有的字（𠮷）印成〓，附注说明是哪个字，数据照存")
    void marksACharacterThatNoFontHas() throws IOException {
        Content content = Samples.decisionWith("party.name", "张𠮷某");

        assertThat(Samples.RENDERING.missingGlyphs(content)).containsExactly(new MissingGlyph(0x20BB7));
        assertThat(text(Samples.RENDERING.pdf(content))).contains("张〓某").contains("U+20BB7").contains("以原始数据为准");
        assertThat(content.canonical()).contains("张𠮷某");
        assertThat(Samples.RENDERING.html(content)).contains("张𠮷某");
    }

    @Test
    @DisplayName("本机另有字库收了该字（𠮷），就用它印出并嵌入")
    void findsARareCharacterInTheFontsOfTheMachine() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(PdfTest.class.getResource("rare-font")).toURI());
        Rendering rendering = new Rendering(Samples.TEMPLATES, Typefaces.withFallback(List.of(Path.of("no-such-folder"), folder)));
        Content content = Samples.decisionWith("party.name", "张𠮷某");

        assertThat(rendering.missingGlyphs(content)).isEmpty();
        byte[] pdf = rendering.pdf(content);
        assertThat(text(pdf)).contains("张𠮷某").doesNotContain("〓");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> fonts = new ArrayList<>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name).getName());
                }
            }
            assertThat(fonts).anyMatch(name -> name.contains("+FengqiaoTest"));
        }
    }

    @Test
    @DisplayName("没有缺字就没有附注")
    void saysNothingOfFontsWhenAllCharactersShow() throws IOException {
        assertThat(text(Samples.RENDERING.pdf(Samples.content("shared/penalty-decision")))).doesNotContain("字库");
    }

    @Test
    @DisplayName("同一内容两次印出，逐字节相同")
    void printsTheSameBytesForTheSameContent() {
        Content content = Samples.content("shared/penalty-decision");
        Rendering another = new Rendering(Templates.load(), Typefaces.shipped());

        assertThat(another.pdf(content)).isEqualTo(Samples.RENDERING.pdf(content));
        assertThat(another.docx(content)).isEqualTo(Samples.RENDERING.docx(content));
        assertThat(another.html(content)).isEqualTo(Samples.RENDERING.html(content));
    }

    @Test
    @DisplayName("内容不同，文件不同")
    void printsOtherBytesForOtherContent() {
        assertThat(Samples.RENDERING.pdf(Samples.decisionWith("party.name", "另一示例有限公司"))).isNotEqualTo(Samples.RENDERING.pdf(Samples.content("shared/penalty-decision")));
    }

    @Test
    @DisplayName("文件日期是成文日期，不是印出的时间")
    void bearsTheDayOfTheDocument() throws IOException {
        try (PDDocument document = Loader.loadPDF(Samples.RENDERING.pdf(Samples.content("shared/penalty-decision")))) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo("2026-11-17T16:00:00Z");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("行政处罚决定书");
            String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("2026-11-18T00:00:00+08:00");
        }
    }

    @Test
    @DisplayName("多人同时印文书，互不干扰")
    void printsForManyAtOnce() throws Exception {
        Content content = Samples.content("shared/penalty-decision");
        byte[] expected = Samples.RENDERING.pdf(content);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<byte[]> print = () -> Samples.RENDERING.pdf(content);
            List<Future<byte[]>> printed = threads.invokeAll(Collections.nCopies(12, print));
            for (Future<byte[]> pdf : printed) {
                assertThat(pdf.get()).isEqualTo(expected);
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }
}
