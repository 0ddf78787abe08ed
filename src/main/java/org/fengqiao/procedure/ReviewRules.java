package org.fengqiao.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// 法制审核和集体讨论的规则: which penalties nobody decides alone.
final class ReviewRules {

    private static final Set<String> DISCUSSED_KINDS = Set.of("permit-revoked", "production-stopped", "closed-down");

    static final Map<String, Rules.Rule> ALL = Map.of(
            "legal-review-passed-where-required", ReviewRules::legalReview,
            "collective-discussion-where-required", ReviewRules::collective);

    private ReviewRules() {}

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
}
