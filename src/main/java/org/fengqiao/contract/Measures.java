package org.fengqiao.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fengqiao.contract.RiskReview.Sentence;
import org.fengqiao.procedure.Money;

/// 计算核对: what in a draft contradicts itself or a limit of the checklist, each a named calculation.
final class Measures {

    /// What a calculation is given.
    record Given(ContractText text, Parties parties, Map<String, Double> limits) {

        double limit(String name) {
            Double limit = limits.get(name);
            if (limit == null) {
                throw new IllegalStateException("the checklist gives no limit " + name);
            }
            return limit;
        }

        List<Sentence> sentences() {
            return RiskReview.sentences(text.folded());
        }
    }

    /// What a calculation found, and where.
    record Finding(int from, int to, String says) {}

    static final Map<String, Function<Given, List<Finding>>> ALL = all();

    private Measures() {}

    private static Map<String, Function<Given, List<Finding>>> all() {
        Map<String, Function<Given, List<Finding>>> all = new LinkedHashMap<>();
        all.put("sums-differ", Sums::sumsDiffer);
        all.put("instalments", Sums::instalments);
        all.put("line-sum", Sums::lineSum);
        all.put("deposit", Sums::deposit);
        all.put("penalty", Sums::penalty);
        all.put("lease-term", Terms::lease);
        all.put("term-dates", Terms::dates);
        all.put("party-names", Draftsmanship::partyNames);
        all.put("unknown-party", Draftsmanship::unknownParty);
        all.put("blank", Draftsmanship::blank);
        all.put("clause-numbers", Draftsmanship::clauseNumbers);
        all.put("copies", Draftsmanship::copies);
        return all;
    }

    static String yuan(long fen) {
        return Money.yuan(fen) + "元";
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }
}
