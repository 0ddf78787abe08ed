package org.fengqiao.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.document.Sheet.Cell;
import org.fengqiao.document.Sheet.Paragraph;
import org.fengqiao.document.Sheet.Run;
import org.fengqiao.document.Sheet.Style;

/// The sheet as XHTML: for the screen, for the browser's printer, and as what the PDF is laid out from.
final class HtmlPaper {

    /// The fonts an office's own machine has, by both names they go under, then what other systems have instead.
    private static final String SCREEN_FONTS = """
            body { font-family: FangSong_GB2312, "仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", serif; }
            h1, .office { font-family: "方正小标宋简体", FZXiaoBiaoSong-B05S, "Noto Serif CJK SC", serif; }
            h2, strong, th { font-family: SimHei, "黑体", STHeiti, "Noto Sans CJK SC", sans-serif; }
            """;
    private static final String STYLESHEET = resource("paper.css");

    private HtmlPaper() {}

    /// A whole page.
    static String page(String title, Sheet sheet, LocalDate day) {
        return page(title, sheet, day, SCREEN_FONTS + resource("screen.css"));
    }

    static String page(String title, Sheet sheet, LocalDate day, String fonts) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>" + escaped(title) + "</title>\n<style>\n"
                + STYLESHEET + fonts + "</style>\n</head>\n<body>\n" + fragment(sheet, day) + "</body>\n</html>\n";
    }

    /// The document alone, to stand inside a page of the platform; it says which day counts for what it cites.
    static String fragment(Sheet sheet, LocalDate day) {
        StringBuilder out = new StringBuilder("<article class=\"paper\" data-day=\"" + day + "\">\n");
        int together = Sheet.withSeal(sheet.blocks());
        for (int i = 0; i < sheet.blocks().size(); i++) {
            if (i == together) {
                out.append("<div class=\"together\">\n");
            }
            Sheet.Block block = sheet.blocks().get(i);
            switch (block) {
                case Paragraph paragraph -> paragraph(paragraph, out);
                case Sheet.Table table -> table(table, out);
                case Sheet.Seal(SealPlace place) -> seal(place, out);
            }
            if (together >= 0 && block instanceof Sheet.Seal) {
                out.append("</div>\n");
            }
        }
        return out.append("</article>\n").toString();
    }

    private static void paragraph(Paragraph paragraph, StringBuilder out) {
        Style style = paragraph.style();
        out.append('<').append(style.element);
        if (!style.name.isEmpty()) {
            out.append(" class=\"").append(style.name).append('"');
        }
        out.append('>');
        paragraph.runs().forEach(run -> run(run, out));
        out.append("</").append(style.element).append(">\n");
    }

    private static void run(Run run, StringBuilder out) {
        String text = escaped(run.text());
        if (run.address() != null) {
            out.append("<a href=\"").append(escaped(run.address()).replace("\"", "&quot;")).append("\">");
        }
        out.append(switch (run.manner()) {
            case PLAIN -> text;
            case STRONG -> "<strong>" + text + "</strong>";
            case BLANK -> "<span class=\"blank\">" + text + "</span>";
            case WHOLE -> "<span class=\"whole\">" + text + "</span>";
        });
        if (run.address() != null) {
            out.append("</a>");
        }
    }

    private static void table(Sheet.Table table, StringBuilder out) {
        out.append("<table>\n<colgroup>");
        table.columns().forEach(width -> out.append("<col style=\"width: ").append(width).append("%\"/>"));
        out.append("</colgroup>\n<tbody>\n");
        for (List<Cell> row : table.rows()) {
            out.append("<tr>");
            for (Cell cell : row) {
                String element = cell.label() ? "th" : "td";
                out.append('<').append(element);
                if (cell.columns() > 1) {
                    out.append(" colspan=\"").append(cell.columns()).append('"');
                }
                if (cell.rows() > 1) {
                    out.append(" rowspan=\"").append(cell.rows()).append('"');
                }
                out.append('>');
                cell.paragraphs().forEach(paragraph -> paragraph(paragraph, out));
                out.append("</").append(element).append('>');
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static void seal(SealPlace place, StringBuilder out) {
        out.append("<div class=\"seal-place\">");
        place.lines().forEach(line -> out.append("<p>").append(escaped(line)).append("</p>"));
        out.append("</div>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPaper.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The stylesheet " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
