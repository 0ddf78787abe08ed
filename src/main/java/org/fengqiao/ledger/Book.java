package org.fengqiao.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fengqiao.calendar.Counting;
import org.fengqiao.ledger.Heading.Kind;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// 台账簿: a ledger as a spreadsheet: an empty one to fill in, or the entries, which the import takes again.
final class Book {

    /// What an export shows and an import does not read.
    static final List<String> SHOWN = List.of("编号", "登记日期", "状态");

    private static final int FILLABLE = SheetFile.MOST_ROWS;
    private static final String OPTIONS = "可选值";

    private final Definition ledger;
    private final List<Heading> headings;

    Book(Definition ledger, List<Heading> headings) {
        this.ledger = ledger;
        this.headings = headings;
    }

    /// Titles, what each column asks for, and lists to choose from.
    void template(OutputStream to) throws IOException {
        write(to, List.of());
    }

    /// The entries under the same titles.
    ///
    /// @param entries may be read by whoever asks; personal values as that person may see them
    void entries(OutputStream to, List<CaseState> entries) throws IOException {
        write(to, entries);
    }

    private void write(OutputStream to, List<CaseState> entries) throws IOException {
        List<Heading> columns = headings.stream().filter(h -> !entries.isEmpty() || h.kind() != Kind.SHOWN).toList();
        try (Workbook book = new Workbook(to, "Fengqiao", "1.0")) {
            Worksheet sheet = book.newWorksheet(ledger.title().length() > 30 ? ledger.title().substring(0, 30) : ledger.title());
            Worksheet notes = book.newWorksheet("填写说明");
            Worksheet options = book.newWorksheet(OPTIONS);
            options.setVisibilityState(VisibilityState.HIDDEN);
            for (int i = 0; i < columns.size(); i++) {
                column(sheet, options, i, columns.get(i));
            }
            for (int r = 0; r < entries.size(); r++) {
                for (int i = 0; i < columns.size(); i++) {
                    cell(sheet, r + 1, i, columns.get(i), entries.get(r));
                }
            }
            sheet.freezePane(0, 1);
            notes(notes, columns);
            sheet.finish();
            notes.finish();
            options.finish();
        }
    }

    private static void column(Worksheet sheet, Worksheet options, int at, Heading h) {
        sheet.value(0, at, h.title() + (h.must() ? "*" : ""));
        sheet.style(0, at).bold().fillColor(h.must() ? "FFF2CC" : "E7E6E6").set();
        sheet.width(at, Math.clamp(h.title().length() * 2L + 6, 14, 40));
        if (!h.help().isEmpty()) {
            sheet.comment(0, at, h.help());
        }
        if (h.type() == Field.Type.DATE) {
            sheet.range(1, at, FILLABLE, at).style().format("yyyy-mm-dd").set();
        }
        boolean single = h.type() == null || h.type() != Field.Type.CHOICES && h.type() != Field.Type.PEOPLE;
        List<String> titles = h.type() == Field.Type.YES_NO ? List.of("是", "否") : List.copyOf(h.options().values());
        for (int r = 0; r < titles.size(); r++) {
            options.value(r, at, titles.get(r));
        }
        if (single && !titles.isEmpty()) {
            String column = Sheet.letters(at);
            sheet.range(1, at, FILLABLE, at)
                    .validateWithListByFormula("'" + OPTIONS + "'!$" + column + "$1:$" + column + "$" + titles.size())
                    .allowBlank(true)
                    .showErrorMessage(true)
                    .errorTitle(h.title())
                    .error("请从列表中选择。");
        }
    }

    private void notes(Worksheet notes, List<Heading> columns) {
        List<String> titles = List.of("栏目", "必填", "怎样填", "可以填的内容");
        for (int i = 0; i < titles.size(); i++) {
            notes.value(0, i, titles.get(i));
            notes.style(0, i).bold().set();
        }
        notes.width(0, 22);
        notes.width(2, 60);
        notes.width(3, 60);
        int row = 1;
        for (Heading h : columns) {
            notes.value(row, 0, h.title());
            notes.value(row, 1, h.must() ? "必填" : "");
            notes.value(row, 2, h.help());
            notes.value(row++, 3, String.join("、", h.options().values()));
        }
        notes.value(row + 1, 0, "第一张工作表每行一条；表头不要改动，空着的栏目保持已登记的内容。凭识别栏认出已经登记的，重复导入不会登记两次。");
    }

