package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fengqiao.contract.FinanceLine.Kind;
import org.fengqiao.ledger.Sheet;
import org.fengqiao.ledger.SheetFile;
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
            FinanceFile read = FinanceFile.of(SheetFile.read(CONTRACTS.getBytes(encoding)));
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
    @DisplayName("写成十的几亿次方的金额：说明读不出，不去计算")
    void refusesSumsThatWouldNeverEnd() throws Exception {
        FinanceFile read = FinanceFile.of(SheetFile.read(
                "合同编号,对方单位,金额,签订日期\nA1,甲,1e999999999,2026-01-01\nA2,乙,1E-999999999,2026-01-01\nA3,丙,12.5,2026-01-01\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(read.faults()).containsOnlyKeys(2, 3);
        assertThat(read.lines()).extracting(FinanceLine::amount).containsExactly(1250L);
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
            FinanceFile read = FinanceFile.of(SheetFile.read(out.toByteArray()));
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
    @DisplayName("金额栏写明万元的，按万元读；旁边另一栏写明万元的，不影响按元的金额")
    void readsTenThousands() throws Exception {
        assertThat(lines("对方单位,合同金额（万元）,签订日期\n示例甲公司,12.5,2026-07-24\n").getFirst().amount()).isEqualTo(12_500_000);
        assertThat(lines("对方单位,金额（元）,预算金额(万元),签订日期\n示例甲公司,100,1,20260724\n").getFirst().amount()).isEqualTo(10_000);
    }

    private static List<FinanceLine> lines(String csv) throws Exception {
        return FinanceFile.of(SheetFile.read(csv.getBytes(StandardCharsets.UTF_8))).lines();
    }

    @Test
    @DisplayName("没有表头的：一句话说明；没有这一天的，写明哪一行")
    void refusesUnfitFiles() throws Exception {
        assertThatThrownBy(() -> lines("甲,乙\n1,2\n")).isInstanceOf(Sheet.Unreadable.class).hasMessageContaining("没有找到表头");
        FinanceFile read = FinanceFile.of(SheetFile.read("对方单位,金额,签订日期\n示例甲公司,1,2026-02-30\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(read.lines()).isEmpty();
        assertThat(read.faults().get(2)).contains("2026-02-30");
    }
}
