package org.fengqiao.numeral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("中文数字：写出来的读得回去，别人的写法也读得出")
class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"1,一", "10,十", "12,十二", "20,二十", "101,一百零一", "105,一百零五", "110,一百一十", "112,一百一十二", "1008,一千零八", "1260,一千二百六十"})
    @DisplayName("照法律文本的写法写，写的读得回去")
    void writesAsStatutesDo(int number, String chinese) {
        assertThat(Numerals.written(number)).isEqualTo(chinese);
        assertThat(Numerals.read(chinese)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"一百〇五,105", "一百○五,105", "两千,2000", "二〇二一,2021", "64,64", "百二十,120", "某,0", "'',0"})
    @DisplayName("别的写法读得出；不是数字的为零")
    void readsWhatOtherHandsWrite(String chinese, int number) {
        assertThat(Numerals.read(chinese)).isEqualTo(number);
    }

    @Test
    @DisplayName("写不出的数字拒绝")
    void writesNoOtherNumbers() {
        assertThatThrownBy(() -> Numerals.written(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Numerals.written(10_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
