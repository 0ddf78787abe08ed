package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("没有用过的编号：末尾的数字往后移，位数不变；没有数字的加上序号")
class FreeKeyTest {

    @Test
    @DisplayName("编号的末尾数字往后移，年份不动")
    void movesTheLastNumber() {
        assertThat(FreeKey.moved("示街顾〔2026〕第007号", 1)).isEqualTo("示街顾〔2026〕第008号");
        assertThat(FreeKey.moved("FQ-2026-099", 4)).isEqualTo("FQ-2026-103");
        assertThat(FreeKey.moved("9", 2)).isEqualTo("11");
    }

    @Test
    @DisplayName("没有数字的名称加序号")
    void numbersWhatHasNoNumber() {
        assertThat(FreeKey.moved("法治讲座", 1)).isEqualTo("法治讲座（2）");
    }
}
