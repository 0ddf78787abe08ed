package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.calendar.Counting;

/// 行政强制规则: handing over on the spot, giving back what was sold, and the hours in which nothing is enforced.
final class CoercionRules {

    static final Map<String, Rules.Rule> ALL = Map.ofEntries(
            Map.entry("measure-decision-on-the-spot", CoercionRules::onTheSpot),
            Map.entry("told-period-running", CoercionRules::toldPeriod),
            Map.entry("sale-proceeds-returned", CoercionRules::proceedsReturned),
            Map.entry("performance-term-passed", CoercionRules::termPassed),
            Map.entry("planning-fine-within-share", CoercionRules::planningFine),
            Map.entry("decision-sued-directly", CoercionRules::suedDirectly),
            Map.entry("surcharge-within-principal", CoercionRules::withinPrincipal),
            Map.entry("surcharge-besides-remedies", CoercionRules::besidesRemedies),
            Map.entry("decided-day-reached", CoercionRules::decidedDayReached),
            Map.entry("not-at-night-or-on-a-holiday", CoercionRules::inTheDaytime),
            Map.entry("cost-within-budget", CoercionRules::withinBudget),
            Map.entry("court-materials-complete", CoercionRules::materialsComplete));

    private static final List<String> MATERIALS = List.of("application", "decision", "opinions", "target");

    private CoercionRules() {}

    private static Optional<CaseState.Deed> taking(Facts facts) {
        return new PenaltyCase(facts).last("measure-taken", "measure-taken-at-once");
    }

    /// Whoever was present gets the decision there and then, refused or not; who was absent is served as the law of service says.
    private static Outcome onTheSpot(Facts facts) {
        Optional<CaseState.Deed> taken = taking(facts);
        if (facts.act() == null || taken.isEmpty()) {
            return Outcome.SATISFIED;
        }
        boolean present = !PenaltyCase.text(taken.get(), "presence").equals("absent");
        LocalDate on = taken.get().on();
        boolean sameDay = facts.date("served-on").filter(on::equals).isPresent();
        boolean byHand = facts.is("method", "spot") || facts.is("method", "left");
        if (present && !(sameDay && byHand)) {
            return Outcome.not("当事人到场的，决定书和清单应当在" + on + "当场交付；拒收的当场留置");
        }
        return !present && facts.is("method", "spot") ? Outcome.not("当事人没有到场，不能当场交付，应当另行送达") : Outcome.SATISFIED;
    }

    /// What does not count is the period the party was told of; days beyond it are not taken from the term of the measure.
    private static Outcome toldPeriod(Facts facts) {
        Optional<LocalDate> until = facts.state() == null
                ? Optional.empty()
                : facts.state().fact("test-until").map(v -> LocalDate.parse(v.asString()));
        return until.filter(facts.day()::isAfter).isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("书面告知的期间至" + until.get() + "届满，查封、扣押期限自该日恢复计算；请以该日为办理日补录");
    }

    private static Outcome proceedsReturned(Facts facts) {
        long sold = new PenaltyCase(facts).deeds("perishables-sold").stream()
                .mapToLong(d -> PenaltyCase.money(d, "sold-for"))
                .sum();
        long back = facts.number("returned-proceeds").orElse(0L);
        return facts.act() == null || back == sold
                ? Outcome.SATISFIED
                : Outcome.not("变卖所得" + Money.yuan(sold) + "元应当全部退还，本次登记" + Money.yuan(back) + "元");
    }

    /// What has to be cleared at once waits for no term.
    private static Outcome termPassed(Facts facts) {
        Optional<LocalDate> last = facts.act() == null ? Optional.empty() : facts.date("perform-by");
        return last.isEmpty() || facts.is("obligation", "spill") || last.get().isBefore(facts.day())
                ? Outcome.SATISFIED
                : Outcome.not("决定要求履行的期限至" + last.get() + "才届满");
    }

    /// A court does not enforce a fine outside the shares of the cost that the law names, so it is looked at first.
    private static Outcome planningFine(Facts facts) {
        String kind = facts.act() == null ? "none" : facts.text("planning-fine").orElse("none");
        if (kind.equals("none")) {
            return Outcome.SATISFIED;
        }
        long cost = facts.number("project-cost").orElse(0L);
        long fine = facts.number("principal").orElse(0L);
        int least = kind.equals("corrected") ? percent(facts, "planning.fine-least") : 0;
        int most = percent(facts, kind.equals("temporary") ? "planning.fine-temporary" : "planning.fine-most");
        return fine * 100 >= cost * least && fine * 100 <= cost * most
                ? Outcome.SATISFIED
                : Outcome.not("罚款" + Money.yuan(fine) + "元不在工程造价" + Money.yuan(cost) + "元的百分之"
                        + (least > 0 ? least + "至百分之" + most : most + "以下") + "之内");
    }

