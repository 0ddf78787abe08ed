package org.fengqiao.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

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
        return "steps a second: [--threads N] [--cases N] [--open N] [--rounds N] [--warm-up N] [--flush-ms N] [--no-http] [--home NEW-DIR]";
    }

    /// What is asked of a run.
    private record Asked(int threads, int cases, int open, int rounds, int warmUp, int flush, boolean http) {}

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(
                arguments, Set.of("threads", "cases", "open", "rounds", "warm-up", "flush-ms", Home.OPTION), Set.of("no-http"));
        Asked asked = new Asked(
                options.number("threads", 8), options.number("cases", 200), options.number("open", 1000),
                options.number("rounds", 5), options.number("warm-up", 5), options.number("flush-ms", 0), !options.has("no-http"));
        if (!options.words().isEmpty() || asked.threads() < 1 || asked.threads() > 14 || asked.cases() < asked.threads()
                || asked.rounds() < 1 || asked.warmUp() < 0 || asked.open() < 0 || asked.flush() < 0) {
            throw new Refused("Say `bench steps` with 1 to 14 threads, at least a case a thread, and whole numbers that are not negative.");
        }
        String named = options.get(Home.OPTION);
        if (named != null && Files.exists(Path.of(named))) {
            throw new Refused("The directory " + named + " exists; a measurement makes its own home and removes it afterwards.");
        }
        Path directory = named == null ? Files.createTempDirectory("fengqiao-bench-") : Files.createDirectories(Path.of(named));
        try (Database database = Database.open(Home.at(directory))) {
            if (asked.flush() > 0) {
                slow(database, asked.flush());
            }
            try (ConfigurableApplicationContext office = start(database)) {
                measure(asked, database, office, out);
            }
            return 0;
        } finally {
            remove(directory, err);
        }
    }

    private ConfigurableApplicationContext start(Database database) {
        SpringApplication spring = new SpringApplication(application);
        spring.setAdditionalProfiles("demo");
        spring.setRegisterShutdownHook(false);
        ApplicationContextInitializer<GenericApplicationContext> rooms = context -> {
            context.registerBean(Home.class, database::home);
            context.registerBean(Database.class, () -> database);
            context.registerBean(DataSource.class, database::dataSource);
        };
        spring.addInitializers(rooms);
        return spring.run(
                "--server.port=0", "--server.address=127.0.0.1", "--fengqiao.demo.small=true", "--spring.main.banner-mode=off",
                "--logging.level.root=warn", "--logging.file.name=" + database.home().logs().resolve("fengqiao.log"));
    }

    /// Each flush of the server's log waits that much longer, as on a disk that is farther away.
    private static void slow(Database database, int milliseconds) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            String name = connection.getCatalog();
            statement.execute("alter database " + name + " set commit_siblings = 0");
            statement.execute("alter database " + name + " set commit_delay = " + milliseconds * 1000);
        }
        // A session has the delay from its start.
        database.dataSource().unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    private void measure(Asked asked, Database database, ConfigurableApplicationContext office, PrintStream out) throws Exception {
        DataSource source = database.dataSource();
        Cases cases = office.getBean(Cases.class);
        LocalDate day = cases.clock().today();
        List<RequestLife.Move> nine = RequestLife.nine();
        RawRows.prepare(source);
        List<RawRows.Step> rows = recorded(cases, nine, day, source);
        if (asked.open() > 0) {
            OpenCases.fill(source, open(cases, nine, day), asked.open());
        }
        AtomicLong ids = new AtomicLong(50_000_000);
        Round.Life raw = (thread, steps) -> rawLife(source, rows, ids.incrementAndGet(), day, steps);
        Round.Life real = (thread, steps) -> life(cases, nine, day, steps);
        int port = ((WebServerApplicationContext) office).getWebServer().getPort();
        HttpLife http = asked.http() ? HttpLife.at(port, nine, day) : null;
        Processors processors = new Processors(database.home());
        out.printf(
                Locale.ROOT, "%d threads, %d cases of nine steps a round, %d rounds in turns after %d to warm up, %d open cases, load %s on %d processors%n",
                asked.threads(), asked.cases(), asked.rounds(), asked.warmUp(), asked.open(), Processors.load(), Runtime.getRuntime().availableProcessors());
        out.printf("%-10s %9s %9s %9s %9s %9s %9s %9s%n", "", "steps/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "JVM ms", "PG ms");
        List<List<Round>> all = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 1 - asked.warmUp(); round <= asked.rounds(); round++) {
            List<Round> one = new ArrayList<>();
            one.add(Round.run(asked.threads(), asked.cases(), processors, raw));
            one.add(Round.run(asked.threads(), asked.cases(), processors, real));
            if (http != null) {
                one.add(Round.run(asked.threads(), Math.max(asked.threads(), asked.cases() / 4), processors, http::live));
            }
            for (int i = 0; i < one.size(); i++) {
                out.println(one.get(i).line(List.of("raw", "door", "http").get(i) + " " + (round > 0 ? round : "warm")));
                if (round > 0) {
                    all.get(i).add(one.get(i));
                }
            }
        }
        summary(all, out);
        footprint(source, nine, rows, ids, day, out);
    }

    private static final int LIVES = 20;

    /// What a step costs the database, whatever the machine: in one thread, so that nothing else is counted.
    private static void footprint(
            DataSource source, List<RequestLife.Move> nine, List<RawRows.Step> rows, AtomicLong ids, LocalDate day, PrintStream out)
            throws SQLException {
        RoundTrips trips = new RoundTrips();
        Cases counted = CasesConfiguration.beside(trips.counted(source));
        life(counted, nine, day, null);
        trips.take();
        life(counted, nine, day, null);
        int asked = trips.take();
        int steps = LIVES * nine.size();
        long rawLog = Footprint.log(source, () -> rawLives(source, rows, ids, day, LIVES)) / steps;
        long log = Footprint.log(source, () -> lives(counted, nine, day, LIVES)) / steps;
        long documentLog = Footprint.log(source, () -> Footprint.documentsAgain(source, LIVES)) / steps;
        int many = 10 * LIVES;
        long rawRoom = Footprint.room(source, Footprint.RAW, () -> rawLives(source, rows, ids, day, many)) / many;
        long[] papers = {0};
        long room = Footprint.room(source, Footprint.TABLES, () -> papers[0] = Footprint.room(
                source, new String[] {"document"}, () -> lives(counted, nine, day, many))) / many;
        out.printf(Locale.ROOT, "Round trips: %d for the %d steps of a case, one of which issues a number.%n", asked, nine.size());
        out.printf(
                Locale.ROOT, "WAL a step without whole pages: %d B, of which %d B are documents; raw %d B; %.2f times raw.%n",
                log, documentLog, rawLog, (double) log / rawLog);
        out.printf(
                Locale.ROOT, "Room a finished case: %d B, and %d B of documents; raw %d B; %.2f times raw.%n",
                room, papers[0] / many, rawRoom, (double) room / rawRoom);
    }

    private static void lives(Cases cases, List<RequestLife.Move> nine, LocalDate day, int lives) {
        for (int i = 0; i < lives; i++) {
            life(cases, nine, day, null);
        }
    }

    private static void rawLives(DataSource source, List<RawRows.Step> rows, AtomicLong ids, LocalDate day, int lives) throws SQLException {
        for (int i = 0; i < lives; i++) {
            rawLife(source, rows, ids.incrementAndGet(), day, new Round.Steps());
        }
    }

    private static void summary(List<List<Round>> all, PrintStream out) {
        double raw = print("raw", all.get(0), out);
        double door = print("door", all.get(1), out);
        if (!all.get(2).isEmpty()) {
            print("http", all.get(2), out);
        }
        out.printf(Locale.ROOT, "The door reaches %.0f %% of raw; load now %s.%n", 100 * door / raw, Processors.load());
    }

    /// The round with the median rate speaks for all.
    private static double print(String name, List<Round> rounds, PrintStream out) {
        Round median = rounds.stream().sorted(Comparator.comparingDouble(Round::rate)).toList().get(rounds.size() / 2);
        out.println(median.line(name + " ~"));
        return median.rate();
    }

    private static Records.Known done(Cases.Answer answer) {
        if (answer instanceof Cases.Answer.Done(Records.Known known, boolean _)) {
            return known;
        }
        throw new IllegalStateException("A step of the measurement was not taken: " + answer);
    }

    private static void life(Cases cases, List<RequestLife.Move> nine, LocalDate day, Round.@Nullable Steps steps) {
        long before = System.nanoTime();
        String number = done(RequestLife.open(cases, nine.getFirst(), day)).state().number();
        for (int i = 1; i <= nine.size(); i++) {
            long now = System.nanoTime();
            if (steps != null) {
                steps.add(now - before);
            }
            before = now;
            if (i < nine.size()) {
                RequestLife.Move move = nine.get(i);
                done(cases.take(move.user(), number, move.step(), Cases.Taking.of(move.data()), null));
            }
        }
    }

    private static String open(Cases cases, List<RequestLife.Move> nine, LocalDate day) {
        String number = done(RequestLife.open(cases, nine.getFirst(), day)).state().number();
        nine.subList(1, 5).forEach(m -> done(cases.take(m.user(), number, m.step(), Cases.Taking.of(m.data()), null)));
        return number;
    }

    private static List<RawRows.Step> recorded(Cases cases, List<RequestLife.Move> nine, LocalDate day, DataSource source)
            throws SQLException {
        List<RawRows.Step> rows = new ArrayList<>();
        String number = done(RequestLife.open(cases, nine.getFirst(), day)).state().number();
        rows.add(RawRows.written(source, number, Map.of()));
        for (RequestLife.Move move : nine.subList(1, nine.size())) {
            Map<String, String> waiting = RawRows.waiting(source, number);
            done(cases.take(move.user(), number, move.step(), Cases.Taking.of(move.data()), null));
            rows.add(RawRows.written(source, number, waiting));
        }
        return rows;
    }

    private static void rawLife(DataSource source, List<RawRows.Step> rows, long id, LocalDate day, Round.Steps steps)
            throws SQLException {
        for (int seq = 1; seq <= rows.size(); seq++) {
            long before = System.nanoTime();
            try (Connection connection = source.getConnection()) {
                RawRows.write(connection, id, seq, rows.get(seq - 1), day);
            }
            steps.add(System.nanoTime() - before);
        }
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
