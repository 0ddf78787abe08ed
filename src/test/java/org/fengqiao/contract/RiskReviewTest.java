package org.fengqiao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengqiao.contract.Checklist.RiskPoint;
import org.fengqiao.law.Laws;
import org.fengqiao.procedure.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("风险提示：有问题的写法提示出来并标明位置，看似有问题而没有问题的不提示")
class RiskReviewTest {

    private static final Laws LAWS = Laws.load();
    private static final Checklist CHECKLIST = Checklist.on(Checklist.load(LAWS), LocalDate.of(2026, 10, 9));
    private static final String HEAD = "合同\n甲方：示例区枫林街道办事处\n乙方：示例甲有限公司\n";

    private static List<Suggestion> look(String text, String kind) {
        return RiskReview.of(ContractText.of(text), CHECKLIST, kind);
    }

    private static Set<String> points(String sentence) {
        return look(HEAD + "第一条　合同总价100000元。\n第二条　" + sentence + "\n第三条　其他。\n", "goods").stream()
                .filter(Suggestion::placed).map(s -> s.point().id()).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}：“{1}”提示，“{2}”不提示")
    @CsvSource(delimiter = '|', textBlock = """
            sums-differ            | 价款50000元（大写：伍万伍仟元整）                       | 价款50500元（大写：伍万零伍佰元整）
            sums-differ            | 价款人民币壹拾贰万元整（¥102,000.00）                   | 价款人民币壹拾贰万元整（¥120,000.00）
            sums-differ            | 价款1.2万元（大写壹万元整）                              | 价款1.2万元（大写壹万贰仟元整）
            deposit-over-cap       | 甲方支付定金20001元                                      | 甲方支付定金20000元
            deposit-over-cap       | 定金为合同价的30%                                        | 定金为合同价的20%
            instalments-sum        | 签约支付30%，验收后支付60%                               | 签约支付30%，验收后支付70%
            instalments-sum        | 签约支付40%，验收后支付70%                               | 签约支付40%，余款验收后付清
            line-sum               | 桌子10张，单价300元，合计3300元                          | 桌子10张，单价300元，合计3000元
            penalty-excess         | 逾期付款的，每日支付千分之五的违约金                     | 逾期付款的，每日支付千分之三的违约金
            penalty-excess         | 违约方支付合同总价40%的违约金                            | 违约方支付合同总价30%的违约金
            term-dates             | 服务期二年，自2026年1月1日至2026年12月31日               | 服务期一年，自2026年1月1日至2026年12月31日
            term-dates             | 自2026年5月1日至2026年4月30日                            | 自2026年5月1日至2027年4月30日
            term-dates             | 于2026年2月30日交货                                      | 于2028年2月29日交货
            term-dates             | 工期90天，自2026年3月1日至2026年4月1日                   | 工期90日，自2026年3月1日至2026年5月29日
            exemption-void         | 乙方人员伤亡的，甲方概不负责                             | 不得免除甲方对乙方人员伤亡应负的责任
            one-sided-exemption    | 乙方不承担任何责任                                       | 因不可抗力的，乙方不承担违约责任
            final-interpretation   | 最终解释权归乙方                                         | 双方均不享有单方解释权
            unilateral-change      | 乙方有权随时调整价格                                     | 乙方不得单方调整价格
            silence-consent        | 甲方三日内未答复的，视为同意                             | 甲方三日内未答复的，视为不同意
            auto-renewal           | 期满自动续约一年                                         | 期满不自动续约
            auto-renewal           | 期满自动顺延                                             | 期满自动终止，需要的另行续约
            free-subcontract       | 乙方可以转包                                             | 乙方可以经甲方书面同意分包
            free-subcontract       | 乙方可以委托其他单位实施，无须征得甲方同意               | 乙方不得转包
            price-open             | 费用据实结算                                             | 费用据实结算，最高不超过5000元
            left-open              | 付款时间另行商定                                         | 未尽事宜，另行协商签订补充协议
            dispute-both           | 可以申请仲裁，也可以向法院起诉                           | 不申请仲裁，向法院起诉
            jurisdiction-away      | 由乙方住所地人民法院管辖                                 | 由甲方住所地人民法院管辖
            repealed-law           | 依照《合同法》签订                                       | 依照《劳动合同法》签订
            guarantor-office       | 甲方为乙方贷款提供担保                                   | 甲方不提供担保
            deposit-and-penalty    | 没收定金并支付违约金，定金不退并支付违约金               | 定金和违约金由守约方选择适用
            pay-before-acceptance  | 合同签订后三日内支付全部价款                             | 验收合格后三日内支付全部价款
            pay-before-acceptance  | 合同签订后预付80%                                        | 合同签订后预付30%
            blank                  | 交货日期为____年__月__日                                 | 交货日期为2026年3月1日
            unknown-party          | 由丙方负责安装                                           | 由乙方负责安装
            clause-reference       | 按本合同第九条处理                                       | 按本合同第三条处理
            clause-reference       | 依照第八条办理                                           | 依照《民法典》第五百八十五条办理
            copies-sum             | 一式五份，甲方三份，乙方一份                             | 一式四份，甲方三份，乙方一份
            copies-sum             | 一式六份，双方各执两份                                   | 一式六份，双方各执三份
            """)
    void tellsTheFaultFromItsTwin(String point, String fault, String twin) {
        assertThat(points(fault + "。")).contains(point);
        assertThat(points(twin + "。")).doesNotContain(point);
    }

