package org.fengqiao.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// 表格: the rows of one sheet that hold anything, as they stand in the file.
public record Sheet(List<Row> rows) {

    /// @param number as the spreadsheet program shows it, from 1
    /// @param cells column, from 0 → what it holds; empty cells are left out
    public record Row(int number, SortedMap<Integer, Cell> cells) {
        Row(int number) {
            this(number, new TreeMap<>());
        }
    }

    /// 格: what one cell holds.
    public sealed interface Cell {
        record Text(String text) implements Cell {}

        record Number(BigDecimal number) implements Cell {}

        record Moment(LocalDateTime moment) implements Cell {}

        record Truth(boolean truth) implements Cell {}

        /// What it shows was computed and may be stale: nobody has stated it.
        record Formula(@Nullable Cell shown) implements Cell {}

        record Broken(String error) implements Cell {}

        /// As a person would have written it.
        default String written() {
            return switch (this) {
                case Text(String t) -> t.strip();
                case Number(var n) -> n.stripTrailingZeros().scale() <= 0 ? n.toBigInteger().toString() : n.toPlainString();
                case Moment(LocalDateTime m) -> m.toLocalTime().equals(LocalTime.MIDNIGHT) ? m.toLocalDate().toString() : m.withSecond(0).withNano(0).toString();
                case Truth(boolean b) -> b ? "是" : "否";
                case Formula(var shown) -> shown == null ? "" : shown.written();
                case Broken(String error) -> error;
            };
        }

        /// The day it names, at its time: a date cell, a date written out, or the serial number of a date in a cell without a date format.
        ///
        /// @throws DateTimeException when it names a day that no calendar has
        default Optional<LocalDateTime> time() {
            return switch (this) {
                case Moment(LocalDateTime m) -> Optional.of(m);
                case Formula(var shown) -> Optional.ofNullable(shown).flatMap(Cell::time);
                case Number(var n) when n.doubleValue() > 20_000 && n.doubleValue() < 80_000 -> Optional.of(DateUtil.getLocalDateTime(n.doubleValue(), false, true));
                default -> Days.read(written());
            };
        }
    }

    /// 写出来的日期.
    private static final class Days {
        private static final Pattern DAY =
                Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[\\sT]+(\\d{1,2}):(\\d{2})(?::\\d{2})?)?");
        private static final Pattern RUN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})()()");

        static Optional<LocalDateTime> read(String text) {
            for (Pattern pattern : List.of(DAY, RUN)) {
                Matcher m = pattern.matcher(text);
                if (m.matches()) {
                    LocalDate day = LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
                    boolean timed = m.group(4) != null && !m.group(4).isEmpty();
                    return Optional.of(timed ? day.atTime(Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5))) : day.atStartOfDay());
                }
            }
            return Optional.empty();
        }
    }

    /// 读不出: the file as a whole cannot be taken; the message says why and what to do.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String why) {
            super(why);
        }
    }

    /// The title of a column without blanks and without the mark of what must be filled in.
    public static String plain(String title) {
        return title.replaceAll("[\\s*＊\\u3000\\u00a0]", "").replace('(', '（').replace(')', '）');
    }

    /// A, B, … Z, AA: the name of a column.
    static String letters(int column) {
        String name = "";
        for (int c = column; c >= 0; c = c / 26 - 1) {
            name = (char) ('A' + c % 26) + name;
        }
        return name;
    }
}
