package org.fengqiao.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// `law train`: learns from the office's own questions and the articles that answered them which articles to put first.
public final class TrainRanking implements Command {

    private static final Set<String> KNOWN = Set.of("pairs", "out", Home.OPTION);

    @Override
    public String name() {
        return "law train";
    }

    @Override
    public String summary() {
        return "learn to rank from questions and their articles: --pairs FILE[:weight],FILE... [--out FILE] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.parse(arguments, KNOWN, Set.of());
        String pairs = options.get("pairs");
        if (pairs == null || !options.words().isEmpty()) {
            throw new Refused("Name the pairs: law train --pairs FILE, one {\"question\", \"relevant\": [ids]} a line.");
        }
        Home home = Home.of(options);
        Path to = options.get("out") == null ? home.search().resolve("ranking") : Path.of(options.get("out", ""));
        try (OpenIndex open = OpenIndex.of(home)) {
            List<PairFile> files = open.pairs(pairs);
            files.forEach(f -> out.printf("%s: %d pairs, %d left out because none of their articles is imported%n", f.name(), f.entries().size(), f.without()));
            Training training = open.training(files, err);
            training.describe(Training.everything());
            training.validate().whole().forEach((name, measures) -> out.println("cross-validated " + name + ": " + measures));
            training.ranking().write(to);
            err.println();
            out.println("written " + to);
            return 0;
        }
    }
}
