package org.fengqiao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.digest.Sm3;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文书内容及其杂凑")
class ContentTest {

    @Test
    @DisplayName("SM3 与国家标准的示例一致")
    void computesTheStandardsExample() {
        assertThat(Sm3.hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    @DisplayName("规范写法固定：键排序、不留空白、杂凑不变")
    void writesOneCanonicalLine() {
        Content content = new Content("notice", "00", "枫〔2026〕1号", Map.of("date", "2026年10月9日", "b", 2, "a", List.of("“甲”\n\"乙\"", true)));

        assertThat(content.canonical()).isEqualTo(
                "{\"data\":{\"a\":[\"“甲”\\n\\\"乙\\\"\",true],\"b\":2,\"date\":\"2026年10月9日\"},\"kind\":\"notice\",\"number\":\"枫〔2026〕1号\",\"template\":\"00\",\"v\":1}");
        assertThat(content.digest()).isEqualTo("91bde8abfaefdc48e1b387799a53a239f4bcef9badddca970f0598cfeb487083");
    }

    @Test
    @DisplayName("数据的书写次序和组合字符的写法不影响杂凑")
    void doesNotDependOnTheOrderOrComposition() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("date", "2026年10月9日");
        one.put("name", "Jos\u00e9");
        Map<String, Object> two = new LinkedHashMap<>();
        two.put("name", "Jose\u0301");
        two.put("date", "2026年10月9日");

        assertThat(new Content("k", "t", null, one).digest()).isEqualTo(new Content("k", "t", null, two).digest());
        assertThat(new Content("k", "t", null, one)).isEqualTo(new Content("k", "t", null, two));
    }

    @Test
    @DisplayName("改一个字、换一个文号或者换了模板，杂凑就不同")
    void changesWithEveryPart() {
        Map<String, Object> data = Map.of("date", "2026年10月9日", "fine", "100元");
        String digest = new Content("k", "t", "1", data).digest();

        assertThat(new Content("k", "t", "1", Map.of("date", "2026年10月9日", "fine", "101元")).digest()).isNotEqualTo(digest);
        assertThat(new Content("k", "t", "2", data).digest()).isNotEqualTo(digest);
        assertThat(new Content("k", "t2", "1", data).digest()).isNotEqualTo(digest);
        assertThat(new Content("k2", "t", "1", data).digest()).isNotEqualTo(digest);
    }

    @Test
    @DisplayName("小数、日历上没有的日期和半个字符都不收")
    void refusesWhatHasNoCertainSpelling() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Content("k", "t", null, Map.of("date", "2026年10月9日", "fine", 0.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Content("k", "t", null, Map.of("date", "2026年2月30日"))).withMessageContaining("2026年2月30日");
        assertThatIllegalArgumentException().isThrownBy(() -> new Content("k", "t", null, Map.of("name", "无日期")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Content("k", "t", null, Map.of("date", "2026年10月9日", "name", "\ud842")));
    }

    @Test
    @DisplayName("事后改动传入的数据，不影响已经定下的内容")
    void cannotBeChangedAfterwards() {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("date", "2026年10月9日"));
        Content content = new Content("k", "t", null, data);
        String digest = content.digest();
        data.put("fine", "改了");

        assertThat(content.digest()).isEqualTo(digest);
    }
}
