package org.fengqiao.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// 决策树: many small trees whose values are added up; each asks a few features of a candidate whether they exceed a bound.
record Trees(List<Tree> all) {

    /// Nodes by number, the root first. A node with `feature` -1 is a leaf with a value, otherwise it goes left up to the bound.
    record Tree(int[] feature, float[] bound, int[] left, int[] right, float[] value) {

        float of(float[] features) {
            int node = 0;
            while (feature[node] >= 0) {
                node = features[feature[node]] <= bound[node] ? left[node] : right[node];
            }
            return value[node];
        }
    }

    float of(float[] features) {
        float sum = 0;
        for (Tree tree : all) {
            sum += tree.of(features);
        }
        return sum;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(all.size());
        for (Tree tree : all) {
            out.writeByte(tree.feature().length);
            for (int i = 0; i < tree.feature().length; i++) {
                out.writeByte(tree.feature()[i]);
                if (tree.feature()[i] >= 0) {
                    out.writeFloat(tree.bound()[i]);
                    out.writeByte(tree.left()[i]);
                    out.writeByte(tree.right()[i]);
                } else {
                    out.writeFloat(tree.value()[i]);
                }
            }
        }
    }

    static Trees read(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<Tree> all = new ArrayList<>(count);
        for (int t = 0; t < count; t++) {
            int nodes = in.readUnsignedByte();
            Tree tree = new Tree(new int[nodes], new float[nodes], new int[nodes], new int[nodes], new float[nodes]);
            for (int i = 0; i < nodes; i++) {
                tree.feature()[i] = in.readByte();
                if (tree.feature()[i] >= 0) {
                    tree.bound()[i] = in.readFloat();
                    tree.left()[i] = in.readUnsignedByte();
                    tree.right()[i] = in.readUnsignedByte();
                } else {
                    tree.value()[i] = in.readFloat();
                }
            }
            all.add(tree);
        }
        return new Trees(List.copyOf(all));
    }
}
