package org.fengqiao.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengqiao.cases.OfficeClock;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.ledger.Sheet.Unreadable;
import org.fengqiao.ledger.SheetFile;
import org.fengqiao.office.Offices;

/// `contracts reconcile`: takes in what the finance office handed over and names every contract and payment without a review.
public final class ReconcileContracts implements Command {

    @Override
    public String name() {
        return "contracts reconcile";
    }

    @Override
    public String summary() {
        return "contracts and payments without a review: [--contracts FILE.xlsx] [--payments FILE.csv] [--dry-run] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.parse(arguments, Set.of("contracts", "payments", Home.OPTION), Set.of("dry-run"));
        if (!options.words().isEmpty()) {
            throw new Refused("Say contracts reconcile [--contracts FILE] [--payments FILE].");
        }
        List<FinanceLine> read = new ArrayList<>();
        int faults = 0;
        for (Map.Entry<String, FinanceLine.Kind> one : Map.of("contracts", FinanceLine.Kind.CONTRACT, "payments", FinanceLine.Kind.PAYMENT).entrySet()) {
            String file = options.get(one.getKey());
            if (file != null) {
                FinanceFile content = read(Path.of(file), one.getValue());
                content.faults().forEach((line, fault) -> err.println(file + ":" + line + ": " + fault));
                faults += content.faults().size();
                read.addAll(content.lines());
            }
        }
        try (Database database = Database.open(Home.of(options))) {
            database.migrate();
            Offices offices = new Offices(database.dataSource(), Offices.ONLY);
            offices.refuseUnlessFounded(database.home().directory());
            FinanceLedger ledger = new FinanceLedger(database.dataSource(), Offices.ONLY, offices::read);
            if (options.has("dry-run")) {
                out.println("读入 " + read.size() + " 行，" + faults + " 行有误，没有保存。");
                return print(Reconciliation.of(read, ledger.reviews(), ledger::threshold), out);
            }
            FinanceLedger.Taken taken = ledger.take(read, "command", "command", OfficeClock.of(offices).today());
            out.println("新增 " + taken.fresh() + " 行，更新 " + taken.again() + " 行，" + faults + " 行有误。");
            return print(ledger.reconciled(), out);
        }
    }

    private static FinanceFile read(Path file, FinanceLine.Kind kind) {
        try (InputStream in = Files.newInputStream(file)) {
            FinanceFile read = FinanceFile.of(SheetFile.read(SheetFile.all(in)));
            if (read.kind() != kind) {
                throw new Refused("The file " + file + " looks like a ledger of " + (kind == FinanceLine.Kind.CONTRACT ? "payments" : "contracts") + "; name it with the other option.");
            }
            return read;
        } catch (IOException e) {
            throw new Refused("The file " + file + " cannot be read", e);
        } catch (Unreadable e) {
            throw new Refused(file + ": " + e.getMessage());
        }
    }

    private static int print(Reconciliation r, PrintStream out) {
        long open = r.findings().stream().filter(f -> !f.explained()).count();
        r.findings().stream().filter(f -> !f.explained()).forEach(f -> out.println(
                f.problem().chinese() + "　" + f.line().day() + "　" + f.line().counterparty() + "　" + f.line().key() + "　" + f.says()
                        + (f.review() == null ? "" : "　" + f.review().number())));
        out.println("应审 " + r.due() + " 份，已审 " + r.reviewed() + " 份，" + Measures.percent(r.coverage()) + "；问题 " + open + " 处。");
        return open == 0 ? 0 : 1;
    }
}
