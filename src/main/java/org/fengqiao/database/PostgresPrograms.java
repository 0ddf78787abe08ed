package org.fengqiao.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.fengqiao.door.Command.Refused;

/// The bundled server's programs, unpacked once per version.
///
/// They are unpacked beside their place and moved there whole, so that a half-unpacked folder never has the final
/// name; a folder that lost something later (a crash before the disk had it all) is noticed by its size and redone.
record PostgresPrograms(Path folder) {

    /// The folder that several homes may share for the programs; otherwise each home has its own.
    private static final String SHARED_FOLDER = "FENGQIAO_POSTGRES_BINARIES";

    private static final String PACKAGE = "/postgres-linux-x86_64.txz";
    private static final String SIZE = "size";

    static PostgresPrograms of(Home home) throws IOException {
        URL source = PostgresPrograms.class.getResource(PACKAGE);
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (source == null || !machine.equals("Linux amd64")) {
            throw new Refused("No bundled PostgreSQL runs on " + machine
                    + "; name your own with FENGQIAO_DATABASE_URL=jdbc:postgresql://host/database?user=…&password=….");
        }
        String shared = System.getProperty(SHARED_FOLDER, System.getenv().getOrDefault(SHARED_FOLDER, ""));
        Path parent = shared.isEmpty() ? home.postgres() : Path.of(shared).toAbsolutePath();
        Path folder = parent.resolve("programs-" + fingerprint(source));
        if (!isWhole(folder)) {
            Files.createDirectories(parent);
            unpack(source, parent, folder);
        }
        return new PostgresPrograms(folder);
    }

    /// Runs one of the programs to its end, all its words into `log`.
    ///
    /// @return its exit status
    int run(Path log, Path input, String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (needsNamespace()) {
            // PostgreSQL refuses to run as root and as a user without a name. Inside a user namespace of its own the
            // process is nobody to itself and still the same to the files, so the data keeps its owner.
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C.UTF-8");
        return process.start().waitFor();
    }

    /// @throws Refused when this is root on a machine that forbids user namespaces
    static void refuseWithoutNamespace() throws IOException, InterruptedException {
        if (!needsNamespace()) {
            return;
        }
        int status;
        try {
            Process probe = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            status = probe.waitFor(10, TimeUnit.SECONDS) ? probe.exitValue() : 1;
        } catch (IOException e) {
            status = 1;
        }
        if (status != 0) {
            throw new Refused("As root, or as a user without a name, the bundled PostgreSQL needs user namespaces (unshare -U), which this machine does not"
                    + " allow; run as an ordinary user or name another database with FENGQIAO_DATABASE_URL.");
        }
    }

    private static boolean needsNamespace() throws IOException {
        return Home.user() == 0 || "?".equals(System.getProperty("user.name"));
    }

    private static String fingerprint(URL source) throws IOException {
        URLConnection connection = source.openConnection();
        long number = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return Long.toHexString(number);
    }

    private static boolean isWhole(Path folder) throws IOException {
        Path size = folder.resolve(SIZE);
        return Files.exists(size) && Files.readString(size).equals(Long.toString(sizeOf(folder)));
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> !f.endsWith(SIZE))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static void unpack(URL source, Path parent, Path folder) throws IOException {
        Path unfinished = Files.createTempDirectory(parent, "unpacking-");
        try (InputStream in = source.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
            Files.writeString(unfinished.resolve(SIZE), Long.toString(sizeOf(unfinished)));
            moveIntoPlace(unfinished, folder);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the PostgreSQL package holds an entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0111) != 0 && !path.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + path + " executable");
            }
        }
    }

    private static void moveIntoPlace(Path unfinished, Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path broken = Files.createTempDirectory(folder.getParent(), "broken-").resolve("programs");
            Files.move(folder, broken);
            Folders.delete(broken.getParent());
        }
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!isWhole(folder)) {
                throw e;
            }
            // Another process sharing this folder was quicker; its programs are as good.
        }
    }
}
