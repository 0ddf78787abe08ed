package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fengqiao.deadline.Clock;
import org.fengqiao.office.CatalogueItem;

/// 简易程序的命名规则: what a decision on the spot must satisfy beyond single fields. Money is integer fen.
final class SpotRules {

    static final Map<String, Rules.Rule> ALL = new LinkedHashMap<>();

    static {
        ALL.put("notice-complete", f -> fineGoesWith(f, "proposed-penalty", "proposed-fine"));
        ALL.put("fine-stated", f -> fineGoesWith(f, "penalty", "fine"));
        ALL.put("fine-within-list-range", SpotRules::fineWithinListRange);
        ALL.put("age-allows-penalty", SpotRules::ageAllowsPenalty);
        ALL.put("minor-treated-lightly", SpotRules::minorTreatedLightly);
        ALL.put("spot-penalty-within-notice", SpotRules::withinNotice);
        ALL.put("correction-stated", SpotRules::correctionStated);
        ALL.put("remedy-of-the-day", SpotRules::remedyOfTheDay);
        ALL.put("handed-over-on-the-spot", SpotRules::handedOverOnTheSpot);
        ALL.put("refusal-to-sign-noted", SpotRules::refusalNoted);
        ALL.put("guardian-addressed", SpotRules::guardianAddressed);
        ALL.put("spot-collection-ground", SpotRules::collectionGround);
        ALL.put("official-receipt", SpotRules::officialReceipt);
        ALL.put("collected-equals-fine", f -> equal(f, "collected", "fine", "收缴数额应当等于罚款数额"));
        ALL.put("handed-over-equals-collected", f -> equal(f, "handed-over-amount", "collected", "交款数额应当等于收缴数额"));
        ALL.put("paid-in-full", SpotRules::paidInFull);
        ALL.put("surcharge-lawful", SpotRules::surchargeLawful);
        ALL.put("lighter-when-changed", SpotRules::lighterWhenChanged);
        ALL.put("refund-complete", SpotRules::refundComplete);
    }

    private SpotRules() {}

    private static Outcome check(boolean holds, String otherwise) {
        return holds ? Outcome.SATISFIED : Outcome.not(otherwise);
    }

    /// A fine has its amount, a warning alone has none.
    private static Outcome fineGoesWith(Facts facts, String penalty, String amount) {
        if (facts.open(penalty)) {
            return Outcome.SATISFIED;
        }
        boolean stated = facts.number(amount).isPresent();
        return facts.is(penalty, "warning")
                ? check(!stated, "只给予警告的，不填罚款数额")
                : check(stated, "罚款的，应当写明罚款数额");
    }

    private static Outcome fineWithinListRange(Facts facts) {
        Optional<Long> fine = facts.number("fine");
        Optional<CatalogueItem> item =
                facts.office().item("empowerment-list", facts.text("matter").orElse(null), facts.day());
        if (facts.open("fine") || fine.isEmpty() || item.isEmpty()) {
            return Outcome.SATISFIED;
        }
        Long from = item.get().fineFrom();
        Long to = item.get().fineTo();
        if (to != null && fine.get() > to) {
            return Outcome.not("该事项的罚款上限为 " + Money.yuan(to) + " 元");
        }
        boolean below = from != null && fine.get() < from;
        return check(!below || facts.is("leniency", "mitigated"),
                "低于该事项的罚款下限 " + (from == null ? "" : Money.yuan(from)) + " 元属于减轻处罚，应当有减轻的情形和理由");
    }

    private static Outcome ageAllowsPenalty(Facts facts) {
        boolean exempt = facts.is("capacity", "under-14") || facts.is("capacity", "incapable");
        return check(!exempt, "当事人不满十四周岁或者不能辨认、控制自己行为，不予行政处罚");
    }

    private static Outcome minorTreatedLightly(Facts facts) {
        if (facts.open("leniency")) {
            return Outcome.SATISFIED;
        }
        boolean lenient = !facts.is("leniency", "none");
        if (facts.is("capacity", "minor-14-18") && !lenient) {
            return Outcome.not("已满十四周岁不满十八周岁的，应当从轻或者减轻处罚");
        }
        return check(!lenient || facts.text("leniency-reason").isPresent(), "从轻、减轻处罚应当写明理由");
    }

    /// Never heavier than what the party was told, whatever the party said in answer.
    private static Outcome withinNotice(Facts facts) {
        if (facts.open("penalty")) {
            return Outcome.SATISFIED;
        }
        Set<String> told = kinds(facts.text("proposed-penalty").orElse(""));
        Set<String> decided = kinds(facts.text("penalty").orElse(""));
        if (!told.containsAll(decided)) {
            return Outcome.not("决定的处罚种类没有告知过当事人，应当重新告知、重新听取陈述申辩");
        }
        long notified = facts.number("proposed-fine").orElse(0L);
        return check(facts.number("fine").orElse(0L) <= notified,
                "罚款数额高于已告知的 " + Money.yuan(notified) + " 元；不得因申辩加重，确需加重的应当重新告知");
    }

    private static Set<String> kinds(String penalty) {
        return switch (penalty) {
            case "warning" -> Set.of("warning");
            case "fine" -> Set.of("fine");
            case "warning-and-fine" -> Set.of("warning", "fine");
            default -> Set.of();
        };
    }

    private static Outcome correctionStated(Facts facts) {
        if (facts.open("correction") || !facts.is("correction", "by-date")) {
            return Outcome.SATISFIED;
        }
        Optional<LocalDate> by = facts.date("correct-by");
        return check(by.filter(d -> !d.isBefore(facts.day())).isPresent(), "责令限期改正的，应当写明今日以后的改正期限");
    }

