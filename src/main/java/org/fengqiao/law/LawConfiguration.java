package org.fengqiao.law;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the library to the other rooms; it is read once, at the start.
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Laws laws() {
        return Laws.load();
    }

    @Bean
    Texts texts(DataSource source) {
        return new Texts(source);
    }
}
