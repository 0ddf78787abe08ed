package org.fengqiao.search;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/// 向量库: the vectors of articles by the digest of the words they were made from, in one file that only grows.
///
/// Making the vectors is nearly all the work of an index. What was made before an interruption is kept here, a record
/// that was cut short is written again, and the same words in another text cost nothing.
final class VectorStore implements AutoCloseable {

    private static final int DIGEST = 16;
    private static final int RECORD = DIGEST + Meaning.WIDTH;

    private final Map<Key, byte[]> vectors = new HashMap<>();
    private final FileChannel file;

    private record Key(long high, long low) {}

    VectorStore(Path path) {
        try {
            Files.createDirectories(path.getParent());
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            long whole = read(path);
            file.truncate(whole);
            file.position(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("The vectors in " + path + " cannot be read", e);
        }
    }

    private long read(Path path) throws IOException {
        long records = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            while (true) {
                Key key = new Key(in.readLong(), in.readLong());
                byte[] vector = new byte[Meaning.WIDTH];
                in.readFully(vector);
                vectors.put(key, vector);
                records++;
            }
        } catch (EOFException e) {
            return records * RECORD;
        }
    }

    synchronized byte @org.jspecify.annotations.Nullable [] get(String words) {
        return vectors.get(key(words));
    }

    synchronized void put(String words, byte[] vector) {
        Key key = key(words);
        if (vectors.put(key, vector) != null) {
            return;
        }
        try {
            ByteBuffer record = ByteBuffer.allocate(RECORD).putLong(key.high()).putLong(key.low()).put(vector).flip();
            while (record.hasRemaining()) {
                file.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A vector cannot be kept", e);
        }
    }

    int size() {
        return vectors.size();
    }

    private static Key key(String words) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest((Meaning.EDITION + "\n" + words).getBytes(StandardCharsets.UTF_8)));
            return new Key(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// The nearest whole-number vector; the longest side of the unit vector becomes 127.
    static byte[] rounded(float[] vector) {
        float most = 1e-9f;
        for (float x : vector) {
            most = Math.max(most, Math.abs(x));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] * 127 / most);
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The vectors cannot be closed", e);
        }
    }
}
