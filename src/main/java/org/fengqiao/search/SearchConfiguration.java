package org.fengqiao.search;

import org.fengqiao.database.Database;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// How law search is put together. The model is loaded when the first question comes or the index falls behind.
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    LawIndex lawIndex(Database database) {
        return new LawIndex(database.home().search());
    }

    @Bean
    Meaning meaning() {
        return new Meaning();
    }

    @Bean
    @Lazy
    LawSearch lawSearch(LawIndex index, Meaning meaning, Database database) {
        return new LawSearch(index, meaning, Ranking.of(database.home().search()));
    }

    @Bean
    Stock stock(Texts texts, Laws laws) {
        return new Stock(texts, laws.all());
    }

    @Bean
    IndexFollower indexFollower(LawIndex index, Stock stock, Meaning meaning) {
        return new IndexFollower(index, stock, meaning);
    }
}
