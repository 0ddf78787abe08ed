package org.fengqiao.law;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.law.TextComparison.Change;
import org.fengqiao.law.TextComparison.Piece;

/// 字句差别: the words two texts share in their order, and what came and went between them.
final class WordDifference {

    /// Shared runs shorter than this between two changes are told as changed too; nobody reads words in splinters.
    private static final int SHORTEST_KEPT = 3;
    /// Beyond this product of lengths a table of all pairs is not worth its memory; the whole is told as replaced.
    private static final long MOST_CELLS = 40_000_000;

    private WordDifference() {}

    static List<Piece> of(String before, String after) {
        int head = 0;
        while (head < before.length() && head < after.length() && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < before.length() - head && tail < after.length() - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        List<Piece> pieces = new ArrayList<>();
        add(pieces, Change.KEPT, before.substring(0, head));
        between(before.substring(head, before.length() - tail), after.substring(head, after.length() - tail), pieces);
        add(pieces, Change.KEPT, before.substring(before.length() - tail));
        return wholeNumbers(tidy(pieces));
    }

    private static void between(String before, String after, List<Piece> pieces) {
        int n = before.length();
        int m = after.length();
        if (n == 0 || m == 0 || (long) n * m > MOST_CELLS) {
            add(pieces, Change.DELETED, before);
            add(pieces, Change.INSERTED, after);
            return;
        }
        int[][] common = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                common[i][j] = before.charAt(i) == after.charAt(j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            if (i < n && j < m && before.charAt(i) == after.charAt(j)) {
                add(pieces, Change.KEPT, before.substring(i, i + 1));
                i++;
                j++;
            } else if (j == m || i < n && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, Change.DELETED, before.substring(i, i + 1));
                i++;
            } else {
                add(pieces, Change.INSERTED, after.substring(j, j + 1));
                j++;
            }
        }
    }

    private static void add(List<Piece> pieces, Change change, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().change() == change) {
            pieces.set(pieces.size() - 1, new Piece(change, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(change, text));
        }
    }

    /// Joins changes that only a character or two hold apart: first what went, then what came.
    private static List<Piece> tidy(List<Piece> pieces) {
        List<Piece> all = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean inside = i > 0 && i + 1 < pieces.size();
            if (piece.change() == Change.KEPT && !(inside && piece.text().length() < SHORTEST_KEPT)) {
                flush(all, gone, come);
                all.add(piece);
                continue;
            }
            if (piece.change() != Change.INSERTED) {
                gone.append(piece.text());
            }
            if (piece.change() != Change.DELETED) {
                come.append(piece.text());
            }
        }
        flush(all, gone, come);
        return List.copyOf(all);
    }

    /// A number is told whole: 2000 became 1800, not 20 became 18 before two zeros.
    private static List<Piece> wholeNumbers(List<Piece> pieces) {
        List<Piece> all = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.change() == Change.DELETED) {
                gone.append(piece.text());
            } else if (piece.change() == Change.INSERTED) {
                come.append(piece.text());
            } else {
                String kept = piece.text();
                int from = endsInDigit(gone) || endsInDigit(come) ? digits(kept, 0) : 0;
                gone.append(kept, 0, from);
                come.append(kept, 0, from);
                int to = from == kept.length() || i + 1 == pieces.size() ? kept.length() : kept.length() - digitsBefore(kept, pieces, i);
                to = Math.max(from, to);
                if (to > from) {
                    flush(all, gone, come);
                    all.add(new Piece(Change.KEPT, kept.substring(from, to)));
                }
                gone.append(kept.substring(to));
                come.append(kept.substring(to));
            }
        }
        flush(all, gone, come);
        return List.copyOf(all);
    }

    private static boolean endsInDigit(StringBuilder text) {
        return !text.isEmpty() && isDigit(text.charAt(text.length() - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// How many digits stand from a place on.
    private static int digits(String text, int from) {
        int to = from;
        while (to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        return to - from;
    }

    /// How many digits at the end of a kept piece belong to a number that the change after it goes on with.
    private static int digitsBefore(String kept, List<Piece> pieces, int at) {
        boolean goesOn = false;
        for (int i = at + 1; i < pieces.size() && pieces.get(i).change() != Change.KEPT; i++) {
            goesOn |= isDigit(pieces.get(i).text().charAt(0));
        }
        int from = kept.length();
        while (goesOn && from > 0 && isDigit(kept.charAt(from - 1))) {
            from--;
        }
        return kept.length() - from;
    }

    private static void flush(List<Piece> all, StringBuilder gone, StringBuilder come) {
        if (!gone.isEmpty()) {
            all.add(new Piece(Change.DELETED, gone.toString()));
        }
        if (!come.isEmpty()) {
            all.add(new Piece(Change.INSERTED, come.toString()));
        }
        gone.setLength(0);
        come.setLength(0);
    }
}
