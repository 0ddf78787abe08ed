package org.fengqiao.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.office.CatalogueItem;

/// 处罚裁量与决定规则: what the law asks of the content of a notice and a decision.
final class PenaltyRules {

    static final Map<String, Rules.Rule> ALL = all();

    private static final Set<String> DISCUSSED_KINDS = Set.of("permit-revoked", "production-stopped", "closed-down");

    private PenaltyRules() {}

    private static Map<String, Rules.Rule> all() {
        Map<String, Rules.Rule> all = new LinkedHashMap<>();
        all.putAll(InvestigationRules.ALL);
        all.putAll(HearingRules.ALL);
        all.putAll(PerformanceRules.ALL);
        all.put("no-criminal-suspicion", PenaltyRules::noCriminalSuspicion);
        all.put("minor-not-fined", PenaltyRules::minorNotFined);
        all.put("spared-by-law", PenaltyRules::sparedByLaw);
        all.put("lenient-circumstances-honoured", PenaltyRules::lenientHonoured);
        all.put("fine-within-range", PenaltyRules::withinRange);
        all.put("hearing-right-noticed", PenaltyRules::hearingRight);
        all.put("not-heavier-for-defence", PenaltyRules::notHeavier);
        all.put("comparison-consistent", PenaltyRules::comparison);
        all.put("lighter-law-applied", PenaltyRules::comparison);
        all.put("one-fine-per-act", PenaltyRules::oneFine);
        all.put("notified-covers-decision", PenaltyRules::notifiedCovers);
        all.put("legal-review-passed-where-required", PenaltyRules::legalReview);
        all.put("collective-discussion-where-required", PenaltyRules::collective);
        all.put("no-penalty-ground-made-out", PenaltyRules::noPenaltyGround);
        return Map.copyOf(all);
    }

    private static Outcome noCriminalSuspicion(Facts facts) {
        if (facts.open("criminal-suspicion")) {
            return Outcome.SATISFIED;
        }
        return facts.text("criminal-suspicion")
                .map(a -> a.equals("no")
                        ? Outcome.SATISFIED
                        : Outcome.not("已判断涉嫌犯罪，应当移送公安机关，不得以行政处罚代替移送"))
                .orElse(new Outcome.NeedsOfficer("criminal-suspicion", "违法行为是否涉嫌犯罪，须由承办人判断"));
    }

    private static Outcome minorNotFined(Facts facts) {
        return switch (facts.text("responsibility").orElse("full")) {
            case "under-14" -> Outcome.not("不满十四周岁的未成年人不予行政处罚，责令监护人加以管教");
            case "incapable" -> Outcome.not("不能辨认或者不能控制自己行为时违法的，不予行政处罚，责令监护人严加看管和治疗");
            default -> Outcome.SATISFIED;
        };
    }

    /// What the law says is not punished must not be punished; 首违不罚 alone is left to the office. Whether want of fault
    /// spares is a matter of the version, which offers that ground or does not.
    private static Outcome sparedByLaw(Facts facts) {
        if (slight(facts)) {
            return Outcome.not("调查报告认定违法行为轻微并及时改正、没有造成危害后果，应当不予行政处罚");
        }
        return facts.is("no-fault-proof", "yes") && offers(facts, "no-fault")
                ? Outcome.not("调查报告认定当事人有证据足以证明没有主观过错，应当不予行政处罚")
                : Outcome.SATISFIED;
    }

    private static boolean slight(Facts facts) {
        return facts.is("minor-act", "yes") && facts.is("corrected-in-time", "yes") && facts.is("harm", "none");
    }

    private static boolean offers(Facts facts, String ground) {
        return facts.definition()
                .step("no-penalty-decision")
                .flatMap(s -> s.form().field("no-penalty-ground"))
                .filter(f -> f.options().containsKey(ground))
                .isPresent();
    }

    private static boolean lenientBound(Facts facts) {
        return facts.is("responsibility", "age-14-18") || !facts.texts("lenient").isEmpty();
    }

