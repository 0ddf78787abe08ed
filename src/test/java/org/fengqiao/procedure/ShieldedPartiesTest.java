package org.fengqiao.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("依法保密的身份：由程序定义写明，凭什么条文保密")
class ShieldedPartiesTest {

    private static final String PARTIES = "parties: { at-least: 1, at-most: 1 }";

    @Test
    @DisplayName("写了条文的身份受保护；没有写的不受")
    void shieldsTheRolesThatTheDefinitionNames() {
        Definition.PartyRule rule = SmallPenalty.with(PARTIES, """
                parties:
                  at-most: 3
                  roles: { violator: 当事人, minor: { title: 未成年人, protected: "30" }, complainant: { title: 投诉人, protected: ["50"] } }""").parties();

        assertThat(rule.roles()).containsEntry("minor", "未成年人").containsEntry("violator", "当事人");
        assertThat(rule.shields("minor")).isTrue();
        assertThat(rule.shields("complainant")).isTrue();
        assertThat(rule.shields("violator")).isFalse();
        assertThat(rule.shields(null)).isFalse();
    }

    @Test
    @DisplayName("没有条文的保护、没有的条文，读不进来")
    void refusesAProtectionWithoutAnArticle() {
        assertThatThrownBy(() -> SmallPenalty.with(PARTIES, "parties: { roles: { minor: { title: 未成年人 } } }"))
                .isInstanceOf(Source.Fault.class);
        assertThatThrownBy(() -> SmallPenalty.with(PARTIES, "parties: { roles: { minor: { title: 未成年人, protected: \"999\" } } }"))
                .isInstanceOf(Source.Fault.class);
    }

    @Test
    @DisplayName("没有写明身份的按哪一种，由定义写明；不能是受保护的身份，也不能是没有的身份")
    void takesTheRoleOfWhomNothingIsSaid() {
        String roles = "parties: { roles: { asker: 诉求人, confidential: { title: 要求保密的诉求人, protected: \"50\" } }";

        assertThat(SmallPenalty.with(PARTIES, roles + " }").parties().rolesMustBeSaid()).isTrue();
        Definition.PartyRule rule = SmallPenalty.with(PARTIES, roles + ", otherwise: asker }").parties();
        assertThat(rule.rolesMustBeSaid()).isFalse();
        assertThat(rule.otherwise()).isEqualTo("asker");
        assertThatThrownBy(() -> SmallPenalty.with(PARTIES, roles + ", otherwise: confidential }")).isInstanceOf(Source.Fault.class);
        assertThatThrownBy(() -> SmallPenalty.with(PARTIES, roles + ", otherwise: nobody }")).isInstanceOf(Source.Fault.class);
    }

    @Test
    @DisplayName("像新版本的旧版本，保护的依据是旧法的条文")
    void citesTheOlderTextInTheOlderVersion() {
        Definitions definitions = Definitions.load(org.fengqiao.law.Laws.load());
        assertThat(definitions.versions("petition")).extracting(d -> d.parties().shielded().get("accuser").toString())
                .containsExactly("[petition-regulations@2005-05-01#23]", "[petition-work-regulations@2022-05-01#30.3]");
    }

    @Test
    @DisplayName("链行写明受保护的当事人；写明以前的链行，举报人照旧受保护")
    void readsWhoIsShieldedFromTheLine() {
        CaseEvent event = event(List.of(party("minor", true), party("reporter", true), party("violator", false)));
        ObjectNode json = event.toJson();

        assertThat(json.get("parties")).extracting(p -> p.has("protected")).containsExactly(true, false, false);
        assertThat(CaseEvent.of(JsonMapper.shared().readTree(json.toString())).parties()).isEqualTo(event.parties());
    }

    @Test
    @DisplayName("不再受保护的举报人，链行写明")
    void writesThatAReporterIsNotShielded() {
        JsonNode json = event(List.of(party("reporter", false))).toJson();

        assertThat(json.get("parties").get(0).get("protected").asBoolean()).isFalse();
        assertThat(CaseEvent.of(json).parties().getFirst().shielded()).isFalse();
    }

    private static CaseEvent.PartyChange party(String role, boolean shielded) {
        return new CaseEvent.PartyChange("P1", "person", role, shielded, true, null);
    }

    private static CaseEvent event(List<CaseEvent.PartyChange> parties) {
        JsonNode bare = JsonMapper.shared().readTree("""
                {"case":"示例〔2026〕1号","seq":1,"recordedAt":"2026-10-09T10:00:00+08:00","actedOn":"2026-10-09","step":"filed","actors":[],
                "definition":"small-penalty@2021-07-15","stage":"clue"}""");
        CaseEvent e = CaseEvent.of(bare);
        return new CaseEvent(
                e.caseNumber(), e.seq(), e.recordedAt(), e.actedOn(), e.actedAt(), e.step(), e.actors(), e.party(), e.definition(),
                e.switchedFrom(), e.stage(), e.isFinal(), e.data(), parties, e.documents(), e.served(), e.evidence(), e.clocks(), e.assigned(),
                e.recused(), e.resets(), e.revised(), e.lifeline(), e.note(), e.citations());
    }
}
