package org.fengqiao.ledger;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.door.Progress;
import org.fengqiao.ledger.Report.Kind;
import org.fengqiao.ledger.Sheet.Unreadable;

/// `ledger import`: the rows of a spreadsheet become entries; imported twice, they count once.
public final class LedgerImportCommand implements Command {

    private static final int MOST_SHOWN = 100;

    @Override
    public String name() {
        return "ledger import";
    }

    @Override
    public String summary() {
        return "entries of a ledger from xlsx or csv: SLUG FILE [--dry-run] [--by USER] [--correct REASON] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of("by", "correct", Home.OPTION), Set.of("dry-run"));
        return Shell.with(name(), options, shell -> {
            boolean tried = options.has("dry-run");
            LedgerImport imports = new LedgerImport(shell.cases(), shell.source());
            LedgerImport.Order order =
                    new LedgerImport.Order(shell.ledger(), shell.sheet(), shell.opener(options.get("by")), options.get("correct"));
            Report report = report(imports, order, tried, err);
            print(report, tried, out);
            return report.count(Kind.WRONG) > 0 ? 1 : 0;
        });
    }

    private static Report report(LedgerImport imports, LedgerImport.Order order, boolean tried, PrintStream err) throws Exception {
        try {
            if (tried) {
                return imports.check(order);
            }
            int all = order.sheet().rows().size() - 1;
            Progress progress = new Progress(err, "importing");
            return imports.enter(order, done -> progress.show(done, all));
        } catch (Unreadable e) {
            throw new Refused("The sheet cannot be imported: " + e.getMessage());
        } catch (SheetImport.Busy e) {
            throw new Refused("Another import into this ledger is running; repeat the command when it has ended.");
        }
    }

    private static void print(Report report, boolean tried, PrintStream out) {
        for (Kind kind : Kind.values()) {
            out.println(kind.name().toLowerCase(java.util.Locale.ROOT) + " " + report.count(kind) + "  " + kind.words(tried));
        }
        List<Report.Row> told = report.rows().stream().filter(r -> !r.says().isEmpty()).toList();
        told.stream().limit(MOST_SHOWN).forEach(r -> out.println("  第 " + r.row() + " 行 " + r.kind().words(tried) + "："
                + String.join("；", r.says()) + (r.number() == null ? "" : "（" + r.number() + "）")));
        if (told.size() > MOST_SHOWN) {
            out.println("  另有 " + (told.size() - MOST_SHOWN) + " 行");
        }
    }
}