    private static Outcome lenientHonoured(Facts facts) {
        if (facts.open("mitigation") || !lenientBound(facts) || !facts.is("mitigation", "none")) {
            return Outcome.SATISFIED;
        }
        return Outcome.not(facts.is("responsibility", "age-14-18")
                ? "已满十四周岁不满十八周岁的，应当从轻或者减轻行政处罚"
                : "调查报告认定有应当从轻或者减轻的情形，应当从轻或者减轻行政处罚");
    }

    /// A fine stands when the kind says so, within the range the list gives; below it only where the law mitigates.
    private static Outcome withinRange(Facts facts) {
        if (facts.open("fine")) {
            return Outcome.SATISFIED;
        }
        PenaltyCase file = new PenaltyCase(facts);
        long fine = file.money("fine");
        if (file.kinds().contains("fine") != fine > 0) {
            return Outcome.not(fine > 0 ? "处罚种类没有罚款，罚款数额应当为零" : "处罚种类有罚款，请填写罚款数额");
        }
        Optional<CatalogueItem> item = facts.text("matter")
                .flatMap(m -> facts.office().item("empowerment-list", m, facts.day()));
        if (item.isEmpty()) {
            return Outcome.not("该事项不在当日有效的赋权清单内，没有处罚依据");
        }
        boolean mitigated = facts.is("mitigation", "mitigated");
        if (mitigated && !lenientBound(facts) && !facts.is("responsibility", "partly")) {
            return Outcome.not("没有认定应当从轻或者减轻的情形，不得减轻处罚");
        }
        return range(item.get(), fine, mitigated);
    }

    private static Outcome range(CatalogueItem item, long fine, boolean mitigated) {
        Long from = item.fineFrom();
        Long to = item.fineTo();
        if (fine > 0 && to != null && fine > to) {
            return Outcome.not("罚款" + Money.yuan(fine) + "元高于该事项的上限" + Money.yuan(to) + "元");
        }
        return fine > 0 && from != null && fine < from && !mitigated
                ? Outcome.not("罚款" + Money.yuan(fine) + "元低于该事项的下限" + Money.yuan(from) + "元，只有减轻处罚的才可以")
                : Outcome.SATISFIED;
    }

    /// Large fines always; which kinds besides, and whether confiscation too, is a matter of the law of the day.
    private static Outcome hearingRight(Facts facts) {
        if (facts.open("hearing-offered") || facts.open("fine") || facts.is("hearing-offered", "yes")) {
            return Outcome.SATISFIED;
        }
        PenaltyCase file = new PenaltyCase(facts);
        Set<String> grave = PenaltyCase.series(facts, "penalty.hearing-kinds", facts.day())
                .map(v -> Set.of(v.text().split(" ")))
                .orElse(Set.of());
        long least = facts.threshold("hearing-threshold").orElse(0L);
        if (file.money("fine") > 0 && file.money("fine") >= least) {
            return Outcome.not("拟罚款" + Money.yuan(file.money("fine")) + "元，达到较大数额" + Money.yuan(least) + "元，应当告知听证权利");
        }
        boolean large = grave.contains("confiscation")
                && Stream.of("gains-value", "things-value").anyMatch(v -> file.money(v) > 0 && file.money(v) >= least);
        if (large) {
            return Outcome.not("拟没收的数额或者价值达到较大数额" + Money.yuan(least) + "元，应当告知听证权利");
        }
        return file.kinds().stream().anyMatch(grave::contains)
                ? Outcome.not("拟作出的处罚种类属于听证范围，应当告知听证权利")
                : Outcome.SATISFIED;
    }

    private static boolean heavier(PenaltyCase file, CaseState.Deed before) {
        return !PenaltyCase.texts(before, "penalty-kinds").containsAll(file.kinds())
                || Stream.of("fine", "gains-value", "things-value")
                        .anyMatch(v -> file.money(v) > PenaltyCase.money(before, v));
    }

