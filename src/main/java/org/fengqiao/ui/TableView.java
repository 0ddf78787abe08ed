package org.fengqiao.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 表: any plain list. The first cell of a row is what an officer calls it.
///
/// @param id    unique on the page; also the anchor
/// @param title heading of the sheet
/// @param note  一句说明 at the right of the heading; may be empty
/// @param empty shown instead of the table when there are no rows
/// @param foot  a line below; may be empty
/// @param fold  whether the reader may fold it away, and whether it begins so
public record TableView(
        String id, String title, String note, List<Column> columns, List<List<Cell>> rows, EmptyView empty, String foot, Fold fold) {

    public enum Fold {
        NEVER,
        OPEN,
        FOLDED
    }


    /// @param number whether the column holds numbers and is set right
    public record Column(String title, boolean number) {}

    /// @param note a second, smaller line; may be empty
    /// @param tag  a state before the text, or null
    /// @param post an act on this row, sent as a form with the text as its button, or null
    public record Cell(String text, @Nullable String href, String note, @Nullable StateTag tag, List<Cite> basis, @Nullable String post) {

        public static Cell of(String text) {
            return new Cell(text, null, "", null, List.of(), null);
        }

        public static Cell of(String text, String note) {
            return new Cell(text, null, note, null, List.of(), null);
        }

        public static Cell link(String text, String href, String note) {
            return new Cell(text, href, note, null, List.of(), null);
        }

        public static Cell tag(ClockState state, String words) {
            return new Cell("", null, "", new StateTag(state, words), List.of(), null);
        }

        public static Cell basis(Cite... basis) {
            return new Cell("", null, "", null, List.of(basis), null);
        }

        /// Whether nothing stands in the cell; a card on a phone then leaves it out, label and all.
        public boolean blank() {
            return text.isEmpty() && note.isEmpty() && tag == null && basis.isEmpty();
        }

        /// A date or a count short enough to stand on one line.
        public boolean dated() {
            return text.length() <= 11 && text.chars().anyMatch(Character::isDigit);
        }

        /// A button in the row; it changes something, and asks once more before it does.
        public static Cell post(String text, String action) {
            return new Cell(text, null, "", null, List.of(), action);
        }
    }

    public static TableView of(String id, String title, String note, List<String> columns, List<List<Cell>> rows, String empty) {
        return new TableView(id, title, note, columns.stream().map(c -> new Column(c, false)).toList(), rows, EmptyView.of(empty), "", Fold.NEVER);
    }

    /// The same table with some columns, counted from 0, set as numbers.
    public TableView numbers(Integer... which) {
        List<Integer> numbers = List.of(which);
        List<Column> set = new java.util.ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            set.add(new Column(columns.get(i).title(), numbers.contains(i)));
        }
        return new TableView(id, title, note, List.copyOf(set), rows, empty, foot, fold);
    }

    public TableView foot(String words) {
        return new TableView(id, title, note, columns, rows, empty, words, fold);
    }

    public TableView fold(boolean folded) {
        return new TableView(id, title, note, columns, rows, empty, foot, folded ? Fold.FOLDED : Fold.OPEN);
    }

    public boolean folds() {
        return fold != Fold.NEVER;
    }
}
