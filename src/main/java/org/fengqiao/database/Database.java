package org.fengqiao.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fengqiao.door.Command.Refused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// 数据库: the open database of a home; the server behind it is found or started, and stopped by the last who closes.
///
/// A command may open the home of a serving process: both then use the one server.
public final class Database implements AutoCloseable {

    private static final String FOLDER = "db/migration";
    private static final String MIGRATIONS = "classpath:" + FOLDER;

    private final Home home;
    private final Server server;
    private final String name;
    private final List<String> migrations;
    private @Nullable HikariDataSource pool;
    private boolean closed;

    Database(Home home, Server server, String name, String... migrations) {
        this.home = home;
        this.server = server;
        this.name = name;
        this.migrations = migrations.length == 0 ? List.of(MIGRATIONS) : List.of(migrations);
    }

    /// Opens the home's database; it is closed at the latest when the process ends.
    ///
    /// @throws Refused when no database can be had, with the reason in one sentence
    public static Database open(Home home) {
        return open(home, close -> Runtime.getRuntime().addShutdownHook(new Thread(close, "database-close")));
    }

    /// Opens the home's database; `atExit` is given what must be done before the process ends.
    ///
    /// @throws Refused when no database can be had, with the reason in one sentence
    public static Database open(Home home, Consumer<Runnable> atExit) {
        String address = System.getenv(ExternalPostgres.VARIABLE);
        Server server = address == null || address.isBlank() ? EmbeddedPostgres.use(home) : ExternalPostgres.at(address.strip());
        Database database = new Database(home, server, server.database());
        atExit.accept(database::close);
        return database;
    }

    public Home home() {
        return home;
    }

    /// Pooled connections. A database that went away is noticed within seconds, and one that came back is used again.
    public synchronized DataSource dataSource() {
        if (closed) {
            throw new IllegalStateException("The database of " + home.directory() + " is closed.");
        }
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("database");
            config.setDataSource(source());
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(2);
            config.setConnectionTimeout(3_000);
            config.setValidationTimeout(1_000);
            config.setKeepaliveTime(30_000);
            // The pool opens even when the database is just away; each request then says so by itself.
            config.setInitializationFailTimeout(-1);
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    /// The address without user and password.
    public String url() {
        PGSimpleDataSource source = source();
        return "jdbc:postgresql://" + source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + "/" + name;
    }

    public String user() {
        return String.valueOf(source().getUser());
    }

    public String password() {
        return String.valueOf(source().getPassword());
    }

    /// Brings the tables of all rooms up to this version of the product.
    ///
    /// @throws Refused when the database was made by a newer version or does not fit
    public void migrate() {
        boolean asShipped = migrations.equals(List.of(MIGRATIONS)) && ShippedMigrations.allApplied(dataSource(), FOLDER);
        if (!asShipped) {
            migrate(dataSource(), MigrationVersion.LATEST);
        }
    }

    /// Brings the tables up and makes the home, the database and its connections known to the rooms of an office that starts.
    ///
    /// Whoever starts an office hands it this: rooms look at their tables while they are made.
    ///
    /// @throws Refused when the tables cannot be brought up
    public ApplicationContextInitializer<GenericApplicationContext> forRooms() {
        migrate();
        return office -> {
            office.registerBean(Home.class, this::home);
            office.registerBean(Database.class, () -> this);
            office.registerBean(DataSource.class, this::dataSource);
        };
    }

    /// Brings the tables behind `tables` up to a version.
    void migrate(DataSource tables, MigrationVersion target) {
        try {
            flyway(tables, target).migrate();
        } catch (FlywayException e) {
            Throwable reason = e;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            throw new Refused("The tables of " + home.directory() + " cannot be brought up to date: "
                    + String.valueOf(reason.getMessage()).lines().findFirst().orElse("no reason was given"));
        }
    }

    /// The versions of all migrations that this product knows.
    Set<String> knownMigrations(DataSource tables) {
        return Arrays.stream(flyway(tables, MigrationVersion.LATEST).info().all())
                .filter(m -> m.getVersion() != null)
                .map(m -> m.getVersion().getVersion())
                .collect(Collectors.toSet());
    }

    private Flyway flyway(DataSource tables, MigrationVersion target) {
        return Flyway.configure().dataSource(tables).locations(migrations.toArray(String[]::new)).target(target).load();
    }

    Server server() {
        return server;
    }

    String name() {
        return name;
    }

    /// One plain connection's worth of settings, outside the pool.
    PGSimpleDataSource source() {
        PGSimpleDataSource source = server.source(name);
        source.setApplicationName("fengqiao");
        source.setConnectTimeout(3);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        // An error's detail repeats the row, which may be a person's; it belongs neither in a log nor on a page.
        source.setLogServerErrorDetail(false);
        return source;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (pool != null) {
            pool.close();
        }
        server.close();
    }
}
