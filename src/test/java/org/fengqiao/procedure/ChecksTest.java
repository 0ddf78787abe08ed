package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("校验程序定义")
class ChecksTest {

    @TempDir
    Path procedures;

    private List<String> faults(String... replacements) {
        Checks checks = new Checks(SmallPenalty.LAWS, SmallPenalty.OFFICE, (slug, kind) -> true, procedures);
        return checks.faults(SmallPenalty.with(replacements), SmallPenalty.text(replacements));
    }

    @Test
    @DisplayName("完好的程序没有可指摘的")
    void findsNothingInASoundProcedure() {
        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("岗位不存在的步骤无人可办")
    void findsAPostNobodyHolds() {
        assertThat(faults("by: { post: finance-officer }", "by: { post: treasurer }"))
                .containsExactly("步骤“缴款结案”要求的岗位 treasurer 不存在，无人可办");
    }

    @Test
    @DisplayName("办理期限和当事人期限须有了结；窗口可以自行届满")
    void findsAClockWithoutEnd() {
        assertThat(faults("clocks: { end: [payment] }", "")).containsExactly("期限“缴款期限”起算以后没有任何步骤使它了结");
    }

    @Test
    @DisplayName("当事人的期限须写明末日遇休息日是否顺延")
    void findsAPeriodWithoutRoll() {
        assertThat(faults("budget: 15 calendar-days, roll: forward", "budget: 15 calendar-days"))
                .containsExactly("当事人的期限“缴款期限”没有写明末日遇休息日是否顺延（roll）");
    }

    @Test
    @DisplayName("期限须有依据，长度须查得到")
    void findsAClockWithoutBasisOrLength() {
        assertThat(faults("budget: 90 calendar-days, basis: \"60\"", "budget: decision-days"))
                .containsExactly("期限“决定期限”没有依据", "期限“决定期限”的长度 decision-days 既不是期间，也没有这样的法定数值或者机关设置");
    }

    @Test
    @DisplayName("以小时计的期限，变动它的步骤须写明时刻")
    void findsAnHourClockWithoutMoments() {
        assertThat(faults("budget: 90 calendar-days", "budget: 24 hours"))
                .contains("步骤“立案”变动以小时、分钟计的期限“决定期限”，须写明办理时刻（hourly）");
    }

    @Test
    @DisplayName("条件要看的栏目，此前须有步骤填写")
    void findsAFieldReadBeforeItIsFilledIn() {
        assertThat(faults("when: { answered: minor, as: [\"yes\"], basis: \"33.1\" }", "when: { kind: paid-in-full, in: [\"yes\"], basis: \"33.1\" }"))
                .containsExactly("步骤“不予处罚”的条件要看“是否缴清”，此前没有步骤填写它");
    }

    @Test
    @DisplayName("是非题和条件要看的选择，须写明是不是由办理人自己答的问题；只供登记的选择不必写")
    void findsAChoiceThatDoesNotSayWhetherItIsAQuestion() {
        String silent = "栏目“是否缴清”没有写明是不是问题（question）：办得成办不成看它的回答，由办理人自己答的写 true，只是登记情况的写 false";

        assertThat(faults("question: true, ", "")).containsExactly(silent);
        assertThat(faults("question: true, ", "", "{ yes: 缴清, no: 没有缴清 }", "{ all: 缴清, part: 没有缴清 }", "in: [\"yes\"], basis: \"67.3\"", "in: [all], basis: \"67.3\""))
                .as("没有 yes、no，但是有条件要看它").containsExactly(silent);
        assertThat(faults("question: true", "question: false")).isEmpty();
        assertThat(faults("type: money }", "type: money }, { field: way, title: 缴款方式, type: choice, options: { cash: 现金, transfer: 转账 }, default: cash }"))
                .as("没有条件看它的，不是问题").isEmpty();
    }

    @Test
    @DisplayName("问题不得预先答好：默认值读不进来，练习用的回答写 example，本案已有的回答可以带过来")
    void refusesADefaultForAQuestion() {
        for (String asked : List.of("type: choice, question: true, options: { yes: 是, no: 否 }", "type: yes-no")) {
            String field = "type: money }, { field: shown, title: 已出示证件, " + asked;

            assertThatThrownBy(() -> SmallPenalty.with("type: money }", field + ", default: \"yes\" }"))
                    .isInstanceOf(Source.Fault.class)
                    .hasMessageContaining("a question is never answered beforehand");
            assertThat(faults("type: money }", field + ", example: \"true\" }")).isEmpty();
            assertThat(faults("type: money }", field + ", default: fact shown }")).isEmpty();
        }
        assertThatThrownBy(() -> SmallPenalty.with("type: money }", "type: money, question: true }"))
                .isInstanceOf(Source.Fault.class)
                .hasMessageContaining("only a choice says whether it is a question");
    }

    @Test
    @DisplayName("个人信息在记录中只有摘要，条件不能看它")
    void findsAConditionOnPersonalData() {
        assertThat(faults(
                        "form: [ { field: fine, title: 罚款, type: money } ]", "form: [ { field: fine, title: 罚款, type: money, personal: true } ]",
                        "- { kind: paid-in-full, in: [\"yes\"], basis: \"67.3\" }", "- { amount: fine, above: \"1\", basis: \"67.3\" }"))
                .containsExactly("步骤“缴款结案”的条件要看“罚款”，它是个人信息，记录中只有摘要，无法判断");
    }

    @Test
    @DisplayName("声明了而没有用的，是多余的")
    void findsWhatIsDeclaredForNothing() {
        assertThat(faults(
                        "  minor: {", "  grave: { title: 是否重大, basis: \"57.2\" }\n  minor: {",
                        "  decided: 已决定\n", "  decided: 已决定\n  lost: 去向不明\n",
                        "documents:\n", "documents:\n  receipt: { title: 收据, basis: \"70\" }\n",
                        "clocks:\n  decision", "clocks:\n  spare: { kind: duty, title: 备用期限, budget: 3 working-days, basis: \"60\" }\n  decision"))
                .containsExactly(
                        "期限“备用期限”从未起算，是多余的声明", "文书《收据》没有任何步骤制作，是多余的声明", "判断事项“是否重大”没有步骤提出，是多余的声明",
                        "阶段“去向不明”没有步骤转入，是多余的声明");
    }

    @Test
    @DisplayName("须送达的文书要有送达的步骤")
    void findsADocumentThatIsNeverServed() {
        assertThat(faults("documents:\n", "documents:\n  receipt: { title: 收据, served: true, basis: \"70\" }\n", "documents: [notice]", "documents: [notice, receipt]"))
                .containsExactly("文书《收据》须送达，但没有送达的步骤");
    }

    @Test
    @DisplayName("有模板的程序，每种文书都要有模板")
    void findsADocumentWithoutTemplate() {
        Checks checks = new Checks(SmallPenalty.LAWS, SmallPenalty.OFFICE, (slug, kind) -> !kind.equals("notice"), procedures);

        assertThat(checks.faults(SmallPenalty.with(), SmallPenalty.text()))
                .containsExactly("文书《告知书》没有模板（documents/notice/template.html）");
    }

    @Test
    @DisplayName("示例文件夹在而没有示例的，报告；有示例的，不报告")
    void findsAProcedureWithoutExamples() throws Exception {
        Path examples = Files.createDirectories(procedures.resolve("small-penalty/examples"));
        assertThat(faults()).containsExactly("没有示例（" + examples + "）");

        Files.writeString(examples.resolve("noticed.yaml"), "title: 示例");
        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("与格式不符的定义报告位置；是与否、整数照 YAML 1.2 读")
    void holdsAgainstTheSchema() {
        DefinitionSchema schema = DefinitionSchema.of("""
                { "type": "object", "properties": { "title": { "type": "string" }, "ledger": { "type": "boolean" } }, "additionalProperties": { "type": ["string", "object", "array"] } }
                """);

        assertThat(schema.faults("title: 台账\nledger: true\nanswers: { yes: 是, no: 否 }\nfrom: 2021-07-15")).isEmpty();
        assertThat(schema.faults("title: 台账\nledger: yes")).singleElement().asString().startsWith("格式不符：/ledger");
    }
}
