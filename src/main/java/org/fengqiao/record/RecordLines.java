package org.fengqiao.record;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 记录原文命令: `record lines NUMBER` prints the lines of a case verbatim, each as it was chained.
public final class RecordLines implements Command {

    @Override
    public String name() {
        return "record lines";
    }

    @Override
    public String summary() {
        return "print the lines of a case as they were chained: NUMBER [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of(Home.OPTION), Set.of());
        if (options.words().size() != 1) {
            throw new Refused("Say `record lines` with the number of one case.");
        }
        String number = options.words().getFirst();
        Home home = Home.of(options);
        try (Database database = Database.open(home)) {
            Records.refuseWithoutTables(database.dataSource(), home);
            try (Connection connection = database.dataSource().getConnection();
                    PreparedStatement statement = connection.prepareStatement("""
                            select e.seq, e.line from event e join cases c on c.office = e.office and c.id = e.case_id
                             where c.number = ? order by c.office, e.seq""")) {
                statement.setString(1, number);
                return print(statement, number, out, err);
            }
        }
    }

    private static int print(PreparedStatement statement, String number, PrintStream out, PrintStream err) throws Exception {
        int lines = 0;
        try (ResultSet row = statement.executeQuery()) {
            for (; row.next(); lines++) {
                try {
                    out.println(Packing.text(row.getBytes(2)));
                } catch (Packing.Unreadable e) {
                    err.println("Line " + row.getInt(1) + " of " + number + " cannot be read: " + e.getMessage() + ".");
                    return 1;
                }
            }
        }
        if (lines == 0) {
            throw new Refused("There is no case " + number + ".");
        }
        return 0;
    }
}
