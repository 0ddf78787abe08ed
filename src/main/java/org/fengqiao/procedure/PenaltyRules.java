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

    private PenaltyRules() {}

    private static Map<String, Rules.Rule> all() {
        Map<String, Rules.Rule> all = new LinkedHashMap<>();
        all.putAll(InvestigationRules.ALL);
        all.putAll(HearingRules.ALL);
        all.putAll(PerformanceRules.ALL);
        all.putAll(SparingRules.ALL);
        all.putAll(ReviewRules.ALL);
        all.put("no-criminal-suspicion", PenaltyRules::noCriminalSuspicion);
        all.put("lenient-circumstances-honoured", PenaltyRules::lenientHonoured);
        all.put("fine-within-range", PenaltyRules::withinRange);
        all.put("hearing-right-noticed", PenaltyRules::hearingRight);
        all.put("not-heavier-for-defence", PenaltyRules::notHeavier);
        all.put("comparison-consistent", PenaltyRules::comparison);
        all.put("lighter-law-applied", PenaltyRules::comparison);
        all.put("one-fine-per-act", PenaltyRules::oneFine);
        all.put("notified-covers-decision", PenaltyRules::notifiedCovers);
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
}
