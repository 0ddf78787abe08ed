package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.numeral.Numerals;
import org.fengqiao.office.Office;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Setting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OfficeRulesTest {

    private static final Laws LAWS = Laws.load();

    @Test
    @DisplayName("本机关规定像法律一样引用和显示，但不是法律")
    void citesAnOfficeRuleLikeALawWithoutCallingItOne() {
        var signIn = LAWS.citation("office-rules-public-requests@2018-01-01#4");
        var hearing = LAWS.citation("administrative-penalty-law@2021-07-15#63");

        assertThat(LAWS.display(signIn)).isEqualTo("《民生诉求办理规定》第四条");
        assertThat(LAWS.isLaw(signIn)).isFalse();
        assertThat(LAWS.isLaw(hearing)).isTrue();
    }

    @Test
    @DisplayName("本机关规定的款、项同样核对，指不到就拒绝")
    void resolvesItemsOfAnOfficeRuleAndRefusesOneTooMany() {
        assertThat(LAWS.display(LAWS.citation("office-rules-public-requests@2018-01-01#2.1.7")))
                .isEqualTo("《民生诉求办理规定》第二条第七项");
        assertThatExceptionOfType(UnresolvedCitation.class)
                .isThrownBy(() -> LAWS.citation("office-rules-public-requests@2018-01-01#2.1.8"))
                .withMessageContaining("has 7 items");
    }

    @Test
    @DisplayName("本机关规定写明批准机关并存有全文，法律只有提要")
    void keepsItsOwnTextAndApproverWhereALawKeepsNeither() {
        assertThat(LAWS.all()).filteredOn(law -> law.level() == Level.OFFICE_RULE).hasSizeGreaterThan(4).allSatisfy(rule -> {
            assertThat(rule.approver()).isNotBlank();
            assertThat(rule.newest().articles()).allSatisfy(article -> assertThat(article.text()).isNotEmpty());
        });
        assertThat(LAWS.all()).filteredOn(law -> law.level() != Level.OFFICE_RULE).allSatisfy(law -> {
            assertThat(law.approver()).isNull();
            assertThat(law.newest().articles()).allSatisfy(article -> assertThat(article.text()).isEmpty());
        });
    }

    @Test
    @DisplayName("机关设置注明出自某条本机关规定的，那一条存在；那一条写了期限或者数额的，与设置相同")
    void saysTheSameAsTheSettingsTakenFromIt() {
        Office office = OfficeFile.read(OfficeRulesTest.class.getResourceAsStream("/demo/office.yaml"));
        List<String> compared = new ArrayList<>();
        for (Setting setting : office.settings()) {
            Matcher source = Pattern.compile("(\\S+规定) 第(\\S+)条").matcher(setting.source());
            if (!source.matches()) {
                continue;
            }
            Law rule = LAWS.all().stream().filter(l -> l.shortTitle().equals(source.group(1))).findFirst().orElseThrow();
            Article article = rule.newest().articles().stream()
                    .filter(a -> a.number() == Numerals.read(source.group(2)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(setting.key() + ": " + setting.source()));
            String said = article.text().stream().map(p -> p.text() + String.join("", p.items())).collect(Collectors.joining());
            if (Pattern.compile("[一二两三四五六七八九十百千万]+(个工作日|日内|小时|元)").matcher(said).find() && !setting.source().startsWith("台账")) {
                assertThat(said).as(setting.key()).containsPattern(inWords(setting.value()));
                compared.add(setting.key());
            }
        }
        assertThat(compared).contains("statement-period", "spot-filing");
    }

    /// 5 working-days → 五个工作日, 500000 fen → 五千元.
    private static String inWords(String value) {
        if (value.matches("\\d+")) {
            return Citation.numeral(Integer.parseInt(value) / 100) + "元";
        }
        int n = Integer.parseInt(value.substring(0, value.indexOf(' ')));
        String unit = value.contains("working-day") ? "个工作日" : value.contains("hour") ? "小时" : "日";
        return (n == 2 ? "[二两]" : Citation.numeral(n)) + unit;
    }
}
