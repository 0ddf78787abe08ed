package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("导出的格：像公式的一律当文字")
class SheetCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(1)"})
    @DisplayName("半角、全角、制表、换行开头的公式前面加撇号")
    void marksWhatLooksLikeAFormula(String text) {
        assertThat(SheetCell.quoted(text)).isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"");
    }

    @Test
    @DisplayName("别的文字照写，引号成对")
    void quotesTheRest() {
        assertThat(SheetCell.quoted("路灯\"不亮\"=1")).isEqualTo("\"路灯\"\"不亮\"\"=1\"");
        assertThat(SheetCell.quoted("")).isEqualTo("\"\"");
    }
}
