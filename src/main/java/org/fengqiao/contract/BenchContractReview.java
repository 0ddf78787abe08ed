package org.fengqiao.contract;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fengqiao.contract.Yardstick.Model;
import org.fengqiao.contract.Yardstick.Outcome;
import org.fengqiao.contract.Yardstick.Score;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.law.Laws;

/// `bench contract-review`: precision and recall of the checklist over model contracts with planted faults.
public final class BenchContractReview implements Command {

    private static final String MODELS = "src/test/resources/contracts";

    @Override
    public String name() {
        return "bench contract-review";
    }

    @Override
    public String summary() {
        return "precision and recall of the contract checklist: [--models DIR] [--on DATE] [--misses]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Options options = Options.parse(arguments, Set.of("models", "on"), Set.of("misses"));
        Path folder = Path.of(options.get("models", MODELS));
        if (!Files.isDirectory(folder)) {
            throw new Refused("There are no model contracts in " + folder + "; name their folder with --models DIR.");
        }
        Checklist checklist = Checklist.on(Checklist.load(Laws.load()), LocalDate.parse(options.get("on", "2026-10-09")));
        TreeMap<String, List<Model>> parts = Yardstick.read(folder);
        long begun = System.nanoTime();
        List<Outcome> all = new ArrayList<>();
        out.printf("checklist of %s, %d points%n", checklist.from(), checklist.points().size());
        out.printf("%-10s %9s %7s %5s %5s %6s %9s %7s %14s %5s%n", "part", "contracts", "planted", "right", "wrong", "missed", "precision", "recall", "look-alikes", "kind");
        for (Map.Entry<String, List<Model>> part : parts.entrySet()) {
            List<Outcome> outcomes = part.getValue().stream().map(m -> Yardstick.judge(m, checklist)).toList();
            print(out, part.getKey(), Score.of(outcomes));
            all.addAll(outcomes);
        }
        print(out, "all", Score.of(all));
        out.printf("%.0f ms for %d contracts%n", (System.nanoTime() - begun) / 1e6, all.size());
        if (options.has("misses")) {
            all.forEach(o -> {
                o.wrong().forEach(s -> out.println("wrong  " + o.model().name() + " " + s.point().id() + " " + s.clause() + " " + s.quote().replace('\n', ' ')));
                o.missed().forEach(m -> out.println("missed " + o.model().name() + " " + m.point() + " " + m.quote()));
                o.fooled().forEach(m -> out.println("fooled " + o.model().name() + " " + m.point() + " " + m.quote()));
                if (!o.kindFound().equals(o.model().kind())) {
                    out.println("kind   " + o.model().name() + " " + o.model().kind() + " taken for " + o.kindFound());
                }
            });
        }
        return 0;
    }

    private static void print(PrintStream out, String part, Score s) {
        out.printf("%-10s %9d %7d %5d %5d %6d %8.1f%% %6.1f%% %8d of %2d %3d/%d%n", part, s.contracts(), s.planted(), s.right(), s.wrong(), s.missed(),
                100 * s.precision(), 100 * s.recall(), s.decoys() - s.fooled(), s.decoys(), s.kindsRight(), s.contracts());
    }
}
