package org.fengqiao.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// 压缩存放: a line as it lies in the database. It is chained, checked and handed over as the text it is.
///
/// The first byte names the dictionary; raw deflate (RFC 1951) follows, which begins as if the dictionary had just been
/// said. 0 means that the text follows as it is. The migration that made the table `dictionary` holds the text and
/// Flyway keeps it from changing; another dictionary is another version in another migration.
public final class Packing {

    private static final byte PLAIN = 0;
    private static final byte FIRST = 1;
    private static final byte[] DICTIONARY = dictionary();

    // Making one costs more than using one; a burst of threads makes further ones, which it throws away again.
    private static final ArrayBlockingQueue<Deflater> DEFLATERS = new ArrayBlockingQueue<>(16);
    private static final ArrayBlockingQueue<Inflater> INFLATERS = new ArrayBlockingQueue<>(16);

    private Packing() {}

    /// 不能解开: what is stored is no packed line.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /// A line as it is stored.
    public static byte[] packed(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        byte[] packed = new byte[text.length + 1];
        int length = deflated(text, packed);
        if (length < 0) {
            packed[0] = PLAIN;
            System.arraycopy(text, 0, packed, 1, text.length);
            return packed;
        }
        packed[0] = FIRST;
        return Arrays.copyOf(packed, length + 1);
    }

    /// How many bytes follow the first one; negative when packing would not make the line shorter.
    private static int deflated(byte[] text, byte[] packed) {
        Deflater deflater = DEFLATERS.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        }
        deflater.setDictionary(DICTIONARY);
        deflater.setInput(text);
        deflater.finish();
        int length = deflater.deflate(packed, 1, packed.length - 1);
        boolean finished = deflater.finished();
        deflater.reset();
        if (!DEFLATERS.offer(deflater)) {
            deflater.end();
        }
        return finished ? length : -1;
    }

    /// The line that was packed.
    ///
    /// @throws Unreadable when the bytes are no packed line
    public static String text(byte[] stored) {
        byte dictionary = stored.length == 0 ? -1 : stored[0];
        return switch (dictionary) {
            case PLAIN -> new String(stored, 1, stored.length - 1, StandardCharsets.UTF_8);
            case FIRST -> new String(inflated(stored), StandardCharsets.UTF_8);
            default -> throw new Unreadable("a stored line names the dictionary " + dictionary + ", which there is not");
        };
    }

    private static byte[] inflated(byte[] stored) {
        Inflater inflater = INFLATERS.poll();
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(stored, 1, stored.length - 1);
            byte[] text = new byte[stored.length * 4];
            int length = 0;
            while (!inflater.finished()) {
                if (length == text.length) {
                    text = Arrays.copyOf(text, length * 2);
                }
                int more = inflater.inflate(text, length, text.length - length);
                if (more == 0 && !inflater.finished()) {
                    throw new Unreadable("a stored line breaks off");
                }
                length += more;
            }
            if (inflater.getRemaining() > 0) {
                throw new Unreadable("a stored line goes on after its end");
            }
            return Arrays.copyOf(text, length);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new Unreadable("a stored line cannot be unpacked: " + e.getMessage());
        } finally {
            inflater.reset();
            if (!INFLATERS.offer(inflater)) {
                inflater.end();
            }
        }
    }

    /// The text between the marks of the migration, as the database received it.
    private static byte[] dictionary() {
        try (InputStream migration = Packing.class.getResourceAsStream("/db/migration/record/V51__lines_are_packed.sql")) {
            if (migration == null) {
                throw new IllegalStateException("the migration that holds the dictionary of the record is missing");
            }
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String mark = "$lines$";
            int from = sql.indexOf(mark) + mark.length();
            return sql.substring(from, sql.indexOf(mark, from)).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
