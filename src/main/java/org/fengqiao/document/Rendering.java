package org.fengqiao.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/// 出件: prints a content as HTML, PDF or DOCX.
///
/// The same content gives the same bytes on the same machine. What is missing is refused by name ([IncompleteContent]); what no font
/// can show is marked on the paper ([#missingGlyphs]).
public final class Rendering {

    private final Templates templates;
    private final PdfPaper pdf;

    public Rendering(Templates templates, Typefaces typefaces) {
        this.templates = templates;
        this.pdf = new PdfPaper(typefaces);
    }

    /// A whole page with its own stylesheet, for the browser and its printer.
    public String html(Content content) {
        return html(content, Citing.NONE);
    }

    /// The same, with the clauses it names as links.
    public String html(Content content, Citing citing) {
        Template template = templates.of(content);
        return HtmlPaper.page(template.title(), template.sheet(content).citing(citing), content.day());
    }

    /// The document alone, as `<article class="paper">`, to stand inside a page of the platform.
    public String fragment(Content content) {
        return HtmlPaper.fragment(templates.of(content).sheet(content), content.day());
    }

    public byte[] pdf(Content content) {
        return pdf(content, Citing.NONE);
    }

    /// The same, with the clauses it names as links.
    public byte[] pdf(Content content, Citing citing) {
        Template template = templates.of(content);
        return pdf.print(template.title(), template.sheet(content).citing(citing), content.day(), content.digest());
    }

    /// How many pages a PDF has; 0 when the bytes are none.
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            return 0;
        }
    }

    /// For the office's own word processor; it names 仿宋 and 小标宋 and leaves the fonts to that machine.
    public byte[] docx(Content content) {
        return docx(content, Citing.NONE);
    }

    /// The same, with the clauses it names as links.
    public byte[] docx(Content content, Citing citing) {
        Template template = templates.of(content);
        return new DocxPaper(template.title(), content.day()).print(template.sheet(content).citing(citing));
    }

    /// The characters that the PDF of this content can only mark with 〓.
    public List<MissingGlyph> missingGlyphs(Content content) {
        return pdf.missing(templates.of(content).sheet(content));
    }
}
