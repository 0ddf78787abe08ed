package org.fengqiao.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// 语义向量: what a text means, as a direction in 512 dimensions; texts that mean alike point alike.
///
/// The model comes inside a published package and runs in this process; no text leaves the machine. One text is one
/// run: a batch would share its scale of quantisation, and the same text would then not always get the same vector.
final class Meaning implements AutoCloseable {

    /// Length of a vector.
    static final int WIDTH = 512;

    /// What the vectors depend on: another model, another way of cutting, and stored vectors are of no use any more.
    static final String EDITION = "bge-small-zh-v1.5-q/128/1";

    /// Of an article, what stands after this many pieces is not read; four of five articles are shorter.
    private static final int ARTICLE_PIECES = 128;

    private static final int QUESTION_PIECES = 256;

    /// The model once it is loaded.
    private record Model(OrtEnvironment environment, OrtSession session, WordPiece pieces) {}

    /// Held by every run: whoever ends the model waits for them, for a model that is taken away under a run ends the process.
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();

    private @Nullable Model loaded;
    private boolean closed;

    /// Loads the model when the first text comes; an office that never searches never pays for it.
    private synchronized Model model() {
        if (closed) {
            throw new IllegalStateException("The embedding model is closed");
        }
        Model model = loaded;
        if (model == null) {
            model = load();
            loaded = model;
        }
        return model;
    }

    private static Model load() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new Model(
                    environment, environment.createSession(resource("bge-small-zh-v1.5-q.onnx"), options),
                    new WordPiece(JsonMapper.builder().build().readTree(resource("bge-small-zh-v1.5-q-tokenizer.json"))));
        } catch (OrtException | IOException e) {
            throw new IllegalStateException("The embedding model cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Meaning.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the class path");
            }
            return in.readAllBytes();
        }
    }

    float[] ofArticle(String text) {
        return of(text, ARTICLE_PIECES);
    }

    float[] ofQuestion(String text) {
        return of(text, QUESTION_PIECES);
    }

    /// The model's first hidden vector, of length one. Safe to call from several threads.
    ///
    /// @throws IllegalStateException once the model is closed
    private float[] of(String text, int most) {
        running.readLock().lock();
        try {
            return run(model(), text, most);
        } finally {
            running.readLock().unlock();
        }
    }

    private static float[] run(Model model, String text, int most) {
        OrtEnvironment environment = model.environment();
        long[] ids = model.pieces().pieces(text, most);
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor kinds = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = model.session().run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", kinds))) {
            FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] vector = new float[WIDTH];
            hidden.get(0, vector);
            return unit(vector);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed: " + e.getMessage(), e);
        }
    }

    /// Scales a vector to length one, in place.
    static float[] unit(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += x * x;
        }
        float scale = (float) (1 / Math.sqrt(sum + 1e-12));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    @Override
    public void close() {
        running.writeLock().lock();
        try {
            end();
        } finally {
            running.writeLock().unlock();
        }
    }

    private synchronized void end() {
        closed = true;
        Model model = loaded;
        loaded = null;
        try {
            if (model != null) {
                model.session().close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be closed: " + e.getMessage(), e);
        }
    }
}
