package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fengqiao.contract.FinanceLine.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("财务台账：xlsx、csv 按表头读；读不了的行写明哪一行为什么")
class FinanceFileTest {

    private static final String CONTRACTS = """
            合同编号,合同名称,对方单位,合同金额,签订日期
            A1,"绿化, 养护",示例甲公司,"120,000.50",2026-07-24
            A2,施工,示例乙公司,若干,2026-08-10
            A1,重复,示例丙公司,100,2026-08-10
            ,办公用品,示例文具店,2600,2026年3月1日
            合计,,,122600.50,
            """;

    @Test
    @DisplayName("csv：UTF-8 和 GB18030 都读；金额到分；坏行、重复编号、合计行不进来")
    void readsCsv() throws Exception {
        for (Charset encoding : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            FinanceFile.Read read = FinanceFile.read("台账.csv", CONTRACTS.getBytes(encoding));
            assertThat(read.kind()).isEqualTo(Kind.CONTRACT);
            assertThat(read.lines()).hasSize(2);
            assertThat(read.lines().getFirst()).isEqualTo(FinanceLine.fresh(Kind.CONTRACT, "A1", "A1", "示例甲公司", "绿化, 养护", 12_000_050, LocalDate.of(2026, 7, 24), 2));
            assertThat(read.lines().getLast().day()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(read.faults()).containsOnlyKeys(3, 4);
            assertThat(read.faults().get(3)).contains("若干");
            assertThat(read.faults().get(4)).contains("出现过");
        }
    }

    @Test
    @Timeout(20)
    @DisplayName("写成十的几亿次方的金额、过大的文件、展开以后过大的表格：说明为什么，不去计算")
    void refusesWhatWouldNeverEnd() throws Exception {
        FinanceFile.Read read = FinanceFile.read("a.csv", "合同编号,对方单位,金额,签订日期\nA1,甲,1e999999999,2026-01-01\nA2,乙,1E-999999999,2026-01-01\nA3,丙,12.5,2026-01-01\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read.faults()).containsOnlyKeys(2, 3);
        assertThat(read.lines()).extracting(FinanceLine::amount).containsExactly(1250L);
        assertThatThrownBy(() -> FinanceFile.read("a.csv", new byte[FinanceFile.MOST_BYTES + 1])).isInstanceOf(FinanceFile.Unfit.class).hasMessageContaining("10 MB");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(blank);
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        assertThatThrownBy(() -> FinanceFile.read("a.xlsx", bomb.toByteArray())).isInstanceOf(FinanceFile.Unfit.class).hasMessageContaining("展开以后过大");
    }

    @Test
    @DisplayName("xlsx：表头上面有标题行也找得到，日期格式、数字格式、万元都读得对")
    void readsSheets() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("2026 年付款台账");
            Row head = sheet.createRow(2);
            String[] heads = {"凭证号", "合同编号", "收款单位", "摘要", "付款金额（元）", "付款日期"};
            for (int i = 0; i < heads.length; i++) {
                head.createCell(i).setCellValue(heads[i]);
            }
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            for (int i = 0; i < 2; i++) {
                Row row = sheet.createRow(3 + i);
                row.createCell(0).setCellValue("记1");
                row.createCell(2).setCellValue("示例甲公司");
                row.createCell(4).setCellValue(0.1 + 0.2 + 30_000);
                row.createCell(5).setCellValue(LocalDate.of(2026, 9, 25).atStartOfDay());
                row.getCell(5).setCellStyle(day);
            }
            book.write(out);
            FinanceFile.Read read = FinanceFile.read("付款.xlsx", out.toByteArray());
            assertThat(read.kind()).isEqualTo(Kind.PAYMENT);
            assertThat(read.faults()).isEmpty();
            assertThat(read.lines()).extracting(FinanceLine::key).containsExactly("记1", "记1 #2");
            assertThat(read.lines()).allSatisfy(l -> {
                assertThat(l.amount()).isEqualTo(3_000_030);
                assertThat(l.day()).isEqualTo(LocalDate.of(2026, 9, 25));
            });
        }
    }

    @Test
    @DisplayName("没有表头、打不开、有密码的：一句话说明")
    void refusesUnfitFiles() throws Exception {
        assertThatThrownBy(() -> FinanceFile.read("a.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8))).isInstanceOf(FinanceFile.Unfit.class).hasMessageContaining("没有找到表头");
        assertThatThrownBy(() -> FinanceFile.read("a.xlsx", new byte[] {1, 2, 3})).isInstanceOf(FinanceFile.Unfit.class).hasMessageContaining("打不开");
        byte[] locked = Papers.wordWithPassword("x");
        assertThatThrownBy(() -> FinanceFile.read("a.xlsx", locked)).isInstanceOf(FinanceFile.Unfit.class).hasMessageContaining("密码");
    }
}
