package org.fengqiao.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fengqiao.calendar.Period;
import org.fengqiao.law.Citation;
import org.fengqiao.office.Office;
import org.fengqiao.office.Setting;
import org.fengqiao.procedure.CaseEvent;
import org.fengqiao.procedure.CaseState;
import org.fengqiao.procedure.Field;
import org.fengqiao.procedure.Reason;
import org.fengqiao.record.Erasure;
import org.fengqiao.record.Projection;
import org.fengqiao.record.Records;
import org.fengqiao.record.Restriction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// 个人信息的删除与限制（个人信息保护法 47）: erased once its retention has run out, until then only restricted.
///
/// The retention is the office setting `personal-retention`, counted in calendar days from the last act of a finished
/// case; an office that has not set one never erases. Both are events of the case, so that neither happens unseen.
final class PersonalData {

    /// The name of the event that restricts.
    static final String RESTRICTED = Restriction.STEP;

    private static final String RETENTION = "personal-retention";
    static final List<Citation> BASIS = List.of(Citation.parse("personal-information-protection-law@2021-11-01#47"));
    static final String MASK = Restriction.MASK;

    private final Cases cases;
    private final Records records;
    private final Access access;

    PersonalData(Cases cases, Records records, Access access) {
        this.cases = cases;
        this.records = records;
        this.access = access;
    }

    /// A personal value as it was told: a list of points is kept as its JSON, everything else, also what stands in the
    /// place of a restricted list, as its words.
    static JsonNode told(Field.Type type, String kept) {
        boolean list = type == Field.Type.POINTS && kept.startsWith("[");
        return list ? Cases.JSON.readTree(kept) : JsonNodeFactory.instance.stringNode(kept);
    }

    /// Erases or restricts the personal values of a party, or of the whole case.
    ///
    /// @param party null for every value of the case
    Cases.Answer erase(String user, String number, @Nullable String party, String ground) {
        Records.Known known = records.read(number, null, null).known();
        Office office = cases.office();
        LocalDate today = cases.clock().today();
        if (!access.may(office, user, "personal-data", "act", today)) {
            return new Cases.Answer.Forbidden("您没有删除或者限制个人信息的权限");
        }
        if (known == null || party != null && !known.state().parties().containsKey(party)) {
            return new Cases.Answer.NotFound("没有" + (known == null ? "案件 " + number : "当事人 " + party));
        }
        CaseState state = known.state();
        if (!state.isFinal()) {
            return refused("案件尚未办结，个人信息仍为办理所必需");
        }
        if (ground.isBlank() || ground.length() > 200) {
            return refused("请写明理由，至多 200 个字");
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("ground", ground);
        if (party != null) {
            data.put("party", party);
        }
        if (retained(office, state, today)) {
            return Restriction.covers(state, party) ? refused("个人信息已经限制处理，保存期限届满以后才能删除")
                    : appended(known, RESTRICTED, user, data, List.of());
        }
        Predicate<String> wanted = f -> party == null || f.startsWith(party + ".");
        Erasure.Scope scope = Erasure.of(state, records.personalRows(known.id()), wanted, party);
        if (scope.isEmpty()) {
            return refused("没有可以删除的个人信息");
        }
        ArrayNode erased = data.putArray("erased");
        scope.names().forEach(erased::add);
        Map<String, String> left = new HashMap<>(state.personal());
        left.keySet().removeIf(wanted);
        Records.Known without = new Records.Known(known.id(), state.withPersonal(left), known.digest());
        return appended(without, Erasure.STEP, user, data, scope.parts());
    }

    private static boolean retained(Office office, CaseState state, LocalDate today) {
        return office.setting(RETENTION, today)
                .map(Setting::value)
                .map(Period::parse)
                .filter(p -> lastAct(state).plusDays(p.length()).isBefore(today))
                .isEmpty();
    }

    /// The day of the last step; a restriction or an erasure does not start the retention anew.
    private static LocalDate lastAct(CaseState state) {
        return state.deeds().stream()
                .filter(d -> !d.step().startsWith("$"))
                .map(CaseState.Deed::on)
                .max(LocalDate::compareTo)
                .orElse(state.lastDay());
    }

    private Cases.Answer appended(Records.Known known, String step, String user, ObjectNode data, List<Projection.Part> parts) {
        LocalDate today = cases.clock().today();
        String post = cases.office().person(user).map(p -> p.postsOn(today)).orElse(List.of()).stream().findFirst().orElse("-");
        CaseEvent event = CaseEvent.beside(
                known.state(), cases.clock().recordedAt(), today, step, List.of(new CaseEvent.Actor(user, post, null)), data,
                List.of(), List.of(), List.of(), null);
        return cases.appended(known, event, parts, null);
    }

    private static Cases.Answer refused(String why) {
        return new Cases.Answer.Refused(List.of(new Reason(Reason.Kind.FORM, why, BASIS, null, null)));
    }

    /// The case as it may be shown: restricted values only to those who decide about them and have stated what for.
    static Records.Known masked(Records.Known known, boolean decides) {
        return decides || !Restriction.concerns(known.state())
                ? known
                : new Records.Known(known.id(), Restriction.masked(known.state()), known.digest());
    }

    /// 不予提供: what cannot be shown in part, such as a printed document or a file, is not shown at all.
    static final class Withheld extends RuntimeException {

        private static final long serialVersionUID = 1L;
        static final String WHY = "本案的个人信息已限制处理，由有权决定的人员说明用途后查看";

        Withheld() {
            super(WHY);
        }
    }
}
