package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// 社区矫正的命名规则: conditions of entrusted community correction that need more than one field or a count over the file.
final class CorrectionRules {

    private static final int ADMONITIONS_BEFORE_WARNING = 2;

    static final Map<String, Rules.Rule> ALL = Map.of(
            "investigation-covered", CorrectionRules::investigationCovered,
            "support-term-over", CorrectionRules::supportTermOver,
            "correction-term-follows", CorrectionRules::termFollows,
            "correction-term-over", CorrectionRules::termOver,
            "correction-group-fit", CorrectionRules::groupFit,
            "correction-leave-approver", CorrectionRules::leaveApprover,
            "correction-discipline-graded", CorrectionRules::disciplineGraded,
            "correction-legal-review", CorrectionRules::legalReview,
            "correction-electronic-ground", CorrectionRules::electronicGround,
            "correction-revocation-fits", CorrectionRules::revocationFits);

    private CorrectionRules() {}

    private static Outcome termFollows(Facts facts) {
        return Compared.inOrder(facts, "term-from", "term-until", "矫正期止早于矫正期起，请与法律文书核对");
    }

    private static Outcome termOver(Facts facts) {
        return facts.date("term-until")
                .filter(until -> until.isAfter(facts.day()))
                .map(until -> Outcome.not("矫正期至" + Timing.day(until, facts) + "止，尚未期满，不得解除"))
                .orElse(Outcome.SATISFIED);
    }

    /// Help goes on to the end of its term, unless there is nobody left to help.
    private static Outcome supportTermOver(Facts facts) {
        if (facts.open("end-ground") || !facts.is("end-ground", "term")) {
            return Outcome.SATISFIED;
        }
        return facts.date("support-until")
                .filter(until -> until.isAfter(facts.day()))
                .map(until -> Outcome.not("帮教期至" + Timing.day(until, facts) + "止，尚未期满"))
                .orElse(Outcome.SATISFIED);
    }

    /// An assessment speaks of the danger and of the neighbourhood, so both the family and the committee were asked.
    private static Outcome investigationCovered(Facts facts) {
        if (facts.state() == null || !facts.done("inquiry-made")) {
            return Outcome.SATISFIED;
        }
        Set<String> asked = new HashSet<>();
        facts.state().deeds().stream()
                .filter(d -> d.step().equals("inquiry-made"))
                .forEach(d -> d.data().get("visited-whom").forEach(w -> asked.add(w.asString(""))));
        return asked.containsAll(Set.of("family", "committee"))
                ? Outcome.SATISFIED
                : Outcome.not("应当走访家庭和居民委员会、社区，才能评估对所居住社区的影响");
    }

    private static Outcome groupFit(Facts facts) {
        if (facts.open("members")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("sex", "female") && !anyMember(facts, "member-sex", "female")) {
            return Outcome.not("社区矫正对象为女性，矫正小组中应有女性成员");
        }
        return facts.is("minor", "yes") && !anyMember(facts, "member-of", "youth")
                ? Outcome.not("未成年人的矫正小组，应当吸收熟悉未成年人身心特点的人员参加")
                : Outcome.SATISFIED;
    }

    private static boolean anyMember(Facts facts, String field, String value) {
        return facts.value("members")
                .filter(JsonNode::isArray)
                .map(all -> StreamSupport.stream(all.spliterator(), false).anyMatch(m -> m.path(field).asString("").equals(value)))
                .orElse(false);
    }

    /// The station approves what it was entrusted with; longer leave and much leave within a short time belong above it.
    private static Outcome leaveApprover(Facts facts) {
        if (facts.open("leave-level")) {
            return Outcome.SATISFIED;
        }
        long days = facts.number("leave-days").orElse(0L);
        long before = leaveBefore(facts);
        long most = facts.threshold("correction-leave-total").orElse(Long.MAX_VALUE);
        if (before + days > most) {
            return facts.is("leave-level", "city")
                    ? Outcome.SATISFIED
                    : Outcome.not("近期已经外出 " + before + " 日，加本次 " + days + " 日累计超过 " + most + " 日，由设区的市级社区矫正机构批准");
        }
        long entrusted = facts.threshold("correction-leave-station").orElse(0L);
        return days > entrusted && facts.is("leave-level", "station")
                ? Outcome.not("外出 " + days + " 日，超过委托司法所批准的 " + entrusted + " 日，由县级社区矫正机构批准")
                : Outcome.SATISFIED;
    }

