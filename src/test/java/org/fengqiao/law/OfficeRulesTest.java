package org.fengqiao.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        assertThat(LAWS.all()).filteredOn(law -> law.level() == Level.OFFICE_RULE).hasSizeGreaterThanOrEqualTo(5).allSatisfy(rule -> {
            assertThat(rule.approver()).isNotBlank();
            assertThat(rule.newest().articles()).allSatisfy(article -> assertThat(article.text()).isNotEmpty());
        });
        assertThat(LAWS.all()).filteredOn(law -> law.level() != Level.OFFICE_RULE).allSatisfy(law -> {
            assertThat(law.approver()).isNull();
            assertThat(law.newest().articles()).allSatisfy(article -> assertThat(article.text()).isEmpty());
        });
    }
}
