package org.fengqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.fengqiao.office.OfficeFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("机关设置在页面上都有中文名称")
class SettingTitlesTest {

    @Test
    @DisplayName("演示机关的每项设置都有名称；不认识的照写它的键")
    void everySettingHasATitle() {
        assertThat(OfficeFile.read(SettingTitlesTest.class.getResourceAsStream("/demo/office.yaml")).settings())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(AdministrationForms.title(s.key())).as(s.key()).containsPattern("\\p{IsHan}"));
        assertThat(AdministrationForms.title("no-such-setting")).isEqualTo("no-such-setting");
    }
}
