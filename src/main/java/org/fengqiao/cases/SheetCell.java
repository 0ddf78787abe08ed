package org.fengqiao.cases;

/// 表格的格: a text as one cell of a comma separated file that spreadsheet programs open.
public final class SheetCell {

    /// What makes a spreadsheet program take a text for a formula, also in the wide forms it accepts in Chinese.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠|%";

    private SheetCell() {}

    /// Quoted; a text that would be taken for a formula is led by an apostrophe, so that it is shown and not run.
    public static String quoted(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
