package org.fengqiao.record;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 链首命令: `record heads` writes the head of today if it is missing; with `--print` it prints the sheet to sign and keep.
public final class RecordHeads implements Command {

    @Override
    public String name() {
        return "record heads";
    }

    @Override
    public String summary() {
        return "write today's head of all chains if it is missing: [--print] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of(Home.OPTION), Set.of("print"));
        if (!options.words().isEmpty()) {
            throw new Refused("`record heads` does not know \"" + options.words().getFirst() + "\".");
        }
        Home home = Home.of(options);
        Path file = Heads.file(home.heads());
        if (options.has("print")) {
            HeadsFile heads = HeadsFile.read(file);
            if (heads.fault() != null) {
                err.println("Broken. 链首簿核验不通过：" + heads.fault());
                return 1;
            }
            print(heads, out);
            return 0;
        }
        try (Database database = Database.open(home)) {
            Records.refuseWithoutTables(database.dataSource(), home);
            boolean written = new Heads(database.dataSource(), home.heads(), Clock.systemUTC()).write();
            out.println((written ? "Wrote a head into " : "No case has changed since the last head in ") + file + ".");
            return 0;
        }
    }

    /// A sheet for the safe: who holds it can prove every chain up to its day.
    private static void print(HeadsFile heads, PrintStream out) {
        out.println("全过程记录 链首登记表");
        out.println("每行是当日登记后链首簿的摘要（SM3）。签字后另行保存；此后任何记录被截短、改写，均可据此发现。");
        out.println();
        out.printf("%4s  %-10s  %6s  %s%n", "序号", "日期", "案件数", "摘要（SM3）");
        for (HeadsFile.Entry e : heads.entries()) {
            out.printf("%4d  %-10s  %6d  %s%n", e.n(), e.day(), e.cases(), e.digest());
        }
        out.println();
        out.println("打印人：____________   核对人：____________   日期：____________");
    }
}
