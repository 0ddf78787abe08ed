package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.calendar.Period;
import org.fengqiao.law.Series;

/// 立案与调查规则: limitation, officers, evidence, age and the transfer of suspected crime.
final class InvestigationRules {

    static final Map<String, Rules.Rule> ALL = Map.of(
            "limitation-not-run-out", InvestigationRules::limitation,
            "officers-fit", f -> fit(f, "officers"),
            "replacement-fit", InvestigationRules::replacementFit,
            "filing-day-restored", InvestigationRules::filingDayRestored,
            "evidence-collected-first", InvestigationRules::collectedFirst,
            "evidence-reviewed", InvestigationRules::reviewed,
            "age-stated-truly", InvestigationRules::ageStatedTruly,
            "transfer-materials-complete", InvestigationRules::materialsComplete);

    private static final String[] SOURCES = {"site-inspected", "inquiry-made", "evidence-collected", "sample-taken"};

    private InvestigationRules() {}

    /// The law of the day on which the act ended decides the length (从旧); an act still going on has not begun to run.
    static Outcome limitation(Facts facts) {
        if (facts.open("act-on") || facts.is("continuing", "ongoing")) {
            return Outcome.SATISFIED;
        }
        boolean ended = facts.is("continuing", "ended");
        Optional<LocalDate> base = facts.date(ended ? "act-ended-on" : "act-on");
        if (base.isEmpty()) {
            return Outcome.not(ended ? "行为有连续或者继续状态的，自终了之日起计算，请填写行为终了之日" : "请填写违法行为发生之日");
        }
        LocalDate found = facts.date("found-on").orElse(facts.day());
        int years = years(facts, base.get());
        LocalDate last = base.get().plusYears(years);
        return found.isAfter(last)
                ? Outcome.not("违法行为自" + base.get() + "起" + years + "年内未被发现（至" + last + "），" + found + "才发现，不再给予行政处罚")
                : Outcome.SATISFIED;
    }

    private static int years(Facts facts, LocalDate base) {
        Optional<Series.Value> extended = facts.is("grave-harm", "yes")
                ? PenaltyCase.series(facts, "penalty.limitation-extended", base).filter(v -> !v.isNone())
                : Optional.empty();
        Series.Value value = extended
                .or(() -> PenaltyCase.series(facts, "penalty.limitation", base))
                .orElseThrow(() -> new IllegalStateException("no series penalty.limitation"));
        return Period.parse(value.asPeriodText()).length();
    }

    private static Outcome fit(Facts facts, String field) {
        if (facts.open(field)) {
            return Outcome.SATISFIED;
        }
        List<String> officers = facts.texts(field);
        if (officers.stream().distinct().count() < 2) {
            return Outcome.not("执法人员不得少于两人");
        }
        return officers.stream()
                .filter(p -> facts.office().person(p).flatMap(x -> x.certificate("enforcement", facts.day())).isEmpty())
                .findFirst()
                .map(p -> Outcome.not(facts.office().nameOf(p) + "没有当日有效的行政执法证件"))
                .orElse(Outcome.SATISFIED);
    }

    private static Outcome replacementFit(Facts facts) {
        if (facts.open("new-officers")) {
            return Outcome.SATISFIED;
        }
        List<String> officers = facts.texts("new-officers");
        Set<String> recused = facts.state() == null ? Set.of() : facts.state().recused();
        Optional<String> leaving = facts.step().form().has("recusal-person") ? facts.text("recusal-person") : Optional.empty();
        return Stream.concat(recused.stream(), leaving.stream())
                .filter(officers::contains)
                .findFirst()
                .map(p -> Outcome.not(facts.office().nameOf(p) + "应当回避，不能继续承办本案"))
                .orElseGet(() -> fit(facts, "new-officers"));
    }

    private static Outcome filingDayRestored(Facts facts) {
        Optional<LocalDate> filed = facts.doneOn("case-filing");
        return facts.open("original-filing-day") || filed.equals(facts.date("original-filing-day"))
                ? Outcome.SATISFIED
                : Outcome.not("原立案之日应为" + filed.map(LocalDate::toString).orElse("（未立案）"));
    }

    private static Outcome collectedFirst(Facts facts) {
        return Stream.of(SOURCES).anyMatch(facts::done)
                ? Outcome.SATISFIED
                : Outcome.not("尚未收集任何证据，没有可以审查的内容");
    }

    /// What monitoring equipment recorded is evidence only when reviewed and fit, and the party has been told of it.
    private static Outcome reviewed(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        if (!PenaltyCase.after(file.last("evidence-reviewed"), file.last(SOURCES))) {
            return Outcome.not("证据尚未全部审查核实，未经查证属实的不得作为认定事实的根据");
        }
        boolean monitored = file.deeds("evidence-collected").stream()
                .anyMatch(d -> PenaltyCase.text(d, "evidence-kind").equals("monitoring"));
        if (!monitored) {
            return Outcome.SATISFIED;
        }
        if (!facts.done("monitoring-reviewed")) {
            return Outcome.not("电子技术监控记录未经审核，不得作为处罚的证据");
        }
        if (!facts.is("device-reviewed", "yes") || !facts.is("monitoring-result", "fit")) {
            return excluded(file)
                    ? Outcome.SATISFIED
                    : Outcome.not("电子技术监控记录经审核不符合要求，应当排除，并以其他证据认定事实");
        }
        return facts.done("monitoring-told") ? Outcome.SATISFIED : Outcome.not("尚未告知当事人监控记录的违法事实");
    }

    /// An unfit record was left out and there is other evidence.
    private static boolean excluded(PenaltyCase file) {
        boolean other = file.deeds(SOURCES).stream()
                .anyMatch(d -> !PenaltyCase.text(d, "evidence-kind").equals("monitoring"));
        return other && file.is("evidence-true", "no");
    }

    private static Outcome ageStatedTruly(Facts facts) {
        Optional<LocalDate> born = facts.act() == null ? Optional.empty() : facts.date("birth-date");
        Optional<LocalDate> acted = facts.date("act-on");
        if (born.isEmpty() || acted.isEmpty()) {
            return Outcome.SATISFIED;
        }
        int age = born.get().until(acted.get()).getYears();
        String stated = facts.text("responsibility").orElse("");
        if (stated.equals("incapable")) {
            return Outcome.SATISFIED;
        }
        boolean right = switch (stated) {
            case "under-14" -> age < 14;
            case "age-14-18" -> age >= 14 && age < 18;
            case "partly" -> age >= 14;
            default -> age >= 18;
        };
        return right ? Outcome.SATISFIED : Outcome.not("按出生日期，违法行为发生时当事人年满" + Math.max(0, age) + "周岁，与所填责任年龄不符");
    }

    private static Outcome materialsComplete(Facts facts) {
        return facts.act() == null || facts.texts("transfer-materials").containsAll(List.of("letter", "report", "things"))
                ? Outcome.SATISFIED
                : Outcome.not("移送应当附移送书、调查报告和涉案物品清单");
    }
}
