package org.fengqiao.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.fengqiao.digest.Sm3;

/// 证据库: files named by the SM3 of their bytes; file and folder reach the disk before the record speaks of them.
public final class Evidence {

    private final Path folder;

    public Evidence(Path folder) {
        this.folder = folder;
    }

    /// 证据条目: what the record says of a file.
    public record Entry(
            String kind, String title, String source, LocalDate collectedOn, String mediaType, long size, String sm3) {}

    /// A file that has been stored.
    public record Stored(String sm3, long size) {}

    /// Stores bytes; the same bytes are stored once.
    ///
    /// @throws IOException when the disk is full or read-only; nothing half-written remains under the final name
    public Stored store(InputStream bytes) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "incoming-", ".part");
        try {
            Sm3 digest = new Sm3();
            try (OutputStream out = Files.newOutputStream(temporary)) {
                byte[] buffer = new byte[64 * 1024];
                for (int n; (n = bytes.read(buffer)) > 0; ) {
                    digest.add(buffer, 0, n);
                    out.write(buffer, 0, n);
                }
            }
            long size = digest.size();
            String sm3 = digest.endHex();
            Path place = place(sm3);
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                sync(temporary, StandardOpenOption.WRITE);
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
                sync(place.getParent(), StandardOpenOption.READ);
            }
            return new Stored(sm3, size);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /// Where a file of that digest lies.
    public Path place(String sm3) {
        return folder.resolve(sm3.substring(0, 2)).resolve(sm3);
    }
}
