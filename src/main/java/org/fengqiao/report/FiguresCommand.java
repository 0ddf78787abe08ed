package org.fengqiao.report;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 数据: `report figures --year 2025` prints them, `--compare` holds the cache to a fresh fold of the whole record.
public final class FiguresCommand implements Command {

    @Override
    public String name() {
        return "report figures";
    }

    @Override
    public String summary() {
        return "the figures of a year: --year Y [--cut-off DAY] [--json], or --compare the cache with the record [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws SQLException {
        Options options = Options.parse(arguments, Set.of("year", "cut-off", Home.OPTION), Set.of("compare", "json"));
        if (!options.words().isEmpty() || options.has("compare") && options.get("year") != null) {
            throw new Refused("Say report figures --year Y [--cut-off DAY] [--json], or report figures --compare.");
        }
        try (OpenOffice open = OpenOffice.of(options)) {
            return options.has("compare") ? compare(open, out, err) : print(open, options, out);
        }
    }

    private static int compare(OpenOffice open, PrintStream out, PrintStream err) throws SQLException {
        int folded = open.figures().folding().fold();
        Comparison comparison = new Comparison(open.database().dataSource(), open.number(), open.figures());
        List<String> differences = comparison.differences();
        differences.forEach(err::println);
        out.println("本次折算" + folded + "件，比较" + comparison.cases() + "件，" + (differences.isEmpty() ? "全部相同。" : "有不同。"));
        return differences.isEmpty() ? 0 : 1;
    }

    private static int print(OpenOffice open, Options options, PrintStream out) {
        Reckoning reckoning = open.figures().of(open.period(options), open.office());
        if (options.has("json")) {
            out.println(new ReckoningJson(open.laws()).write(reckoning, ""));
            return 0;
        }
        out.println(reckoning.office() + "　" + Words.day(reckoning.period().from()) + "至" + Words.day(reckoning.period().to()));
        for (Figure f : reckoning.figures()) {
            out.println("〔" + f.indicator().number() + "〕" + f.indicator().title() + "　" + f.words());
            f.parts().stream().filter(p -> p.counted() != 0).forEach(p -> out.println("    " + p.title() + "　" + Words.count(p.counted())));
        }
        reckoning.balances().forEach(b -> out.println((b.holds() ? "成立　" : "不成立　") + b.title()));
        return 0;
    }
}
