package org.fengqiao.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.fengqiao.contract.FinanceLine.Kind;

/// 财务台账文件: contracts or payments from a spreadsheet (.xlsx, .csv); the columns are found by their headings.
final class FinanceFile {

    private static final Map<String, List<String>> HEADINGS = headings();
    /// What somebody writes for a sum of money; an exponent of ten would be counted out for hours.
    private static final Pattern SUM = Pattern.compile("[-+]?\\d{1,15}(?:\\.\\d{0,9})?");
    static final int MOST_BYTES = 10 << 20;
    private static final long MOST_UNPACKED = 100L << 20;
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?.*");

    private FinanceFile() {}

    /// What was read: good lines, and by line what is wrong with the others.
    record Read(Kind kind, List<FinanceLine> lines, Map<Integer, String> faults) {}

    /// A file that is refused as a whole, with the sentence for whoever brought it.
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String sentence) {
            super(sentence);
        }
    }

    private static Map<String, List<String>> headings() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("number", List.of("合同编号", "合同号", "合同文号"));
        all.put("voucher", List.of("凭证号", "凭证编号", "付款单号", "支付令号", "支付凭证号"));
        all.put("party", List.of("对方单位", "对方名称", "收款单位", "收款人", "收款方", "供应商", "供应商名称", "相对方", "乙方"));
        all.put("title", List.of("合同名称", "项目名称", "摘要", "用途", "名称"));
        all.put("amount", List.of("合同金额", "金额", "付款金额", "支付金额", "合同金额（元）", "金额（元）", "付款金额（元）"));
        all.put("day", List.of("签订日期", "签署日期", "签约日期", "付款日期", "支付日期", "日期"));
        return all;
    }

    static Read read(String name, byte[] bytes) throws Unfit {
        if (bytes.length > MOST_BYTES) {
            throw new Unfit("文件超过 10 MB，请分成几份导入。");
        }
        List<List<String>> rows = name.toLowerCase(Locale.ROOT).matches(".*\\.xlsx?") ? sheet(bytes) : text(bytes);
        for (int i = 0; i < Math.min(rows.size(), 10); i++) {
            Map<String, Integer> columns = columns(rows.get(i));
            if (columns.containsKey("party") && columns.containsKey("amount") && columns.containsKey("day")) {
                Kind kind = columns.containsKey("voucher") || rows.get(i).stream().anyMatch(h -> h.contains("付款") || h.contains("支付") || h.contains("收款")) ? Kind.PAYMENT : Kind.CONTRACT;
                return lines(kind, rows, i, columns);
            }
        }
        throw new Unfit("没有找到表头。合同台账要有对方单位、金额、签订日期三栏，付款台账要有收款单位、金额、付款日期三栏；合同编号、凭证号、名称有就一并读入。");
    }

    private static Map<String, Integer> columns(List<String> heads) {
        Map<String, Integer> columns = new HashMap<>();
        HEADINGS.forEach((field, words) -> {
            for (int c = 0; c < heads.size() && !columns.containsKey(field); c++) {
                String head = heads.get(c).replaceAll("[\\s　]", "").replace('(', '（').replace(')', '）');
                if (words.contains(head)) {
                    columns.put(field, c);
                }
            }
        });
        return columns;
    }

    private static Read lines(Kind kind, List<List<String>> rows, int head, Map<String, Integer> columns) {
        List<FinanceLine> lines = new ArrayList<>();
        Map<Integer, String> faults = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        boolean tenThousand = rows.get(head).stream().anyMatch(h -> h.contains("金额") && h.contains("万元"));
        for (int i = head + 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().allMatch(String::isBlank) || row.getFirst().strip().matches("合 *计|总 *计|小 *计")) {
                continue;
            }
            String party = cell(row, columns, "party");
            Long amount = amount(cell(row, columns, "amount"), tenThousand);
            LocalDate day = day(cell(row, columns, "day"));
            if (party.isEmpty() || amount == null || day == null) {
                faults.put(i + 1, party.isEmpty() ? "没有对方单位" : amount == null ? "金额“" + cell(row, columns, "amount") + "”读不出数字" : "日期“" + cell(row, columns, "day") + "”读不出");
                continue;
            }
            String number = cell(row, columns, "number");
            String own = kind == Kind.PAYMENT ? cell(row, columns, "voucher") : number;
            // A voucher may pay several; lines without a number are known by what they say.
            String key = own.isEmpty() ? party + " " + day + " " + amount + " " + cell(row, columns, "title") : own;
            int times = seen.merge(key, 1, Integer::sum);
            if (times > 1 && kind == Kind.CONTRACT && !own.isEmpty()) {
                faults.put(i + 1, "合同编号“" + own + "”在前面已经出现过");
                continue;
            }
            lines.add(FinanceLine.fresh(kind, times == 1 ? key : key + " #" + times, number, party, cell(row, columns, "title"), amount, day, i + 1));
        }
        return new Read(kind, lines, faults);
    }

    private static String cell(List<String> row, Map<String, Integer> columns, String field) {
        Integer c = columns.get(field);
        return c == null || c >= row.size() ? "" : row.get(c).strip();
    }

    private static @org.jspecify.annotations.Nullable Long amount(String text, boolean tenThousand) {
        try {
            boolean unit = text.endsWith("万元");
            String digits = text.replaceAll("[,，¥￥元万\\s]", "");
            if (!SUM.matcher(digits).matches()) {
                return null;
            }
            return new BigDecimal(digits).movePointRight(tenThousand || unit ? 6 : 2).setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        try {
            return day.matches() ? LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<List<String>> sheet(byte[] bytes) throws Unfit {
        measure(bytes);
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            DataFormatter shown = new DataFormatter(Locale.ROOT);
            List<List<String>> rows = new ArrayList<>();
            for (int r = 0; r <= book.getSheetAt(0).getLastRowNum(); r++) {
                Row row = book.getSheetAt(0).getRow(r);
                List<String> cells = new ArrayList<>();
                for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
                    cells.add(value(row.getCell(c), shown));
                }
                rows.add(cells.isEmpty() ? List.of("") : cells);
            }
            return rows;
        } catch (EncryptedDocumentException e) {
            throw new Unfit("表格设有打开密码，读不出内容；请去掉密码后再导入。");
        } catch (IOException | RuntimeException e) {
            throw new Unfit("表格打不开；请另存为 .xlsx 或者 .csv。");
        }
    }

    /// Unpacks without keeping anything: what is small outside may be huge inside.
    private static void measure(byte[] bytes) throws Unfit {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MOST_UNPACKED) {
                        throw new Unfit("文件展开以后过大，不予读取；只留台账一张表，另存为新文件再导入。");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unfit("表格打不开；请另存为 .xlsx 或者 .csv。");
        }
    }

    /// A number keeps all its digits and a day is written out, however the sheet shows them.
    private static String value(@org.jspecify.annotations.Nullable Cell cell, DataFormatter shown) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.NUMERIC) {
            return DateUtil.isCellDateFormatted(cell)
                    ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                    : new BigDecimal(String.valueOf(cell.getNumericCellValue())).stripTrailingZeros().toPlainString();
        }
        return type == CellType.STRING ? cell.getStringCellValue() : shown.formatCellValue(cell);
    }

    private static List<List<String>> text(byte[] bytes) throws Unfit {
        for (Charset encoding : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf('\0') < 0) {
                    return separated(text.startsWith("\uFEFF") ? text.substring(1) : text);
                }
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new Unfit("文件读不出文字；请用 .xlsx，或者 UTF-8、GB18030 的 .csv。");
    }

    private static List<List<String>> separated(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    value.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\t' || c == '\n') {
                row.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                value.append(c);
            }
        }
        if (!value.isEmpty() || !row.isEmpty()) {
            row.add(value.toString());
            rows.add(row);
        }
        return rows;
    }
}
