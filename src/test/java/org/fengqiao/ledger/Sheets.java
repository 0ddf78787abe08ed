package org.fengqiao.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Spreadsheets as an officer's program writes them, by another maker than the one the product writes with.
final class Sheets {

    private Sheets() {}

    /// A text that the cell shall hold as a formula.
    record Formula(String text) {}

    static byte[] of(List<Object>... rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            for (int r = 0; r < rows.length; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows[r].size(); c++) {
                    cell(row.createCell(c), rows[r].get(c), day);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void cell(Cell cell, Object value, CellStyle day) {
        switch (value) {
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            case Integer number -> cell.setCellValue(number);
            case Double number -> cell.setCellValue(number);
            case Boolean truth -> cell.setCellValue(truth);
            case Formula formula -> cell.setCellFormula(formula.text());
            default -> cell.setCellValue(value.toString());
        }
    }
}
