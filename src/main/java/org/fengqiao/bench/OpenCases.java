package org.fengqiao.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// 在办案件: fills an office with copies of one open case, row by row alike, so that a step meets full tables.
///
/// The copies are there to be in the way; their chains are copies as well and would not verify.
public final class OpenCases {

    private OpenCases() {}

    /// Copies a case `copies` times and has the statistics brought up to date.
    public static void fill(DataSource source, String number, int copies) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table copy on commit drop as select c.id, 1000 + n as copy, n from cases c,"
                    + " generate_series((select count(*) from cases) + 1, (select count(*) from cases) + " + copies + ") n where c.number = '" + number + "'");
            statement.execute("insert into cases (office, id, number, procedure, definition, stage, final, version, opened_on,"
                    + " acted_on, digest, title, handlers, due, paused, clocks) select c.office, k.copy, 'K' || k.n, c.procedure, c.definition, c.stage, c.final, c.version,"
                    + " c.opened_on, c.acted_on, c.digest, c.title, c.handlers, c.due, c.paused, c.clocks from copy k join cases c on c.id = k.id");
            statement.execute("insert into event (office, case_id, seq, digest, line) select e.office, k.copy, e.seq, e.digest, e.line"
                    + " from copy k join event e on e.case_id = k.id");
            statement.execute("insert into personal select p.office, k.copy, p.seq, p.content from copy k join personal p on p.case_id = k.id");
            statement.execute("insert into worklist select w.office, k.copy, w.assignee, w.step from copy k join worklist w on w.case_id = k.id");
            // What is opened from now on is younger than the copies.
            statement.execute("alter table cases alter column id restart with " + (20_000_000L + copies));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum (analyze) cases, event, personal, worklist");
        }
    }
}