    /// After a defence only facts found since, and reported, can make the intended penalty heavier.
    private static Outcome notHeavier(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        Optional<CaseState.Deed> notice = file.notice();
        boolean defended = facts.done("statement-made") || facts.done("hearing-requested");
        if (facts.open("fine") || notice.isEmpty() || !defended || !heavier(file, notice.get())) {
            return Outcome.SATISFIED;
        }
        boolean found = facts.is("renewal-ground", "new-facts")
                && PenaltyCase.after(file.last("investigation-report"), notice);
        return found ? Outcome.SATISFIED : Outcome.not("不得因当事人陈述、申辩、要求听证而给予更重的处罚；没有补充调查发现的新事实");
    }

    /// 从旧兼从轻, as far as the recorded comparison says.
    private static Outcome comparison(Facts facts) {
        if (facts.open("law-comparison")) {
            return Outcome.SATISFIED;
        }
        boolean now = facts.is("applied-law", "now");
        return switch (facts.text("law-comparison").orElse("")) {
            case "unchanged" -> Outcome.SATISFIED;
            case "heavier" -> now ? Outcome.not("新的规定较重，应当适用违法行为发生时的规定") : Outcome.SATISFIED;
            case "lighter" -> now ? Outcome.SATISFIED : Outcome.not("新的规定处罚较轻，应当适用新的规定");
            case "not-unlawful" -> Outcome.not("新的规定不认为是违法的，应当不予处罚");
            default -> Outcome.not("尚未比较行为时和现行的规定");
        };
    }

    private static Outcome oneFine(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        if (facts.open("penalty-kinds") || !file.kinds().contains("fine")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("fined-before", "yes")) {
            return Outcome.not("同一个违法行为已被罚款，不得再次罚款");
        }
        if (facts.is("concurrent", "lower")) {
            return Outcome.not("同一个违法行为违反多个法律规范的，按照罚款数额高的规定处罚");
        }
        boolean standing = facts.state() != null && !facts.state().documentsOf("penalty-decision").isEmpty();
        return standing ? Outcome.not("本案已有有效的处罚决定，不得对同一违法行为再次罚款") : Outcome.SATISFIED;
    }

    /// What is decided was noticed: same basis and facts, no further kind, no higher amount.
    private static Outcome notifiedCovers(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        Optional<CaseState.Deed> notice = file.notice();
        if (notice.isEmpty()) {
            return Outcome.not("尚未事先告知");
        }
        if (facts.is("facts-changed", "yes")) {
            return Outcome.not("认定的事实、理由或者依据与告知的不同，应当重新告知");
        }
        if (facts.open("fine")) {
            return Outcome.SATISFIED;
        }
        Set<String> more = new LinkedHashSet<>(file.kinds());
        more.removeAll(PenaltyCase.texts(notice.get(), "penalty-kinds"));
        if (!more.isEmpty()) {
            return Outcome.not("决定的处罚种类超出告知的范围，应当重新告知");
        }
        if (heavier(file, notice.get())) {
            return Outcome.not("决定的数额高于告知的数额（告知罚款" + Money.yuan(PenaltyCase.money(notice.get(), "fine")) + "元），应当重新告知");
        }
        boolean same = Stream.of("violated-provision", "penalty-provision")
                .allMatch(v -> PenaltyCase.text(notice.get(), v).equals(facts.text(v).orElse("")));
        return same ? Outcome.SATISFIED : Outcome.not("决定的依据与告知的不同，应当重新告知");
    }

    private static boolean heard(Facts facts) {
        return facts.done("hearing-held") || facts.done("hearing-terminated");
    }

