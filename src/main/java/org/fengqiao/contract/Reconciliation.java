package org.fengqiao.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fengqiao.contract.FinanceLine.Kind;
import org.fengqiao.procedure.Money;
import org.jspecify.annotations.Nullable;

/// 应审尽审核对: the finance ledger held against the reviews. Pure: the same lines and reviews give the same findings.
///
/// A line finds its review by the number of the contract; failing that by the other party together with the amount or the name.
///
/// @param due      contracts that reach the threshold of the day on which they were signed
/// @param reviewed those of them that passed a review before they were signed, or a line that was explained
public record Reconciliation(List<Finding> findings, int due, int reviewed) {

    /// 问题.
    public enum Problem {
        UNREVIEWED("应审未审"),
        PAID_UNREVIEWED("付款没有审查"),
        NOT_PASSED("审查没有通过就签订"),
        SIGNED_EARLY("签订早于审查"),
        AMOUNT_DIFFERS("金额与审查不一致"),
        OVERPAID("付款超过合同金额"),
        SPLIT("可能拆分");

        private final String chinese;

        Problem(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /// @param review the review it is about; null when there is none
    public record Finding(Problem problem, FinanceLine line, @Nullable Review review, String says) {

        /// Findings that somebody explained are kept apart; they do not vanish.
        public boolean explained() {
            return !line.explanation().isEmpty();
        }
    }

    /// Holds lines against reviews.
    ///
    /// @param threshold the amount from which contracts are reviewed, by day; empty when none was approved for the day
    public static Reconciliation of(List<FinanceLine> lines, List<Review> reviews, Function<LocalDate, Optional<Long>> threshold) {
        return new Work(lines, reviews, threshold).done();
    }

    /// 100% when nothing was due.
    public double coverage() {
        return due == 0 ? 1 : (double) reviewed / due;
    }

    static String plain(String text) {
        return text.replaceAll("[^\\p{IsHan}\\p{Alnum}]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static final class Work {

        private final List<FinanceLine> contracts;
        private final List<FinanceLine> payments;
        private final List<Review> reviews;
        private final Function<LocalDate, Optional<Long>> threshold;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> used = new HashSet<>();
        private final Map<String, Review> reviewOf = new LinkedHashMap<>();
        private int due;
        private int reviewed;

        Work(List<FinanceLine> lines, List<Review> reviews, Function<LocalDate, Optional<Long>> threshold) {
            Comparator<FinanceLine> byDay = Comparator.comparing(FinanceLine::day).thenComparing(FinanceLine::key);
            this.contracts = lines.stream().filter(l -> l.kind() == Kind.CONTRACT).sorted(byDay).toList();
            this.payments = lines.stream().filter(l -> l.kind() == Kind.PAYMENT).sorted(byDay).toList();
            this.reviews = reviews;
            this.threshold = threshold;
        }

        Reconciliation done() {
            // Numbers bind more closely than names, whatever the order of the lines.
            contracts.forEach(c -> byNumber(c.contractNumber()).ifPresent(r -> match(c, r)));
            contracts.stream().filter(c -> !reviewOf.containsKey(c.key())).forEach(c -> byParty(c).ifPresent(r -> match(c, r)));
            contracts.forEach(this::contract);
            split();
            paid();
            return new Reconciliation(List.copyOf(findings), due, reviewed);
        }

        private void match(FinanceLine line, Review review) {
            used.add(review.number());
            reviewOf.put(line.key(), review);
        }

        private void found(Problem problem, FinanceLine line, @Nullable Review review, String says) {
            findings.add(new Finding(problem, line, review, says));
        }

        private Optional<Review> byNumber(String number) {
            String plain = plain(number);
            return plain.isEmpty() ? Optional.empty() : reviews.stream().filter(r -> plain(r.contractNumber()).equals(plain)).findFirst();
        }

        private Optional<Review> byParty(FinanceLine line) {
            return reviews.stream()
                    .filter(r -> !used.contains(r.number()) && with(r, line))
                    .filter(r -> line.contractNumber().isEmpty() || r.contractNumber().isEmpty())
                    .filter(r -> r.amount() == line.amount() || !line.title().isEmpty() && plain(r.name()).equals(plain(line.title())))
                    .findFirst();
        }

        private static boolean with(Review review, FinanceLine line) {
            return review.parties().stream().anyMatch(p -> plain(p).equals(plain(line.counterparty())));
        }

        private long limit(LocalDate day) {
            return threshold.apply(day).orElse(Long.MAX_VALUE);
        }

        private void contract(FinanceLine line) {
            Review review = reviewOf.get(line.key());
            boolean reaches = line.amount() >= limit(line.day());
            boolean good = true;
            if (review == null) {
                good = false;
                if (reaches) {
                    found(Problem.UNREVIEWED, line, null, "合同金额 " + yuan(line.amount()) + "，达到审查标准 " + yuan(limit(line.day())) + "，没有找到审查件。");
                }
            } else {
                if (review.passedOn() == null && (reaches || !review.recorded())) {
                    good = false;
                    found(Problem.NOT_PASSED, line, review, review.recorded() ? "只登记备查，台账金额 " + yuan(line.amount()) + " 达到审查标准。" : "已经签订，审查还没有通过。");
                } else if (review.passedOn() != null && line.day().isBefore(review.passedOn())) {
                    good = false;
                    found(Problem.SIGNED_EARLY, line, review, line.day() + " 签订，" + review.passedOn() + " 才审查通过。");
                }
                if (review.amount() != line.amount()) {
                    found(Problem.AMOUNT_DIFFERS, line, review, "审查 " + yuan(review.amount()) + "，台账 " + yuan(line.amount()) + "。");
                }
            }
            if (reaches) {
                due++;
                reviewed += good || !line.explanation().isEmpty() ? 1 : 0;
            }
        }

        /// Several small contracts with one party within a year that together reach the threshold.
        private void split() {
            Map<String, List<FinanceLine>> small = new LinkedHashMap<>();
            contracts.stream()
                    .filter(c -> c.amount() < limit(c.day()) && (reviewOf.get(c.key()) == null || reviewOf.get(c.key()).passedOn() == null))
                    .forEach(c -> small.computeIfAbsent(c.day().getYear() + plain(c.counterparty()), k -> new ArrayList<>()).add(c));
            small.values().forEach(group -> {
                long whole = group.stream().mapToLong(FinanceLine::amount).sum();
                if (group.size() > 1 && whole >= limit(group.getLast().day())) {
                    found(Problem.SPLIT, group.getLast(), null, "同一对方一年内 " + group.size() + " 份合同合计 " + yuan(whole) + "，每份都在标准以下，都没有审查。");
                }
            });
        }

        private void paid() {
            Map<String, List<FinanceLine>> groups = new LinkedHashMap<>();
            payments.forEach(p -> groups.computeIfAbsent(
                    p.contractNumber().isEmpty() ? "对方" + p.day().getYear() + plain(p.counterparty()) : "合同" + plain(p.contractNumber()), k -> new ArrayList<>()).add(p));
            groups.values().forEach(this::payment);
        }

        private void payment(List<FinanceLine> group) {
            FinanceLine last = group.getLast();
            long whole = group.stream().mapToLong(FinanceLine::amount).sum();
            FinanceLine contract = contracts.stream()
                    .filter(c -> !last.contractNumber().isEmpty() && plain(c.contractNumber()).equals(plain(last.contractNumber())))
                    .findFirst()
                    .orElse(null);
            Review review = contract != null
                    ? reviewOf.get(contract.key())
                    : last.contractNumber().isEmpty() ? reviews.stream().filter(r -> with(r, last) && r.amount() >= whole).findFirst().orElse(null) : byNumber(last.contractNumber()).orElse(null);
            if (contract == null && review == null && whole >= limit(last.day()) && (!last.contractNumber().isEmpty() || !hasContract(last))) {
                found(Problem.PAID_UNREVIEWED, last, null,
                        (group.size() == 1 ? "付款 " : group.size() + " 笔付款合计 ") + yuan(whole) + "，达到审查标准，没有找到合同和审查件。");
            }
            long agreed = contract != null ? contract.amount() : review != null && !last.contractNumber().isEmpty() ? review.amount() : 0;
            if (agreed > 0 && whole > agreed) {
                found(Problem.OVERPAID, last, review, "合同 " + yuan(agreed) + "，已付 " + yuan(whole) + "。");
            }
        }

        /// A payment without a number belongs to a contract of the same party, which is judged by itself.
        private boolean hasContract(FinanceLine payment) {
            return contracts.stream().anyMatch(c -> plain(c.counterparty()).equals(plain(payment.counterparty())));
        }
    }

    static String yuan(long fen) {
        return Money.yuan(fen) + "元";
    }
}
