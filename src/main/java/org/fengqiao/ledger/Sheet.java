package org.fengqiao.ledger;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// 表格: the rows of one sheet that hold anything, as they stand in the file.
record Sheet(List<Row> rows) {

    /// @param number as the spreadsheet program shows it, from 1
    /// @param cells column, from 0 → what it holds; empty cells are left out
    record Row(int number, SortedMap<Integer, Cell> cells) {
        Row(int number) {
            this(number, new TreeMap<>());
        }
    }

    /// 格: what one cell holds.
    sealed interface Cell {
        record Text(String text) implements Cell {}

        record Number(BigDecimal number) implements Cell {}

        record Moment(LocalDateTime moment) implements Cell {}

        record Truth(boolean truth) implements Cell {}

        /// What it shows was computed and may be stale: nobody has stated it.
        record Formula() implements Cell {}

        record Broken(String error) implements Cell {}
    }

    /// 读不出: the file as a whole cannot be taken; the message says why and what to do.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
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
