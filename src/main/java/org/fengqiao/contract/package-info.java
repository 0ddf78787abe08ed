/// 合同 · contract: two drafts compared, risks pointed out, the ledger of the finance office held against the reviews.
///
/// Door: [ContractText] reads a draft, [Redline] compares two, [RiskReview] points out what the [Checklist] knows,
/// [Reconciliation] finds contracts and payments that nobody reviewed. Table: `contract_ledger`. Whatever it finds is a
/// suggestion; the reviewer accepts or dismisses it in the step of the case. Refuses to know how a review proceeds.
@ApplicationModule(
        displayName = "合同 · Contract",
        allowedDependencies = {"cases", "ledger", "procedure", "record", "office", "law", "database", "door", "ui"})
@NullMarked
package org.fengqiao.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
