package org.fengqiao.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 恢复: one backup file back into an office, or nothing at all.
public final class Restore implements Command {

    private static final String REPLACE = "replace";
    private static final String CHECK = "check";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String summary() {
        return "a backup back into an empty home: FILE [--replace] [--check] [--passphrase-file F] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of(BackupFile.PASSPHRASE, Home.OPTION), Set.of(REPLACE, CHECK));
        if (options.words().size() != 1) {
            throw new Refused("Say from which file: restore FILE [--replace] [--check] [--passphrase-file F] [--home DIR].");
        }
        BackupFile backup = new BackupFile(Path.of(options.words().getFirst()).toAbsolutePath(), BackupFile.passphrase(options));
        Manifest manifest = backup.check();
        out.printf("The backup of %s is whole: %d entries, every digest right.%n", manifest.made(), manifest.digests().size());
        if (options.has(CHECK)) {
            return 0;
        }
        try (Database database = Database.open(Home.of(options))) {
            restore(backup, manifest, database, options.has(REPLACE));
            out.println("Restored into " + database.home().directory() + ".");
        }
        return 0;
    }

    /// Everything is built beside the office and takes its place at the end.
    static void restore(BackupFile backup, Manifest manifest, Database database, boolean replace) throws Exception {
        try (RestoredDatabase restored = RestoredDatabase.beside(database)) {
            restored.refuseWhileInUse();
            if (!replace && (restored.officeHasRows() || hasFiles(database.home().evidence()) || hasFiles(database.home().heads()))) {
                throw new Refused("The home " + database.home().directory()
                        + " is not empty; restore into another with --home DIR, or give --replace to put the backup in its place.");
            }
            RestoredFiles files = new RestoredFiles(database.home());
            try {
                restored.migrateTo(manifest);
                restored.fill(backup, files);
                restored.migrateOn();
                restored.takePlace();
                files.takePlace();
            } finally {
                files.close();
            }
        } catch (SQLException e) {
            throw new Refused("The backup does not fit this database, nothing was changed: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason was given"));
        }
    }

    private static boolean hasFiles(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.anyMatch(Files::isRegularFile);
        }
    }
}
