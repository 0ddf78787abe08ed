package org.fengqiao.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.Evidence;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.signin.DemoPeople;
import org.fengqiao.ui.SignInPage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// What only the demonstration has: its office, its day and its sign-ins.
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /// A Friday between 国庆节 and a make-up Saturday, so that clocks have something to explain.
    static final LocalDate DAY = LocalDate.of(2026, 10, 9);

    @Bean
    OfficeClock officeClock(Offices offices) throws IOException {
        if (offices.isEmpty()) {
            try (InputStream yaml = DemoConfiguration.class.getResourceAsStream("/demo/office.yaml")) {
                offices.found(OfficeFile.read(yaml), DAY);
            }
        }
        return OfficeClock.demonstration(offices, DAY);
    }

    @Bean
    DemoYear demoYear(Cases cases, DataSource source, Evidence evidence, @Value("${fengqiao.demo.small:false}") boolean small) {
        return new DemoYear(cases, source, evidence, small, System.out);
    }

    @Bean
    DemoPeople demoPeople(Offices offices, OfficeClock clock) {
        return () -> offices.current().people().values().stream()
                .map(p -> new SignInPage.DemoPerson(
                        p.id(), p.name(),
                        String.join("、", p.postsOn(clock.today()).stream()
                                .map(offices.current()::postTitle)
                                .toList())))
                .toList();
    }
}
