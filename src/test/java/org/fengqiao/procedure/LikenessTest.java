package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.fengqiao.procedure.Definition.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("仿照另一版本")
class LikenessTest {

    private static final String SECOND = """
            like: 2021-07-15
            without: { clocks: [reply] }
            """;

    private static String first(String when) {
        return """
                procedure: small
                title: 小程序
                basis: administrative-penalty-law@2021-07-15
                stages: { open: 在办, closed: { title: 办结, final: true } }
                clocks:
                  reply: { title: 答复期限, kind: duty, budget: 5 working-days, basis: "45.1" }
                  other: { title: 其他期限, kind: duty, budget: 5 working-days, basis: "45.1" }
                opening: { step: opened, title: 登记, basis: "54.2", to: open, by: { post: registrar }, clocks: { start: [reply, other] } }
                steps:
                  - { step: ended, title: 办结, basis: "57", in: [open], to: closed, by: { post: registrar }, clocks: { end: [reply, other] }, when: %s }
                """.formatted(when);
    }

    private static Step ended(String when) {
        String text = Likeness.expand("small", SECOND, day ->
                day.equals(LocalDate.of(2021, 7, 15)) ? Optional.of(first(when)) : Optional.empty());
        return Definitions.read(SmallPenalty.LAWS, "small", LocalDate.of(2018, 1, 1), text)
                .step("ended")
                .orElseThrow();
    }

    @Test
    @DisplayName("期限没有了，关于它的条件也没有了")
    void aClockThatIsGoneIsNotAskedFor() {
        assertThat(ended("{ not: { any: [ { within: reply }, { lapsed: reply } ] } }").when()).isEqualTo(Condition.NONE);
        assertThat(ended("[ { done: opened }, { not: { lapsed: reply } } ]").when())
                .isEqualTo(ended("[ { done: opened } ]").when());
        assertThat(ended("{ any: [ { done: opened }, { within: reply } ] }").when())
                .isEqualTo(ended("{ any: [ { done: opened } ] }").when());
    }

    @Test
    @DisplayName("关于其他期限的条件原样保留")
    void anotherClockIsStillAskedFor() {
        String when = "{ not: { any: [ { within: other }, { lapsed: other }, { lapsed: reply } ] } }";

        assertThat(ended(when).when())
                .isEqualTo(ended("{ not: { any: [ { within: other }, { lapsed: other } ] } }").when())
                .isNotEqualTo(Condition.NONE);
    }

    @Test
    @DisplayName("没有该期限就永远办不到的步骤，不予接受")
    void aStepThatNeedsTheClockIsRefused() {
        assertThatThrownBy(() -> ended("[ { done: opened }, { within: reply } ]"))
                .isInstanceOf(Source.Fault.class)
                .hasMessageContaining("ended")
                .hasMessageContaining("reply");
    }
}
