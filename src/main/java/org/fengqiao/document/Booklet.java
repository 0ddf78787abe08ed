package org.fengqiao.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.digest.Sm3;

/// 文稿: a longer text such as a report, built paragraph by paragraph and printed like a document of the office.
public final class Booklet {

    private final String title;
    private final LocalDate day;
    private final List<Sheet.Block> blocks = new ArrayList<>();

    /// @param day the day the file bears
    public Booklet(String title, LocalDate day) {
        this.title = title;
        this.day = day;
    }

    /// 标题
    public Booklet title(String text) {
        return add(Sheet.Style.TITLE, text);
    }

    /// 居中的一行, such as a date under the title
    public Booklet center(String text) {
        return add(Sheet.Style.CENTER, text);
    }

    /// 一级标题
    public Booklet section(String text) {
        return add(Sheet.Style.SECTION, text);
    }

    /// 正文
    public Booklet body(String text) {
        return add(Sheet.Style.BODY, text);
    }

    /// 正文 that has to be seen: set in the face of headings.
    public Booklet strong(String text) {
        blocks.add(new Sheet.Paragraph(Sheet.Style.BODY, List.of(new Sheet.Run(text, Sheet.Manner.STRONG))));
        return this;
    }

    /// 附注, in small letters
    public Booklet note(String text) {
        return add(Sheet.Style.NOTE, text);
    }

    /// 表
    ///
    /// @param widths in per cent of the text width
    public Booklet table(List<Integer> widths, List<String> head, List<List<String>> rows) {
        List<List<Sheet.Cell>> cells = new ArrayList<>();
        cells.add(head.stream().map(h -> cell(true, h)).toList());
        rows.forEach(r -> cells.add(r.stream().map(c -> cell(false, c)).toList()));
        blocks.add(new Sheet.Table(widths, cells));
        return this;
    }

    /// 署名和日期
    public Booklet seal(String office, String date) {
        blocks.add(new Sheet.Seal(new SealPlace(office, date)));
        return this;
    }

    private Booklet add(Sheet.Style style, String text) {
        blocks.add(Sheet.Paragraph.of(style, text));
        return this;
    }

    private static Sheet.Cell cell(boolean label, String text) {
        return new Sheet.Cell(label, 1, 1, List.of(Sheet.Paragraph.of(Sheet.Style.CELL, text)));
    }

    private Sheet sheet() {
        return new Sheet(List.copyOf(blocks));
    }

    /// As one page for the browser and its printer.
    public String html() {
        return HtmlPaper.page(title, sheet(), day);
    }

    public byte[] pdf(Typefaces typefaces) {
        return new PdfPaper(typefaces).print(title, sheet(), day, Sm3.hex(html()));
    }

    public byte[] docx() {
        return new DocxPaper(title, day).print(sheet());
    }
}
