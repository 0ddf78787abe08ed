package org.fengqiao.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fengqiao.contract.Redline.Kind;
import org.fengqiao.contract.Redline.Row;
import org.fengqiao.law.TextComparison.Change;
import org.fengqiao.law.TextComparison.Piece;

/// 修订稿: the comparison as a Word file with tracked changes; accepting all gives the newer draft, refusing all the older one.
///
/// A moved clause is deleted where it stood and inserted where it stands, so that both drafts come out whole.
final class RedlineWord {

    private static final String TYPES = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    private static final String FONT = "<w:rFonts w:ascii=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\"/><w:sz w:val=\"28\"/>";

    private final String author;
    private final String day;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder runs = new StringBuilder();
    private int mark;

    private RedlineWord(String author, LocalDate day) {
        this.author = escaped(author);
        this.day = day + "T00:00:00Z";
    }

    /// @param author whom Word names as the one who made the changes
    static byte[] of(Redline redline, String author, LocalDate day) {
        RedlineWord word = new RedlineWord(author, day);
        for (List<Piece> pieces : parts(redline)) {
            pieces.forEach(word::piece);
        }
        if (!word.runs.isEmpty()) {
            word.paragraph(Change.KEPT);
        }
        return word.packed();
    }

    /// The pieces in an order in which both drafts can be read off: moved clauses twice, each at its place.
    private static List<List<Piece>> parts(Redline redline) {
        List<Row> moved = redline.rows().stream()
                .filter(RedlineWord::isMoved)
                .sorted(Comparator.comparingInt((Row r) -> r.before() == null ? 0 : r.before().place()))
                .toList();
        List<List<Piece>> all = new ArrayList<>();
        int gone = 0;
        for (Row row : redline.rows()) {
            if (isMoved(row)) {
                all.add(List.of(new Piece(Change.INSERTED, row.after() == null ? "" : row.after().body())));
                continue;
            }
            for (; row.before() != null && gone < moved.size() && before(moved.get(gone)) < row.before().place(); gone++) {
                all.add(deleted(moved.get(gone)));
            }
            all.add(row.pieces());
        }
        for (; gone < moved.size(); gone++) {
            all.add(deleted(moved.get(gone)));
        }
        return all;
    }

    private static boolean isMoved(Row row) {
        return row.kind() == Kind.MOVED || row.kind() == Kind.MOVED_AND_CHANGED;
    }

    private static int before(Row row) {
        return row.before() == null ? 0 : row.before().place();
    }

    private static List<Piece> deleted(Row row) {
        return List.of(new Piece(Change.DELETED, row.before() == null ? "" : row.before().body()));
    }

    private void piece(Piece piece) {
        int from = 0;
        for (int end = piece.text().indexOf('\n'); end >= 0; end = piece.text().indexOf('\n', from)) {
            run(piece.change(), piece.text().substring(from, end));
            paragraph(piece.change());
            from = end + 1;
        }
        run(piece.change(), piece.text().substring(from));
    }

    private void run(Change change, String text) {
        if (text.isEmpty()) {
            return;
        }
        String kind = change == Change.DELETED ? "delText" : "t";
        String run = "<w:r><w:rPr>" + FONT + "</w:rPr><w:" + kind + " xml:space=\"preserve\">" + escaped(text) + "</w:" + kind + "></w:r>";
        runs.append(change == Change.KEPT ? run : tracked(change, run));
    }

    private String tracked(Change change, String inner) {
        String name = change == Change.INSERTED ? "ins" : "del";
        String open = "<w:" + name + " w:id=\"" + ++mark + "\" w:author=\"" + author + "\" w:date=\"" + day + "\"";
        return inner.isEmpty() ? open + "/>" : open + ">" + inner + "</w:" + name + ">";
    }

    /// Ends a paragraph; the change is that of its end, so that an inserted paragraph vanishes whole when it is refused.
    private void paragraph(Change change) {
        String end = change == Change.KEPT ? "" : "<w:rPr>" + tracked(change, "") + "</w:rPr>";
        body.append("<w:p><w:pPr><w:spacing w:line=\"520\" w:lineRule=\"exact\"/>").append(end).append("</w:pPr>").append(runs).append("</w:p>");
        runs.setLength(0);
    }

    private byte[] packed() {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>"
                + "</w:body></w:document>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/document.xml", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
    }
}
