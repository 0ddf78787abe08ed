package org.fengqiao.ledger;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `ledger export`: the entries of a ledger as a spreadsheet that the import takes again.
public final class LedgerExportCommand implements Command {

    @Override
    public String name() {
        return "ledger export";
    }

    @Override
    public String summary() {
        return "the entries of a ledger as a spreadsheet: SLUG FILE --by USER [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of("by", Home.OPTION), Set.of());
        String user = options.get("by", "");
        return Shell.with(name(), options, shell -> {
            boolean may = shell.cases().access().may(shell.cases().office(), user, "case-export", "read", shell.cases().clock().today());
            if (!may || !shell.ledgers().mayRead(user, shell.ledger())) {
                throw new Refused("\"" + user + "\" may not export " + shell.ledger().slug() + "; name a person who may with --by USER.");
            }
            try (var to = Files.newOutputStream(shell.file())) {
                shell.book().entries(to, new EntryList(shell.cases(), JdbcClient.create(shell.source())).all(user, shell.ledger().slug()));
            }
            out.println(shell.file());
            return 0;
        });
    }
}
