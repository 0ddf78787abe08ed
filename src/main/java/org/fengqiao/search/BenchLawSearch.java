package org.fengqiao.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.law.Laws;
import org.fengqiao.law.Texts;

/// `bench law-search`: how well and how fast articles are found, and what each part of the search adds.
public final class BenchLawSearch implements Command {

    private static final Set<String> KNOWN = Set.of("pairs", "threads", Home.OPTION);
    private static final int WARM = 30;
    /// The constant with which two rankings are fused by 1 / (constant + place).
    private static final float FUSION = 60;

    @Override
    public String name() {
        return "bench law-search";
    }

    @Override
    public String summary() {
        return "quality and speed of law search: --pairs FILE[:weight],FILE... [--build] [--speed-only] [--threads 2] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, KNOWN, Set.of("build", "speed-only"));
        String pairs = options.get("pairs");
        if (pairs == null || !options.words().isEmpty()) {
            throw new Refused("Name questions with their articles: bench law-search --pairs FILE.");
        }
        Home home = Home.of(options);
        int threads = options.number("threads", Runtime.getRuntime().availableProcessors());
        try (OpenIndex open = OpenIndex.of(home)) {
            if (options.has("build")) {
                build(home, threads, open.meaning(), out, err);
            }
            List<PairFile> files = open.pairs(pairs);
            List<String> questions = files.stream().flatMap(f -> f.entries().stream()).map(PairFile.Entry::question).toList();
            speed(open.search(), questions, threads, out);
            memory(out);
            if (!options.has("speed-only")) {
                quality(open.training(files, err), out);
                err.println();
            }
            return 0;
        }
    }

    /// Builds the index once more in a folder of its own, with no vector made before.
    private static void build(Home home, int threads, Meaning meaning, PrintStream out, PrintStream err) throws IOException {
        Path folder = Files.createTempDirectory(home.directory(), "bench-search");
        long begun = System.nanoTime();
        try (Database database = Database.open(home); LawIndex index = new LawIndex(folder)) {
            Stock stock = new Stock(new Texts(database.dataSource()), Laws.load().all());
            int done = index.update(stock, false, threads, meaning, IndexLaws.bar(err, stock.imported() + stock.summaries().size()));
            err.println();
            out.printf("index of %d articles built in %.0f s by %d threads%n", done, (System.nanoTime() - begun) / 1e9, threads);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void speed(LawSearch search, List<String> questions, int threads, PrintStream out) throws InterruptedException, ExecutionException {
        questions.stream().limit(WARM).forEach(q -> search.find(q, LawSearch.Filter.NONE, 10));
        double[] times = new double[Math.min(400, questions.size())];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            search.find(questions.get(i), LawSearch.Filter.NONE, 10);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        out.printf("one question: median %.0f ms, p95 %.0f ms, longest %.0f ms (%d questions one after the other, %d articles)%n",
                times[times.length / 2], times[times.length * 95 / 100], times[times.length - 1], times.length, search.size());
        long begun = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            questions.forEach(q -> all.add(workers.submit(() -> search.places(q, LawSearch.Filter.NONE, 100))));
            for (Future<?> one : all) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf("batch: %.1f questions a second, 100 articles each, %d threads%n", questions.size() / seconds, threads);
    }

    private static void memory(PrintStream out) {
        System.gc();
        Runtime run = Runtime.getRuntime();
        out.printf("memory: heap in use %d MiB", (run.totalMemory() - run.freeMemory()) >> 20);
        try {
            Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM") || l.startsWith("VmRSS"))
                    .forEach(l -> out.printf(", %s %d MiB", l.startsWith("VmHWM") ? "most held of the machine" : "held of the machine", Long.parseLong(l.replaceAll("\\D", "")) >> 10));
        } catch (IOException e) {
            out.print(" (what the process holds of the machine is not told here)");
        }
        out.println();
    }

    /// What each part finds. Whatever is learned was learned from the other four fifths of the pairs.
    private static void quality(Training training, PrintStream out) {
        training.describe(Training.everything());
        print(out, "full text alone (BM25)", training.byScore(f -> f[Feature.ALL_WORDS.ordinal()]));
        print(out, "meaning alone", training.byScore(f -> f[Feature.LIKENESS.ordinal()]));
        print(out, "fusion of both, nothing learned", training.byScore(f -> fused(f, Feature.LIKENESS_RANK)));
        print(out, "meaning, question turned (learned)", training.byScore(f -> f[Feature.TURNED.ordinal()]));
        print(out, "fusion with the turned question", training.byScore(f -> fused(f, Feature.TURNED_RANK)));
        Training.Validation learned = training.validate();
        print(out, "reranked by trees alone", learned.trees());
        print(out, "reranked by trees and lines", learned.whole());
    }

    private static float fused(float[] features, Feature meaning) {
        return 1 / (FUSION + (float) Math.expm1(features[Feature.WORDS_RANK.ordinal()])) + 1 / (FUSION + (float) Math.expm1(features[meaning.ordinal()]));
    }

    private static void print(PrintStream out, String what, Map<String, Measures> measures) {
        measures.forEach((file, m) -> out.printf("%-36s %-36s %s%n", what, file, m));
    }
}
