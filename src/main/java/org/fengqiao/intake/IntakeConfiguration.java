package org.fengqiao.intake;

import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the intake is put together.
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Intake intake(Cases cases, DataSource source) {
        return new Intake(cases, source, Mapping.shipped());
    }
}
