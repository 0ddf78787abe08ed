package org.fengqiao.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.office.Offices;
import org.fengqiao.office.Person;
import org.fengqiao.procedure.Definition;
import org.jspecify.annotations.Nullable;

/// What the commands of this room have in common: a ledger, a file, and the person in whose name they work.
record Shell(Cases cases, DataSource source, Ledgers ledgers, Definition ledger, Path file) {

    @FunctionalInterface
    interface Work {
        int of(Shell shell) throws Exception;
    }

    /// Opens the office of a home and does the work on the ledger and the file that the command names.
    static int with(String command, Options options, Work work) throws Exception {
        if (options.words().size() != 2) {
            throw new Command.Refused("Name a ledger and a file: " + command + " SLUG FILE.");
        }
        try (Database database = Database.open(Home.of(options))) {
            database.migrate();
            new Offices(database.dataSource(), Offices.ONLY).refuseUnlessFounded(database.home().directory());
            Cases cases = CasesConfiguration.beside(database.dataSource());
            Ledgers ledgers = new Ledgers(cases);
            String slug = options.words().getFirst();
            Definition ledger = ledgers.find(slug).orElseThrow(() -> new Command.Refused(
                    "There is no ledger \"" + slug + "\"; known: " + String.join(", ", ledgers.all().stream().map(Definition::slug).toList()) + "."));
            return work.of(new Shell(cases, database.dataSource(), ledgers, ledger, Path.of(options.words().getLast())));
        }
    }

    /// The person named, or the first present one who may make entries.
    String opener(@Nullable String named) {
        List<String> able = cases.office().people().values().stream()
                .filter(p -> p.leaveOn(cases.clock().today()).isEmpty())
                .map(Person::id)
                .filter(p -> ledgers.mayOpen(p, ledger))
                .toList();
        if (named == null) {
            if (able.isEmpty()) {
                throw new Command.Refused("Nobody who may make entries of " + ledger.slug() + " is present today; name one with --by USER.");
            }
            return able.getFirst();
        }
        if (!ledgers.mayOpen(named, ledger)) {
            throw new Command.Refused("\"" + named + "\" may not make entries of " + ledger.slug() + "; name another with --by USER.");
        }
        return named;
    }

    Sheet sheet() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Command.Refused("The file " + file + " does not exist.");
        }
        try (var in = Files.newInputStream(file)) {
            return SheetFile.read(SheetFile.all(in));
        } catch (Unreadable e) {
            throw new Command.Refused("The file " + file + " cannot be imported: " + e.getMessage());
        }
    }

    Book book() {
        return new Book(ledger, ledgers.headings(ledger));
    }
}
