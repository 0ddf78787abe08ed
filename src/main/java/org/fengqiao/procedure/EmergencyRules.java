package org.fengqiao.procedure;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.Period;
import org.fengqiao.deadline.Clock;
import org.fengqiao.deadline.Moment;
import tools.jackson.databind.JsonNode;

/// 应急规则: what is reported upward is what is known, an accident has the grade its figures give, and arrivals are told once.
final class EmergencyRules {

    /// Known figure → the same figure as a report tells it.
    private static final Map<String, String> HURT = Map.of(
            "known-deaths", "reported-deaths", "known-injured", "reported-injured", "known-missing", "reported-missing");

    /// 生产安全事故报告和调查处理条例 第三条: deaths, serious injuries and loss (fen) from which on an accident is at least of
    /// this grade, the number itself included. What reaches none is ordinary.
    private enum Grade {
        GRAVE("特别重大事故", 30, 100, 10_000_000_000L),
        MAJOR("重大事故", 10, 50, 5_000_000_000L),
        LARGER("较大事故", 3, 10, 1_000_000_000L),
        ORDINARY("一般事故", 0, 0, 0);

        private final String title;
        private final long deaths;
        private final long injured;
        private final long loss;

        Grade(String title, long deaths, long injured, long loss) {
            this.title = title;
            this.deaths = deaths;
            this.injured = injured;
            this.loss = loss;
        }

