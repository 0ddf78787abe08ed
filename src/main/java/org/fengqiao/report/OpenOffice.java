package org.fengqiao.report;

import java.time.LocalDate;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command.Refused;
import org.fengqiao.door.Options;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Office;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Definitions;

/// The office of a home, opened for a command beside or without a serving process.
record OpenOffice(Database database, short number, Office office, LocalDate today, Laws laws, Figures figures) implements AutoCloseable {

    /// @throws Refused when the home holds no office
    static OpenOffice of(Options options) {
        Database database = Database.open(Home.of(options));
        try {
            database.migrate();
            Offices offices = new Offices(database.dataSource(), Offices.ONLY);
            offices.refuseUnlessFounded(database.home().directory());
            Laws laws = Laws.load();
            return new OpenOffice(
                    database, Offices.ONLY, offices.read(), OfficeClock.of(offices).today(), laws,
                    Figures.of(database.dataSource(), Offices.ONLY, Definitions.load(laws), laws, () -> offices.current().calendar()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// The period that the options name.
    ///
    /// @throws Refused when there is no such period
    Period period(Options options) {
        int year = options.number("year", today.getYear());
        try {
            return Period.of(year, null, options.get("cut-off"), today);
        } catch (IllegalArgumentException e) {
            throw new Refused("--year " + year + ": " + e.getMessage() + "。");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
