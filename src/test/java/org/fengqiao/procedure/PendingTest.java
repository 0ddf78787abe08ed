package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.calendar.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("待办：应当办的在前，等候外部的在后，可办的和当事人的不列")
class PendingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    private static final String YAML = """
            procedure: small
            title: 小程序
            basis: administrative-penalty-law@2021-07-15
            stages: { open: 在办, closed: { title: 办结, final: true } }
            opening: { step: opened, title: 登记, basis: "54.2", to: open, by: { post: registrar } }
            steps:
              - { step: ruled, title: 登记裁定, awaits: 人民法院, basis: "57", in: [open], to: closed, by: { post: registrar } }
              - { step: noted, title: 记录, optional: true, basis: "57", in: [open], to: closed, by: { post: registrar } }
              - { step: said, title: 陈述, basis: "57", in: [open], to: closed, by: { party: any, recorded-by: registrar } }
              - { step: ended, title: 办结, basis: "57", in: [open], to: closed, by: { post: registrar } }
            """;

    private static List<String> pending(String yaml) {
        Definition definition = Definitions.read(SmallPenalty.LAWS, "small", LocalDate.of(2021, 7, 15), yaml);
        CaseState state = new CaseState(
                "示例1号", "示例1号", "small", definition.id(), "open", false, 1, DAY, DAY, Map.of(), Map.of(), Map.of(), List.of(),
                Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Set.of());
        return new Deciding(SmallPenalty.LAWS, WorkingDays.announced()).pending(definition, state, SmallPenalty.OFFICE, DAY).stream()
                .map(Definition.Step::id)
                .toList();
    }

    @Test
    @DisplayName("法院的裁定写在前面，本机关自己的办结仍然先列")
    void ownStepsComeFirst() {
        assertThat(pending(YAML)).containsExactly("ended", "ruled");
    }

    @Test
    @DisplayName("不写“等候”的，照定义的次序")
    void withoutAwaitingTheOrderIsTheDefinitions() {
        assertThat(pending(YAML.replace("awaits: 人民法院, ", ""))).containsExactly("ruled", "ended");
    }
}
