package org.fengqiao.law;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the library to the other rooms; it is read once, at the start.
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    Laws laws() {
        return Laws.load();
    }

    @Bean
    Texts texts(DataSource source) {
        return new Texts(source);
    }
}
