package org.fengqiao.cases;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fengqiao.calendar.WorkingDays;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.law.Laws;
import org.fengqiao.office.Offices;
import org.fengqiao.procedure.Deciding;
import org.fengqiao.procedure.Definitions;

/// 重建命令: `record rebuild` writes the rows that follow from the record anew; with `--compare` it only says what differs.
public final class RecordRebuild implements Command {

    private static final int SHOWN = 20;

    @Override
    public String name() {
        return "record rebuild";
    }

    @Override
    public String summary() {
        return "fold every event again and write cases and worklists anew: [--compare] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of(Home.OPTION), Set.of("compare"));
        if (!options.words().isEmpty()) {
            throw new Refused("`record rebuild` does not know \"" + options.words().getFirst() + "\".");
        }
        Home home = Home.of(options);
        try (Database database = Database.open(home)) {
            Offices offices = new Offices(database.dataSource(), CasesConfiguration.OFFICE);
            offices.refuseUnlessFounded(home.directory());
            return run(database.dataSource(), offices, options.has("compare"), out, err);
        }
    }

    /// @return 0 when nothing differs or everything was written
    static int run(DataSource source, Offices offices, boolean compare, PrintStream out, PrintStream err) throws SQLException {
        Laws laws = Laws.load();
        WorkingDays calendar = offices.current().calendar();
        Definitions definitions = Definitions.load(laws);
        WorklistRows worklist = new WorklistRows(definitions, new Deciding(laws, calendar), offices::current);
        AtomicInteger told = new AtomicInteger();
        Rebuild.Outcome outcome;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                if (!compare) {
                    try (Statement statement = connection.createStatement()) {
                        // Acts wait for the end of this transaction; an act in between would be overwritten.
                        statement.execute("lock table cases, event, worklist, document, source_number in share row exclusive mode");
                    }
                }
                outcome = new Rebuild(new NearestDue(() -> calendar), worklist, definitions).run(connection, !compare, d -> {
                    if (told.incrementAndGet() <= SHOWN) {
                        err.println(d);
                    }
                });
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
        if (outcome.differences() > SHOWN) {
            err.println("… and " + (outcome.differences() - SHOWN) + " more.");
        }
        out.printf("%d cases, %d events folded; %d rows %s.%n", outcome.cases(), outcome.events(), outcome.differences(),
                compare ? "differ from the record" : "differed and were written anew");
        return compare && outcome.differences() > 0 ? 1 : 0;
    }
}