    private void cell(Worksheet sheet, int row, int at, Heading h, CaseState entry) {
        JsonNode value = entry.facts().get(h.field());
        if (h.type() == Field.Type.DATE && value != null && value.isString()) {
            sheet.value(row, at, LocalDate.parse(value.asString()));
            sheet.style(row, at).format("yyyy-mm-dd").set();
        } else if (h.type() == Field.Type.NUMBER && value != null && value.isIntegralNumber()) {
            sheet.value(row, at, value.asLong());
        } else {
            String words = words(h, entry);
            if (!words.isEmpty()) {
                sheet.value(row, at, words);
            }
        }
    }

    private String words(Heading h, CaseState entry) {
        if (h.kind() == Kind.SHOWN) {
            return shown(h.title(), entry);
        }
        String party = entry.parties().keySet().stream().findFirst().orElse("");
        return switch (h.field()) {
            case Heading.TITLE -> entry.personal().getOrDefault("title", "");
            case Heading.SECOND -> entry.deeds().getFirst().actors().stream().skip(1).findFirst().map(a -> h.options().getOrDefault(a.person(), a.person())).orElse("");
            case Heading.PARTY -> entry.personal().getOrDefault(party + ".name", "");
            case Heading.PARTY_KIND -> party.isEmpty() ? "" : h.options().getOrDefault(entry.parties().get(party).kind(), "");
            case Heading.PARTY_ID -> entry.personal().getOrDefault(party + ".identifier", "");
            case Heading.PARTY_CONTACT -> entry.personal().getOrDefault(party + ".contact", "");
            case Heading.PARTY_ADDRESS -> entry.personal().getOrDefault(party + ".address", "");
            default -> entry.personal().containsKey(h.field())
                    ? h.items().isEmpty() ? entry.personal().get(h.field()) : words(h, read(entry.personal().get(h.field())))
                    : words(h, entry.facts().get(h.field()));
        };
    }

    private static @Nullable JsonNode read(String json) {
        try {
            return tools.jackson.databind.json.JsonMapper.shared().readTree(json);
        } catch (tools.jackson.core.JacksonException e) {
            return null;
        }
    }

    private String shown(String title, CaseState entry) {
        return switch (title) {
            case "编号" -> entry.number();
            case "登记日期" -> entry.opened().toString();
            default -> voided(entry) ? "已作废" : "有效";
        };
    }

    /// Whether a step that voids has been taken.
    boolean voided(CaseState entry) {
        return ledger.steps().values().stream().anyMatch(s -> s.effects().voids() && entry.isDone(s.id()));
    }

    /// A value of a field as the sheet writes it.
    String words(String field, @Nullable JsonNode value) {
        return headings.stream().filter(h -> h.field().equals(field)).findFirst().map(h -> words(h, value)).orElse("");
    }

    private static String words(Heading h, @Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isObject()) {
            return "";
        }
        if (!h.items().isEmpty()) {
            return value.valueStream()
                    .map(one -> h.items().stream().map(i -> words(i, one.get(i.field()))).collect(Collectors.joining("｜")).replaceAll("｜+$", ""))
                    .collect(Collectors.joining("\n"));
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(v -> all.add(title(h.options(), v.asString())));
            return String.join("；", all);
        }
        if (h.type() == Field.Type.MONEY && value.isIntegralNumber()) {
            return java.math.BigDecimal.valueOf(value.asLong(), 2).toPlainString();
        }
        if (h.type() == Field.Type.DATE_TIME) {
            OffsetDateTime at = OffsetDateTime.parse(value.asString());
            return Counting.civilDay(at) + " " + at.toLocalTime().withSecond(0).withNano(0);
        }
        return value.isBoolean() ? value.asBoolean() ? "是" : "否" : title(h.options(), value.asString());
    }

    private static String title(Map<String, String> options, String value) {
        return options.getOrDefault(value, value);
    }
}
