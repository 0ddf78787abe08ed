package org.fengqiao.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.StepForm;
import org.fengqiao.ledger.Heading.Kind;
import org.fengqiao.ledger.Sheet.Cell;
import org.fengqiao.ledger.Sheet.Row;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.procedure.Act;
import org.fengqiao.procedure.Definition;
import org.fengqiao.procedure.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/// 逐行读取: what stands in a row as a person would have typed it into the form.
final class Entries {

    private final Definition definition;
    private final List<Heading> headings;
    private final Map<Integer, Heading> columns = new LinkedHashMap<>();
    private final int headingRow;

    /// Finds the columns by the titles in the first row.
    ///
    /// @throws Unreadable naming every column that is unknown, stands twice or is missing
    Entries(Definition definition, List<Heading> headings, Sheet sheet) throws Unreadable {
        this.definition = definition;
        this.headings = headings;
        Row first = sheet.rows().getFirst();
        this.headingRow = first.number();
        List<String> wrong = new ArrayList<>();
        Set<Heading> found = new LinkedHashSet<>();
        first.cells().forEach((at, cell) -> {
            String title = cell instanceof Cell.Text(String text) ? Sheet.plain(text) : "";
            Heading heading = headings.stream().filter(h -> Sheet.plain(h.title()).equals(title)).findFirst().orElse(null);
            String place = Sheet.letters(at) + "列";
            if (heading == null) {
                wrong.add(place + "“" + shown(cell) + "”不是这个台账的栏目");
            } else if (!found.add(heading)) {
                wrong.add(place + "“" + heading.title() + "”出现了两次");
            } else {
                columns.put(at, heading);
            }
        });
        List<String> lacking = headings.stream().filter(h -> h.must() && !found.contains(h)).map(h -> "“" + h.title() + "”").toList();
        if (!lacking.isEmpty()) {
            wrong.add("缺少" + String.join("、", lacking) + (lacking.size() == 1 ? "一列" : "，共 " + lacking.size() + " 列"));
        }
        if (!wrong.isEmpty()) {
            throw new Unreadable("第 " + first.number() + " 行的表头与台账对不上：" + String.join("；", wrong) + "。请用本台账的模板。");
        }
    }

    private static String shown(Cell cell) {
        return cell instanceof Cell.Text(String text) ? text : cell instanceof Cell.Number(var n) ? n.toPlainString() : "不是文字";
    }

    /// 一行: an entry as typed, with what could not be read.
    ///
    /// @param given the fields in which the row says anything
    record Entry(
            int row, String title, ObjectNode data, List<Act.NewParty> parties, @Nullable String second, Map<String, String> faults,
            Set<String> given) {}

    boolean isHeading(Row row) {
        return row.number() == headingRow;
    }

    /// The column of a field, as a person finds it: C列“学习日期”.
    String place(String field) {
        for (Map.Entry<Integer, Heading> c : columns.entrySet()) {
            if (field.equals(c.getValue().field())) {
                return Sheet.letters(c.getKey()) + "列“" + c.getValue().title() + "”";
            }
        }
        return headings.stream().filter(h -> field.equals(h.field())).findFirst().map(h -> "“" + h.title() + "”").orElse("");
    }

    Entry read(Row row) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        Set<String> given = new LinkedHashSet<>();
        row.cells().forEach((at, cell) -> {
            Heading heading = columns.get(at);
            if (heading == null) {
                faults.put(Sheet.letters(at), "这一列没有表头");
            } else if (heading.kind() != Kind.SHOWN && !(cell instanceof Cell.Text(String text) && text.equals(Cases.RESTRICTED))) {
                try {
                    take(heading, cell, typed, beside);
                    given.add(heading.field());
                } catch (Heading.Unfit e) {
                    faults.put(heading.field(), e.getMessage());
                }
            }
        });
        StepForm.Typed form = StepForm.read(definition.opening(), typed);
        form.errors().forEach((name, error) -> faults.putIfAbsent(field(name), error));
        faults.keySet().forEach(form.data()::remove);
        List<Act.NewParty> parties = party(beside);
        String title = beside.getOrDefault(Heading.TITLE, title(form.data()));
        return new Entry(row.number(), title, form.data(), parties, beside.get(Heading.SECOND), faults, given);
    }

    /// `data.matters[0].due` belongs to the column of the matters.
    private static String field(String name) {
        String field = name.substring(StepForm.name("").length());
        return field.contains("[") ? field.substring(0, field.indexOf('[')) : field;
    }

    private static void take(Heading heading, Cell cell, MultiValueMap<String, String> typed, Map<String, String> beside) throws Heading.Unfit {
        if (heading.kind() == Kind.BESIDE) {
            beside.put(heading.field(), heading.typed(cell).getFirst());
        } else if (heading.items().isEmpty()) {
            typed.put(StepForm.name(heading.field()), heading.typed(cell));
        } else {
            heading.lines(cell).forEach((item, values) -> typed.put(StepForm.name(heading.field()) + item, values));
        }
    }

    private List<Act.NewParty> party(Map<String, String> beside) {
        String name = beside.get(Heading.PARTY);
        return name == null
                ? List.of()
                : List.of(new Act.NewParty(
                        beside.getOrDefault(Heading.PARTY_KIND, definition.parties().kinds().getFirst()), name,
                        beside.get(Heading.PARTY_ID), beside.get(Heading.PARTY_CONTACT), beside.get(Heading.PARTY_ADDRESS),
                        definition.parties().roles().keySet().stream().findFirst().orElse(null), null));
    }

    /// What an entry is called when the row gives it no name: its first plain text, else the ledger.
    private String title(ObjectNode data) {
        String text = definition.opening().form().fields().stream()
                .filter(f -> f.type() == Field.Type.TEXT && f.required() && !f.personal())
                .map(f -> data.path(f.id()).asString("").strip())
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
        String title = definition.title() + (text.isEmpty() ? "" : "：" + text);
        return title.codePointCount(0, title.length()) > 60 ? title.substring(0, title.offsetByCodePoints(0, 59)) + "…" : title;
    }
}
