package org.fengqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.fengqiao.ledger.Sheet.Cell;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("读表：认得每一格是什么，过大的、展开以后过大的、不完整的一律不读")
class SheetFileTest {

    @Test
    @DisplayName("文字、数字、日期、公式各是各的；空格和空行不算")
    void tellsWhatEachCellIs() throws Exception {
        Sheet sheet = SheetFile.read(Sheets.of(
                List.of("甲", "乙"), List.of("", ""), List.of(" 字 ", 12, 1.5, LocalDate.of(2026, 3, 5), true, new Sheets.Formula("1+1"))));
        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.rows().get(1).number()).isEqualTo(3);
        assertThat(sheet.rows().get(1).cells()).containsEntry(0, new Cell.Text("字")).containsEntry(2, new Cell.Number(new BigDecimal("1.5")))
                .containsEntry(3, new Cell.Moment(LocalDate.of(2026, 3, 5).atStartOfDay()))
                .containsEntry(4, new Cell.Truth(true)).containsEntry(5, new Cell.Formula(null));
    }

    @Test
    @DisplayName("csv 是 UTF-8 或者 GBK 都读得出，引号里可以换行")
    void readsCsvInBothEncodings() throws Exception {
        String csv = "姓名,内容\r\n赵甲,\"第一行\n第二行\"\r\n";
        for (byte[] bytes : List.of(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8), csv.getBytes(Charset.forName("GBK")))) {
            Sheet sheet = SheetFile.read(bytes);
            assertThat(sheet.rows().get(1).cells().values()).containsExactly(new Cell.Text("赵甲"), new Cell.Text("第一行\n第二行"));
        }
        assertThatThrownBy(() -> SheetFile.read("甲,乙\n\"丙".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unreadable.class).hasMessageContaining("引号");
    }

    @Test
    @DisplayName("文件过大、行数过多、列数过多，都说明限度")
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> SheetFile.read(new byte[SheetFile.MOST_BYTES + 1])).isInstanceOf(Unreadable.class).hasMessageContaining("5 MB");
        assertThatThrownBy(() -> SheetFile.all(new ByteArrayInputStream(new byte[SheetFile.MOST_BYTES + 9]))).isInstanceOf(Unreadable.class);
        StringBuilder csv = new StringBuilder("甲\n");
        csv.repeat("一\n", SheetFile.MOST_ROWS);
        assertThat(read(csv)).isEqualTo(SheetFile.MOST_ROWS + 1);
        assertThatThrownBy(() -> SheetFile.read(csv.append("一\n").toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class).hasMessageContaining("5000 行");
        String wide = String.join(",", java.util.Collections.nCopies(SheetFile.MOST_COLUMNS + 1, "甲"));
        assertThatThrownBy(() -> SheetFile.read(wide.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unreadable.class).hasMessageContaining("列");
    }

    private static int read(CharSequence csv) {
        try {
            return SheetFile.read(csv.toString().getBytes(StandardCharsets.UTF_8)).rows().size();
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("压缩炸弹：几十万字节的文件展开成几亿字节，还没有展开完就停下")
    void stopsBeforeABombHasGoneOff() throws Exception {
        byte[] bomb = with("xl/worksheets/sheet1.xml", 400L << 20);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> SheetFile.read(bomb)).isInstanceOf(Unreadable.class).hasMessageContaining("展开以后过大");
        assertThatThrownBy(() -> SheetFile.read(with("xl/media/hidden.bin", 400L << 20))).isInstanceOf(Unreadable.class).hasMessageContaining("展开以后过大");
    }

    /// A workbook one of whose parts is blank and huge.
    private static byte[] with(String part, long size) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Sheets.of(List.of("甲")))); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (!e.getName().equals(part)) {
                    zip.putNextEntry(new ZipEntry(e.getName()));
                    in.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (long n = 0; n < size; n += blank.length) {
                zip.write(blank);
            }
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("不完整的、旧格式的、外部实体的文件，说一句话，不出错也不外连")
    void refusesWhatIsNoWorkbook() throws Exception {
        byte[] whole = Sheets.of(List.of("甲"), List.of("乙"));
        List<byte[]> bad = new ArrayList<>(List.of(
                Arrays.copyOf(whole, whole.length / 2), new byte[] {'P', 'K', 3, 4, 0}, new byte[0],
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}));
        for (byte[] one : bad) {
            assertThatThrownBy(() -> SheetFile.read(one)).isInstanceOf(Unreadable.class).message().isNotBlank().doesNotContain("Exception");
        }
        assertThatThrownBy(() -> SheetFile.read("".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unreadable.class).hasMessageContaining("空");
    }

    @Test
    @DisplayName("列名与表格软件一致：A、Z、AA、AB")
    void namesColumns() {
        assertThat(List.of(0, 25, 26, 27, 701, 702).stream().map(Sheet::letters)).containsExactly("A", "Z", "AA", "AB", "ZZ", "AAA");
    }
}
