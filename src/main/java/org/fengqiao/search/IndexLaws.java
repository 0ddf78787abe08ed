package org.fengqiao.search;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.door.Progress;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;

/// `law index`: brings the search index up to date with the imported texts; interrupted, it goes on where it stopped.
public final class IndexLaws implements Command {

    private static final Set<String> KNOWN = Set.of("threads", Home.OPTION);

    @Override
    public String name() {
        return "law index";
    }

    @Override
    public String summary() {
        return "bring the index of law search up to date with the imported texts: [--again] [--threads 2] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.parse(arguments, KNOWN, Set.of("again"));
        int threads = options.number("threads", Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > 64 || !options.words().isEmpty()) {
            throw new Refused("law index takes --threads from 1 to 64, --again and --home DIR.");
        }
        Home home = Home.of(options);
        try (Database database = Database.open(home); LawIndex index = new LawIndex(home.search()); Meaning meaning = new Meaning()) {
            database.migrate();
            Stock stock = new Stock(new Texts(database.dataSource()), Laws.load().all());
            int held = stock.imported() + stock.summaries().size();
            long begun = System.nanoTime();
            int all = options.has("again") ? held : Math.max(1, held - index.shelf().size());
            int done = index.update(stock, options.has("again"), threads, meaning, bar(err, all));
            if (done > 0) {
                err.println();
            }
            out.printf("indexed %d of %d articles in %.1f s%n", done, held, (System.nanoTime() - begun) / 1e9);
            if (stock.imported() == 0) {
                out.println("No texts are imported yet: our own summaries can be found. Run laws import PATH for the texts.");
            }
            return 0;
        } catch (LawIndex.Busy e) {
            throw new Refused(e.getMessage());
        }
    }

    static IntConsumer bar(PrintStream err, int all) {
        Progress progress = new Progress(err, "indexing");
        return done -> progress.show(done, all);
    }
}
