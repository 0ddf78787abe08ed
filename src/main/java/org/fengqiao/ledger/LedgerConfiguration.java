package org.fengqiao.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the ledgers are put together.
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledgers ledgers(Cases cases) {
        return new Ledgers(cases);
    }

    @Bean
    LedgerImport ledgerImport(Cases cases, DataSource source) {
        return new LedgerImport(cases, source);
    }

    @Bean
    Waiting waitingSheets(DataSource source) {
        return new Waiting(JdbcClient.create(source));
    }

    /// The other rooms say what else a sheet can become.
    @Bean
    SheetImports sheetImports(Waiting waiting, Ledgers ledgers, LedgerImport entries, List<SheetImport> others) {
        return new SheetImports(waiting, ledgers, entries, others);
    }

    @Bean
    EntryList entryList(Cases cases, DataSource source) {
        return new EntryList(cases, JdbcClient.create(source));
    }

    @Bean
    ApplicationRunner importsThatWereCutOff(Waiting waiting) {
        return arguments -> waiting.stopAll();
    }
}
