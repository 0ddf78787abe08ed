package org.fengqiao.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.door.Command.Refused;

/// The bundled server's data: how it is made, configured and recognised.
record DataDirectory(Home home, PostgresPrograms programs) {

    static final String USER = "fengqiao";
    static final String DATABASE = "fengqiao";

    private static final Path NOTHING = Path.of("/dev/null");

    Path path() {
        return home.postgres().resolve("data");
    }

    Path log() {
        return home.postgres().resolve("start.log");
    }

    /// Makes the data directory once. It is made under another name and moved when complete, so a start that was
    /// interrupted in the middle is simply made again.
    void createIfAbsent() throws IOException, InterruptedException {
        if (Files.exists(path())) {
            if (!Files.exists(path().resolve("PG_VERSION"))) {
                throw new Refused("The database in " + path()
                        + " is damaged: PG_VERSION is missing; restore the latest backup into a new home.");
            }
            if (!Files.exists(home.password())) {
                throw new Refused("The password file " + home.password() + " is missing; put it back from where it was moved.");
            }
            return;
        }
        Path unfinished = home.postgres().resolve("data.unfinished");
        Folders.delete(unfinished);
        String password = newSecret();
        writeSecret(home.password(), password);
        writeSecret(log(), "");
        Path administrator = home.postgres().resolve("administrator-password");
        writeSecret(administrator, newSecret());
        List<String> arguments = List.of(
                "-D", unfinished.toString(), "-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + administrator,
                "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "--data-checksums");
        step(NOTHING, "initdb", arguments);
        Path statements = home.postgres().resolve("first-statements");
        // The office's own role is no superuser: a flaw in a query must not become a shell on the machine.
        // The last line lets the benchmark imitate a slower disk; it changes a session, never the server.
        writeSecret(statements, """
                create role %1$s login createdb password '%2$s';
                grant pg_monitor, pg_checkpoint to %1$s;
                create database %3$s owner %1$s;
                grant set on parameter commit_delay, commit_siblings to %1$s;
                """.formatted(USER, password, DATABASE));
        try {
            step(statements, "postgres", List.of("--single", "-D", unfinished.toString(), "postgres"));
            // In this mode a failed statement does not fail the program.
            if (Files.readString(log()).contains("ERROR:")) {
                throw refusal("be set up");
            }
        } finally {
            Files.deleteIfExists(statements);
        }
        Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Writes the server's configuration anew, so that a newer product brings its own.
    void configure(int port) throws IOException {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize() / (1024 * 1024);
        long buffers = Math.clamp(memory / 16, 128, 2048);
        Files.writeString(path().resolve("postgresql.conf"), """
                # Written at every start by Fengqiao; changes here are lost.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                password_encryption = 'scram-sha-256'
                max_connections = 100
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = %dMB
                effective_cache_size = %dMB
                min_wal_size = 256MB
                max_wal_size = 2GB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                client_encoding = 'UTF8'
                default_text_search_config = 'pg_catalog.simple'
                idle_in_transaction_session_timeout = '10min'
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgres-%%a.log'
                log_file_mode = 0600
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                # No personal data in logs: neither statements nor their values nor the rows an error speaks of. An error's
                # own words may quote a value, so errors are left to the process that made them.
                log_min_messages = log
                log_statement = 'none'
                log_min_error_statement = panic
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_error_verbosity = terse
                """.formatted(port, buffers, buffers * 4));
        Files.writeString(path().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    /// Starts the server and waits until it answers; recovery after a crash may take its time.
    ///
    /// @return the exit status of `pg_ctl`
    int start() throws IOException, InterruptedException {
        Files.deleteIfExists(log());
        writeSecret(log(), "");
        return programs.run(log(), NOTHING, "pg_ctl", List.of(
                "-D", path().toString(), "-l", log().toString(), "-w", "-t", "600", "start"));
    }

    int stop() throws IOException, InterruptedException {
        return programs.run(log(), NOTHING, "pg_ctl", List.of("-D", path().toString(), "-m", "fast", "-w", "-t", "120", "stop"));
    }

    /// The server process that lives on this directory, or 0.
    ///
    /// A process number alone proves nothing: after a crash another program may have it, or a dead server may still
    /// be listed. A living server has this directory as its working directory.
    long livingServer() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile());
        } catch (NoSuchFileException e) {
            return 0;
        }
        long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        return pid > 0 && worksHere(pid) ? pid : 0;
    }

    boolean worksHere(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(path().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /// The port in the server's own file; 0 while it has not written it yet.
    int livingPort() throws IOException {
        List<String> lines = Files.readAllLines(pidFile());
        return lines.size() < 4 || lines.get(3).isBlank() ? 0 : Integer.parseInt(lines.get(3).strip());
    }

    /// Takes away the file of a dead server, once its last child has gone: a child that still writes and a new
    /// server on the same files would destroy them.
    void clearAfterDeath() throws IOException, InterruptedException {
        if (!Files.exists(pidFile())) {
            return;
        }
        for (int i = 0; childrenLive(); i++) {
            if (i == 100) {
                throw new Refused("Processes of a dead database server still work in " + path() + "; end them and start again.");
            }
            Thread.sleep(100);
        }
        Files.deleteIfExists(pidFile());
    }

    /// A free port on the loopback, the one of last time where possible so that open sessions find it again.
    int choosePort(int preferred) throws IOException {
        try (ServerSocket socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (preferred == 0) {
                throw e;
            }
            return choosePort(0);
        }
    }

    /// Why the server did not do what it was asked, in one sentence.
    Refused refusal(String doing) throws IOException {
        Stream<String> lines = Files.exists(log()) ? Files.readAllLines(log()).stream() : Stream.of();
        Path collected = home.postgres().resolve("log");
        if (Files.isDirectory(collected)) {
            try (Stream<Path> logs = Files.list(collected)) {
                Path newest = logs.max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified())).orElse(null);
                lines = newest == null ? lines : Stream.concat(lines, Files.readAllLines(newest).stream());
            }
        }
        List<String> words = lines.toList();
        if (words.stream().skip(Math.max(0, words.size() - 30)).anyMatch(l -> l.contains("No space left on device"))) {
            return new Refused("The disk that holds " + home.directory() + " is full; free some space and start again.");
        }
        Pattern complaint = Pattern.compile("(PANIC|FATAL|ERROR|error|initdb):\\s*(.*)");
        String last = words.stream()
                .map(complaint::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(2))
                .reduce((a, b) -> b)
                .orElse("no reason was given");
        return new Refused("PostgreSQL could not " + doing + " in " + path() + ": " + last + " (log: " + log()
                + "); if the data is damaged, restore the latest backup into a new home.");
    }

    private Path pidFile() {
        return path().resolve("postmaster.pid");
    }

    private boolean childrenLive() throws IOException {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes.anyMatch(p -> worksHere(p.pid()));
        }
    }

    private void step(Path input, String program, List<String> arguments) throws IOException, InterruptedException {
        if (programs.run(log(), input, program, arguments) != 0) {
            throw refusal("be set up");
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void writeSecret(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, StandardOpenOption.WRITE);
    }
}
