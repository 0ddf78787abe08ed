package org.fengqiao.database;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.fengqiao.digest.Sm3;
import org.fengqiao.door.Command;
import org.fengqiao.door.Options;

/// 备份: the whole office into one file, while it works on.
public final class Backup implements Command {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "the whole office into one file: FILE [--passphrase-file F] [--home DIR]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        Options options = Options.parse(arguments, Set.of(BackupFile.PASSPHRASE, Home.OPTION), Set.of());
        if (options.words().size() != 1) {
            throw new Refused("Say into which file: backup FILE [--passphrase-file F] [--home DIR].");
        }
        Path file = Path.of(options.words().getFirst()).toAbsolutePath();
        char[] passphrase = BackupFile.passphrase(options);
        try (Database database = Database.open(Home.of(options))) {
            String digest = write(database, file, passphrase, out);
            out.println("SM3 " + digest + "  " + file.getFileName());
        }
        return 0;
    }

    /// Writes the file under another name and gives it its own when it is whole and on the disk.
    ///
    /// @return the SM3 of the file
    static String write(Database database, Path file, char @org.jspecify.annotations.Nullable [] passphrase, PrintStream out)
            throws SQLException {
        if (Files.exists(file)) {
            throw new Refused("The file " + file + " exists already; name a new one, a backup is never overwritten.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Sm3 sm3 = new Sm3();
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            BackupWriter.Summary summary;
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                OutputStream plain = new Counted(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), sm3, channel);
                try (OutputStream stream = passphrase == null ? plain : SealedStream.sealing(plain, passphrase)) {
                    summary = new BackupWriter(stream).write(database);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            out.printf("Backed up %d tables with %d rows and %d files into %s (%d bytes%s).%n",
                    summary.tables(), summary.rows(), summary.files(), file, sm3.size(), passphrase == null ? "" : ", sealed");
            return sm3.endHex();
        } catch (IOException e) {
            throw new Refused("The backup could not be written to " + file, e);
        } finally {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                out.println("The unfinished file " + unfinished + " could not be removed.");
            }
        }
    }

    /// Counts and digests the file's own bytes and forces them to the disk at the end.
    private static final class Counted extends FilterOutputStream {
        private final Sm3 sm3;
        private final FileChannel channel;

        Counted(OutputStream out, Sm3 sm3, FileChannel channel) {
            super(out);
            this.sm3 = sm3;
            this.channel = channel;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sm3.add(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                out.flush();
                channel.force(true);
                out.close();
            }
        }
    }
}
