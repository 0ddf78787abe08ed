package org.fengqiao.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.fengqiao.document.Sheet.Cell;
import org.fengqiao.document.Sheet.Manner;
import org.fengqiao.document.Sheet.Paragraph;
import org.fengqiao.document.Sheet.Style;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/// The sheet as DOCX, in the sizes of the PDF, naming the fonts an office's machine has.
final class DocxPaper {

    private static final String BODY_FONT = "仿宋_GB2312";
    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String SECTION_FONT = "黑体";
    private static final String NUMBER_FONT = "宋体";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final String title;
    private final LocalDate day;

    DocxPaper(String title, LocalDate day) {
        this.title = title;
        this.day = day;
    }

    byte[] print(Sheet sheet) {
        try (XWPFDocument document = new XWPFDocument()) {
            page(document);
            pageNumbers(document);
            properties(document);
            for (Sheet.Block block : sheet.blocks()) {
                switch (block) {
                    case Paragraph paragraph -> write(document.createParagraph(), paragraph, false);
                    case Sheet.Table table -> table(document, table);
                    case Sheet.Seal(SealPlace place) -> seal(document, place);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return reproducible(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(37));
        margins.setBottom(twips(35));
        margins.setLeft(twips(28));
        margins.setRight(twips(26));
        margins.setHeader(twips(15));
        margins.setFooter(twips(25));
        margins.setGutter(BigInteger.ZERO);
    }

    /// Odd pages bear their number on the right, even pages on the left, one character from the edge.
    private static void pageNumbers(XWPFDocument document) {
        document.setEvenAndOddHeadings(true);
        for (HeaderFooterType side : List.of(HeaderFooterType.DEFAULT, HeaderFooterType.EVEN)) {
            XWPFParagraph paragraph = document.createFooter(side).createParagraph();
            boolean right = side == HeaderFooterType.DEFAULT;
            paragraph.setAlignment(right ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            if (right) {
                paragraph.setIndentationRight(280);
            } else {
                paragraph.setIndentationLeft(280);
            }
            font(run(paragraph, "— "), NUMBER_FONT, 14);
            var field = paragraph.getCTP().addNewFldSimple();
            field.setInstr("PAGE");
            var shown = field.addNewR();
            shown.addNewT().setStringValue("1");
            font(shown.addNewRPr(), NUMBER_FONT, 14);
            font(run(paragraph, " —"), NUMBER_FONT, 14);
        }
    }

    private void properties(XWPFDocument document) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        Optional<Date> midnight = Optional.of(Date.from(day.atStartOfDay(SHANGHAI).toInstant()));
        core.setTitle(title);
        core.setCreator("Fengqiao");
        core.setCreated(midnight);
        core.setModified(midnight);
    }

    private static void write(XWPFParagraph target, Paragraph paragraph, boolean inTable) {
        Style style = paragraph.style();
        int size = size(style, inTable);
        target.setSpacingBefore(style == Style.SIGN ? 160 : style == Style.NOTE ? 120 : 0);
        target.setSpacingAfter(style == Style.TITLE || style == Style.NUMBER ? 280 : 0);
        target.setSpacingBetween(size == 22 ? 36 : inTable ? 18 : size == 12 ? 20 : 28, LineSpacingRule.EXACT);
        target.setAlignment(alignment(style, inTable));
        if (style == Style.BODY || style == Style.SECTION) {
            target.setFirstLineIndent(size * 2 * 20);
        }
        target.setKeepNext(style == Style.TITLE || style == Style.SECTION);
        for (Sheet.Run part : paragraph.runs()) {
            XWPFRun run = part.address() == null ? target.createRun() : target.createHyperlinkRun(part.address());
            run.setText(part.text());
            font(run, part.manner() == Manner.STRONG ? SECTION_FONT : face(style), size);
            if (part.manner() == Manner.BLANK) {
                run.setUnderline(UnderlinePatterns.SINGLE);
            }
        }
    }

    private static String face(Style style) {
        return switch (style) {
            case TITLE, OFFICE -> TITLE_FONT;
            case SECTION -> SECTION_FONT;
            default -> BODY_FONT;
        };
    }

    private static int size(Style style, boolean inTable) {
        return style == Style.TITLE || style == Style.OFFICE ? 22 : inTable || style == Style.NOTE ? 12 : 16;
    }

    private static ParagraphAlignment alignment(Style style, boolean inTable) {
        return switch (style) {
            case TITLE, OFFICE, CENTER -> ParagraphAlignment.CENTER;
            case NUMBER, RIGHT -> ParagraphAlignment.RIGHT;
            case SIGN -> inTable ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
            default -> ParagraphAlignment.BOTH;
        };
    }

    private static void table(XWPFDocument document, Sheet.Table table) {
        int textWidth = twips(210 - 28 - 26).intValue();
        List<Integer> widths = table.columns().stream().map(percent -> textWidth * percent / 100).toList();
        XWPFTable target = document.createTable();
        target.removeRow(0);
        target.setWidth(textWidth);
        target.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = target.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        // How many more rows each column is still covered by a cell from above.
        int[] covered = new int[widths.size()];
        int[] coveredBy = new int[widths.size()];
        for (List<Cell> row : table.rows()) {
            row(target.createRow(), row, widths, covered, coveredBy);
        }
        XWPFParagraph gap = document.createParagraph();
        gap.setSpacingBetween(6, LineSpacingRule.EXACT);
    }

    private static void row(XWPFTableRow target, List<Cell> row, List<Integer> widths, int[] covered, int[] coveredBy) {
        while (!target.getTableCells().isEmpty()) {
            target.removeCell(0);
        }
        target.setCantSplitRow(true);
        List<Cell> left = new ArrayList<>(row);
        int column = 0;
        while (column < widths.size() && (covered[column] > 0 || !left.isEmpty())) {
            XWPFTableCell cell = target.createCell();
            CTTcPr properties = cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
            int columns;
            if (covered[column] > 0) {
                columns = coveredBy[column];
                covered[column]--;
                width(properties, widths, column, columns);
                properties.addNewVMerge().setVal(STMerge.CONTINUE);
            } else {
                Cell source = left.removeFirst();
                columns = source.columns();
                width(properties, widths, column, columns);
                if (source.rows() > 1) {
                    covered[column] = source.rows() - 1;
                    coveredBy[column] = columns;
                    properties.addNewVMerge().setVal(STMerge.RESTART);
                }
                fill(cell, source);
            }
            properties.addNewVAlign().setVal(STVerticalJc.CENTER);
            column += columns;
        }
    }

    private static void width(CTTcPr properties, List<Integer> widths, int column, int columns) {
        int width = widths.subList(column, column + columns).stream().mapToInt(Integer::intValue).sum();
        properties.addNewTcW().setW(BigInteger.valueOf(width));
        if (columns > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
        }
    }

    private static void fill(XWPFTableCell cell, Cell source) {
        for (int i = 0; i < source.paragraphs().size(); i++) {
            XWPFParagraph paragraph = i == 0 && !cell.getParagraphs().isEmpty() ? cell.getParagraphs().getFirst() : cell.addParagraph();
            write(paragraph, source.paragraphs().get(i), true);
        }
    }

    /// The three lines are centred on each other in the right half of the page.
    private static void seal(XWPFDocument document, SealPlace place) {
        if (!document.getParagraphs().isEmpty()) {
            document.getParagraphs().getLast().setKeepNext(true);
        }
        List<String> lines = place.lines();
        for (int i = 0; i < lines.size(); i++) {
            XWPFParagraph paragraph = document.createParagraph();
            write(paragraph, Paragraph.of(Style.CENTER, lines.get(i)), false);
            paragraph.setIndentationLeft(twips(70).intValue());
            paragraph.setIndentationRight(640);
            paragraph.setSpacingBefore(i == 0 ? 560 : 0);
            paragraph.setKeepNext(i < lines.size() - 1);
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        return run;
    }

    private static void font(XWPFRun run, String name, int size) {
        font(run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr(), name, size);
    }

    private static void font(CTRPr properties, String name, int size) {
        CTFonts fonts = properties.addNewRFonts();
        fonts.setAscii(name);
        fonts.setHAnsi(name);
        fonts.setEastAsia(name);
        fonts.setCs(name);
        properties.addNewSz().setVal(BigInteger.valueOf(size * 2L));
        properties.addNewSzCs().setVal(BigInteger.valueOf(size * 2L));
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }

    /// The same parts in the order of their names with the document's own day as their time.
    private byte[] reproducible(byte[] zip) throws IOException {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(Math.max(1980, day.getYear()), day.getMonth(), day.getDayOfMonth(), 0, 0));
                to.putNextEntry(entry);
                to.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
