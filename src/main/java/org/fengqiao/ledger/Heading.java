package org.fengqiao.ledger;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.ledger.Sheet.Cell;
import org.fengqiao.procedure.Field;
import org.jspecify.annotations.Nullable;

/// 栏目: one column of a ledger's sheet: what it is called, what may stand in it and how that is typed into the form.
///
/// @param field the form field, or the name of what stands beside the form
/// @param type  how it is read; null for what stands beside the form
/// @param must  whether a row without it is incomplete
/// @param options value → title of what may be chosen; empty when anything may be written
/// @param items the columns of a list of points, which stand in one cell, a line each
record Heading(
        Kind kind, String field, String title, Field.@Nullable Type type, boolean must, String help, Map<String, String> options,
        List<Heading> items) {

    static final String TITLE = "$title";
    static final String SECOND = "$second";
    static final String PARTY = "$party";
    static final String PARTY_KIND = "$party-kind";
    static final String PARTY_ID = "$party-id";
    static final String PARTY_CONTACT = "$party-contact";
    static final String PARTY_ADDRESS = "$party-address";

    /// 栏目的来处.
    enum Kind {
        /// a field of the form
        FORM,
        /// title, parties, second officer
        BESIDE,
        /// written by an export and not read again
        SHOWN
    }

    /// 格子有误: what is wrong with a cell; the message follows the name of the column.
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String what) {
            super(what);
        }
    }

    /// What a person would have typed for this cell.
    List<String> typed(Cell cell) throws Unfit {
        if (cell instanceof Cell.Formula) {
            throw new Unfit("是公式，不能作为登记的内容；请复制后“选择性粘贴”为数值");
        }
        if (cell instanceof Cell.Broken(String error)) {
            throw new Unfit("是错误值 " + error + "，请改正");
        }
        String text = cell.written();
        if (type == null) {
            return List.of(options.isEmpty() ? text : option(text));
        }
        return switch (type) {
            case DATE -> List.of(day(cell, text).toLocalDate().toString());
            case DATE_TIME -> List.of(day(cell, text).toString());
            case YES_NO -> List.of(yesNo(text));
            case CHOICE, PERSON, MATTER, UNIT -> List.of(option(text));
            case CHOICES, PEOPLE -> several(text);
            default -> List.of(text);
        };
    }

    private static String yesNo(String text) throws Unfit {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "是", "有", "√", "y", "yes", "true", "1" -> "true";
            case "否", "无", "×", "n", "no", "false", "0" -> "false";
            default -> throw new Unfit("应当填“是”或者“否”，现在是“" + text + "”");
        };
    }

    private static LocalDateTime day(Cell cell, String text) throws Unfit {
        try {
            return cell.time().orElseThrow(() -> new Unfit("应当是日期，例如 2026-10-09，现在是“" + cut(text) + "”"));
        } catch (DateTimeException e) {
            throw new Unfit("没有“" + text + "”这一天");
        }
    }

    private String option(String text) throws Unfit {
        String chosen = find(text);
        if (chosen == null) {
            List<String> titles = List.copyOf(options.values());
            throw new Unfit("没有“" + cut(text) + "”这个选项" + (titles.isEmpty() ? "" : "；可以填："
                    + String.join("、", titles.subList(0, Math.min(8, titles.size()))) + (titles.size() > 8 ? "等" : "")));
        }
        return chosen;
    }

    private @Nullable String find(String text) {
        String wanted = text.strip();
        for (Map.Entry<String, String> o : options.entrySet()) {
            if (o.getValue().equals(wanted) || o.getKey().equals(wanted)) {
                return o.getKey();
            }
        }
        return null;
    }

    /// A title may itself hold a comma: a piece that is an option as a whole is not cut further.
    private List<String> several(String text) throws Unfit {
        List<String> all = new ArrayList<>();
        for (String piece : text.split("[;；\\n]")) {
            if (piece.isBlank()) {
                continue;
            }
            if (find(piece) != null) {
                all.add(option(piece));
                continue;
            }
            for (String one : piece.split("[、，,]")) {
                if (!one.isBlank()) {
                    all.add(option(one));
                }
            }
        }
        return all;
    }

    /// The points of a cell, a line each, the parts of a line set apart by ｜: `[0].matter` → typed.
    Map<String, List<String>> lines(Cell cell) throws Unfit {
        if (!(cell instanceof Cell.Text(String text))) {
            throw new Unfit("应当是文字，每行一项");
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        int line = 0;
        for (String one : text.split("\\R")) {
            if (one.isBlank()) {
                continue;
            }
            String[] parts = one.split("[｜|\\t]", -1);
            if (parts.length > items.size()) {
                throw new Unfit("第 " + (line + 1) + " 项有 " + parts.length + " 段，应当至多 " + items.size() + " 段");
            }
            for (int i = 0; i < parts.length; i++) {
                if (!parts[i].isBlank()) {
                    Heading item = items.get(i);
                    try {
                        all.put("[" + line + "]." + item.field(), item.typed(new Cell.Text(parts[i].strip())));
                    } catch (Unfit e) {
                        throw new Unfit("第 " + (line + 1) + " 项的“" + item.title() + "”" + e.getMessage());
                    }
                }
            }
            line++;
        }
        return all;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) > 40 ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…" : text;
    }
}
