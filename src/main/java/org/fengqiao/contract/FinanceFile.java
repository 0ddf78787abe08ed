package org.fengqiao.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fengqiao.contract.FinanceLine.Kind;
import org.fengqiao.ledger.Sheet;
import org.fengqiao.ledger.Sheet.Cell;
import org.fengqiao.ledger.Sheet.Row;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.jspecify.annotations.Nullable;

/// 财务台账文件: contracts or payments as the finance office hands them over; the columns are found by their headings.
///
/// The sheet is the finance office's own, without a template: titles may stand above the headings, and sums below the lines. A sum
/// that a formula shows is taken, since it is held against the reviews and not entered as a fact.
///
/// @param lines  what could be read
/// @param faults by row, what is wrong with the others
record FinanceFile(Kind kind, List<FinanceLine> lines, Map<Integer, String> faults) {

    private static final int HEADINGS_WITHIN = 10;

    /// What somebody writes for a sum of money; an exponent of ten would be counted out for hours.
    private static final Pattern SUM = Pattern.compile("[-+]?\\d{1,15}(?:\\.\\d{0,9})?");

    /// 栏目, with the words by which finance offices call it.
    private enum Column {
        NUMBER("合同编号", "合同号", "合同文号"),
        VOUCHER("凭证号", "凭证编号", "付款单号", "支付令号", "支付凭证号"),
        PARTY("对方单位", "对方名称", "收款单位", "收款人", "收款方", "供应商", "供应商名称", "相对方", "乙方"),
        TITLE("合同名称", "项目名称", "摘要", "用途", "名称"),
        AMOUNT("合同金额", "金额", "付款金额", "支付金额"),
        DAY("签订日期", "签署日期", "签约日期", "付款日期", "支付日期", "日期");

        private final List<String> words;

        Column(String... words) {
            this.words = List.of(words);
        }

        boolean isCalled(String heading) {
            return words.contains(this == AMOUNT ? heading.replaceFirst("（(万)?元）$", "") : heading);
        }
    }

    /// Where the columns stand.
    ///
    /// @param digits how many places an amount moves to be in fen
    private record Columns(int row, Kind kind, Map<Column, Integer> at, int digits) {

        static Optional<Columns> of(Row row) {
            Map<Column, Integer> at = new EnumMap<>(Column.class);
            Map<Integer, String> headings = new LinkedHashMap<>();
            row.cells().forEach((i, cell) -> headings.put(i, Sheet.plain(cell.written())));
            for (Column column : Column.values()) {
                headings.entrySet().stream().filter(h -> column.isCalled(h.getValue())).findFirst().ifPresent(h -> at.put(column, h.getKey()));
            }
            if (!at.containsKey(Column.PARTY) || !at.containsKey(Column.AMOUNT) || !at.containsKey(Column.DAY)) {
                return Optional.empty();
            }
            boolean pays = at.containsKey(Column.VOUCHER) || headings.values().stream().anyMatch(h -> h.contains("付款") || h.contains("支付") || h.contains("收款"));
            int digits = headings.get(at.get(Column.AMOUNT)).endsWith("（万元）") ? 6 : 2;
            return Optional.of(new Columns(row.number(), pays ? Kind.PAYMENT : Kind.CONTRACT, at, digits));
        }

        @Nullable Cell cell(Row row, Column column) {
            return row.cells().get(at.getOrDefault(column, -1));
        }

        String text(Row row, Column column) {
            Cell cell = cell(row, column);
            return cell == null ? "" : cell.written();
        }

        Optional<Long> amount(Row row) {
            String text = text(row, Column.AMOUNT);
            String sum = text.replaceAll("[,，¥￥元万\\s]", "");
            try {
                return SUM.matcher(sum).matches()
                        ? Optional.of(new BigDecimal(sum).movePointRight(text.endsWith("万元") ? 6 : digits).setScale(0, RoundingMode.HALF_UP).longValueExact())
                        : Optional.empty();
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }

        Optional<LocalDate> day(Row row) {
            try {
                return Optional.ofNullable(cell(row, Column.DAY)).flatMap(Cell::time).map(LocalDateTime::toLocalDate);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    static FinanceFile of(Sheet sheet) throws Unreadable {
        Columns columns = sheet.rows().stream()
                .limit(HEADINGS_WITHIN)
                .flatMap(row -> Columns.of(row).stream())
                .findFirst()
                .orElseThrow(() -> new Unreadable("没有找到表头。合同台账要有对方单位、金额、签订日期三栏，付款台账要有收款单位、金额、付款日期三栏；合同编号、凭证号、名称有就一并读入。"));
        FinanceFile file = new FinanceFile(columns.kind(), new ArrayList<>(), new LinkedHashMap<>());
        Map<String, Integer> seen = new HashMap<>();
        sheet.rows().stream().filter(row -> row.number() > columns.row() && !sums(row)).forEach(row -> file.read(row, columns, seen));
        return file;
    }

    private static boolean sums(Row row) {
        Cell first = row.cells().get(0);
        return first != null && first.written().matches("合 *计|总 *计|小 *计");
    }

    private void read(Row row, Columns columns, Map<String, Integer> seen) {
        String party = columns.text(row, Column.PARTY);
        Long amount = columns.amount(row).orElse(null);
        LocalDate day = columns.day(row).orElse(null);
        if (party.isEmpty() || amount == null || day == null) {
            faults.put(row.number(), party.isEmpty() ? "没有对方单位"
                    : amount == null ? "金额“" + columns.text(row, Column.AMOUNT) + "”读不出数字" : "日期“" + columns.text(row, Column.DAY) + "”读不出");
            return;
        }
        String number = columns.text(row, Column.NUMBER);
        String title = columns.text(row, Column.TITLE);
        String own = kind == Kind.PAYMENT ? columns.text(row, Column.VOUCHER) : number;
        // A voucher may pay several; lines without a number are known by what they say.
        String key = own.isEmpty() ? party + " " + day + " " + amount + " " + title : own;
        int times = seen.merge(key, 1, Integer::sum);
        if (times > 1 && kind == Kind.CONTRACT && !own.isEmpty()) {
            faults.put(row.number(), "合同编号“" + own + "”在前面已经出现过");
            return;
        }
        lines.add(FinanceLine.fresh(kind, times == 1 ? key : key + " #" + times, number, party, title, amount, day, row.number()));
    }
}
