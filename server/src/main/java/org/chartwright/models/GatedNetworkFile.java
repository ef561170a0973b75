package org.chartwright.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The file of a {@link GatedNetwork}: labels, the sizes, hashes, the features' rows, and the weights, sealed. All numbers
 * have two bytes, three significant digits.
 */
final class GatedNetworkFile {

    private static final int MAGIC = 0x4357474e; // "CWGN"
    private static final int VERSION = 1;

    private GatedNetworkFile() {}

    static void write(GatedNetwork network, OutputStream target) throws IOException {
        GatedWeights weights = network.weights();
        SealedBody.write(target, MAGIC, VERSION, network.provenance(), out -> {
            out.writeShort(network.labels().size());
            for (String label : network.labels()) {
                SealedBody.writeText(out, label);
            }
            out.writeShort(weights.forward().input().length);
            out.writeShort(weights.forward().size());
            out.writeShort(weights.jointBias().length);
            out.writeInt(network.table().size());
            for (int feature = 0; feature < network.table().size(); feature++) {
                out.writeLong(network.table().hash(feature));
            }
            write(network.rows(), out);
            for (float[][] matrix : weights.all()) {
                write(matrix, out);
            }
        });
    }

    private static void write(float[][] matrix, DataOutputStream out) throws IOException {
        for (float[] row : matrix) {
            for (float number : row) {
                out.writeShort(Float.floatToFloat16(number));
            }
        }
    }

    static GatedNetwork read(InputStream source, String name) {
        return SealedBody.read(source, name, MAGIC, VERSION, GatedNetworkFile::parse);
    }

    private static GatedNetwork parse(DataInputStream in, SortedMap<String, String> provenance) throws IOException {
        List<String> labels = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            labels.add(SealedBody.readText(in));
        }
        int width = in.readUnsignedShort();
        int size = in.readUnsignedShort();
        int joint = in.readUnsignedShort();
        long[] hashes = new long[in.readInt()];
        for (int feature = 0; feature < hashes.length; feature++) {
            hashes[feature] = in.readLong();
        }
        float[][] rows = new float[hashes.length][width];
        read(rows, in);
        GatedWeights weights = GatedWeights.zero(width, size, joint, labels.size());
        for (float[][] matrix : weights.all()) {
            read(matrix, in);
        }
        return new GatedNetwork(labels, provenance, new FeatureTable(hashes), rows, weights);
    }

    private static void read(float[][] matrix, DataInputStream in) throws IOException {
        for (float[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Float.float16ToFloat(in.readShort());
            }
        }
    }
}