    @Test
    @DisplayName("提示落在哪一条、从第几个字到第几个字，都指得出来")
    void placesASuggestion() {
        String text = HEAD + "第一条　合同总价100000元。\n第二条　违约：乙方不承担任何责任。\n第三条　其他。\n";
        Suggestion s = look(text, "goods").stream().filter(x -> x.point().id().equals("one-sided-exemption")).findFirst().orElseThrow();
        assertThat(s.clause()).isEqualTo("第二条 违约");
        assertThat(text.substring(s.from(), s.to())).isEqualTo("乙方不承担任何责任");
    }

    @Test
    @DisplayName("缺少的条款排在最后，没有位置；不相干种类的不提示")
    void namesWhatIsMissing() {
        List<Suggestion> lease = look(HEAD + "第一条　租金每年100000元。\n第二条　其他。\n第三条　其他。\n", "lease");
        assertThat(lease).filteredOn(s -> !s.placed()).extracting(s -> s.point().id()).contains("repair-missing", "sublet-missing", "dispute-missing").doesNotContain("wages-missing");
        assertThat(lease.reversed()).first().satisfies(s -> assertThat(s.placed()).isFalse());
        assertThat(look(HEAD + "第一条　价款100000元。\n第二条　其他。\n第三条　其他。\n", null)).extracting(s -> s.point().id()).contains("dispute-missing").doesNotContain("repair-missing");
    }

    @Test
    @DisplayName("首部和落款的名称不同：提示；落款的空白日期、签字栏不算漏填")
    void comparesNamesAndLeavesTheSignaturesBlank() {
        String text = Papers.model("17");
        assertThat(look(text, "goods")).isEmpty();
        String other = text.replace("乙方（盖章）：示例制冷设备有限公司", "乙方（盖章）：示例制冷工程有限公司");
        assertThat(look(other, "goods")).singleElement().satisfies(s -> {
            assertThat(s.point().id()).isEqualTo("party-names");
            assertThat(s.clause()).isEqualTo(ContractText.SIGNED);
            assertThat(s.says()).contains("示例制冷设备有限公司").contains("示例制冷工程有限公司");
        });
    }

