package org.fengqiao.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 台账行: a signed contract or a payment as the finance ledger has it. Money is in fen.
///
/// @param key            the number by which the same line is known when the ledger is imported again
/// @param contractNumber empty when the ledger has none
/// @param explanation    why the line needs no review; empty when nobody has explained it
public record FinanceLine(
        Kind kind, String key, String contractNumber, String counterparty, String title, long amount, LocalDate day, int line,
        String explanation, @Nullable String explainedBy, @Nullable LocalDate explainedOn) {

    /// 合同还是付款.
    public enum Kind {
        CONTRACT("合同"),
        PAYMENT("付款");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    static FinanceLine fresh(Kind kind, String key, String contractNumber, String counterparty, String title, long amount, LocalDate day, int line) {
        return new FinanceLine(kind, key, contractNumber, counterparty, title, amount, day, line, "", null, null);
    }

    /// Whether another reading of the ledger says the same of it, wherever in the file it stands.
    boolean saysTheSameAs(FinanceLine other) {
        return contractNumber.equals(other.contractNumber) && counterparty.equals(other.counterparty) && title.equals(other.title)
                && amount == other.amount && day.equals(other.day);
    }
}
