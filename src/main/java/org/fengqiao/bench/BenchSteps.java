package org.fengqiao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 测量命令: durable audited steps through the room's door, beside plain JDBC that writes the same rows, in turns.
public final class BenchSteps implements Command {

    private final Class<?> application;

    public BenchSteps(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "bench steps";
    }

    @Override
    public String summary() {
        return "steps a second: [--threads N] [--cases N] [--open N[,N]] [--rounds N] [--warm-up MOST] [--flush-ms N] [--no-http] [--home NEW-DIR]";
    }

    /// What is asked of a run.
    ///
    /// @param open how many cases are open, once or in several sizes that are measured in turns
    private record Asked(int threads, int cases, List<Integer> open, int rounds, int warmUp, int flush, boolean http) {}

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(
                arguments, Set.of("threads", "cases", "open", "rounds", "warm-up", "flush-ms", Home.OPTION), Set.of("no-http"));
        Asked asked = new Asked(
                options.number("threads", 8), options.number("cases", 200), sizes(options.get("open", "1000")),
                options.number("rounds", 5), options.number("warm-up", 15), options.number("flush-ms", 0), !options.has("no-http"));
        if (!options.words().isEmpty() || asked.threads() < 1 || asked.threads() > 14 || asked.cases() < asked.threads()
                || asked.rounds() < 1 || asked.warmUp() < 0 || asked.flush() < 0) {
            throw new Refused("Say `bench steps` with 1 to 14 threads, at least a case a thread, and whole numbers that are not negative.");
        }
        String named = options.get(Home.OPTION);
        if (named != null && Files.exists(Path.of(named))) {
            throw new Refused("The directory " + named + " exists; a measurement makes its own home and removes it afterwards.");
        }
        Path directory = named == null ? Files.createTempDirectory("fengqiao-bench-") : Files.createDirectories(Path.of(named));
        List<Site> sites = new ArrayList<>();
        try {
            for (int open : asked.open()) {
                sites.add(Site.at(directory.resolve("open-" + open), application, open, asked.flush()));
            }
            measure(asked, sites, out);
            return 0;
        } finally {
            sites.forEach(Site::close);
            remove(directory, err);
        }
    }

    /// The sizes named, commas between them, the smallest first.
    static List<Integer> sizes(String text) {
        try {
            List<Integer> sizes = Stream.of(text.split(",")).map(String::strip).map(Integer::valueOf).distinct().sorted().toList();
            if (!sizes.isEmpty() && sizes.getFirst() >= 0 && sizes.size() <= 3) {
                return sizes;
            }
        } catch (NumberFormatException e) {
            // Told below, as for every other list that is none.
        }
        throw new Refused("Say how many cases are open as one to three whole numbers, such as `--open 1000,100000`.");
    }

    private static void measure(Asked asked, List<Site> sites, PrintStream out) throws Exception {
        out.printf(
                Locale.ROOT, "%d threads, %d cases of nine steps a round, %d rounds in turns once warm, %s open cases, load %s on %d processors%n",
                asked.threads(), asked.cases(), asked.rounds(), String.join(" and ", asked.open().stream().map(String::valueOf).toList()),
                Processors.load(), Runtime.getRuntime().availableProcessors());
        Contest contest = new Contest(asked.threads());
        for (Site site : sites) {
            contest.add(named("raw", site, sites), site, site::raw, asked.cases());
            contest.add(named("door", site, sites), site, site::door, asked.cases());
        }
        Site first = sites.getFirst();
        if (asked.http()) {
            contest.addAsking("http", first, first.http()::live, Math.max(asked.threads(), asked.cases() / 2));
        }
        contest.run(asked.rounds(), asked.warmUp(), out);
        for (Site site : sites) {
            double share = contest.rateBeside(named("door", site, sites), named("raw", site, sites));
            out.printf(
                    Locale.ROOT, "With %d open cases the door reaches %s of raw, the median of paired rounds.%n",
                    site.open(), Contest.percent(share));
        }
        for (Site site : sites.subList(1, sites.size())) {
            double more = contest.processorTimeBeside(named("door", site, sites), named("door", first, sites));
            out.printf(
                    Locale.ROOT, "A step takes %.2f times the processor time with %d open cases as with %d.%n", more, site.open(), first.open());
        }
        out.println("Load now " + Processors.load() + ".");
        first.footprint(Math.clamp(asked.cases() / 10, 1, 20)).forEach(out::println);
    }

    private static String named(String who, Site site, List<Site> all) {
        return all.size() == 1 ? who : who + " " + site.open();
    }

    private static void remove(Path directory, PrintStream err) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            err.println("The home of the measurement " + directory + " could not be removed: " + e.getMessage());
        }
    }
}
