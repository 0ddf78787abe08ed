package org.fengqiao.cases;

import java.time.LocalDate;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.database.Database;
import org.fengqiao.document.Templates;
import org.fengqiao.law.Laws;
import org.fengqiao.office.OfficeFile;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definitions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 案件之门（测试用）: the real door over a real database, with the demonstration office founded in it.
public final class CasesFixture {

    private static final Laws LAWS = Laws.load();
    private static final Definitions DEFINITIONS = Definitions.load(LAWS);
    private static final Deciding DECIDING = new Deciding(LAWS, WorkingDays.announced());
    private static final Templates TEMPLATES = Templates.load();

    private CasesFixture() {}

    public static Cases cases(Database database) {
        return cases(database, OfficeClock.still(LocalDate.of(2026, 10, 9)));
    }

    public static Cases cases(Database database, OfficeClock clock) {
        Offices offices = new Offices(database.dataSource(), CasesConfiguration.OFFICE);
        if (offices.isEmpty()) {
            offices.found(OfficeFile.read(CasesFixture.class.getResourceAsStream("/demo/office.yaml")));
        }
        return new Cases(
                CasesConfiguration.records(database.dataSource(), DEFINITIONS, DECIDING, offices, CasesConfiguration.OFFICE),
                DEFINITIONS, DECIDING, offices, clock, new Papers(TEMPLATES, LAWS), Access.load(),
                new Drafts(JdbcClient.create(database.dataSource()), CasesConfiguration.OFFICE),
                new SourceNumbers(JdbcClient.create(database.dataSource()), CasesConfiguration.OFFICE),
                new Purposes(JdbcClient.create(database.dataSource()), CasesConfiguration.OFFICE));
    }
}
