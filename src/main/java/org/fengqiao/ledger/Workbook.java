package org.fengqiao.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.fengqiao.ledger.Sheet.Cell;
import org.fengqiao.ledger.Sheet.Row;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.jspecify.annotations.Nullable;

/// xlsx 工作簿: reads the first sheet in one pass, with what each cell is and not only what it shows.
final class Workbook {

    private static final int LONGEST_NUMBER = 60;

    private final byte[] bytes;

    Workbook(byte[] bytes) {
        this.bytes = bytes;
    }

    Sheet first() throws IOException, Unreadable {
        // The parts the package names are read, the same that were measured, each only when it is asked for.
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
                OPCPackage opened = OPCPackage.open(new ZipFileZipEntrySource(zip))) {
            XSSFReader reader = new XSSFReader(opened);
            boolean since1904;
            try (InputStream book = reader.getWorkbookData()) {
                since1904 = since1904(book);
            }
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                return new Sheet(List.of());
            }
            try (InputStream sheet = sheets.next()) {
                return new Reading(xml(sheet), reader.getSharedStringsTable(), reader.getStylesTable(), since1904).sheet();
            }
        } catch (OpenXML4JException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    private static boolean since1904(InputStream in) throws XMLStreamException {
        XMLStreamReader x = xml(in);
        while (x.hasNext()) {
            if (x.next() == XMLStreamConstants.START_ELEMENT && x.getLocalName().equals("workbookPr")) {
                String value = x.getAttributeValue(null, "date1904");
                return "1".equals(value) || "true".equals(value);
            }
        }
        return false;
    }

    /// One pass over the sheet.
    private record Reading(XMLStreamReader x, SharedStrings strings, @Nullable StylesTable styles, boolean since1904) {

        Sheet sheet() throws XMLStreamException, Unreadable {
            List<Row> rows = new ArrayList<>();
            int next = 1;
            while (x.hasNext()) {
                if (x.next() == XMLStreamConstants.START_ELEMENT && x.getLocalName().equals("row")) {
                    String number = x.getAttributeValue(null, "r");
                    Row row = new Row(number == null ? next : Integer.parseInt(number));
                    next = row.number() + 1;
                    cells(row);
                    SheetFile.add(rows, row);
                }
            }
            return new Sheet(rows);
        }

        private void cells(Row row) throws XMLStreamException {
            int next = 0;
            while (true) {
                int event = x.next();
                if (event == XMLStreamConstants.END_ELEMENT && x.getLocalName().equals("row")) {
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT && x.getLocalName().equals("c")) {
                    String at = x.getAttributeValue(null, "r");
                    int column = at == null ? next : column(at);
                    next = column + 1;
                    Cell cell = cell();
                    if (cell != null) {
                        row.cells().put(column, cell);
                    }
                }
            }
        }

        private @Nullable Cell cell() throws XMLStreamException {
            String type = x.getAttributeValue(null, "t");
            String style = x.getAttributeValue(null, "s");
            StringBuilder value = new StringBuilder();
            boolean formula = false;
            boolean reads = false;
            while (true) {
                int event = x.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    formula |= x.getLocalName().equals("f");
                    reads = x.getLocalName().equals("v") || x.getLocalName().equals("t");
                    if (x.getLocalName().equals("rPh")) {
                        skip("rPh");
                    }
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    if (reads) {
                        value.append(x.getText());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    reads = false;
                    if (x.getLocalName().equals("c")) {
                        Cell shown = cell(type == null ? "n" : type, style, value.toString());
                        return formula ? new Cell.Formula(shown) : shown;
                    }
                }
            }
        }

        /// Readings of Chinese characters beside the text are no part of it.
        private void skip(String element) throws XMLStreamException {
            while (!(x.next() == XMLStreamConstants.END_ELEMENT && x.getLocalName().equals(element))) {
                continue;
            }
        }

        private @Nullable Cell cell(String type, @Nullable String style, String value) {
            if (value.isBlank()) {
                return null;
            }
            return switch (type) {
                case "s" -> text(strings.getItemAt(Integer.parseInt(value.strip())).getString());
                case "inlineStr", "str" -> text(value);
                case "b" -> new Cell.Truth(value.strip().equals("1"));
                case "e" -> new Cell.Broken(value.strip());
                case "d" -> new Cell.Moment(LocalDateTime.parse(value.strip().length() > 10 ? value.strip() : value.strip() + "T00:00"));
                default -> number(value.strip(), style);
            };
        }

        private static @Nullable Cell text(String text) {
            return text.isBlank() ? null : new Cell.Text(text.strip());
        }

        /// A spreadsheet keeps fifteen digits; a number with an exponent beyond any sum would be written out for hours.
        private Cell number(String value, @Nullable String style) {
            BigDecimal number = value.length() > LONGEST_NUMBER ? null : new BigDecimal(value);
            if (number == null || Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER || number.scale() > 400) {
                return new Cell.Broken("#NUM!");
            }
            double serial = number.doubleValue();
            return style != null && isDate(Integer.parseInt(style)) && DateUtil.isValidExcelDate(serial)
                    ? new Cell.Moment(DateUtil.getLocalDateTime(serial, since1904, true))
                    : new Cell.Number(number);
        }

        /// The formats 27 to 36 and 50 to 58 are dates of Chinese spreadsheet programs and carry no pattern.
        private boolean isDate(int index) {
            if (styles == null || index >= styles.getNumCellStyles()) {
                return false;
            }
            XSSFCellStyle style = styles.getStyleAt(index);
            int format = style.getDataFormat();
            return format >= 27 && format <= 36 || format >= 50 && format <= 58
                    || DateUtil.isADateFormat(format, style.getDataFormatString());
        }

        private static int column(String at) {
            int column = 0;
            for (int i = 0; i < at.length() && Character.isLetter(at.charAt(i)); i++) {
                column = column * 26 + at.charAt(i) - 'A' + 1;
            }
            return column - 1;
        }
    }
}
