package org.fengqiao.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.CountedDay;
import org.fengqiao.calendar.Counting;
import org.fengqiao.calendar.Period;
import org.fengqiao.calendar.Roll;

/// 法治台账的命名规则: what the fields of one entry have to say about each other.
final class LedgerBookRules {

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("plan-item-stated", f -> stated(f, "planned", "planned", "plan-item", "年度计划内的学习应当写明计划项目")),
            Map.entry("new-law-named", f -> stated(f, "law-topic", "new-law", "law-name", "宣讲新颁布、新修订法律的，应当写明法律名称")),
            Map.entry("enforcement-case-named", f -> stated(f, "activity-kind", "in-enforcement", "enforcement-case", "执法普法应当写明关联的案件或者检查编号")),
            Map.entry("literate-publicity-kept", LedgerBookRules::publicityKept),
            Map.entry("literate-on-duty-complete", LedgerBookRules::onDutyComplete),
            Map.entry("award-year-not-ahead", LedgerBookRules::awardYear),
            Map.entry("counsel-days-in-order", LedgerBookRules::counselDays),
            Map.entry("counsel-term-stated", LedgerBookRules::counselTerm),
            Map.entry("trained-counts-fit", LedgerBookRules::trainedCounts),
            Map.entry("drill-problems-followed", LedgerBookRules::drillProblems),
            Map.entry("rule-period-in-order", LedgerBookRules::rulePeriod),
            Map.entry("findings-handed-over", LedgerBookRules::handedOver),
            Map.entry("verified-by-another-unit", LedgerBookRules::anotherUnit));

    private LedgerBookRules() {}

    /// A text that one choice of another field asks for.
    private static Outcome stated(Facts facts, String field, String choice, String text, String otherwise) {
        return facts.open(field) || !facts.is(field, choice) || facts.text(text).isPresent() ? Outcome.SATISFIED : Outcome.not(otherwise);
    }

    private static Outcome publicityKept(Facts facts) {
        Optional<LocalDate> from = facts.date("publicity-from");
        Optional<LocalDate> until = facts.date("publicity-until");
        Optional<Period> least = facts.period("literate-publicity");
        if (from.isEmpty() || until.isEmpty() || least.isEmpty()) {
            return Outcome.SATISFIED;
        }
        if (!until.get().isBefore(facts.day())) {
            return Outcome.not("公示期满以后再登记，公示到 " + until.get());
        }
        CountedDay earliest = Counting.due(from.get(), least.get(), Roll.NONE, facts.calendar()).counted(facts.calendar());
        return until.get().isBefore(earliest.day())
                ? Outcome.not("公示自" + from.get() + "起，至少到 " + earliest.text() + "，现在写的是 " + until.get())
                : Outcome.SATISFIED;
    }

    private static Outcome onDutyComplete(Facts facts) {
        if (facts.open("person-state")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("person-state", "serving") && (facts.text("certificate").isEmpty() || facts.text("grid").isEmpty())) {
            return Outcome.not("在岗的应当写明结业证书编号和网格");
        }
        return facts.is("person-state", "left") && facts.text("leaving").isEmpty()
                ? Outcome.not("退出的应当写明原因")
                : Outcome.SATISFIED;
    }

    private static Outcome awardYear(Facts facts) {
        Optional<Long> year = facts.number("award-year");
        Optional<LocalDate> received = facts.date("received-on");
        return year.isPresent() && received.isPresent() && year.get() > received.get().getYear()
                ? Outcome.not("所属年度 " + year.get() + " 晚于收到日期")
                : Outcome.SATISFIED;
    }

    /// Whether a service was in time follows from its days and is not a matter of opinion.
    private static Outcome counselDays(Facts facts) {
        Optional<LocalDate> asked = facts.date("requested-on");
        Optional<LocalDate> due = facts.date("due-on");
        Optional<LocalDate> answered = facts.date("answered-on");
        if (facts.open("entry-kind") || facts.is("entry-kind", "engagement") || asked.isEmpty() || due.isEmpty() || answered.isEmpty()) {
            return Outcome.SATISFIED;
        }
        if (answered.get().isBefore(asked.get()) || due.get().isBefore(asked.get())) {
            return Outcome.not("答复日、约定答复日不能早于提出日");
        }
        boolean late = answered.get().isAfter(due.get());
        return facts.is("timeliness", late ? "late" : "on-time")
                ? Outcome.SATISFIED
                : Outcome.not("约定 " + due.get() + " 答复，" + answered.get() + " 答复，应当登记为" + (late ? "逾期" : "按期"));
    }

    private static Outcome counselTerm(Facts facts) {
        if (facts.open("entry-kind")) {
            return Outcome.SATISFIED;
        }
        boolean engagement = facts.is("entry-kind", "engagement");
        if (engagement != facts.is("timeliness", "none") || engagement != facts.is("service-type", "none")) {
            return Outcome.not(engagement ? "聘请的，服务种类和是否按期都选“聘请”" : "服务的，应当写明服务种类和是否按期");
        }
        Optional<LocalDate> from = facts.date("requested-on");
        Optional<LocalDate> until = facts.date("due-on");
        return engagement && from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())
                ? Outcome.not("聘期应当晚于签约日结束")
                : Outcome.SATISFIED;
    }

    private static Outcome trainedCounts(Facts facts) {
        long persons = facts.number("persons").orElse(Long.MAX_VALUE);
        long tested = facts.number("tested").orElse(0L);
        long passed = facts.number("passed").orElse(0L);
        return passed > tested || tested > persons
                ? Outcome.not("合格 " + passed + " 人、参考 " + tested + " 人、到场 " + persons + " 人对不上")
                : Outcome.SATISFIED;
    }

    private static Outcome drillProblems(Facts facts) {
        long found = facts.number("problems-found").orElse(0L);
        long fixed = facts.number("problems-fixed").orElse(0L);
        if (fixed > found) {
            return Outcome.not("已整改 " + fixed + " 个，多于发现的 " + found + " 个");
        }
        return found > 0 && !facts.is("plan-revision", "revised") && !facts.is("plan-revision", "not-needed")
                ? Outcome.not("发现问题的，应当研究预案是否修订")
                : Outcome.SATISFIED;
    }

    private static Outcome rulePeriod(Facts facts) {
        Optional<LocalDate> from = facts.date("in-force-on");
        Optional<LocalDate> until = facts.date("until");
        Optional<LocalDate> approved = facts.date("approved-on");
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            return Outcome.not("有效期应当晚于施行日期");
        }
        return from.isPresent() && approved.isPresent() && from.get().isBefore(approved.get())
                ? Outcome.not("施行日期不能早于批准日期")
                : Outcome.SATISFIED;
    }

    private static Outcome anotherUnit(Facts facts) {
        Optional<String> unit = facts.text("responsible-unit");
        boolean own = facts.act() != null && unit.isPresent()
                && facts.office().person(facts.act().person()).filter(p -> p.unit().equals(unit.get())).isPresent();
        return own ? Outcome.not("整改由责任科室以外的人核验") : Outcome.SATISFIED;
    }

    private static Outcome handedOver(Facts facts) {
        long found = facts.number("findings").orElse(0L);
        long handed = facts.number("handed-over").orElse(0L);
        if (handed > found) {
            return Outcome.not("移交 " + handed + " 个，多于发现的 " + found + " 个");
        }
        return handed > 0 && facts.text("handed-to").isEmpty() ? Outcome.not("有移交的应当写明去处") : Outcome.SATISFIED;
    }
}
