package org.chartwright.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The file of a {@link LinearModel}: link, precision, labels, biases, hashes, and the weights label by label, sealed. */
final class LinearModelFile {

    private static final int MAGIC = 0x43574c4d; // "CWLM"
    private static final int VERSION = 1;

    private LinearModelFile() {}

    static void write(LinearModel model, OutputStream target, Precision precision) throws IOException {
        SealedBody.write(target, MAGIC, VERSION, model.provenance(), out -> {
            SealedBody.writeText(out, model.link().name());
            SealedBody.writeText(out, precision.name());
            out.writeShort(model.labels().size());
            for (String label : model.labels()) {
                SealedBody.writeText(out, label);
            }
            for (int label = 0; label < model.labels().size(); label++) {
                out.writeFloat(model.bias(label));
            }
            out.writeInt(model.size());
            for (int feature = 0; feature < model.size(); feature++) {
                out.writeLong(model.table().hash(feature));
            }
            for (int label = 0; label < model.labels().size(); label++) {
                writeWeights(model, label, out, precision);
            }
        });
    }

    private static void writeWeights(LinearModel model, int label, DataOutputStream out, Precision precision)
            throws IOException {
        float largest = 0;
        for (int feature = 0; feature < model.size(); feature++) {
            largest = Math.max(largest, Math.abs(model.weight(feature, label)));
        }
        float step = largest == 0 ? 1 : largest / 127;
        if (precision == Precision.BYTE) {
            out.writeFloat(step);
        }
        for (int feature = 0; feature < model.size(); feature++) {
            float weight = model.weight(feature, label);
            switch (precision) {
                case HALF -> out.writeShort(Float.floatToFloat16(weight));
                case BYTE -> out.writeByte(Math.round(weight / step));
            }
        }
    }

    static LinearModel read(InputStream source, String name) {
        return SealedBody.read(source, name, MAGIC, VERSION, LinearModelFile::parse);
    }

    private static LinearModel parse(DataInputStream in, SortedMap<String, String> provenance) throws IOException {
        LinearModel.Link link = LinearModel.Link.valueOf(SealedBody.readText(in));
        Precision precision = Precision.valueOf(SealedBody.readText(in));
        List<String> labels = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            labels.add(SealedBody.readText(in));
        }
        float[] bias = new float[labels.size()];
        for (int label = 0; label < bias.length; label++) {
            bias[label] = in.readFloat();
        }
        long[] hashes = new long[in.readInt()];
        for (int feature = 0; feature < hashes.length; feature++) {
            hashes[feature] = in.readLong();
        }
        float[] weights = new float[hashes.length * labels.size()];
        for (int label = 0; label < labels.size(); label++) {
            float step = precision == Precision.BYTE ? in.readFloat() : 1;
            for (int feature = 0; feature < hashes.length; feature++) {
                weights[feature * labels.size() + label] = switch (precision) {
                    case HALF -> Float.float16ToFloat(in.readShort());
                    case BYTE -> in.readByte() * step;
                };
            }
        }
        return new LinearModel(labels, link, provenance, new FeatureTable(hashes), weights, bias);
    }
}