        static Grade of(long deaths, long injured, long loss) {
            for (Grade g : values()) {
                if (deaths >= g.deaths || injured >= g.injured || loss >= g.loss) {
                    return g;
                }
            }
            throw new IllegalArgumentException("less than nothing was hurt");
        }
    }

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("accident-grade-right", EmergencyRules::gradeRight),
            Map.entry("report-required-when-hurt", EmergencyRules::reportRequired),
            Map.entry("hurt-was-reported", EmergencyRules::hurtReported),
            Map.entry("report-as-known", facts -> reportAsKnown(facts, HURT)),
            Map.entry("accident-told-as-known", facts -> reportAsKnown(facts, Map.of("known-deaths", "reported-deaths", "known-injured", "reported-injured"))),
            Map.entry("fewer-hurt-explained", EmergencyRules::fewerExplained),
            Map.entry("late-taking-explained", EmergencyRules::lateTakingExplained),
            Map.entry("unit-lateness-as-reported", EmergencyRules::unitLateness),
            Map.entry("receipt-awaited", facts -> awaited(facts, "receipt", "回执")),
            Map.entry("arrival-awaited", facts -> awaited(facts, "arrival", "到场")),
            Map.entry("response-approved-by-rank", EmergencyRules::approvedByRank),
            Map.entry("response-level-changes", EmergencyRules::levelChanges));

    private EmergencyRules() {}

    private static Outcome reportRequired(Facts facts) {
        boolean hurt = HURT.keySet().stream().anyMatch(f -> facts.number(f).orElse(0L) > 0);
        return facts.act() == null || !hurt || facts.is("report-required", "yes")
                ? Outcome.SATISFIED
                : Outcome.not("有人员伤亡、失踪、被困的，应当向上级报告，不得作一般事件处理");
    }

    /// Who was found hurt only later is reported all the same.
    private static Outcome hurtReported(Facts facts) {
        boolean hurt = facts.state() != null && HURT.keySet().stream().anyMatch(f -> facts.number(f).orElse(0L) > 0);
        return !hurt || facts.done("written-reported")
                ? Outcome.SATISFIED
                : Outcome.not("登记有人员伤亡、失踪、被困，尚未书面报告；不得漏报、瞒报");
    }

    private static Outcome reportAsKnown(Facts facts, Map<String, String> figures) {
        if (facts.act() == null) {
            return Outcome.SATISFIED;
        }
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            long known = facts.number(figure.getKey()).orElse(0L);
            long told = facts.number(figure.getValue()).orElse(0L);
            if (known != told) {
                return Outcome.not(facts.step().form().field(figure.getValue()).orElseThrow().title() + told + "人，登记的是" + known
                        + "人，应当一致；情况有变化的先更新情况，不得谎报、瞒报、漏报");
            }
        }
        return Outcome.SATISFIED;
    }

    private static Outcome gradeRight(Facts facts) {
        if (facts.act() == null) {
            return Outcome.SATISFIED;
        }
        Grade grade = Grade.of(facts.number("known-deaths").orElse(0L), facts.number("known-injured").orElse(0L), facts.number("known-loss").orElse(0L));
        return facts.is("grade", grade.name().toLowerCase(Locale.ROOT))
                ? Outcome.SATISFIED
                : Outcome.not("按登记的死亡、重伤和损失，达到" + grade.title + "的标准（“以上”含本数，“以下”不含本数）");
    }

    private static Outcome fewerExplained(Facts facts) {
        if (facts.act() == null || facts.state() == null || facts.text("fewer-reason").filter(t -> !t.isBlank()).isPresent()) {
            return Outcome.SATISFIED;
        }
        boolean fewer = HURT.keySet().stream().anyMatch(f ->
                facts.number(f).orElse(0L) < facts.state().fact(f).map(JsonNode::asLong).orElse(0L));
        return fewer ? Outcome.not("人数比已经登记的少，应当写明核实依据") : Outcome.SATISFIED;
    }

    /// 迟报: by the moment at which the unit reported, whenever that was found out; neither hidden nor laid upon who was in time.
    private static Outcome unitLateness(Facts facts) {
        Optional<OffsetDateTime> reported = facts.text("unit-reported-at").map(OffsetDateTime::parse);
        if (facts.act() == null || facts.state() == null || reported.isEmpty()) {
            return Outcome.SATISFIED;
        }
        boolean late = facts.state().clocksOf("unit-report").stream().anyMatch(c -> c.lapsed(Moment.of(reported.get()), facts.calendar()));
        if (late == facts.is("unit-late", "late")) {
            return Outcome.SATISFIED;
        }
        return Outcome.not(late ? "单位的报告超过一小时，应当如实登记为迟报" : "单位在一小时内报告，不登记为迟报");
    }

    /// 迟接原因: asked for exactly when more than the minutes of the office lie between the call and its being registered.
    private static Outcome lateTakingExplained(Facts facts) {
        OffsetDateTime at = facts.moment().orElse(null);
        if (facts.act() == null || at == null) {
            return Outcome.SATISFIED;
        }
        Optional<OffsetDateTime> called = facts.text("called-at").map(OffsetDateTime::parse);
        Optional<Duration> promised = facts.period("emergency-taking").map(Period::duration);
        boolean late = called.isPresent() && promised.isPresent() && at.isAfter(called.get().plus(promised.get()));
        boolean explained = !facts.is("taking-late-reason", "none") && facts.text("taking-late-reason").isPresent();
        if (late && !explained) {
            return Outcome.not("自报来至登记超过承诺的时限，应当写明迟接原因");
        }
        return explained && !late ? Outcome.not("接报没有超过时限，不写迟接原因") : Outcome.SATISFIED;
    }

    /// A second arrival of the same force would make the first one look later than it was.
    private static Outcome awaited(Facts facts, String clock, String what) {
        if (facts.state() == null) {
            return Outcome.SATISFIED;
        }
        List<Clock> all = facts.state().clocksOf(clock);
        if (all.isEmpty()) {
            return Outcome.not("尚未派出应急力量");
        }
        String party = facts.act() == null ? null : facts.act().party();
        boolean open = all.stream().anyMatch(c -> !c.ended() && (party == null || party.equals(c.party())));
        return open ? Outcome.SATISFIED : Outcome.not("已经登记" + what);
    }

    private static Outcome approvedByRank(Facts facts) {
        if (facts.act() == null || !(facts.is("response-level", "level-1") || facts.is("response-level", "level-2"))) {
            return Outcome.SATISFIED;
        }
        String person = facts.act().person();
        boolean head = facts.office().person(person).filter(p -> p.holds("office-head", facts.day())).isPresent()
                || facts.office().person(person).flatMap(p -> facts.office().substitutedBy(p, "office-head", facts.day())).isPresent();
        return head
                ? Outcome.SATISFIED
                : Outcome.not("一级、二级响应由街道办事处负责人批准");
    }

    private static Outcome levelChanges(Facts facts) {
        return facts.act() == null || facts.state() == null
                || !facts.state().fact("response-level").map(JsonNode::asString).equals(facts.text("response-level"))
                ? Outcome.SATISFIED
                : Outcome.not("调整前后的级别相同");
    }
}
