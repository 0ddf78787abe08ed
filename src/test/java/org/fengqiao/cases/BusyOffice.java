package org.fengqiao.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.database.Database;
import org.fengqiao.database.Home;
import org.fengqiao.record.Heads;
import org.fengqiao.record.Records;

/// An office in a process of its own, working until it is killed; it says aloud each step that was acknowledged.
final class BusyOffice implements AutoCloseable {

    private final Process process;
    private final List<String> acknowledged = new ArrayList<>();
    private final Thread listener;

    private BusyOffice(Process process) {
        this.process = process;
        BufferedReader words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        listener = Thread.ofVirtual().start(() -> {
            try {
                for (String line = words.readLine(); line != null; line = words.readLine()) {
                    synchronized (acknowledged) {
                        acknowledged.add(line);
                    }
                }
            } catch (IOException e) {
                // The killed process said its last word.
            }
        });
    }

    static BusyOffice in(Home home) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new BusyOffice(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp", classes,
                        "-Dlogback.configurationFile=org/fengqiao/commands-logback.xml",
                        "-DFENGQIAO_POSTGRES_BINARIES=" + System.getProperty("FENGQIAO_POSTGRES_BINARIES", ""),
                        BusyOffice.class.getName(), home.directory().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// Waits until so many steps have been acknowledged.
    void awaitSteps(int steps) throws InterruptedException {
        for (int i = 0; i < 2400 && process.isAlive(); i++) {
            synchronized (acknowledged) {
                if (acknowledged.size() >= steps) {
                    return;
                }
            }
            Thread.sleep(25);
        }
        throw new IllegalStateException("the busy office did not take " + steps + " steps");
    }

    /// SIGKILL; what was said before is returned, half a last line left out.
    List<String> kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
        synchronized (acknowledged) {
            return acknowledged.stream().filter(l -> l.endsWith(".")).toList();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] words) throws Exception {
        Database database = Database.open(Home.at(Path.of(words[0])));
        database.migrate();
        LivingOffice office = new LivingOffice(database);
        say(LivingOffice.done(office.register()));
        new Heads(database.dataSource(), database.home().heads(), Clock.systemUTC()).write();
        for (int i = 0; i < 4; i++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    Records.Known known = LivingOffice.done(office.register());
                    say(known);
                    for (LivingOffice.Move move : LivingOffice.NINE.subList(1, 9)) {
                        say(LivingOffice.done(office.take(known.state().number(), move)));
                    }
                }
            });
        }
    }

    private static void say(Records.Known known) {
        byte[] line = (known.state().number() + " " + known.state().version() + " "
                + org.fengqiao.record.Chain.hex(known.digest()) + ".\n").getBytes(StandardCharsets.UTF_8);
        synchronized (System.out) {
            System.out.write(line, 0, line.length);
            System.out.flush();
        }
    }
}
