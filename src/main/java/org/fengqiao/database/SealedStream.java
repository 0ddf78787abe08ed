package org.fengqiao.database;

import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.fengqiao.door.Command.Refused;

/// A stream under a passphrase: AES-256-GCM in chunks of one megabyte, the key from the passphrase by Argon2id.
///
/// Layout: `FQSEALED`, version, memory in KiB, passes, 16 bytes salt, 16 bytes that recognise the passphrase; then the
/// chunks. A chunk's nonce is its number and whether it is the last, and every chunk vouches for the header, so a
/// changed, missing, repeated or reordered chunk and a cut-off end are all noticed.
final class SealedStream {

    static final byte[] MAGIC = "FQSEALED".getBytes(StandardCharsets.US_ASCII);

    private static final int VERSION = 1;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int SALT = 16;
    private static final int CHECK = 16;
    private static final int HEADER = MAGIC.length + 3 * Integer.BYTES + SALT + CHECK;
    private static final int CHUNK = 1 << 20;
    private static final int TAG = 16;

    private SealedStream() {}

    static OutputStream sealing(OutputStream out, char[] passphrase) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] derived = derive(passphrase, salt, MEMORY_KIB, PASSES);
        byte[] header = ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(MEMORY_KIB)
                .putInt(PASSES)
                .put(salt)
                .put(derived, 32, CHECK)
                .array();
        out.write(header);
        return new Sealing(out, new Chunks(derived, header));
    }

    /// @throws Refused when the passphrase is not the one it was sealed with
    static InputStream opening(InputStream in, char[] passphrase) throws IOException {
        byte[] header = new DataInputStream(in).readNBytes(HEADER);
        ByteBuffer fields = ByteBuffer.wrap(header);
        if (header.length < HEADER || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("it does not begin as a sealed file");
        }
        fields.position(MAGIC.length);
        int version = fields.getInt();
        int memory = fields.getInt();
        int passes = fields.getInt();
        // Bounds keep a damaged header from asking for all memory or for ever.
        if (version != VERSION || memory < 1024 || memory > 1 << 20 || passes < 1 || passes > 16) {
            throw new IOException("its header is damaged or of a newer version");
        }
        byte[] salt = new byte[SALT];
        fields.get(salt);
        byte[] check = new byte[CHECK];
        fields.get(check);
        byte[] derived = derive(passphrase, salt, memory, passes);
        if (!MessageDigest.isEqual(check, Arrays.copyOfRange(derived, 32, 32 + CHECK))) {
            throw new Refused("The passphrase does not open this backup (or the first bytes of the file are damaged); nothing was changed.");
        }
        return new Opening(in, new Chunks(derived, header));
    }

    private static byte[] derive(char[] passphrase, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[32 + CHECK];
        argon2.generateBytes(passphrase, derived);
        return derived;
    }

    private static final class Chunks {
        private final SecretKeySpec key;
        private final byte[] header;
        private long number;

        Chunks(byte[] derived, byte[] header) {
            this.key = new SecretKeySpec(derived, 0, 32, "AES");
            this.header = header;
        }

        byte[] next(int mode, byte[] bytes, int length, boolean last) throws IOException {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                byte[] nonce = ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number++).array();
                cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
                cipher.updateAAD(header);
                return cipher.doFinal(bytes, 0, length);
            } catch (GeneralSecurityException e) {
                throw new IOException("its part " + number + " is damaged or cut off", e);
            }
        }
    }

    private static final class Sealing extends FilterOutputStream {
        private final Chunks chunks;
        private final byte[] waiting = new byte[CHUNK];
        private int filled;
        private boolean closed;

        Sealing(OutputStream out, Chunks chunks) {
            super(out);
            this.chunks = chunks;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (filled == CHUNK) {
                    out.write(chunks.next(Cipher.ENCRYPT_MODE, waiting, filled, false));
                    filled = 0;
                }
                int part = Math.min(length - done, CHUNK - filled);
                System.arraycopy(bytes, offset + done, waiting, filled, part);
                filled += part;
                done += part;
            }
        }

        @Override
        public void flush() {
            // A chunk is written when it is full or the last; a half one has no place in the layout.
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                out.write(chunks.next(Cipher.ENCRYPT_MODE, waiting, filled, true));
                out.close();
            }
        }
    }

    private static final class Opening extends FilterInputStream {
        private final Chunks chunks;
        private byte[] sealed;
        private byte[] open = new byte[0];
        private int read;
        private boolean ended;

        Opening(InputStream in, Chunks chunks) throws IOException {
            super(in);
            this.chunks = chunks;
            this.sealed = in.readNBytes(CHUNK + TAG);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (read == open.length) {
                if (ended) {
                    return -1;
                }
                byte[] following = in.readNBytes(CHUNK + TAG);
                ended = following.length == 0;
                open = chunks.next(Cipher.DECRYPT_MODE, sealed, sealed.length, ended);
                sealed = following;
                read = 0;
            }
            int part = Math.min(length, open.length - read);
            System.arraycopy(open, read, bytes, offset, part);
            read += part;
            return part;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
