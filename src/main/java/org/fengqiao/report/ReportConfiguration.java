package org.fengqiao.report;

import javax.sql.DataSource;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// How figures are put together for the serving process.
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    /// Its declarations speak of every definition: read once the office is open, or with the first question about a figure.
    @Bean
    @Lazy
    Figures figures(DataSource source, Offices offices, Definitions definitions, Laws laws, Deciding deciding) {
        return Figures.of(source, offices.id(), definitions, laws, deciding::calendar);
    }

    @Bean
    FoldingFollower foldingFollower(ObjectProvider<Figures> figures) {
        return new FoldingFollower(figures);
    }
}
