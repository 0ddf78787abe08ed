package org.fengqiao.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.fengqiao.cases.Cases;
import org.fengqiao.cases.CasesConfiguration;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.record.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// 场地: a serving demonstration office with so many open cases, on a home and a database server of its own.
final class Site implements AutoCloseable {

    private final Database database;
    private final ConfigurableApplicationContext office;
    private final int open;
    private final DataSource source;
    private final Cases cases;
    private final LocalDate day;
    private final List<RequestLife.Move> nine = RequestLife.nine();
    private final List<RawRows.Step> rows;
    private final AtomicLong ids = new AtomicLong(50_000_000);
    private final Processors processors;

    private Site(Database database, ConfigurableApplicationContext office, int open) throws SQLException {
        this.database = database;
        this.office = office;
        this.open = open;
        this.source = database.dataSource();
        this.cases = office.getBean(Cases.class);
        this.day = cases.clock().today();
        this.processors = new Processors(database.home());
        RawRows.prepare(source);
        this.rows = recorded();
        if (open > 0) {
            OpenCases.fill(source, openCase(), open);
        }
    }

    /// @param open  how many cases are open beside those that are lived
    /// @param flush milliseconds by which each flush of the server's log waits longer, as on a disk that is farther away
    static Site at(Path directory, Class<?> application, int open, int flush) throws SQLException {
        Database database = Database.open(Home.at(directory));
        try {
            if (flush > 0) {
                slow(database, flush);
            }
            ConfigurableApplicationContext office = start(database, application);
            try {
                return new Site(database, office, open);
            } catch (SQLException | RuntimeException e) {
                office.close();
                throw e;
            }
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext start(Database database, Class<?> application) {
        SpringApplication spring = new SpringApplication(application);
        spring.setAdditionalProfiles("demo");
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(database.forRooms());
        return spring.run(
                "--server.port=0", "--server.address=127.0.0.1", "--fengqiao.demo.small=true", "--spring.main.banner-mode=off",
                "--logging.level.root=warn", "--logging.file.name=" + database.home().logs().resolve("fengqiao.log"));
    }

    private static void slow(Database database, int milliseconds) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            String name = connection.getCatalog();
            statement.execute("alter database " + name + " set commit_siblings = 0");
            statement.execute("alter database " + name + " set commit_delay = " + milliseconds * 1000);
        }
        // A session has the delay from its start.
        database.dataSource().unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    int open() {
        return open;
    }

    Processors processors() {
        return processors;
    }

    HttpLife http() throws IOException, InterruptedException {
        return HttpLife.at(((WebServerApplicationContext) office).getWebServer().getPort(), nine, day);
    }

    void raw(int thread, Round.Steps steps) throws SQLException {
        long id = ids.incrementAndGet();
        for (int seq = 1; seq <= rows.size(); seq++) {
            long before = System.nanoTime();
            try (Connection connection = source.getConnection()) {
                RawRows.write(connection, id, seq, rows.get(seq - 1), day);
            }
            steps.add(System.nanoTime() - before);
        }
    }

    void door(int thread, Round.Steps steps) {
        life(cases, steps);
    }

    private void life(Cases door, Round.@Nullable Steps steps) {
        long before = System.nanoTime();
        String number = done(RequestLife.open(door, nine.getFirst(), day)).state().number();
        for (int i = 1; i <= nine.size(); i++) {
            long now = System.nanoTime();
            if (steps != null) {
                steps.add(now - before);
            }
            before = now;
            if (i < nine.size()) {
                RequestLife.Move move = nine.get(i);
                done(door.take(move.user(), number, move.step(), Cases.Taking.of(move.data()), null));
            }
        }
    }

    private static Records.Known done(Cases.Answer answer) {
        if (answer instanceof Cases.Answer.Done(Records.Known known, boolean _)) {
            return known;
        }
        throw new IllegalStateException("A step of the measurement was not taken: " + answer);
    }

    private String openCase() {
        String number = done(RequestLife.open(cases, nine.getFirst(), day)).state().number();
        nine.subList(1, 5).forEach(m -> done(cases.take(m.user(), number, m.step(), Cases.Taking.of(m.data()), null)));
        return number;
    }

    private List<RawRows.Step> recorded() throws SQLException {
        List<RawRows.Step> all = new ArrayList<>();
        String number = done(RequestLife.open(cases, nine.getFirst(), day)).state().number();
        all.add(RawRows.written(source, number, Map.of()));
        for (RequestLife.Move move : nine.subList(1, nine.size())) {
            Map<String, String> waiting = RawRows.waiting(source, number);
            done(cases.take(move.user(), number, move.step(), Cases.Taking.of(move.data()), null));
            all.add(RawRows.written(source, number, waiting));
        }
        return all;
    }

    /// What a step costs the database, whatever the machine: in one thread, so that nothing else is counted.
    ///
    /// @param lived over how many lives the log is counted, and over ten times as many the room
    List<String> footprint(int lived) throws SQLException {
        RoundTrips trips = new RoundTrips();
        Cases counted = CasesConfiguration.beside(trips.counted(source));
        life(counted, null);
        trips.take();
        life(counted, null);
        int asked = trips.take();
        int steps = lived * nine.size();
        long rawLog = Footprint.log(source, () -> rawLives(lived)) / steps;
        long log = Footprint.log(source, () -> lives(counted, lived)) / steps;
        long documentLog = Footprint.log(source, () -> Footprint.documentsAgain(source, lived)) / steps;
        int many = 10 * lived;
        long rawRoom = Footprint.room(source, Footprint.RAW, () -> rawLives(many)) / many;
        long[] papers = {0};
        long room = Footprint.room(source, Footprint.TABLES, () -> papers[0] = Footprint.room(
                source, new String[] {"document"}, () -> lives(counted, many))) / many;
        return List.of(
                String.format(
                        Locale.ROOT, "Round trips: %d for the %d steps of a case, one of which issues a number.", asked, nine.size()),
                String.format(
                        Locale.ROOT, "WAL a step without whole pages: %d B, of which %d B are documents; raw %d B; %.2f times raw.",
                        log, documentLog, rawLog, (double) log / rawLog),
                String.format(
                        Locale.ROOT, "Room a finished case: %d B, and %d B of documents; raw %d B; %.2f times raw.",
                        room, papers[0] / many, rawRoom, (double) room / rawRoom));
    }

    private void lives(Cases door, int lives) {
        for (int i = 0; i < lives; i++) {
            life(door, null);
        }
    }

    private void rawLives(int lives) throws SQLException {
        for (int i = 0; i < lives; i++) {
            raw(0, new Round.Steps());
        }
    }

    @Override
    public void close() {
        office.close();
        database.close();
    }
}
