package org.fengqiao.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.office.Person;
import tools.jackson.databind.JsonNode;

/// 台账的命名规则: conditions of inspection records and minutes.
final class LedgerRules {

    /// Meetings whose conclusions bind the office and therefore need two thirds of the leading members.
    private static final Set<String> DECIDING_MEETINGS =
            Set.of("party-committee", "office-meeting", "collective-discussion");

    static final Map<String, Rules.Rule> ALL = Map.of(
            "inspection-ground-stated", LedgerRules::groundStated,
            "inspection-not-repeated", LedgerRules::notRepeated,
            "follow-up-stated", LedgerRules::followUpStated,
            "meeting-quorum", LedgerRules::meetingQuorum,
            "chair-present", LedgerRules::chairPresent,
            "chief-spoke-last", LedgerRules::chiefSpokeLast,
            "conclusions-assigned", LedgerRules::conclusionsAssigned);

    private LedgerRules() {}

    private static Outcome groundStated(Facts facts) {
        if (facts.open("ground")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("ground", "planned")) {
            return facts.text("plan-number").isPresent()
                    ? Outcome.SATISFIED
                    : Outcome.not("按计划检查的，应当写明计划编号");
        }
        return facts.text("ground-reason").isPresent()
                ? Outcome.SATISFIED
                : Outcome.not("计划外检查应当写明具体理由");
    }

    private static Outcome notRepeated(Facts facts) {
        if (facts.open("ground") || !facts.is("ground", "planned")) {
            return Outcome.SATISFIED;
        }
        long limit = facts.threshold("inspection-yearly-limit").orElse(Long.MAX_VALUE);
        long before = facts.number("inspections-this-year").orElse(0L);
        if (before >= limit) {
            return Outcome.not("本年对该对象已检查 " + before + " 次，达到计划内检查的年度次数 " + limit + " 次");
        }
        return facts.is("same-item-recently", "yes")
                ? Outcome.not("同一事项近期已经检查，不得再作计划内检查")
                : Outcome.SATISFIED;
    }

    private static Outcome followUpStated(Facts facts) {
        if (facts.open("result")) {
            return Outcome.SATISFIED;
        }
        return facts.is("result", "problems-found") && facts.is("follow-up", "none")
                ? Outcome.not("发现问题的，应当写明后续处理")
                : Outcome.SATISFIED;
    }

    private static Outcome meetingQuorum(Facts facts) {
        if (facts.open("meeting-kind") || facts.text("meeting-kind").filter(DECIDING_MEETINGS::contains).isEmpty()) {
            return Outcome.SATISFIED;
        }
        List<String> body =
                facts.office().holders("leading-member", facts.day()).stream().map(Person::id).toList();
        long present = facts.texts("present").stream().filter(body::contains).count();
        return present * 3 >= body.size() * 2L
                ? Outcome.SATISFIED
                : Outcome.not("领导班子成员 " + body.size() + " 人，到会 " + present + " 人，不足三分之二");
    }

    private static Outcome chairPresent(Facts facts) {
        if (facts.open("chair")) {
            return Outcome.SATISFIED;
        }
        return facts.text("chair").filter(facts.texts("present")::contains).isPresent()
                ? Outcome.SATISFIED
                : Outcome.not("主持人应当到会");
    }

    private static Outcome chiefSpokeLast(Facts facts) {
        if (facts.open("meeting-kind") || !facts.is("meeting-kind", "collective-discussion")) {
            return Outcome.SATISFIED;
        }
        return facts.value("chief-spoke-last").filter(v -> v.isBoolean() && v.asBoolean()).isPresent()
                ? Outcome.SATISFIED
                : Outcome.not("集体讨论时主要负责人应当最后发表意见，并在纪要中写明");
    }

    private static Outcome conclusionsAssigned(Facts facts) {
        JsonNode matters = facts.value("matters").orElse(null);
        if (matters == null) {
            return Outcome.SATISFIED;
        }
        for (JsonNode matter : matters) {
            boolean toDo = "to-do".equals(matter.path("conclusion-kind").asString(""));
            if (toDo && (matter.path("responsible").isMissingNode() || matter.path("due").isMissingNode())) {
                return Outcome.not("“" + matter.path("matter").asString("") + "”的结论没有写明由谁落实、何时完成");
            }
        }
        return Outcome.SATISFIED;
    }
}
