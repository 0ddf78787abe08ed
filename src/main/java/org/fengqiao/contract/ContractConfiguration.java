package org.fengqiao.contract;

import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CompanionPage;
import org.fengqiao.law.Dependents;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Offices;
import org.fengqiao.ui.ActionView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the room together.
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    FinanceLedger contractLedger(DataSource source, Offices offices) {
        return new FinanceLedger(source, offices.id(), offices::current);
    }

    @Bean
    FinanceImport financeImport(Cases cases, FinanceLedger ledger) {
        return new FinanceImport(cases, ledger);
    }

    /// The way from the case page of a review to its drafts.
    @Bean
    CompanionPage contractDrafts() {
        return state -> state.procedure().equals(Review.PROCEDURE)
                ? java.util.Optional.of(ActionView.link("对照和风险提示", ContractPages.address(state.number()), "git-compare"))
                : java.util.Optional.empty();
    }

    /// Which points of the checklist rest on which clause of a law.
    @Bean
    Dependents checklistBasis(Checklists checklists) {
        return () -> checklists.versions().getLast().points().stream()
                .flatMap(p -> p.basis().stream().map(c -> new Dependents.Dependent(c, "合同风险点“" + p.title() + "”", "/contracts/checklist")))
                .toList();
    }

    @Bean
    Checklists checklists(Laws laws) {
        return new Checklists(laws);
    }

    /// 清单各版: read when they are first asked for, so that they cost a start nothing.
    static final class Checklists {

        private final Laws laws;
        private volatile @org.jspecify.annotations.Nullable List<Checklist> versions;

        Checklists(Laws laws) {
            this.laws = laws;
        }

        List<Checklist> versions() {
            List<Checklist> all = versions;
            if (all == null) {
                all = Checklist.load(laws);
                versions = all;
            }
            return all;
        }
    }
}
