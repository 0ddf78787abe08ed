package org.fengqiao.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// 线性排序: one weight a feature. It learns little, and that little from a few hundred questions already.
///
/// What counts is how far a candidate stands out among the candidates of its own question, so every feature is measured by
/// their mean and spread before it is weighed.
record Line(float[] weights) {

    private static final int ROUNDS = 120;
    private static final double RATE = 0.05;
    private static final double PULL_BACK = 0.02;
    /// Adam's forgetting of the first and second moment.
    private static final double SLOPE = 0.9;
    private static final double BEND = 0.99;
    /// A candidate that stands out further than these counts no more for it.
    private static final float LEAST = -6;
    private static final float MOST = 8;

    /// One question: its candidates measured by [#standardised], which of them are right, and how much it counts.
    record Sample(float[][] features, boolean[] right, float weight) {}

    /// Learns to give the right candidates of each question the largest share (softmax over its candidates).
    ///
    /// The same samples in the same order give the same line.
    static Line learn(List<Sample> samples) {
        int n = Feature.COUNT;
        double all = samples.stream().mapToDouble(Sample::weight).sum();
        double[] weights = new double[n];
        double[] slope = new double[n];
        double[] bend = new double[n];
        for (int round = 1; round <= ROUNDS; round++) {
            Line line = new Line(floats(weights));
            List<float[]> pulls = samples.parallelStream().map(line::pull).toList();
            for (int c = 0; c < n; c++) {
                double g = PULL_BACK * weights[c];
                for (float[] pull : pulls) {
                    g += pull[c] / all;
                }
                slope[c] = SLOPE * slope[c] + (1 - SLOPE) * g;
                bend[c] = BEND * bend[c] + (1 - BEND) * g * g;
                weights[c] -= RATE * (slope[c] / (1 - Math.pow(SLOPE, round))) / (Math.sqrt(bend[c] / (1 - Math.pow(BEND, round))) + 1e-8);
            }
        }
        return new Line(floats(weights));
    }

    /// How the loss of one question grows with each weight.
    private float[] pull(Sample sample) {
        float[] scores = of(sample.features());
        double most = Double.NEGATIVE_INFINITY;
        int right = 0;
        for (int i = 0; i < scores.length; i++) {
            most = Math.max(most, scores[i]);
            right += sample.right()[i] ? 1 : 0;
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        float[] pull = new float[weights.length];
        for (int i = 0; i < scores.length; i++) {
            float by = (float) (sample.weight() * (Math.exp(scores[i] - most) / sum - (sample.right()[i] ? 1.0 / right : 0)));
            for (int c = 0; c < pull.length; c++) {
                pull[c] += by * sample.features()[i][c];
            }
        }
        return pull;
    }

    /// The scores of candidates whose features are [#standardised].
    float[] of(float[][] features) {
        float[] scores = new float[features.length];
        for (int i = 0; i < scores.length; i++) {
            float sum = 0;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c] * features[i][c];
            }
            scores[i] = sum;
        }
        return scores;
    }

    /// The features of a question's candidates, each by its mean and spread among them; what all have alike becomes 0.
    static float[][] standardised(float[][] features) {
        int columns = features.length == 0 ? 0 : features[0].length;
        float[][] all = new float[features.length][columns];
        float[] column = new float[features.length];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = features[i][c];
            }
            float[] measured = standardised(column);
            for (int i = 0; i < column.length; i++) {
                all[i][c] = Math.clamp(measured[i], LEAST, MOST);
            }
        }
        return all;
    }

    /// Values by their mean and spread; 0 where there is no spread.
    static float[] standardised(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        double mean = sum / Math.max(1, values.length);
        double squares = 0;
        for (float v : values) {
            squares += (v - mean) * (v - mean);
        }
        double spread = Math.sqrt(squares / Math.max(1, values.length));
        float[] measured = new float[values.length];
        for (int i = 0; i < values.length && spread > 1e-6; i++) {
            measured[i] = (float) ((values[i] - mean) / spread);
        }
        return measured;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    void write(DataOutputStream out) throws IOException {
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static Line read(DataInputStream in) throws IOException {
        float[] weights = new float[Feature.COUNT];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = in.readFloat();
        }
        return new Line(weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line(float[] w) && Arrays.equals(w, weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
