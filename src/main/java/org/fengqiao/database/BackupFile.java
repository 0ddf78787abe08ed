package org.fengqiao.database;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.fengqiao.digest.Sm3;
import org.fengqiao.door.Command.Refused;
import org.fengqiao.door.Options;
import org.jspecify.annotations.Nullable;

/// A backup on disk, sealed or not, read from its beginning to its end.
record BackupFile(Path path, char @Nullable [] passphrase) {

    /// The option that names the file whose first line is the passphrase.
    static final String PASSPHRASE = "passphrase-file";

    /// The passphrase that the command line names, if it does.
    static char @Nullable [] passphrase(Options options) {
        String file = options.get(PASSPHRASE);
        if (file == null) {
            return null;
        }
        try {
            String first = Files.readString(Path.of(file)).lines().findFirst().orElse("");
            if (first.length() < 8) {
                throw new Refused("The first line of " + file + " is the passphrase and needs at least 8 characters.");
            }
            return first.toCharArray();
        } catch (IOException e) {
            throw new Refused("The passphrase file " + file + " cannot be read", e);
        }
    }

    /// What is done with each entry; its stream ends with the entry.
    @FunctionalInterface
    interface Reader {
        void read(String name, InputStream content) throws Exception;
    }

    /// Reads all of it and compares every digest.
    ///
    /// @throws Refused when the passphrase is wrong or anything is damaged
    Manifest check() throws Exception {
        Manifest manifest = read((_, content) -> content.transferTo(java.io.OutputStream.nullOutputStream()));
        if (passphrase == null) {
            // The directory at the end of a plain file is not read above; a cut there must not pass.
            try (ZipFile whole = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
                if (whole.size() != manifest.digests().size() + 1) {
                    throw damaged("its directory does not fit its contents");
                }
            } catch (ZipException e) {
                throw damaged("its end is missing");
            }
        }
        return manifest;
    }

    /// Reads each entry through `reader` in the order in which they were written.
    ///
    /// @throws Refused when the passphrase is wrong or anything is damaged
    Manifest read(Reader reader) throws Exception {
        Map<String, String> digests = new LinkedHashMap<>();
        Manifest manifest = null;
        try (InputStream plain = open(); ZipInputStream zip = new ZipInputStream(plain, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    manifest = Manifest.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    continue;
                }
                Digested content = new Digested(zip);
                reader.read(entry.getName(), content);
                content.transferTo(java.io.OutputStream.nullOutputStream());
                digests.put(entry.getName(), content.sm3.endHex());
            }
            // The rest behind the last entry, so that a sealed file is opened to its very end.
            plain.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (NoSuchFileException e) {
            throw new Refused("There is no file " + path + ".");
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged("its contents cannot be read (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
        if (manifest == null) {
            throw damaged("its end is missing");
        }
        for (Map.Entry<String, String> entry : manifest.digests().entrySet()) {
            if (!entry.getValue().equals(digests.get(entry.getKey()))) {
                throw damaged("the content of " + entry.getKey() + " does not have the digest written down for it");
            }
        }
        if (digests.size() != manifest.digests().size()) {
            throw damaged("it holds entries that its list of contents does not name");
        }
        return manifest;
    }

    private InputStream open() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            file.mark(SealedStream.MAGIC.length);
            boolean sealed = Arrays.equals(file.readNBytes(SealedStream.MAGIC.length), SealedStream.MAGIC);
            file.reset();
            if (!sealed) {
                return file;
            }
            if (passphrase == null) {
                throw new Refused("The backup " + path + " is sealed; name its passphrase with --" + PASSPHRASE + " FILE.");
            }
            return SealedStream.opening(file, passphrase);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Refused damaged(String how) {
        return new Refused("The backup " + path + " is damaged: " + how + "; nothing was changed.");
    }

    private static final class Digested extends FilterInputStream {
        private final Sm3 sm3 = new Sm3();

        Digested(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                sm3.add(bytes, offset, count);
            }
            return count;
        }

        @Override
        public void close() {
            // The entry ends; the file goes on.
        }
    }
}
