package org.fengqiao.report;

import javax.sql.DataSource;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How figures are put together for the serving process.
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    Figures figures(DataSource source, Offices offices, Definitions definitions, Laws laws, Deciding deciding) {
        return Figures.of(source, offices.id(), definitions, laws, deciding::calendar);
    }
}
