package org.fengqiao.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.fengqiao.intake.Csv;
import org.fengqiao.ledger.Sheet.Cell;
import org.fengqiao.ledger.Sheet.Row;
import org.fengqiao.ledger.Sheet.Unreadable;

/// 读表: an xlsx or csv file as a sheet. A file is measured before it is unpacked: what is small outside may be huge inside.
public final class SheetFile {

    static final int MOST_BYTES = 5 << 20;
    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 200;
    private static final long MOST_UNPACKED = 64L << 20;
    private static final int MOST_PARTS = 500;

    private SheetFile() {}

    /// @throws Unreadable with one sentence in Chinese
    public static Sheet read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("文件是空的。");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("文件超过 5 MB，请分成几份导入。");
        }
        Sheet sheet = switch (kind(bytes)) {
            case 'z' -> workbook(bytes);
            case 'o' -> throw new Unreadable("这是旧格式（xls）或者加了密码的表格，请另存为不加密码的 xlsx 后再导入。");
            default -> text(bytes);
        };
        if (sheet.rows().isEmpty()) {
            throw new Unreadable("表格里没有内容；内容应当在第一张工作表。");
        }
        return sheet;
    }

    private static char kind(byte[] b) {
        if (b.length > 3 && b[0] == 'P' && b[1] == 'K') {
            return 'z';
        }
        return b.length > 3 && (b[0] & 0xff) == 0xd0 && (b[1] & 0xff) == 0xcf ? 'o' : 't';
    }

    private static Sheet workbook(byte[] bytes) throws Unreadable {
        measure(bytes);
        try {
            return new Workbook(bytes).first();
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("这不是完整的 xlsx 表格，请用表格软件打开后另存为 xlsx 再导入。");
        }
    }

    /// Unpacks without keeping anything, and stops where a file of a ledger could never reach.
    private static void measure(byte[] bytes) throws Unreadable {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts++;
                try (InputStream in = zip.getInputStream(part)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        unpacked += n;
                        if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
                            throw new Unreadable("文件展开以后过大，不予读取；只留需要导入的工作表，另存为新文件再导入。");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new Unreadable("这不是完整的 xlsx 表格，请用表格软件打开后另存为 xlsx 再导入。");
        }
    }

    private static Sheet text(byte[] bytes) throws Unreadable {
        List<Row> rows = new ArrayList<>();
        Csv csv = new Csv(decoded(bytes));
        while (csv.next()) {
            if (csv.unclosed()) {
                throw new Unreadable("第 " + csv.line() + " 行的引号没有成对。");
            }
            Row row = new Row(csv.line());
            for (int i = 0; i < csv.values().size(); i++) {
                String value = csv.values().get(i).strip();
                if (!value.isEmpty()) {
                    row.cells().put(i, new Cell.Text(value));
                }
            }
            add(rows, row);
        }
        return new Sheet(rows);
    }

    /// UTF-8, or what Chinese spreadsheet programs write when nothing is chosen.
    private static String decoded(byte[] bytes) throws Unreadable {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new Unreadable("文件不是文字表格，请另存为 xlsx 或者 UTF-8 编码的 csv 再导入。");
    }

    /// @throws Unreadable when there are more rows or columns than one file may have
    static void add(List<Row> rows, Row row) throws Unreadable {
        if (row.cells().isEmpty()) {
            return;
        }
        if (row.cells().lastKey() >= MOST_COLUMNS) {
            throw new Unreadable("第 " + row.number() + " 行有 " + (row.cells().lastKey() + 1) + " 列，最多 " + MOST_COLUMNS + " 列。");
        }
        rows.add(row);
        if (rows.size() > MOST_ROWS + 1) {
            throw new Unreadable("一次最多导入 " + MOST_ROWS + " 行，请分成几份。");
        }
    }

    /// The bytes of a file, as far as a file may reach.
    public static byte[] all(InputStream in) throws IOException, Unreadable {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("文件超过 5 MB，请分成几份导入。");
        }
        return bytes;
    }
}
