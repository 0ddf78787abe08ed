package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengqiao.calendar.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the proof takes together, and that it errs on the safe side.
@DisplayName("证明的抽象")
class ProofAbstractionTest {

    private static final String TRUE_STORY = "以上经实际决断重演属实。";

    private static String faults(Proof proof) {
        return String.join("\n", proof.faults());
    }

    @Test
    @DisplayName("多名当事人：一人缴清就结案，另一人的缴款期限还在计，两名当事人的案情重演属实")
    void takesSeveralPartiesIntoAccount() {
        String[] broken = {
            "at-most: 1", "at-most: 2",
            "payment: { kind: term,", "payment: { kind: term, per: party,",
            "form: [ { field: paid-in-full,", "form: [ { field: party, title: 当事人, type: party }, { field: paid-in-full,"
        };

        assertThat(faults(SmallPenalty.prove(broken)))
                .contains("办“缴款结案”时“缴款期限”可能尚未了结")
                .endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("只有一名当事人的，同样的写法没有问题")
    void aSinglePartyLeavesNothingOpen() {
        assertThat(faults(SmallPenalty.prove(
                        "payment: { kind: term,", "payment: { kind: term, per: party,",
                        "form: [ { field: paid-in-full,", "form: [ { field: party, title: 当事人, type: party }, { field: paid-in-full,")))
                .isEmpty();
    }

    @Test
    @DisplayName("须由他人签发的文书：签发是独立的一件事，签发之后才能送达")
    void signsBeforeServing() {
        Proof proof = SmallPenalty.prove(
                "notice: { title: 告知书, served: true,", "notice: { title: 告知书, served: true, sign: office-head,",
                "- { kind: paid-in-full, in: [\"yes\"], basis: \"67.3\" }", "- { within: payment, basis: \"67.3\" }");

        assertThat(faults(proof)).contains("案件会卡住").contains("签发《告知书》").endsWith(TRUE_STORY);
    }

    @Test
    @DisplayName("至多延长一次：第二次延长才到的阶段到不了；许可两次的到得了")
    void countsExtensionsUpToTheirCap() {
        String[] twice = {
            "never:\n", """
              - &extend
                step: extended-once
                title: 延长
                basis: "60"
                in: [decided]
                to: longer
                by: { post: office-head }
                documents: [notice]
                clocks: { extend: { payment: { by: 5 calendar-days, cap: 1, document: notice } } }
              - step: extended-twice
                title: 再延长
                basis: "60"
                in: [longer]
                to: decided
                by: { post: office-head }
                documents: [notice]
                clocks: { extend: { payment: { by: 5 calendar-days, cap: 1, document: notice } } }
              - { step: shortened, title: 恢复, basis: "60", in: [longer], to: decided, by: { post: office-head } }
            never:
            """,
            "decided: 已决定\n", "decided: 已决定\n  longer: 已延长\n"
        };
        assertThat(faults(SmallPenalty.prove(twice))).contains("步骤“再延长”永远办不到");

        twice[1] = twice[1].replace("cap: 1", "cap: 2");
        assertThat(faults(SmallPenalty.prove(twice))).isEmpty();
    }

    @Test
    @DisplayName("命名规则的两种结果都走：实际总是拒绝的，反例重演不成，报为抽象的误差，仍算失败")
    void reportsAStoryThatDoesNotReplay() {
        String faults = faults(SmallPenalty.prove(
                "- { answered: minor, as: [\"no\"], basis: \"33.1\" }", "- { answered: minor, as: [\"no\"], basis: \"33.1\" }\n      - { rule: chair-present, basis: \"57.2\" }",
                "clocks: { start: [payment], end: [decision] }", "clocks: { start: [payment] }"));

        assertThat(faults).contains("办“缴款结案”时“决定期限”可能尚未了结").contains("未能重演，属抽象的误差：“决定处罚”被拒绝：主持人应当到会");
    }

    @Test
    @DisplayName("没有人读的事实不占状态：多一个没人读的步骤，要区分的事实不变")
    void dropsWhatNobodyReads() {
        Proof before = SmallPenalty.prove();
        Proof after = SmallPenalty.prove(SmallPenalty.andStep("""
                - { step: noted, title: 记事, basis: "47", in: [clue, noticed, decided], by: { post: archivist } }
                """));

        assertThat(after.faults()).isEmpty();
        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.followed()).isEqualTo(before.followed());
    }

    @Test
    @DisplayName("状态太多就失败，并写明是哪些事实相乘")
    void namesTheFactsThatMultiply() {
        String steps = IntStream.range(0, 26)
                .mapToObj(i -> "- { step: check-" + i + ", title: 核对" + i + ", basis: \"54.1\", in: [decided], by: { post: archivist } }\n")
                .collect(Collectors.joining());
        String conditions = IntStream.range(0, 26)
                .mapToObj(i -> "\n      - { done: check-" + i + ", basis: \"54.1\" }")
                .collect(Collectors.joining());
        String kind = "- { kind: paid-in-full, in: [\"yes\"], basis: \"67.3\" }";

        Definition definition = SmallPenalty.with("never:\n", steps.indent(2) + "never:\n", kind, kind + conditions);
        Prover prover =
                new Prover(SmallPenalty.LAWS, WorkingDays.announced(), SmallPenalty.OFFICE, Budget.of(50_000));

        String faults = faults(prover.prove(definition));

        assertThat(faults).contains("证明没有完成").contains("相乘的事实有：").contains("已办“核对");
    }
}
