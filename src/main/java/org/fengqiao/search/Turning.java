package org.fengqiao.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// 转向: turns the direction of a layperson's question towards the articles that answer such questions.
///
/// The embedding model was made for general text. A matrix over its vectors, learned from pairs, moves a question nearer
/// to the language of statutes; articles stay where they are, so that a new ranking needs no new index.
record Turning(float[] matrix) {

    private static final int WIDTH = Meaning.WIDTH;
    private static final int ROUNDS = 4;
    private static final int OTHERS = 96;
    private static final float RATE = 0.02f;
    private static final float PULL_BACK = 0.005f;
    private static final float SHARPNESS = 25;

    /// One question to learn from: its direction, the numbers of its right articles, and of articles that look alike and are not.
    record Lesson(float[] question, int[] right, int[] wrong, float weight) {}

    static Turning none() {
        float[] matrix = new float[WIDTH * WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            matrix[i * WIDTH + i] = 1;
        }
        return new Turning(matrix);
    }

    /// Learns by telling the right articles from similar ones, a few of them at a time; the same lessons give the same matrix.
    static Turning learn(List<Lesson> lessons, IntFunction<float[]> articles) {
        Turning turning = none();
        Random random = new Random(1);
        int[] order = IntStream.range(0, lessons.size()).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            for (int i : order) {
                turning.step(lessons.get(i), articles, random);
            }
            turning.pullBack(lessons.size());
        }
        return turning;
    }

    private void step(Lesson lesson, IntFunction<float[]> direction, Random random) {
        int right = lesson.right().length;
        float[][] articles = new float[right + Math.min(OTHERS, lesson.wrong().length)][];
        for (int i = 0; i < articles.length; i++) {
            articles[i] = direction.apply(i < right ? lesson.right()[i] : lesson.wrong()[random.nextInt(lesson.wrong().length)]);
        }
        float[] turned = Meaning.unit(apply(lesson.question()));
        double[] share = new double[articles.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < share.length; i++) {
            share[i] = SHARPNESS * dot(turned, articles[i]);
            most = Math.max(most, share[i]);
        }
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            share[i] = Math.exp(share[i] - most);
            sum += share[i];
        }
        float[] wrongness = new float[WIDTH];
        for (int i = 0; i < share.length; i++) {
            float pull = (float) (share[i] / sum - (i < right ? 1.0 / right : 0));
            for (int k = 0; k < WIDTH; k++) {
                wrongness[k] += pull * articles[i][k];
            }
        }
        for (int r = 0; r < WIDTH; r++) {
            float by = RATE * lesson.weight() * wrongness[r];
            for (int c = 0; c < WIDTH; c++) {
                matrix[r * WIDTH + c] -= by * lesson.question()[c];
            }
        }
    }

    /// What the lessons do not ask for returns towards no turning at all.
    private void pullBack(int steps) {
        float stays = (float) Math.pow(1 - RATE * PULL_BACK, steps);
        for (int i = 0; i < matrix.length; i++) {
            float none = i % (WIDTH + 1) == 0 ? 1 : 0;
            matrix[i] = none + (matrix[i] - none) * stays;
        }
    }

    private static double dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private float[] apply(float[] vector) {
        float[] turned = new float[WIDTH];
        for (int r = 0; r < WIDTH; r++) {
            float sum = 0;
            for (int c = 0; c < WIDTH; c++) {
                sum += matrix[r * WIDTH + c] * vector[c];
            }
            turned[r] = sum;
        }
        return turned;
    }

    byte[] apply(byte[] vector) {
        float[] floats = new float[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            floats[k] = vector[k];
        }
        return VectorStore.rounded(apply(floats));
    }

    /// Written in steps of 1/4096 of the largest entry of a row, which changes no order that matters.
    void write(DataOutputStream out) throws IOException {
        for (int r = 0; r < WIDTH; r++) {
            float most = 1e-9f;
            for (int c = 0; c < WIDTH; c++) {
                most = Math.max(most, Math.abs(matrix[r * WIDTH + c]));
            }
            out.writeFloat(most);
            for (int c = 0; c < WIDTH; c++) {
                out.writeShort(Math.round(matrix[r * WIDTH + c] / most * 4096));
            }
        }
    }

    static Turning read(DataInputStream in) throws IOException {
        float[] matrix = new float[WIDTH * WIDTH];
        for (int r = 0; r < WIDTH; r++) {
            float most = in.readFloat();
            for (int c = 0; c < WIDTH; c++) {
                matrix[r * WIDTH + c] = in.readShort() * most / 4096;
            }
        }
        return new Turning(matrix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Turning(float[] m) && Arrays.equals(m, matrix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(matrix);
    }
}