    private static int percent(Facts facts, String series) {
        String text = PenaltyCase.series(facts, series, facts.day()).orElseThrow(() -> new IllegalStateException("no series " + series)).text();
        return Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }

    private static Outcome withinPrincipal(Facts facts) {
        return Compared.notAbove(
                facts, "surcharge-sum", "principal", (surcharge, principal) -> "加处罚款或者滞纳金" + surcharge + "元，不得超出应当给付的" + principal + "元");
    }

    /// Where reconsideration comes first there is no term in which to sue directly.
    private static Outcome suedDirectly(Facts facts) {
        LocalDate served = facts.date("decision-served-on").orElse(facts.day());
        boolean first = facts.is("spot-decision", "yes")
                && facts.laws().series("remedy.spot-fine").on(served).text().equals("reconsideration-first");
        return first ? Outcome.not("当场作出的处罚决定应当先申请行政复议，不能直接起诉") : Outcome.SATISFIED;
    }

    /// 复议、诉讼期间不计算加处罚款: those days do not help to fill the thirty.
    private static Outcome besidesRemedies(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        for (String party : file.parties()) {
            Optional<LocalDate> due = file.clock("surcharge", party).map(file::due);
            if (due.isPresent()) {
                LocalDate last = due.get().plusDays(pausedDays(file, party));
                if (!facts.day().isAfter(last)) {
                    return Outcome.not("复议、诉讼期间不计算加处罚款，扣除以后加处至" + file.told(last) + "才满三十日");
                }
            }
        }
        return Outcome.SATISFIED;
    }

    private static long pausedDays(PenaltyCase file, String party) {
        LocalDate start = file.clock("surcharge", party).orElseThrow().start().day();
        return start.plusDays(1)
                .datesUntil(file.facts().day().plusDays(1))
                .filter(d -> file.remedies(party).stream().anyMatch(p -> p.covers(d)))
                .count();
    }

    /// The decision names the day; what is done before it would be done unannounced.
    private static Outcome decidedDayReached(Facts facts) {
        String field = facts.step().id().equals("substitute-performed") ? "substitute-day" : "execution-time";
        Optional<LocalDate> decided = facts.date(field);
        return decided.filter(d -> facts.day().isBefore(d)).isEmpty()
                ? Outcome.SATISFIED
                : Outcome.not("决定书写明的时间是" + decided.get() + "，不得提前");
    }

    /// The law names neither the hours of the night nor whether weekends count; the office's own rule does.
    private static Outcome inTheDaytime(Facts facts) {
        Optional<OffsetDateTime> moment = facts.moment();
        if (moment.isEmpty()) {
            return Outcome.SATISFIED;
        }
        int hour = moment.get().atZoneSameInstant(Counting.ZONE).getHour();
        boolean night = hour >= facts.threshold("coercion-night-from").orElse(22L) || hour < facts.threshold("coercion-night-until").orElse(6L);
        boolean rest = !facts.calendar().isWorkingDay(facts.day());
        if (!night && !rest) {
            return Outcome.SATISFIED;
        }
        boolean urgent = facts.is("urgent", "yes") && facts.text("urgent-reason").filter(t -> !t.isBlank()).isPresent();
        return urgent
                ? Outcome.SATISFIED
                : Outcome.not((night ? "夜间" : "法定节假日") + "不得实施行政强制执行；情况紧急的，写明理由并经负责人批准");
    }

    private static Outcome withinBudget(Facts facts) {
        return Compared.notAbove(facts, "actual-cost", "cost-budget", (actual, budget) -> "实际费用" + actual + "元超过决定书写明的预算" + budget + "元");
    }

    private static Outcome materialsComplete(Facts facts) {
        return facts.open("materials") || facts.texts("materials").containsAll(MATERIALS)
                ? Outcome.SATISFIED
                : Outcome.not("应当提供强制执行申请书、行政决定书及事实理由和依据、当事人的意见及催告情况、执行标的情况");
    }
}
