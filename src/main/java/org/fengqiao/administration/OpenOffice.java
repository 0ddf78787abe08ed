package org.fengqiao.administration;

import java.util.function.Function;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Options;
import org.fengqiao.office.Offices;

/// The office of a home, opened for one command.
record OpenOffice(Database database, Offices offices) {

    static <T> T with(Options options, Function<OpenOffice, T> work) {
        Home home = Home.of(options);
        try (Database database = Database.open(home)) {
            database.migrate();
            Offices offices = new Offices(database.dataSource(), Offices.ONLY);
            offices.refuseUnlessFounded(home.directory());
            return work.apply(new OpenOffice(database, offices));
        }
    }
}
