package org.fengqiao.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The sheet as PDF, every font embedded with the characters used.
///
/// The same content gives the same bytes: the file bears the document's own day, and its identifier comes from the digest.
final class PdfPaper {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String SUBSTITUTE = "〓";
    private static final byte[] SCREEN_COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // The layout engine tells every phase of every document; only its warnings concern anybody.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Typefaces typefaces;

    PdfPaper(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /// The characters no font at hand can show, in the order of their first appearance.
    List<MissingGlyph> missing(Sheet sheet) {
        return codePoints(sheet).stream().filter(code -> typefaces.showing(code).isEmpty()).map(MissingGlyph::new).toList();
    }

    byte[] print(String title, Sheet original, LocalDate day, String digest) {
        List<MissingGlyph> missing = missing(original);
        Sheet sheet = missing.isEmpty() ? original : substituted(original, missing);
        Map<Typeface, TrueTypeFont> fonts = new LinkedHashMap<>();
        fonts.put(typefaces.heading(), typefaces.heading().borrow());
        codePoints(sheet).forEach(code -> typefaces.showing(code).ifPresent(face -> fonts.computeIfAbsent(face, Typeface::borrow)));
        try (PDDocument pdf = new PDDocument(MemoryUsageSetting.setupMainMemoryOnly().streamCache)) {
            byte[] printed = print(HtmlPaper.page(title, sheet.uncited(), day, stylesheet(fonts.keySet())), fonts, pdf, title, day, digest);
            return PdfLinks.over(printed, sheet.cited(), id(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fonts.forEach(Typeface::giveBack);
        }
    }

    private static byte[] print(String html, Map<Typeface, TrueTypeFont> fonts, PDDocument pdf, String title, LocalDate day, String digest) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(SCREEN_COLOURS);
        builder.usePDDocument(pdf);
        builder.withHtmlContent(html, null);
        builder.useUnicodeLineBreaker(new LineBreaks());
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        for (var font : fonts.entrySet()) {
            builder.useFont(new PDFontSupplier(PDType0Font.load(pdf, font.getValue(), true)), font.getKey().name(), 400, FontStyle.NORMAL, true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            pdf.setDocumentInformation(information(title, day));
            pdf.getDocumentCatalog().setMetadata(metadata(pdf, title, day));
            pdf.setDocumentId(id(digest));
            pdf.getDocumentCatalog().setLanguage("zh-CN");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static long id(String digest) {
        return Long.parseUnsignedLong(digest.substring(0, 16), 16);
    }

    private static PDDocumentInformation information(String title, LocalDate day) {
        GregorianCalendar midnight = GregorianCalendar.from(day.atStartOfDay(SHANGHAI));
        midnight.setTimeZone(TimeZone.getTimeZone(SHANGHAI));
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Fengqiao");
        information.setCreationDate(midnight);
        information.setModificationDate(midnight);
        information.getCOSObject().removeItem(COSName.CREATOR);
        return information;
    }

    /// What an archive reads of a PDF/A file; it has to agree with the information above.
    private static PDMetadata metadata(PDDocument pdf, String title, LocalDate day) throws IOException {
        String moment = day + "T00:00:00+08:00";
        String xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <pdfaid:part>2</pdfaid:part>
                <pdfaid:conformance>U</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                <pdf:Producer>Fengqiao</pdf:Producer>
                <xmp:CreateDate>%2$s</xmp:CreateDate>
                <xmp:ModifyDate>%2$s</xmp:ModifyDate>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(HtmlPaper.escaped(title), moment);
        PDMetadata metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        return metadata;
    }

    private static String stylesheet(Set<Typeface> faces) {
        String running = faces.stream().map(Typeface::name).filter(name -> !name.equals("heading")).collect(Collectors.joining(", "));
        String number = "content: \"— \" counter(page) \" —\"; font-family: " + running + "; font-size: 14pt; vertical-align: top; padding-top: 7mm;";
        return """
                body { font-family: %1$s; }
                h1, h2, .office, strong { font-family: heading, %1$s; }
                p, h1, h2 { -fs-max-justification-inter-char: 2pt; }
                @page :right { @bottom-right { %2$s padding-right: 14pt; text-align: right; } }
                @page :left { @bottom-left { %2$s padding-left: 14pt; text-align: left; } }
                """.formatted(running, number);
    }

    private static Sheet substituted(Sheet sheet, List<MissingGlyph> missing) {
        Set<Integer> codes = missing.stream().map(MissingGlyph::codePoint).collect(Collectors.toSet());
        Sheet changed = sheet.map(text -> text.codePoints().mapToObj(code -> codes.contains(code) ? SUBSTITUTE : Character.toString(code)).collect(Collectors.joining()));
        String names = missing.stream().map(MissingGlyph::name).collect(Collectors.joining("、"));
        return changed.with(Sheet.Paragraph.of(Sheet.Style.NOTE, "注：文中“〓”处的字（依首次出现的次序为 " + names + "）本机字库未收，不能印出；原始数据保留该字，以原始数据为准。"));
    }

    private static Set<Integer> codePoints(Sheet sheet) {
        Set<Integer> codes = new LinkedHashSet<>();
        sheet.texts().forEach(text -> text.codePoints().filter(code -> !isInvisible(code)).forEach(codes::add));
        return codes;
    }

    /// Blanks and joiners need no shape.
    private static boolean isInvisible(int code) {
        return Character.isWhitespace(code) || Character.getType(code) == Character.FORMAT;
    }

    /// Where a Chinese line may end: never before 。 or after （.
    private static final class LineBreaks implements FSTextBreaker {
        private final BreakIterator iterator = BreakIterator.getLineInstance(Locale.CHINA);

        @Override
        public int next() {
            return iterator.next();
        }

        @Override
        public void setText(String text) {
            iterator.setText(text);
        }
    }
}
