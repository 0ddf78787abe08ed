package org.fengqiao.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Lays links over the words of a finished PDF.
///
/// The layout engine would draw the words of a link after the rest of their line, and who copies the line would get them
/// in that order; laid over it, the line stays as it was.
final class PdfLinks {

    private record Letter(int page, char character, TextPosition position) {}

    private final List<Letter> letters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private PdfLinks() {}

    /// @param cited the runs that lead somewhere, in the order of the document
    static byte[] over(byte[] printed, List<Sheet.Run> cited, long id) throws IOException {
        if (cited.isEmpty()) {
            return printed;
        }
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            PdfLinks links = new PdfLinks();
            links.read(pdf);
            int from = 0;
            for (Sheet.Run run : cited) {
                String words = run.text().replaceAll("\\s", "");
                int at = links.text.indexOf(words, from);
                // Words that a page ends in the middle of lead nowhere; everything after them is found again.
                if (at >= 0 && run.address() != null) {
                    links.lay(pdf, at, at + words.length(), run.address());
                    from = at + words.length();
                }
            }
            pdf.setDocumentId(id);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private void read(PDDocument pdf) throws IOException {
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void writeString(String words, List<TextPosition> positions) {
                for (TextPosition position : positions) {
                    for (char c : position.getUnicode().toCharArray()) {
                        if (!Character.isWhitespace(c)) {
                            letters.add(new Letter(getCurrentPageNo() - 1, c, position));
                        }
                    }
                }
            }
        };
        reader.getText(pdf);
        letters.forEach(letter -> text.append(letter.character()));
    }

    /// One link for each line that the words stand on.
    private void lay(PDDocument pdf, int from, int to, String address) throws IOException {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || letters.get(i).page() != letters.get(start).page()
                    || Math.abs(letters.get(i).position().getYDirAdj() - letters.get(start).position().getYDirAdj()) > 2) {
                link(pdf.getPage(letters.get(start).page()), letters.get(start).position(), letters.get(i - 1).position(), address);
                start = i;
            }
        }
    }

    private static void link(PDPage page, TextPosition first, TextPosition last, String address) throws IOException {
        float height = first.getFontSizeInPt();
        float bottom = page.getMediaBox().getHeight() - first.getYDirAdj() - height * 0.2f;
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(first.getXDirAdj(), bottom, last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj(), height * 1.2f));
        COSArray none = new COSArray();
        for (int i = 0; i < 3; i++) {
            none.add(COSInteger.ZERO);
        }
        link.setBorder(none);
        // An archive accepts no annotation that would be lost on paper.
        link.setPrinted(true);
        PDActionURI open = new PDActionURI();
        open.setURI(address);
        link.setAction(open);
        page.getAnnotations().add(link);
    }
}
