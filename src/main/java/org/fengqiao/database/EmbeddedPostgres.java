package org.fengqiao.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.fengqiao.door.Command.Refused;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bundled PostgreSQL of one home, shared by all processes that have the home open.
///
/// Nobody owns the server. Each process that uses it holds a shared lock on `users.lock`; who comes and finds no living
/// server starts it; who leaves and can turn the own lock into an exclusive one is the last and stops it. The operating
/// system releases the lock of a process that was killed, so an orphaned server is simply used by the next one and
/// stopped by the last. Coming, leaving and restarting happen one at a time under `start.lock`.
final class EmbeddedPostgres implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long WATCH_MILLIS = 500;
    private static final long RETRY_MILLIS = 3_000;

    /// Locks on a file belong to the whole process, so a process opens a home once and counts its users.
    private static final Map<Path, EmbeddedPostgres> OPEN = new HashMap<>();

    private final DataDirectory data;
    private final Path directory;
    private final FileChannel users;
    private final String password;
    private final FileLock using;
    private int holders = 1;
    private volatile int port;
    private volatile long pid;

    private EmbeddedPostgres(DataDirectory data, Path directory, FileChannel users, FileLock using, String password) {
        this.data = data;
        this.directory = directory;
        this.users = users;
        this.using = using;
        this.password = password;
    }

    /// Uses the home's server, which is started if none lives.
    static EmbeddedPostgres use(Home home) {
        synchronized (OPEN) {
            try {
                Path directory = home.directory().toRealPath();
                EmbeddedPostgres open = OPEN.get(directory);
                if (open == null) {
                    open = come(new Home(directory));
                    OPEN.put(directory, open);
                } else {
                    open.holders++;
                }
                return open;
            } catch (IOException e) {
                throw new Refused("The database in " + home.directory() + " cannot be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("Starting the database in " + home.directory() + " was interrupted.");
            }
        }
    }

    @Override
    public PGSimpleDataSource source(String database) {
        Source source = new Source(this);
        source.setDatabaseName(database);
        return source;
    }

    @Override
    public String database() {
        return DataDirectory.DATABASE;
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (--holders > 0 || !OPEN.remove(directory, this)) {
                return;
            }
            try {
                leave();
            } catch (IOException e) {
                LOG.warn("The database server in {} was left running: {}.", directory, Refused.reason(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Stops the server whoever uses it in this process; for the end of the process only.
    void end() throws IOException, InterruptedException {
        synchronized (OPEN) {
            if (OPEN.remove(directory, this)) {
                leave();
            }
        }
    }

    private static EmbeddedPostgres come(Home home) throws IOException, InterruptedException {
        PostgresPrograms.refuseWithoutNamespace();
        FileChannel users = open(home.postgres().resolve("users.lock"));
        try (FileChannel door = open(home.postgres().resolve("start.lock"))) {
            door.lock();
            FileLock using = users.lock(0, Long.MAX_VALUE, true);
            DataDirectory data = new DataDirectory(home, PostgresPrograms.of(home));
            data.createIfAbsent();
            String password = Files.readString(home.password()).strip();
            EmbeddedPostgres server = new EmbeddedPostgres(data, home.directory(), users, using, password);
            try {
                server.findOrStart();
            } catch (IOException | InterruptedException | RuntimeException e) {
                server.stopIfAlone();
                throw e;
            }
            Thread.ofPlatform().daemon().name("database-watch").start(server::watch);
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            users.close();
            throw e;
        }
    }

    private void leave() throws IOException, InterruptedException {
        try (users; FileChannel door = open(data.home().postgres().resolve("start.lock"))) {
            door.lock();
            stopIfAlone();
        }
    }

    /// Under `start.lock`.
    private void stopIfAlone() throws IOException, InterruptedException {
        using.release();
        @Nullable FileLock alone = users.tryLock();
        if (alone != null && data.livingServer() != 0 && data.stop() != 0) {
            LOG.warn("The database server in {} did not stop in time.", directory);
        }
    }

    /// Under `start.lock`.
    private void findOrStart() throws IOException, InterruptedException {
        long living = data.livingServer();
        if (living == 0) {
            data.clearAfterDeath();
            int last = port == 0 ? lastPort() : port;
            data.configure(data.choosePort(last));
            if (data.start() != 0) {
                throw data.refusal("start");
            }
            living = data.livingServer();
        }
        for (int i = 0; data.livingPort() == 0; i++) {
            if (i == 100) {
                throw data.refusal("say its port");
            }
            Thread.sleep(50);
        }
        port = data.livingPort();
        pid = living;
        awaitAnswer();
    }

    /// Waits through the recovery of a server that is on its way up.
    private void awaitAnswer() throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try (Connection _ = source(database()).getConnection()) {
                return;
            } catch (SQLException e) {
                boolean refusedForGood = e.getSQLState() != null && e.getSQLState().startsWith("28");
                if (refusedForGood) {
                    throw new Refused("The database in " + data.path() + " refuses the password in " + data.home().password()
                            + "; put the original file back.");
                }
                if (i == 600 || data.livingServer() == 0) {
                    throw data.refusal("answer");
                }
                Thread.sleep(100);
            }
        }
    }

    private int lastPort() throws IOException {
        Path settings = data.path().resolve("postgresql.conf");
        return Files.readAllLines(settings).stream()
                .filter(l -> l.matches("port = \\d+"))
                .map(l -> Integer.parseInt(l.substring("port = ".length())))
                .findFirst()
                .orElse(0);
    }

    /// Starts the server again when it died while it was needed; where that fails, tries again more slowly.
    private void watch() {
        long pause = WATCH_MILLIS;
        while (true) {
            try {
                Thread.sleep(pause);
                if (data.worksHere(pid)) {
                    continue;
                }
                synchronized (OPEN) {
                    if (OPEN.get(directory) != this) {
                        return;
                    }
                    restart();
                    pause = WATCH_MILLIS;
                    LOG.warn("The database server in {} had died and was started again.", directory);
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                pause = RETRY_MILLIS;
                LOG.error("The database server in {} died and cannot be started again yet: {}", directory, e.getMessage());
            }
        }
    }

    private void restart() throws IOException, InterruptedException {
        try (FileChannel door = open(data.home().postgres().resolve("start.lock"))) {
            door.lock();
            findOrStart();
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// Asks for the port at every connection, because a server that was started again may have another.
    private static final class Source extends PGSimpleDataSource {
        private final transient EmbeddedPostgres server;

        Source(EmbeddedPostgres server) {
            this.server = server;
            setServerNames(new String[] {"127.0.0.1"});
            setUser(DataDirectory.USER);
            setPassword(server.password);
            point();
        }

        @Override
        public Connection getConnection() throws SQLException {
            point();
            return super.getConnection();
        }

        private void point() {
            setPortNumbers(new int[] {server.port});
        }
    }
}
