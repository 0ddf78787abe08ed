package org.fengqiao.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// 版面: a filled document as paragraphs, tables and a seal place; all three printed forms are written from it.
///
/// @param blocks top to bottom
record Sheet(List<Block> blocks) {

    /// Longer paragraphs may be divided although a seal follows.
    private static final int SHORT = 400;

    /// Stands for a line break that came with the data; it starts a new paragraph of the same style.
    static final char NEW_PARAGRAPH = '\u2028';

    sealed interface Block {}

    record Paragraph(Style style, List<Run> runs) implements Block {
        static Paragraph of(Style style, String text) {
            return new Paragraph(style, List.of(new Run(text, Manner.PLAIN)));
        }

        String text() {
            StringBuilder out = new StringBuilder();
            runs.forEach(run -> out.append(run.text()));
            return out.toString();
        }

        Paragraph citing(Citing citing) {
            List<Citing.Cited> cited = citing.in(text());
            return cited.isEmpty() ? this : new Paragraph(style, runs.stream().collect(
                    ArrayList::new, (into, run) -> divide(run, into.stream().mapToInt(r -> r.text().length()).sum(), cited, into), List::addAll));
        }

        /// Divides a run at the ends of the words that lead somewhere.
        private static void divide(Run run, int start, List<Citing.Cited> cited, List<Run> into) {
            int done = 0;
            for (Citing.Cited one : cited) {
                int from = Math.max(one.from() - start, done);
                int to = Math.min(one.to() - start, run.text().length());
                if (from < to) {
                    add(run, done, from, null, into);
                    add(run, from, to, one.address(), into);
                    done = to;
                }
            }
            add(run, done, run.text().length(), null, into);
        }

        private static void add(Run run, int from, int to, @Nullable String address, List<Run> into) {
            if (from < to || run.text().isEmpty()) {
                into.add(new Run(run.text().substring(from, to), run.manner(), address));
            }
        }
    }

    /// @param columns widths in per cent of the text width
    record Table(List<Integer> columns, List<List<Cell>> rows) implements Block {}

    record Seal(SealPlace place) implements Block {}

    /// @param label a heading cell
    record Cell(boolean label, int columns, int rows, List<Paragraph> paragraphs) {}

    /// @param address where the words lead; null for ordinary words
    record Run(String text, Manner manner, @Nullable String address) {
        Run(String text, Manner manner) {
            this(text, manner, null);
        }
    }

    enum Manner { PLAIN, STRONG, BLANK, WHOLE }

    enum Style {
        /// 发文机关名称
        OFFICE("p", "office"),
        /// 文书标题
        TITLE("h1", ""),
        /// 文号
        NUMBER("p", "number"),
        /// 一级标题
        SECTION("h2", ""),
        /// 正文, first line indented by two characters
        BODY("p", "indent"),
        /// 主送、当事人栏, not indented
        FLUSH("p", "flush"),
        RIGHT("p", "right"),
        CENTER("p", "center"),
        /// 签名栏
        SIGN("p", "sign"),
        /// 附注, in small letters
        NOTE("p", "note"),
        /// 表格内文字
        CELL("p", "cell");

        final String element;
        final String name;

        Style(String element, String name) {
            this.element = element;
            this.name = name;
        }
    }

    /// Reads a filled template.
    ///
    /// @throws IllegalArgumentException when it is not well formed or uses an element or class that documents do not have
    static Sheet parse(String fragment, SealPlace seal) {
        return new Sheet(new SheetReader(seal).blocks(document("<document>" + fragment + "</document>").getDocumentElement()));
    }

    /// The same sheet, in which the clauses it names lead to where they are shown.
    Sheet citing(Citing citing) {
        return citing == Citing.NONE ? this : each(paragraph -> paragraph.citing(citing));
    }

    /// The same sheet as paper shows it.
    Sheet uncited() {
        return cited().isEmpty() ? this : each(p -> new Paragraph(p.style(), p.runs().stream().map(run -> new Run(run.text(), run.manner())).toList()));
    }

    /// The runs that lead somewhere, in order.
    List<Run> cited() {
        List<Run> all = new ArrayList<>();
        each(paragraph -> {
            paragraph.runs().stream().filter(run -> run.address() != null).forEach(all::add);
            return paragraph;
        });
        return all;
    }

    private Sheet each(UnaryOperator<Paragraph> change) {
        return new Sheet(blocks.stream().<Block>map(block -> switch (block) {
            case Paragraph paragraph -> change.apply(paragraph);
            case Table table -> new Table(table.columns(), table.rows().stream()
                    .map(row -> row.stream()
                            .map(cell -> new Cell(cell.label(), cell.columns(), cell.rows(), cell.paragraphs().stream().map(change).toList()))
                            .toList())
                    .toList());
            case Seal seal -> seal;
        }).toList());
    }

    private static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("the template is not well formed: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every piece of text on the sheet.
    Stream<String> texts() {
        return paragraphs().map(Paragraph::text);
    }

    Stream<Paragraph> paragraphs() {
        return blocks.stream().flatMap(block -> switch (block) {
            case Paragraph paragraph -> Stream.of(paragraph);
            case Table table -> table.rows().stream().flatMap(List::stream).flatMap(cell -> cell.paragraphs().stream());
            case Seal(SealPlace place) -> place.lines().stream().map(line -> Paragraph.of(Style.CENTER, line));
        });
    }

    /// The same sheet with every text changed.
    Sheet map(UnaryOperator<String> change) {
        return new Sheet(blocks.stream().<Block>map(block -> switch (block) {
            case Paragraph paragraph -> map(paragraph, change);
            case Table(List<Integer> columns, List<List<Cell>> rows) -> new Table(columns, rows.stream().map(row -> row.stream().map(cell -> map(cell, change)).toList()).toList());
            case Seal(SealPlace place) -> new Seal(new SealPlace(change.apply(place.office()), place.day()));
        }).toList());
    }

    private static Cell map(Cell cell, UnaryOperator<String> change) {
        return new Cell(cell.label(), cell.columns(), cell.rows(), cell.paragraphs().stream().map(paragraph -> map(paragraph, change)).toList());
    }

    private static Paragraph map(Paragraph paragraph, UnaryOperator<String> change) {
        return new Paragraph(paragraph.style(), paragraph.runs().stream().map(run -> new Run(change.apply(run.text()), run.manner(), run.address())).toList());
    }

    Sheet with(Paragraph last) {
        return new Sheet(Stream.concat(blocks.stream(), Stream.of(last)).toList());
    }

    /// 末段与署名同页: where the last paragraph before the seal begins, so that no seal stands on a page without text; -1 without any.
    static int withSeal(List<Block> blocks) {
        int seal = 0;
        while (seal < blocks.size() && !(blocks.get(seal) instanceof Seal)) {
            seal++;
        }
        for (int i = seal - 1; seal < blocks.size() && i >= Math.max(0, seal - 4); i--) {
            if (!(blocks.get(i) instanceof Paragraph paragraph)) {
                return -1;
            }
            if (paragraph.style() == Style.BODY) {
                return paragraph.text().length() > SHORT ? -1 : i;
            }
        }
        return -1;
    }
}
