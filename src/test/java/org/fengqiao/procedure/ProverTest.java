package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("证明程序")
class ProverTest {

    private static final String TRUE_STORY = "以上经实际决断重演属实。";

    /// What fails, and nothing else may fail beside it.
    private static String only(Proof proof) {
        List<Proof.Property> failed = proof.properties().stream().filter(p -> !p.holds()).toList();
        assertThat(failed).as(String.join("\n", proof.faults())).hasSize(1);
        List<String> all = new ArrayList<>(List.of(failed.getFirst().title()));
        all.addAll(failed.getFirst().why());
        return String.join("\n", all);
    }

    @Test
    @DisplayName("完好的程序：每一性质都成立，状态数和最少人员都列出")
    void provesASoundProcedure() {
        Proof proof = SmallPenalty.prove();

        assertThat(proof.faults()).isEmpty();
        assertThat(proof.properties()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(proof.states()).isPositive();
        assertThat(proof.roster()).startsWith("一名街道办事处负责人、两名持证执法人员、一名分管负责人、一名财务人员").contains("最少");
    }

    @Test
    @DisplayName("未告知也能决定：讲出最短的案情，逐步写明谁在哪一天办理")
    void tellsHowADecisionComesWithoutNotice() {
        String why = only(SmallPenalty.prove(
                "in: [noticed]\n    to: decided", "in: [clue, noticed]\n    to: decided",
                "      - { served: notice, basis: \"62\" }\n      - { lapsed: statement, basis: \"45.1\" }\n      - { answered: minor, as: [\"no\"], basis: \"33.1\" }\n",
                "      - { kind: reviewed, in: [\"yes\"], basis: \"57.1\" }\n",
                "form: [ { field: fine, title: 罚款, type: money } ]",
                "form: [ { field: reviewed, title: 是否审查, type: choice, options: { yes: 已审查, no: 没有审查 } } ]",
                "always-before: [noticed]\n    ", "",
                "never:", "never: # only this one"));

        assertThat(why).contains("未办“送达告知书”不得办“决定处罚”（《行政处罚法》第六十二条）");
        assertThat(why).contains(
                "1. 2022年1月11日　“立案”（街道办事处负责人李丁）\n2. 2022年1月11日　“决定处罚”（分管负责人王辛）：是否审查填“已审查”");
        assertThat(why).endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("“必先办”不成立：经另一条路到达，同样讲出案情")
    void tellsHowAStepComesBeforeItsPredecessor() {
        String[] shortcut = SmallPenalty.andStep("""
                - step: notice-forgotten
                  title: 直接进入审查
                  basis: "57.1"
                  in: [clue]
                  to: noticed
                  by: { post: office-head }
                  ask: [minor]
                  documents: [notice]
                """);
        String why = only(SmallPenalty.prove(shortcut[0], shortcut[1], "always-before: [noticed]", "always-before: [filed]", "[notice-served], basis", "[filed], basis",
                "to: dropped\n    by: { post: deputy-head }", "to: dropped\n    by: { post: deputy-head }\n    always-before: [noticed]"));

        assertThat(why).contains("办“不予处罚”之前必已办“告知”").contains("“直接进入审查”（街道办事处负责人李丁）").endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("结案时办理期限还在计：说明除了运行时的拒绝没有别的挡住它")
    void tellsWhichClockRunsOnInAFinalStage() {
        String why = only(SmallPenalty.prove("to: dropped\n    by: { post: deputy-head }\n    when: { answered: minor, as: [\"yes\"], basis: \"33.1\" }\n    clocks: { end: [decision] }",
                "to: dropped\n    by: { post: deputy-head }\n    when: { answered: minor, as: [\"yes\"], basis: \"33.1\" }"));

        assertThat(why).contains("办“不予处罚”时“决定期限”可能尚未了结（《行政处罚法》第六十条）").endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("期限届满以后再无出路：案件卡住，案情里写明哪一期限届满")
    void tellsWhereACaseGetsStuck() {
        String why = only(SmallPenalty.prove("{ kind: paid-in-full, in: [\"yes\"], basis: \"67.3\" }", "{ within: payment, basis: \"67.3\" }"));

        assertThat(why).contains("案件会卡住").contains("缴款期限已经届满").endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("所答的判断前后一致：答“是”以后只认“否”的步骤办不了，没有别的出路就卡住")
    void keepsAnAnswerUntilItIsGivenAnew() {
        String why = only(SmallPenalty.prove("when: { answered: minor, as: [\"yes\"], basis: \"33.1\" }", "when: { answered: minor, as: [\"no\"], basis: \"33.1\" }"));

        assertThat(why).contains("案件会卡住").contains("违法行为是否轻微填“是”").endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("条件自相矛盾的步骤永远办不到，它通向的阶段永远到不了")
    void findsAStepNobodyCanEverTake() {
        Proof proof = SmallPenalty.prove("- { answered: minor, as: [\"no\"], basis: \"33.1\" }",
                "- { amount: fine, at-most: \"20000\", basis: \"57.1\" }\n      - { amount: fine, above: \"30000\", basis: \"57.1\" }");

        assertThat(proof.faults())
                .contains("步骤“决定处罚”永远办不到（《行政处罚法》第五十七条第一款第一项）", "阶段“已决定”永远到不了", "阶段“结案”永远到不了");
    }

    @Test
    @DisplayName("不矛盾的两个数额条件照样办得到")
    void allowsAnAmountBetweenTwoBounds() {
        Proof proof = SmallPenalty.prove("- { answered: minor, as: [\"no\"], basis: \"33.1\" }",
                "- { answered: minor, as: [\"no\"], basis: \"33.1\" }\n      - { amount: fine, at-most: \"30000\", basis: \"57.1\" }\n      - { amount: fine, above: \"20000\", basis: \"57.1\" }");

        assertThat(proof.faults()).isEmpty();
    }

    @Test
    @DisplayName("永远成立的条件形同虚设")
    void findsAConditionThatNeverRefuses() {
        String why = only(SmallPenalty.prove("- { answered: minor, as: [\"no\"], basis: \"33.1\" }",
                "- { answered: minor, as: [\"no\"], basis: \"33.1\" }\n      - { done: filed, basis: \"54.2\" }"));

        assertThat(why).contains("步骤“决定处罚”的条件“已办“立案””永远成立");
    }

    @Test
    @DisplayName("由终局转入另一终局不许可")
    void refusesAStepFromFinalToFinal() {
        String why = only(SmallPenalty.prove(SmallPenalty.andStep("""
                - { step: refiled, title: 改记不予处罚, basis: "75.2", in: [closed], to: dropped, by: { post: office-head } }
                """)));

        assertThat(why).contains("步骤“改记不予处罚”由终局阶段转入终局阶段");
    }

    @Test
    @DisplayName("离开终局、回到未终局的阶段可以")
    void allowsReopening() {
        assertThat(SmallPenalty.prove(SmallPenalty.andStep("""
                - { step: reopened, title: 撤销重办, basis: "75.2", in: [closed], to: decided, by: { post: office-head }, clocks: { start: [payment] } }
                """)).faults()).isEmpty();
    }

    @Test
    @DisplayName("撤销重办又起算办理期限，再次结案却不使它了结：报告")
    void reopeningWithoutItsEndingLeavesADutyRunning() {
        String why = only(SmallPenalty.prove(SmallPenalty.andStep("""
                - { step: reopened, title: 撤销重办, basis: "75.2", in: [closed], to: decided, by: { post: office-head }, clocks: { start: [decision] } }
                """)));

        assertThat(why).contains("办“缴款结案”时“决定期限”可能尚未了结").contains("“撤销重办”").endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("同一批承办人员既要办又不得办：无人可派")
    void findsDutiesNobodyCanStaff() {
        String why = only(SmallPenalty.prove(
                "to: clue\n  clocks:", "to: clue\n  assigns: officers\n  form: [ { field: officers, title: 承办人员, type: people, of: enforcement-officer, min: 2, max: 2 } ]\n  clocks:",
                "in: [noticed]\n    by: { post: enforcement-officer }", "in: [noticed]\n    by: { post: enforcement-officer, assigned: true, differs-from: [noticed] }",
                "certified: true, basis: \"42.1\" }", "certified: true, basis: \"42.1\" }, assigned: true"));

        assertThat(why).contains("有步骤配不齐人员").contains("无人可派");
    }

    @Test
    @DisplayName("还没有指定承办人员，须由承办人员办理的步骤办不到")
    void needsOfficersBeforeTheirSteps() {
        Proof proof = SmallPenalty.prove("certified: true, basis: \"42.1\" }", "certified: true, basis: \"42.1\" }, assigned: true");

        assertThat(proof.faults()).contains("步骤“告知”永远办不到（《行政处罚法》第四十四条）");
    }
}
