package org.fengqiao.ledger;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// `ledger template`: an empty sheet of a ledger with titles, help and lists to choose from.
public final class LedgerTemplateCommand implements Command {

    @Override
    public String name() {
        return "ledger template";
    }

    @Override
    public String summary() {
        return "an empty spreadsheet of a ledger to fill in: SLUG FILE [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of(Home.OPTION), Set.of());
        return Shell.with(name(), options, shell -> {
            try (var to = Files.newOutputStream(shell.file())) {
                shell.book().template(to);
            }
            out.println(shell.file());
            return 0;
        });
    }
}
