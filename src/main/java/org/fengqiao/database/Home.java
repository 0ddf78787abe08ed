package org.fengqiao.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.fengqiao.door.Command.Refused;
import org.fengqiao.door.Options;
import org.jspecify.annotations.Nullable;

/// 数据目录: the one directory that holds everything an office has: its database, evidence files and heads.
///
/// Only its owner may look inside, and only its owner may start the office on it.
public record Home(Path directory) {

    /// The option that names it on every command.
    public static final String OPTION = "home";

    /// The home that the command line names, by default `.fengqiao` of the person at the shell.
    ///
    /// @throws Refused when the directory cannot be used
    public static Home of(Options options) {
        String named = options.get(OPTION);
        return at(named == null ? Path.of(System.getProperty("user.home"), ".fengqiao") : Path.of(named));
    }

    /// Opens or creates the directory.
    ///
    /// @throws Refused when it cannot be made, belongs to someone else or cannot be written
    public static Home at(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            Home home = new Home(absolute);
            home.refuseUnlessOurs();
            for (Path folder : new Path[] {absolute, home.evidence(), home.heads(), home.postgres(), home.logs()}) {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(
                            folder,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else if (!folder.equals(absolute)) {
                    // A copied home may have come with the rights of the copying person's umask.
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return home;
        } catch (IOException e) {
            throw new Refused("The home directory " + absolute + " cannot be used", e);
        }
    }

    /// Evidence files, named by their content.
    public Path evidence() {
        return directory.resolve("evidence");
    }

    /// The heads of all chains, one file outside the database.
    public Path heads() {
        return directory.resolve("heads");
    }

    /// The index of law search: derived from the imported texts, and built again from them when it is gone.
    public Path search() {
        return directory.resolve("search");
    }

    /// The bundled database server: programs, data, password, locks and its log.
    public Path postgres() {
        return directory.resolve("postgres");
    }

    /// What the serving process writes down about itself.
    public Path logs() {
        return directory.resolve("logs");
    }

    /// The generated password of the bundled server; mode 0600.
    public Path password() {
        return postgres().resolve("password");
    }

    /// The numeric user this process runs as.
    static int user() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    private void refuseUnlessOurs() throws IOException {
        Path existing = nearestExisting(directory);
        if (existing == null) {
            return;
        }
        boolean itself = existing.equals(directory);
        if (itself && !Files.isDirectory(existing)) {
            throw new Refused("The home " + directory + " is a file; name a directory with --home DIR.");
        }
        if (itself && (Integer) Files.getAttribute(existing, "unix:uid") != user()) {
            throw new Refused("The home directory " + directory + " belongs to user " + Files.getOwner(existing).getName()
                    + "; run as that user or name another directory with --home DIR.");
        }
        if (!Files.isWritable(existing)) {
            throw new Refused("The directory " + existing + " cannot be written; make it writable or name another with --home DIR.");
        }
    }

    private static @Nullable Path nearestExisting(Path path) {
        for (Path p = path; p != null; p = p.getParent()) {
            if (Files.exists(p)) {
                return p;
            }
        }
        return null;
    }
}
