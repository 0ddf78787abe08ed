package org.fengqiao.search;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// 内积: the products of all articles' vectors with a few directions, computed by the runtime of the embedding model.
///
/// Its matrix product uses whatever the processor offers for whole bytes, which is many times as fast as a loop here and
/// exact all the same. The model is one node, `MatMulInteger`, written out below.
final class Products {

    private static final int INT8 = 3;
    private static final int INT32 = 6;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final OnnxTensor articles;
    private final int count;

    /// @param vectors one after the other, in a direct buffer that stays as it is
    Products(ByteBuffer vectors, int count) {
        this.count = count;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model(), options);
            articles = OnnxTensor.createTensor(environment, vectors, new long[] {count, Meaning.WIDTH}, OnnxJavaType.INT8);
        } catch (OrtException e) {
            throw new IllegalStateException("The products cannot be prepared: " + e.getMessage(), e);
        }
    }

    /// For each direction the products with all articles. Safe to call from several threads.
    int[][] of(byte[]... directions) {
        int n = directions.length;
        ByteBuffer columns = ByteBuffer.allocateDirect(Meaning.WIDTH * n);
        for (int k = 0; k < Meaning.WIDTH; k++) {
            for (byte[] direction : directions) {
                columns.put(direction[k]);
            }
        }
        columns.flip();
        try (OnnxTensor asked = OnnxTensor.createTensor(environment, columns, new long[] {Meaning.WIDTH, n}, OnnxJavaType.INT8);
                OrtSession.Result result = session.run(Map.of("A", articles, "B", asked))) {
            IntBuffer products = ((OnnxTensor) result.get(0)).getIntBuffer();
            int[][] all = new int[n][count];
            for (int i = 0; i < count; i++) {
                for (int d = 0; d < n; d++) {
                    all[d][i] = products.get(i * n + d);
                }
            }
            return all;
        } catch (OrtException e) {
            throw new IllegalStateException("The products cannot be computed: " + e.getMessage(), e);
        }
    }

    /// The model in the format of ONNX (protocol buffers): A (n × 512) times B (512 × m) is Y (n × m).
    private static byte[] model() {
        byte[] node = join(text(1, "A"), text(1, "B"), text(2, "Y"), text(4, "MatMulInteger"));
        byte[] graph = join(
                part(1, node), text(2, "products"), part(11, value("A", INT8, dimension("n"), fixed())), part(11, value("B", INT8, fixed(), dimension("m"))),
                part(12, value("Y", INT32, dimension("n"), dimension("m"))));
        return join(number(1, 8), part(7, graph), part(8, join(text(1, ""), number(2, 13))));
    }

    private static byte[] value(String name, int type, byte[] rows, byte[] columns) {
        byte[] shape = join(part(1, rows), part(1, columns));
        return join(text(1, name), part(2, part(1, join(number(1, type), part(2, shape)))));
    }

    private static byte[] dimension(String name) {
        return text(2, name);
    }

    private static byte[] fixed() {
        return number(1, Meaning.WIDTH);
    }

    private static byte[] text(int field, String value) {
        return part(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] part(int field, byte[] content) {
        return join(varint(field << 3 | 2), varint(content.length), content);
    }

    private static byte[] number(int field, int value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    void close() {
        try {
            articles.close();
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The products cannot be closed: " + e.getMessage(), e);
        }
    }
}
