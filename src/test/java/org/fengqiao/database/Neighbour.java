package org.fengqiao.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/// Another process on the same home: writes a row, says so, and stays until it is told to leave or killed.
final class Neighbour implements AutoCloseable {

    private final Process process;

    private Neighbour(Process process) {
        this.process = process;
    }

    static Neighbour writingInto(Home home) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp", classes,
                        "-Dlogback.configurationFile=org/fengqiao/commands-logback.xml",
                        "-DFENGQIAO_POSTGRES_BINARIES=" + System.getProperty("FENGQIAO_POSTGRES_BINARIES", ""),
                        Neighbour.class.getName(), home.directory().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String word = words.readLine();
        if (!"written".equals(word)) {
            process.destroyForcibly();
            throw new IOException("the other process said " + word);
        }
        return new Neighbour(process);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("the other process does not leave");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] words) throws Exception {
        try (Database database = Database.open(Home.at(Path.of(words[0])))) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists written (word text)");
                statement.execute("insert into written values ('占用消防通道')");
            }
            System.out.println("written");
            while (System.in.read() >= 0) {
                // Stays until its input ends.
            }
        }
    }
}