    private static Outcome legalReview(Facts facts) {
        if (facts.done("legal-review-passed")) {
            return Outcome.SATISFIED;
        }
        if (facts.is("major-public-interest", "yes")) {
            return Outcome.not("涉及重大公共利益，未经法制审核或者审核未通过的不得作出决定");
        }
        if (heard(facts)) {
            return Outcome.not("经过听证程序，未经法制审核或者审核未通过的不得作出决定");
        }
        if (facts.is("complex-relations", "yes")) {
            return Outcome.not("案件疑难复杂、涉及多个法律关系，未经法制审核或者审核未通过的不得作出决定");
        }
        if (facts.is("sector-review", "yes")) {
            return Outcome.not("法律、法规规定应当法制审核，未经审核或者审核未通过的不得作出决定");
        }
        return discussed(facts).isPresent()
                ? Outcome.not("应当集体讨论的案件须先经法制审核（本机关规定）")
                : Outcome.SATISFIED;
    }

    /// Why the case must be discussed collectively, if it must: the law's two words and the office's list.
    private static Optional<String> discussed(Facts facts) {
        PenaltyCase file = new PenaltyCase(facts);
        if (facts.is("complex-or-grave", "yes")) {
            return Optional.of("已判断属于情节复杂或者重大违法行为");
        }
        long fine = facts.threshold("collective-threshold").orElse(Long.MAX_VALUE);
        if (file.money("fine") >= fine) {
            return Optional.of("罚款达到集体讨论的标准" + Money.yuan(fine) + "元");
        }
        long confiscation = facts.threshold("collective-threshold.confiscation").orElse(fine);
        if (Stream.of("gains-value", "things-value").anyMatch(v -> file.money(v) >= confiscation)) {
            return Optional.of("没收的数额或者价值达到集体讨论的标准" + Money.yuan(confiscation) + "元");
        }
        if (file.kinds().stream().anyMatch(DISCUSSED_KINDS::contains)) {
            return Optional.of("处罚种类属于集体讨论的范围");
        }
        if (heard(facts)) {
            return Optional.of("案件经过听证");
        }
        return facts.is("mitigation", "mitigated") ? Optional.of("拟减轻处罚") : Optional.empty();
    }

    private static Outcome collective(Facts facts) {
        if (facts.done("collective-discussion")) {
            return Outcome.SATISFIED;
        }
        return discussed(facts)
                .map(why -> Outcome.not(why + "，应当由负责人集体讨论决定"))
                .orElse(Outcome.SATISFIED);
    }

    private static Outcome noPenaltyGround(Facts facts) {
        if (facts.open("no-penalty-ground")) {
            return Outcome.SATISFIED;
        }
        boolean corrected = facts.is("corrected-in-time", "yes");
        String ground = facts.text("no-penalty-ground").orElse("");
        boolean holds = switch (ground) {
            case "minor" -> slight(facts);
            case "first-time" -> facts.is("first-time", "yes") && corrected && !facts.is("harm", "real");
            case "no-fault" -> facts.is("no-fault-proof", "yes");
            case "under-14" -> facts.is("responsibility", "under-14");
            case "incapable" -> facts.is("responsibility", "incapable");
            case "limitation" -> InvestigationRules.limitation(facts) instanceof Outcome.NotSatisfied;
            case "not-unlawful" -> facts.text("new-law").isPresent();
            default -> false;
        };
        return holds ? Outcome.SATISFIED : Outcome.not(missing(ground));
    }

    private static String missing(String ground) {
        return switch (ground) {
            case "minor" -> "轻微不罚须违法行为轻微、及时改正、没有造成危害后果，调查报告没有这样认定";
            case "first-time" -> "首违不罚须初次违法、危害后果轻微、及时改正，调查报告没有这样认定";
            case "no-fault" -> "没有当事人足以证明没有主观过错的证据";
            case "under-14" -> "调查报告没有认定当事人不满十四周岁";
            case "incapable" -> "调查报告没有认定当事人不能辨认或者不能控制自己行为";
            case "limitation" -> "按调查报告，没有超过追责时效";
            default -> "请写明不认为违法的新规定";
        };
    }
}
