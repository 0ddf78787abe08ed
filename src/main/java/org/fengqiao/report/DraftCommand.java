package org.fengqiao.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 起草年度报告: `report draft --year 2025`.
public final class DraftCommand implements Command {

    @Override
    public String name() {
        return "report draft";
    }

    @Override
    public String summary() {
        return "the annual report as docx, pdf and web page with its figures: --year Y [--cut-off DAY] [--out DIR] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws SQLException {
        Options options = Options.parse(arguments, Set.of("year", "cut-off", "out", Home.OPTION), Set.of());
        if (!options.words().isEmpty() || options.get("year") == null) {
            throw new Refused("Say for which year: report draft --year 2025 [--cut-off DAY] [--out DIR] [--home DIR].");
        }
        Path folder = Path.of(options.get("out", ".")).toAbsolutePath();
        try (OpenOffice open = OpenOffice.of(options)) {
            Draft draft = new Draft(open.figures(), open.number(), open.office(), open.laws(), ReportText.annual());
            Draft.Written written = draft.write(open.period(options), open.today(), folder);
            written.files().forEach(out::println);
            Reckoning r = written.reckoning();
            out.println("草稿第" + written.draft() + "稿：指标" + r.figures().size() + "个，勾稽关系" + r.balances().size() + "条，"
                    + (r.publishable() ? "全部成立。" : r.broken().size() + "条不成立，不得发布。"));
            return 0;
        } catch (IOException e) {
            throw new Refused("The report could not be written into " + folder, e);
        }
    }
}
