package org.fengqiao.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fengqiao.door.Command.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 排序模型: what was learned from pairs of questions and articles: earlier questions as directions, a turning, and the order.
///
/// It holds no question's words. One is shipped with the product; an office that trains its own lays it into
/// `<home>/search/ranking`, and it is used from then on.
public final class Ranking {

    private static final Logger LOG = LoggerFactory.getLogger(Ranking.class);
    private static final int MAGIC = 0x46515232;

    private final String origin;
    private final List<Experience.Pair> pairs;
    private final Turning turning;
    private final Order order;

    Ranking(String origin, List<Experience.Pair> pairs, Turning turning, Order order) {
        this.origin = origin;
        this.pairs = List.copyOf(pairs);
        this.turning = turning;
        this.order = order;
    }

    /// The ranking that comes with the product.
    public static Ranking shipped() {
        try (InputStream in = Ranking.class.getResourceAsStream("ranking")) {
            if (in == null) {
                throw new IllegalStateException("The shipped ranking is missing from the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped ranking cannot be read", e);
        }
    }

    /// The office's own ranking when it has trained one, otherwise the shipped one; also where its own is damaged or of
    /// another release, which is logged: no office stays shut because of it.
    public static Ranking of(Path home) {
        Path own = home.resolve("ranking");
        if (!Files.isRegularFile(own)) {
            return shipped();
        }
        try (InputStream in = Files.newInputStream(own)) {
            return read(in);
        } catch (IOException e) {
            LOG.warn("The ranking {} cannot be used and the shipped one is: {}. Train it again (law train) or remove it.", own, Refused.reason(e));
            return shipped();
        }
    }

    static Ranking read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new BufferedInputStream(stream)))) {
            if (in.readInt() != MAGIC || !in.readUTF().equals(Meaning.EDITION) || in.readUnsignedByte() != Feature.COUNT) {
                throw new IOException("it was trained for another release");
            }
            String origin = in.readUTF();
            int count = in.readInt();
            List<Experience.Pair> pairs = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                byte[] question = new byte[Meaning.WIDTH];
                in.readFully(question);
                List<String> articles = new ArrayList<>();
                int n = in.readUnsignedByte();
                for (int a = 0; a < n; a++) {
                    articles.add(in.readUTF());
                }
                pairs.add(new Experience.Pair(question, articles));
            }
            return new Ranking(origin, pairs, Turning.read(in), Order.read(in));
        }
    }

    void write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The ranking cannot be written to " + file, e);
        }
    }

    private void write(OutputStream stream) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(new BufferedOutputStream(stream)))) {
            out.writeInt(MAGIC);
            out.writeUTF(Meaning.EDITION);
            out.writeByte(Feature.COUNT);
            out.writeUTF(origin);
            out.writeInt(pairs.size());
            for (Experience.Pair pair : pairs) {
                out.write(pair.question());
                out.writeByte(pair.articles().size());
                for (String article : pair.articles()) {
                    out.writeUTF(article);
                }
            }
            turning.write(out);
            order.write(out);
        }
    }

    /// What it was trained on, in one sentence.
    public String origin() {
        return origin;
    }

    List<Experience.Pair> pairs() {
        return pairs;
    }

    Turning turning() {
        return turning;
    }

    Order order() {
        return order;
    }
}
