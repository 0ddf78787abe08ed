package org.fengqiao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// A real database for tests: one bundled server per JVM, any number of fresh databases on it.
///
/// The first [#fresh()] migrates a pattern; every database is a copy of it and costs a fraction of a second.
public final class TestDatabase {

    private static final String PATTERN = "pattern";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Home shared;

    static {
        sharePrograms();
    }

    private TestDatabase() {}

    /// An empty database with the tables of all rooms, and a home of its own for evidence and heads.
    public static Database fresh() {
        Home server = server();
        String name = "test_" + NUMBER.incrementAndGet();
        EmbeddedPostgres postgres = EmbeddedPostgres.use(server);
        execute(postgres, "create database " + name + " template " + PATTERN);
        return new Database(Home.at(server.directory().resolve(name)), postgres, name);
    }

    /// Unpacks the server's programs once for all homes of all tests.
    public static void sharePrograms() {
        if (System.getenv("FENGQIAO_POSTGRES_BINARIES") == null) {
            System.setProperty("FENGQIAO_POSTGRES_BINARIES", programs().toString());
        }
    }

    /// What is observed while the server is down.
    @FunctionalInterface
    public interface Observation {
        void run() throws Exception;
    }

    /// Kills the server of a home and keeps anyone from starting it until `observation` is over.
    public static void holdDown(Home home, Observation observation) throws Exception {
        DataDirectory data = new DataDirectory(home, PostgresPrograms.of(home));
        Path aside = home.postgres().resolve("data.aside");
        long server = data.livingServer();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        while (data.worksHere(server)) {
            Thread.sleep(1);
        }
        Files.move(data.path(), aside);
        Files.createFile(data.path());
        try {
            observation.run();
        } finally {
            Files.delete(data.path());
            Files.move(aside, data.path());
        }
    }

    /// A database without tables, with other migrations than the product's.
    static Database empty(String name, Path home, String... migrations) {
        execute(EmbeddedPostgres.use(server()), "create database " + name);
        return again(name, home, migrations);
    }

    /// The same database, opened once more.
    static Database again(String name, Path home, String... migrations) {
        return new Database(Home.at(home), EmbeddedPostgres.use(server()), name, migrations);
    }

    /// Where unpacked server programs are kept between test runs.
    static Path programs() {
        return Path.of("target", "postgres").toAbsolutePath();
    }

    static void execute(Server server, String sql) {
        try (Connection connection = server.source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static synchronized Home server() {
        if (shared == null) {
            try {
                Home home = Home.at(Files.createTempDirectory("fengqiao-test-"));
                EmbeddedPostgres postgres = EmbeddedPostgres.use(home);
                execute(postgres, "create database " + PATTERN);
                try (Database pattern = new Database(home, EmbeddedPostgres.use(home), PATTERN)) {
                    pattern.migrate();
                }
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(home, postgres)));
                shared = home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    private static void end(Home home, EmbeddedPostgres postgres) {
        try {
            postgres.end();
            Folders.delete(home.directory());
        } catch (IOException | InterruptedException e) {
            System.err.println("The test database in " + home.directory() + " was not removed: " + e.getMessage());
        }
    }

    /// Gives a Spring test a fresh database: `@ContextConfiguration(initializers = TestDatabase.InSpring.class)`.
    public static final class InSpring implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            fresh().forRooms().initialize(context);
        }
    }
}
