package org.fengqiao.record;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 核验命令: `record verify`, beside a serving office or alone.
public final class RecordVerify implements Command {

    @Override
    public String name() {
        return "record verify";
    }

    @Override
    public String summary() {
        return "recompute every chain of the record: [--heads FILE] [--evidence] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of("heads", Home.OPTION), Set.of("evidence"));
        if (!options.words().isEmpty()) {
            throw new Refused("`record verify` does not know \"" + options.words().getFirst() + "\".");
        }
        Home home = Home.of(options);
        String named = options.get("heads");
        if (named != null && !Files.isReadable(Path.of(named))) {
            throw new Refused("The file of heads " + named + " cannot be read.");
        }
        Path heads = named == null ? Heads.file(home.heads()) : Path.of(named);
        try (Database database = Database.open(home)) {
            Records.refuseWithoutTables(database.dataSource(), home);
            Verification.Report report =
                    Verification.ofAll(database.dataSource(), heads, options.has("evidence") ? home.evidence() : null);
            print(report, out, err);
            return report.intact() ? 0 : 1;
        }
    }

    private static void print(Verification.Report r, PrintStream out, PrintStream err) {
        out.printf(
                "%d cases, %d events, %d personal values (%d erased), %d documents, %d evidence files, %d heads; %.1f s%n",
                r.cases(), r.events(), r.personal(), r.erased(), r.documents(), r.files(), r.heads(),
                r.time().toMillis() / 1000.0);
        Fault fault = r.fault();
        if (fault == null) {
            out.println("Intact: every chain is as it was written. 核验通过，记录完整。");
        } else {
            err.println("Broken. 核验不通过，第一处：" + fault);
        }
    }
}
