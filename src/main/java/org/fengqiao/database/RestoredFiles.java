package org.fengqiao.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.fengqiao.door.Command.Refused;

/// The evidence and heads of a backup, first in folders beside the office's own.
final class RestoredFiles implements AutoCloseable {

    private static final String[] FOLDERS = {"evidence", "heads"};

    private final Home home;
    private final Path beside;

    RestoredFiles(Home home) throws IOException {
        this.home = home;
        this.beside = home.directory().resolve("restoring");
        Folders.delete(beside);
        for (String folder : FOLDERS) {
            Files.createDirectories(
                    beside.resolve(folder), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /// @throws Refused when the name leads elsewhere or the disk does not take the file
    void write(String name, InputStream content) throws IOException {
        Path file = beside.resolve(name).normalize();
        boolean inside = file.startsWith(beside.resolve("evidence")) || file.startsWith(beside.resolve("heads"));
        if (!inside) {
            throw new Refused("The backup holds an entry \"" + name + "\" that has no place in an office; nothing was changed.");
        }
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(java.nio.channels.Channels.newOutputStream(channel));
                channel.force(true);
            }
        } catch (java.nio.file.FileSystemException e) {
            throw new Refused("The file " + name + " cannot be written to " + home.directory() + ": " + Refused.reason(e)
                    + "; nothing was changed.");
        }
    }

    /// Puts the folders in the place of the office's own.
    void takePlace() throws IOException {
        Path former = Files.createDirectories(beside.resolve("former"));
        for (String folder : FOLDERS) {
            Files.move(home.directory().resolve(folder), former.resolve(folder));
            Files.move(beside.resolve(folder), home.directory().resolve(folder));
        }
    }

    @Override
    public void close() throws IOException {
        Folders.delete(beside);
    }
}
