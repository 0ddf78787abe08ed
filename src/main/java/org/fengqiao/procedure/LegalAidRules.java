package org.fengqiao.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 法律援助的命名规则: who has to show what about their means, and when time is short.
final class LegalAidRules {

    /// Fewer than so many days before the limitation or period ends, aid may be given first.
    private static final int SHORT_OF_TIME = 7;

    /// Matters in which means do not count.
    private static final Set<String> WITHOUT_MEANS = Set.of("martyr", "brave", "acquitted", "violence");

    /// Matters in which a migrant worker's means are not checked.
    private static final Set<String> OF_MIGRANT_WORKERS = Set.of("labour-pay", "injury");

    static final Map<String, Rules.Rule> ALL = Map.of(
            "aid-urgency-stated", LegalAidRules::urgencyStated,
            "aid-means-right", LegalAidRules::meansRight,
            "aid-means-checkable", LegalAidRules::meansCheckable);

    private LegalAidRules() {}

    private static Outcome urgencyStated(Facts facts) {
        Optional<LocalDate> ends = facts.date("limitation-ends");
        if (facts.open("limitation-ends") || ends.isEmpty()) {
            return facts.act() != null && facts.is("urgent", "limitation")
                    ? Outcome.not("以不足七日为由的，应当填写时效或者期限届满之日")
                    : Outcome.SATISFIED;
        }
        long left = ChronoUnit.DAYS.between(facts.date("received-on").orElse(facts.day()), ends.get());
        boolean stated = facts.is("urgent", "limitation");
        if (left < SHORT_OF_TIME && facts.is("urgent", "none")) {
            return Outcome.not("距届满只有 " + Math.max(0, left) + " 日，不足七日，应当登记为紧急情形");
        }
        return stated && left >= SHORT_OF_TIME ? Outcome.not("距届满还有 " + left + " 日，不是不足七日") : Outcome.SATISFIED;
    }

    /// First whether means count at all, then whether they are checked, and only then how.
    private static Outcome meansRight(Facts facts) {
        if (facts.open("means")) {
            return Outcome.SATISFIED;
        }
        boolean without = facts.text("matter-kind").filter(WITHOUT_MEANS::contains).isPresent();
        if (without != facts.is("means", "none") && (without || !facts.is("matter-kind", "criminal"))) {
            return Outcome.not(without
                    ? "这一事项不受经济困难条件的限制，不核对经济状况"
                    : "这一事项以经济困难为条件，请按免予核查、承诺或者查询登记");
        }
        return !without && exempt(facts) && !facts.is("means", "exempt")
                ? Outcome.not("申请人属于免予核查经济困难状况的人员，不要求承诺或者查询")
                : Outcome.SATISFIED;
    }

    private static boolean exempt(Facts facts) {
        return facts.is("group", "no-income")
                || facts.is("group", "relief")
                || facts.is("group", "migrant") && facts.text("matter-kind").filter(OF_MIGRANT_WORKERS::contains).isPresent();
    }

    private static Outcome meansCheckable(Facts facts) {
        boolean without = facts.text("matter-kind").filter(WITHOUT_MEANS::contains).isPresent();
        return without || facts.is("means", "none") || facts.is("means", "exempt")
                ? Outcome.not("不受经济困难条件限制或者免予核查的，不再核查经济状况")
                : Outcome.SATISFIED;
    }
}
