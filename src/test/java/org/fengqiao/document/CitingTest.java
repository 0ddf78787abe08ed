package org.fengqiao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.fengqiao.law.CitationCheck;
import org.fengqiao.law.Laws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文书上的条号打开文书日期当天的条文，纸面一字不变")
class CitingTest {

    private static final Content DECISION = Samples.content("shared/penalty-decision");
    private static final CitationCheck CHECK = new CitationCheck(Laws.load(), null);
    private static final Citing CITING = words -> CHECK.check(words, DECISION.day()).stream()
            .filter(f -> f.url() != null)
            .map(f -> new Citing.Cited(f.from(), f.to(), "https://platform.example" + f.url()))
            .toList();
    private static final String ARTICLE = "https://platform\\.example/laws/[a-z-]+/\\d{4}-\\d{2}-\\d{2}#a\\d+.*";

    @Test
    @DisplayName("网页：每处引用是链接，去掉链接与原文相同")
    void asHtml() {
        String linked = Samples.RENDERING.html(DECISION, CITING);

        assertThat(linked).contains("<a href=\"https://platform.example/laws/administrative-penalty-law/2021-07-15#a");
        assertThat(linked.replaceAll("</?a[^>r]*(href=\"[^\"]*\")?>", "")).isEqualTo(Samples.RENDERING.html(DECISION));
    }

    @Test
    @DisplayName("PDF：链接不留痕迹，可以打印；同样的内容仍是同样的字节")
    void asPdf() throws IOException {
        byte[] linked = Samples.RENDERING.pdf(DECISION, CITING);
        List<String> addresses = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(linked); PDDocument plain = Loader.loadPDF(Samples.RENDERING.pdf(DECISION))) {
            for (PDPage page : pdf.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    // An archive accepts no annotation that would be lost on paper.
                    assertThat(annotation.isPrinted()).isTrue();
                    addresses.add(((PDActionURI) ((PDAnnotationLink) annotation).getAction()).getURI());
                }
            }
            assertThat(new PDFTextStripper().getText(pdf)).isEqualTo(new PDFTextStripper().getText(plain));
        }
        assertThat(addresses).isNotEmpty().allMatch(a -> a.matches(ARTICLE));
        assertThat(Samples.RENDERING.pdf(DECISION, CITING)).isEqualTo(linked);
    }

    @Test
    @DisplayName("DOCX：每处引用是超链接，文字不变")
    void asDocx() throws IOException {
        try (XWPFDocument linked = new XWPFDocument(new ByteArrayInputStream(Samples.RENDERING.docx(DECISION, CITING)));
                XWPFDocument plain = new XWPFDocument(new ByteArrayInputStream(Samples.RENDERING.docx(DECISION)))) {
            assertThat(linked.getHyperlinks()).extracting(XWPFHyperlink::getURL).isNotEmpty().allMatch(a -> a.matches(ARTICLE));
            assertThat(new XWPFWordExtractor(plain).getText()).isEqualTo(new XWPFWordExtractor(linked).getText().replaceAll(" ?<https://[^>]*>", ""));
        }
    }
}
