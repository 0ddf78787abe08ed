package org.fengqiao.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.fengqiao.law.PlainText;

/// 合同文件: the text of a draft from a Word file, a PDF or plain text; the kind is told by the bytes, not by the name.
public final class ContractFile {

    /// A contract of a thousand pages is smaller; what is larger is pictures.
    static final long LARGEST = 30L << 20;
    static final int LONGEST = 300_000;
    /// A page of a scanned PDF carries at most a few stray characters.
    private static final int FEWEST_PER_PAGE = 12;

    private static final Pattern BEGINS = Pattern.compile(
            "^[ 　]*(?:第[" + Amounts.NUMERALS + "0-9]{1,4}[条章节]|[" + Amounts.NUMERALS + "]{1,3}[、．.]|[（(][" + Amounts.NUMERALS + "0-9]{1,3}[）)]|\\d{1,2}[.．、]|(?:" + Parties.ROLE + ")[ 　]*[（(：:]|签[订约署]).*");

    private ContractFile() {}

    /// Why a file gives no text, in one sentence for the person who brought it.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /// Reads a draft.
    ///
    /// @throws Unreadable when there is no text to be had, saying why
    public static ContractText read(byte[] bytes) throws Unreadable {
        if (bytes.length > LARGEST) {
            throw new Unreadable("文件有 " + (bytes.length >> 20) + " MB，超过 30 MB，不能对照；请另存为不含图片的文本。");
        }
        String words = words(bytes);
        if (words.isBlank()) {
            throw new Unreadable("文件里没有文字。");
        }
        if (words.length() > LONGEST) {
            throw new Unreadable("文件有 " + words.length() / 10_000 + " 万多字，超过三十万字，不像一份合同。");
        }
        return ContractText.of(words);
    }

    private static String words(byte[] bytes) throws Unreadable {
        if (begins(bytes, "%PDF-")) {
            return pdf(bytes);
        }
        if (begins(bytes, "\u00D0\u00CF\u0011\u00E0")) {
            throw new Unreadable(encrypted(bytes)
                    ? "文件设有打开密码，读不出文字；请去掉密码后重新存入。"
                    : "这是旧版 Word 文件（.doc），读不出文字；请另存为 .docx。");
        }
        boolean zip = begins(bytes, "PK\u0003\u0004");
        try {
            return PlainText.of(zip ? "contract.docx" : "contract.txt", bytes);
        } catch (IOException e) {
            throw new Unreadable(zip ? "文件损坏，或者不是 Word 文件（.docx），读不出文字。" : "读不出文字；可以用 .docx、有文字的 PDF 或者 .txt。");
        }
    }

    private static boolean begins(byte[] bytes, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean encrypted(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntry("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static String pdf(byte[] bytes) throws Unreadable {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String words = stripper.getText(document);
            int pages = document.getNumberOfPages();
            if (words.replaceAll("\\s", "").length() < FEWEST_PER_PAGE * pages) {
                throw new Unreadable("PDF 是扫描件，" + pages + " 页都没有文字层，不能对照；请存入 Word 文件或者由 Word 导出的 PDF。");
            }
            return joined(words);
        } catch (InvalidPasswordException e) {
            throw new Unreadable("PDF 设有打开密码，读不出文字；请去掉密码后重新存入。");
        } catch (IOException e) {
            throw new Unreadable("PDF 文件损坏，读不出文字。");
        }
    }

    /// The lines of a page joined into paragraphs: a line goes on when it is full and the next one begins nothing new.
    static String joined(String words) {
        List<String> lines = words.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.matches("[-—－ ]*(?:第? ?)?\\d{1,3}(?: ?页)?(?:[ ，,/共]*\\d{1,3} ?页?)?[-—－ ]*")).toList();
        int full = lines.stream().mapToInt(String::length).max().orElse(0);
        List<StringBuilder> paragraphs = new ArrayList<>();
        String before = "";
        for (String line : lines) {
            boolean goesOn = !paragraphs.isEmpty() && before.length() >= full * 0.85 && !BEGINS.matcher(line).matches();
            if (goesOn) {
                paragraphs.getLast().append(line);
            } else {
                paragraphs.add(new StringBuilder(line));
            }
            before = line;
        }
        return String.join("\n", paragraphs);
    }
}