    /// Which remedy comes first depends on the day of the decision, not on the version of this procedure.
    private static Outcome remedyOfTheDay(Facts facts) {
        if (facts.open("remedy")) {
            return Outcome.SATISFIED;
        }
        String lawful = facts.laws().series("remedy.spot-fine").on(facts.day()).text();
        return check(facts.is("remedy", lawful), lawful.equals("either")
                ? "当日的法律没有规定先行复议，应当告知可以申请复议，也可以直接起诉"
                : "对当场处罚决定不服的，应当先申请行政复议，决定书应当这样告知");
    }

    private static Outcome handedOverOnTheSpot(Facts facts) {
        Optional<LocalDate> on = facts.date("served-on");
        if (facts.open("served-on") || on.isEmpty()) {
            return Outcome.SATISFIED;
        }
        return check(on.equals(facts.doneOn("spot-decision")), "当场处罚决定书应当当场交付；没有当场交付的，应当撤销后按普通程序办理");
    }

    private static Outcome refusalNoted(Facts facts) {
        return check(!facts.is("signature", "refused") || facts.text("refusal-note").isPresent(),
                "当事人拒绝签收的，应当在决定书上注明");
    }

    private static Outcome guardianAddressed(Facts facts) {
        boolean needed = facts.is("capacity", "under-14") || facts.is("capacity", "incapable");
        return check(!needed || facts.text("guardian").isPresent(), "应当责令监护人加以管教（看管、治疗），并写明");
    }

    private static Outcome collectionGround(Facts facts) {
        if (facts.open("collection-ground")) {
            return Outcome.SATISFIED;
        }
        boolean reasoned = facts.text("ground-reason").isPresent();
        return switch (facts.text("collection-ground").orElse("")) {
            case "small" -> {
                long limit = facts.laws().series("penalty.spot-collection").on(facts.day()).asFen();
                yield check(facts.number("fine").orElse(0L) <= limit,
                        "罚款超过 " + Money.yuan(limit) + " 元，不属于小额罚款，不得以此当场收缴");
            }
            case "hard-later" -> check(reasoned, "应当写明为什么不当场收缴事后难以执行");
            case "remote" -> {
                boolean asked = facts.value("party-asked").filter(v -> v.isBoolean() && v.asBoolean()).isPresent();
                yield asked
                        ? check(reasoned, "应当写明当事人缴款为什么确有困难")
                        : Outcome.not("边远、水上、交通不便地区当场收缴，须由当事人提出");
            }
            default -> Outcome.not("应当写明当场收缴的情形");
        };
    }

    private static Outcome officialReceipt(Facts facts) {
        if (facts.open("receipt-kind")) {
            return Outcome.SATISFIED;
        }
        return check(facts.is("receipt-kind", "official") && facts.text("receipt-number").isPresent(),
                "应当出具财政部门统一制发的专用票据并写明号码；不出具的，当事人有权拒绝缴纳");
    }

    private static Outcome equal(Facts facts, String field, String other, String otherwise) {
        return check(facts.open(field) || facts.number(field).equals(facts.number(other)), otherwise);
    }

    private static Outcome paidInFull(Facts facts) {
        if (facts.open("paid")) {
            return Outcome.SATISFIED;
        }
        long surcharge = facts.done("surcharge-noted") ? facts.number("surcharge").orElse(0L) : 0;
        long whole = facts.number("fine").orElse(0L) + surcharge;
        return check(facts.number("paid").orElse(0L) == whole, "应缴 " + Money.yuan(whole) + " 元（含加处罚款）");
    }

    /// 3 % of the fine for each day after the last day of payment, never more than the fine.
    private static Outcome surchargeLawful(Facts facts) {
        if (facts.open("surcharge") || facts.state() == null) {
            return Outcome.SATISFIED;
        }
        Optional<Clock> payment = facts.state().clocksOf("payment").stream().findFirst();
        if (payment.isEmpty()) {
            return Outcome.not("没有缴款期限");
        }
        LocalDate last = payment.get().due(facts.calendar()).due();
        long days = Math.max(0, ChronoUnit.DAYS.between(last, facts.day()) - facts.number("excluded-days").orElse(0L));
        long fine = facts.number("fine").orElse(0L);
        long most = Math.min(fine, fine * 3 * days / 100);
        return check(facts.number("surcharge").orElse(0L) <= most,
                "逾期 " + days + " 日，加处罚款至多 " + Money.yuan(most) + " 元");
    }

    private static Outcome lighterWhenChanged(Facts facts) {
        if (facts.open("effect") || !facts.is("effect", "changed")) {
            return Outcome.SATISFIED;
        }
        Optional<Long> now = facts.number("changed-fine");
        return check(now.isPresent() && now.get() < facts.number("fine").orElse(0L), "变更应当写明比原来更低的罚款数额");
    }

    private static Outcome refundComplete(Facts facts) {
        if (facts.open("refund")) {
            return Outcome.SATISFIED;
        }
        boolean collected = facts.done("spot-collection") || facts.done("collected-on-water");
        long received = facts.done("fine-paid")
                ? facts.number("paid").orElse(0L)
                : collected ? facts.number("collected").orElse(0L) : 0;
        long kept = facts.is("effect", "changed") ? facts.number("changed-fine").orElse(0L) : 0;
        long due = Math.max(0, received - kept);
        return check(facts.number("refund").orElse(0L) == due, "应当退还 " + Money.yuan(due) + " 元");
    }
}