    @Test
    @DisplayName("本机关是乙方时，“甲方所在地法院”才是对方所在地")
    void knowsWhichPartyIsTheOffice() {
        String text = "租赁合同\n出租方（甲方）：示例置业有限公司\n承租方（乙方）：示例区枫林街道办事处\n第一条　租金一年10000元。\n第二条　由%s住所地人民法院管辖。\n第三条　其他。\n";
        assertThat(look(text.formatted("甲方"), "lease")).extracting(s -> s.point().id()).contains("jurisdiction-away");
        assertThat(look(text.formatted("出租方"), "lease")).extracting(s -> s.point().id()).contains("jurisdiction-away");
        assertThat(look(text.formatted("乙方"), "lease")).extracting(s -> s.point().id()).doesNotContain("jurisdiction-away");
    }

    @Test
    @DisplayName("空的、没有条款的文字不会出错")
    void survivesOddTexts() {
        for (String odd : List.of("一", "。。。", "甲方乙方丙方", "第一条\n第一条\n第一条\n", "1000000000000000000元元（壹）", "每日100%100%", "自9999年99月99日至0000年00月00日")) {
            assertThat(look(odd, "lease")).as(odd).isNotNull();
        }
    }

    @Test
    @DisplayName("每个风险点都引得到条文，每个都有话说；法律变动时查得到")
    void restsOnArticles() {
        assertThat(CHECKLIST.points()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(p -> {
            assertThat(p.basis()).isNotEmpty().allSatisfy(c -> assertThat(LAWS.display(c)).contains("第"));
            assertThat(p.why()).endsWith("。");
            assertThat(p.advice()).endsWith("。");
        });
        assertThat(CHECKLIST.points()).extracting(RiskPoint::id).doesNotHaveDuplicates();
        assertThat(LAWS.display(CHECKLIST.point("deposit-over-cap").basis().getFirst())).isEqualTo("《民法典》第五百八十六条第二款");
    }

    @Test
    @DisplayName("清单写错的，指出哪一行：没有的条文、没有的算法、没有的种类、两种识别方法")
    void refusesAFaultyChecklist() {
        String yaml = """
                title: 试
                basis: civil-code@2021-01-01
                kinds: { goods: { title: 货物, words: [采购] } }
                points:
                  - { point: a, title: 试, why: 试。, advice: 试。, basis: ["%s"], %s }
                """;
        assertThat(Checklist.read("2021-01-01.yaml", yaml.formatted("470.1", "measure: blank"), LAWS).points()).hasSize(1);
        assertThatThrownBy(() -> Checklist.read("2021-01-01.yaml", yaml.formatted("9999", "measure: blank"), LAWS)).hasMessageContaining("9999");
        assertThatThrownBy(() -> Checklist.read("2021-01-01.yaml", yaml.formatted("470.1", "measure: guess"), LAWS)).isInstanceOf(Source.Fault.class).hasMessageContaining(":5").hasMessageContaining("guess");
        assertThatThrownBy(() -> Checklist.read("2021-01-01.yaml", yaml.formatted("470.1", "measure: blank, concerns: [ship]"), LAWS)).isInstanceOf(Source.Fault.class).hasMessageContaining("ship");
        assertThatThrownBy(() -> Checklist.read("2021-01-01.yaml", yaml.formatted("470.1", "measure: blank, missing: [x]"), LAWS)).isInstanceOf(Source.Fault.class);
        assertThatThrownBy(() -> Checklist.read("2021-01-01.yaml", yaml.formatted("470.1", "missing: ['(']"), LAWS)).isInstanceOf(Source.Fault.class).hasMessageContaining("no expression");
    }

    @Test
    @DisplayName("按当日有效的清单看：新版施行以前用旧版")
    void takesTheVersionOfTheDay() {
        Checklist later = new Checklist(LocalDate.of(2027, 1, 1), "新版", CHECKLIST.kinds(), CHECKLIST.points());
        List<Checklist> both = List.of(CHECKLIST, later);
        assertThat(Checklist.on(both, LocalDate.of(2026, 12, 31))).isSameAs(CHECKLIST);
        assertThat(Checklist.on(both, LocalDate.of(2027, 1, 1))).isSameAs(later);
    }
}
