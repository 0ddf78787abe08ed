package org.fengqiao.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.tukaani.xz.XZInputStream;

/// Contracts as files of every kind an officer may bring.
final class Papers {

    private static final Path MODELS = Path.of("src/test/resources/contracts");
    private static final int LINE = 34;

    private Papers() {}

    /// The text of a model contract by the beginning of its name.
    static String model(String name) {
        try {
            TreeMap<String, List<Yardstick.Model>> all = Yardstick.read(MODELS);
            return all.values().stream().flatMap(List::stream).filter(m -> m.name().startsWith(name)).findFirst().orElseThrow().text().text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Yardstick.Model> models(String part) {
        try {
            return Yardstick.read(MODELS).get(part).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] word(String text) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            text.lines().forEach(l -> document.createParagraph().createRun().setText(l));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] wordWithPassword(String text) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("example");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(word(text));
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /// A PDF as an office program exports it: lines broken at the margin, a page number at the foot.
    static byte[] pdf(String text, boolean password) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream();
                var font = new XZInputStream(Papers.class.getResourceAsStream("/org/fengqiao/document/fonts/text.ttf.xz"))) {
            PDType0Font face = PDType0Font.load(document, font);
            List<String> lines = text.lines().flatMap(Papers::broken).toList();
            for (int from = 0; from < lines.size(); from += 40) {
                page(document, face, lines.subList(from, Math.min(lines.size(), from + 40)), from / 40 + 1);
            }
            if (password) {
                document.protect(new StandardProtectionPolicy("owner", "example", new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Stream<String> broken(String line) {
        return Stream.iterate(0, at -> at < line.length(), at -> at + LINE).map(at -> line.substring(at, Math.min(line.length(), at + LINE)));
    }

    private static void page(PDDocument document, PDType0Font face, List<String> lines, int number) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setFont(face, 14);
            float y = 780;
            for (String line : lines) {
                content.beginText();
                content.newLineAtOffset(56, y);
                content.showText(line.replace('\t', ' '));
                content.endText();
                y -= 18;
            }
            content.beginText();
            content.newLineAtOffset(290, 30);
            content.showText("- " + number + " -");
            content.endText();
        }
    }

    /// Pages that are nothing but a picture, as a scanner makes them.
    static byte[] scanned(int pages) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(50, 50, 400, 600);
                    content.fill();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

}
