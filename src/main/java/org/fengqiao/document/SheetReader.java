package org.fengqiao.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.fengqiao.document.Sheet.Block;
import org.fengqiao.document.Sheet.Cell;
import org.fengqiao.document.Sheet.Manner;
import org.fengqiao.document.Sheet.Paragraph;
import org.fengqiao.document.Sheet.Run;
import org.fengqiao.document.Sheet.Style;
import org.fengqiao.numeral.Numerals;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Reads the few elements a document may use; anything else is refused, so that all three printed forms can show everything.
record SheetReader(SealPlace seal) {

    private static final Pattern SOURCE_BREAK = Pattern.compile("[ \\t]*\\n\\s*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final String IDEOGRAPHIC_SPACE = "\u3000";

    List<Block> blocks(Element root) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                block(element, blocks);
            } else if (node instanceof Text text && !text.getData().isBlank()) {
                throw new IllegalArgumentException("text stands outside a paragraph: " + text.getData().strip());
            }
        }
        return List.copyOf(blocks);
    }

    private void block(Element element, List<Block> blocks) {
        switch (element.getTagName()) {
            case "h1" -> blocks.addAll(paragraphs(element, Style.TITLE));
            case "h2" -> blocks.addAll(paragraphs(element, Style.SECTION));
            case "p" -> {
                if (element.getAttribute("class").equals("seal")) {
                    blocks.add(new Sheet.Seal(seal.of(element.getTextContent().strip())));
                } else {
                    blocks.addAll(paragraphs(element, style(element, Style.BODY)));
                }
            }
            case "ol" -> blocks.addAll(items(element, Style.BODY));
            case "table" -> blocks.add(table(element));
            default -> throw unknown(element);
        }
    }

    private static Style style(Element element, Style otherwise) {
        String name = element.getAttribute("class");
        if (name.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(Style.values()).filter(style -> style.element.equals("p") && style.name.equals(name)).findFirst()
                .orElseThrow(() -> unknown(element));
    }

    private static List<Paragraph> items(Element list, Style style) {
        List<Paragraph> paragraphs = new ArrayList<>();
        boolean plain = list.getAttribute("class").equals("plain");
        int number = 0;
        for (Element item : elements(list, "li")) {
            number++;
            List<Paragraph> inner = paragraphs(item, style);
            String mark = plain ? number + "．" : "（" + Numerals.written(number) + "）";
            for (int i = 0; i < inner.size(); i++) {
                List<Run> runs = new ArrayList<>(inner.get(i).runs());
                if (i == 0) {
                    runs.addFirst(new Run(mark, Manner.PLAIN));
                }
                paragraphs.add(new Paragraph(style, List.copyOf(runs)));
            }
        }
        return paragraphs;
    }

    private static Sheet.Table table(Element table) {
        List<Integer> columns = BLANKS.splitAsStream(table.getAttribute("columns").strip()).filter(width -> !width.isEmpty()).map(Integer::valueOf).toList();
        if (columns.stream().mapToInt(Integer::intValue).sum() != 100) {
            throw new IllegalArgumentException("a table names the widths of its columns, 100 per cent together: columns=\"" + table.getAttribute("columns") + "\"");
        }
        List<List<Cell>> rows = elements(table, "tr").stream().map(row -> elements(row, "th", "td").stream().map(SheetReader::cell).toList()).toList();
        return new Sheet.Table(columns, rows);
    }

    private static Cell cell(Element cell) {
        boolean label = cell.getTagName().equals("th");
        List<Paragraph> paragraphs = new ArrayList<>();
        if (children(cell).isEmpty() || children(cell).stream().anyMatch(child -> child.getTagName().matches("strong|span"))) {
            paragraphs.addAll(paragraphs(cell, label || cell.getAttribute("class").equals("center") ? Style.CENTER : Style.CELL));
        } else {
            for (Element child : children(cell)) {
                switch (child.getTagName()) {
                    case "p" -> paragraphs.addAll(paragraphs(child, style(child, Style.CELL)));
                    case "ol" -> paragraphs.addAll(items(child, Style.CELL));
                    default -> throw unknown(child);
                }
            }
        }
        return new Cell(label, span(cell, "colspan"), span(cell, "rowspan"), List.copyOf(paragraphs));
    }

    private static int span(Element cell, String name) {
        String value = cell.getAttribute(name);
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    /// The paragraphs of one element: more than one where the data has line breaks, none where an optional part left nothing.
    private static List<Paragraph> paragraphs(Element element, Style style) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (Run run : runs(element, Manner.PLAIN)) {
            String[] lines = run.text().split(String.valueOf(Sheet.NEW_PARAGRAPH), -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    finish(runs, style, paragraphs);
                    runs = new ArrayList<>();
                }
                if (!lines[i].isEmpty()) {
                    runs.add(new Run(lines[i], run.manner()));
                }
            }
        }
        finish(runs, style, paragraphs);
        return paragraphs;
    }

    private static void finish(List<Run> runs, Style style, List<Paragraph> paragraphs) {
        Paragraph paragraph = new Paragraph(style, List.copyOf(runs));
        if (!paragraph.text().isBlank() || runs.stream().anyMatch(run -> run.manner() == Manner.BLANK)) {
            paragraphs.add(paragraph);
        }
    }

    private static List<Run> runs(Element element, Manner manner) {
        List<Run> runs = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text text) {
                String plain = BLANKS.matcher(SOURCE_BREAK.matcher(text.getData()).replaceAll("")).replaceAll(" ");
                if (!plain.isEmpty()) {
                    runs.add(new Run(plain, manner));
                }
            } else if (node instanceof Element child) {
                runs.addAll(inline(child));
            }
        }
        return runs;
    }

    private static List<Run> inline(Element child) {
        String name = child.getTagName() + " " + child.getAttribute("class");
        return switch (name.strip()) {
            case "strong" -> runs(child, Manner.STRONG);
            case "span date", "span number" -> runs(child, Manner.WHOLE);
            case "span blank" -> List.of(new Run(IDEOGRAPHIC_SPACE.repeat(6), Manner.BLANK));
            case "span blank short" -> List.of(new Run(IDEOGRAPHIC_SPACE.repeat(5), Manner.BLANK));
            case "span blank long" -> List.of(new Run(IDEOGRAPHIC_SPACE.repeat(14), Manner.BLANK));
            default -> throw unknown(child);
        };
    }

    private static List<Element> elements(Element parent, String... allowed) {
        List<Element> found = children(parent);
        found.stream().filter(child -> !Arrays.asList(allowed).contains(child.getTagName())).findFirst().ifPresent(child -> {
            throw unknown(child);
        });
        return found;
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static IllegalArgumentException unknown(Element element) {
        String name = element.getAttribute("class");
        return new IllegalArgumentException("documents have no <" + element.getTagName() + (name.isEmpty() ? "" : " class=\"" + name + "\"") + "> here");
    }
}
