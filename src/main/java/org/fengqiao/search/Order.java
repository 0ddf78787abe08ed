package org.fengqiao.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// 先后: puts the candidates of one question in order, by what trees and a straight line say of them.
///
/// The trees see how features work together and need many questions for it; the lines see less and need few. Who asks
/// by law (根据哪条法律规定) describes what the article says, and has a line of their own.
///
/// @param told   the line for questions that tell what happened
/// @param lawful the line for questions that ask by law
record Order(Trees trees, Line told, Line lawful) {

    /// What the trees count beside the line. By cross-validation anything from 0.5 to 1 is about as good for either manner.
    private static final float TREES = 0.5f;

    /// @param features of each candidate
    float[] of(float[][] features) {
        float[] line = Line.standardised((asksByLaw(features) ? lawful : told).of(Line.standardised(features)));
        float[] grown = new float[features.length];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = trees.of(features[i]);
        }
        grown = Line.standardised(grown);
        for (int i = 0; i < grown.length; i++) {
            line[i] += TREES * grown[i];
        }
        return line;
    }

    static boolean asksByLaw(float[][] features) {
        return features.length > 0 && features[0][Feature.ASKS_BY_LAW.ordinal()] > 0;
    }

    void write(DataOutputStream out) throws IOException {
        told.write(out);
        lawful.write(out);
        trees.write(out);
    }

    static Order read(DataInputStream in) throws IOException {
        Line told = Line.read(in);
        Line lawful = Line.read(in);
        return new Order(Trees.read(in), told, lawful);
    }
}