    /// The days of leave granted before, as far as the leave began within the months the office has set.
    private static long leaveBefore(Facts facts) {
        CaseState state = facts.state();
        if (state == null) {
            return 0;
        }
        long months = facts.threshold("correction-leave-months").orElse(0L);
        LocalDate since = facts.date("leave-from").orElse(facts.day()).minusMonths(months);
        long sum = 0;
        long asked = 0;
        LocalDate from = null;
        for (CaseState.Deed deed : state.deeds()) {
            if (deed.step().equals("leave-asked")) {
                asked = deed.data().get("leave-days").asLong(0);
                from = LocalDate.parse(deed.data().get("leave-from").asString());
            } else if (deed.step().equals("leave-granted") && from != null && from.isAfter(since)) {
                sum += asked;
            }
        }
        return sum;
    }

    /// Who was admonished twice and goes on is not admonished a third time.
    private static Outcome disciplineGraded(Facts facts) {
        if (facts.open("discipline")) {
            return Outcome.SATISFIED;
        }
        long admonished = decided(facts, "admonition");
        return admonished >= ADMONITIONS_BEFORE_WARNING && List.of("none", "admonition").contains(facts.text("discipline").orElse(""))
                ? Outcome.not("已经训诫 " + admonished + " 次仍不改正，应当建议警告或者更重的处理")
                : Outcome.SATISFIED;
    }

    private static long decided(Facts facts, String result) {
        return facts.state() == null
                ? 0
                : facts.state().deeds().stream()
                        .filter(d -> d.step().equals("discipline-decided") && result.equals(text(d, "discipline-result")))
                        .count();
    }

    private static String text(CaseState.Deed deed, String field) {
        JsonNode value = deed.data().get(field);
        return value == null ? "" : value.asString("");
    }

    /// What weighs more than an admonition is reviewed by someone with the legal qualification.
    private static Outcome legalReview(Facts facts) {
        Act act = facts.act();
        boolean grave = List.of("warning", "public-security", "revocation").contains(facts.text("discipline").orElse(""));
        if (act == null || !grave) {
            return Outcome.SATISFIED;
        }
        boolean reviewer = facts.office().person(act.person()).filter(p -> p.holdsAny(Set.of("legal-reviewer"), facts.day())).isPresent();
        return reviewer ? Outcome.SATISFIED : Outcome.not("警告以上的建议，由法制审核员审核");
    }

    private static Outcome electronicGround(Facts facts) {
        return facts.is("electronic-ground", "warned") && decided(facts, "warning") == 0
                ? Outcome.not("没有登记警告，不符合“拒不按照规定报告被给予警告”的情形")
                : facts.is("electronic-ground", "public-security") && decided(facts, "public-security") == 0
                        ? Outcome.not("没有登记治安管理处罚，不符合该项情形")
                        : Outcome.SATISFIED;
    }

    private static Outcome revocationFits(Facts facts) {
        if (facts.open("revocation-kind")) {
            return Outcome.SATISFIED;
        }
        String fit = switch (facts.text("correction-kind").orElse("")) {
            case "probation" -> "probation";
            case "parole" -> "parole";
            case "medical" -> "recommit";
            default -> "";
        };
        if (fit.isEmpty()) {
            return Outcome.not("管制没有撤销和收监，违反规定的由公安机关依法处理");
        }
        return facts.is("revocation-kind", fit) ? Outcome.SATISFIED : Outcome.not("提请的种类与社区矫正的类别不符");
    }
}
