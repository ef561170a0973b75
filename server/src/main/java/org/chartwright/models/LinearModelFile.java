package org.chartwright.models;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of a {@link LinearModel}: a body, packed by gzip, and the body's SHA-256.
 *
 * <p>Body: magic, version, provenance (readable with {@code zcat FILE | head}), link, precision, labels, biases, hashes,
 * and the weights label by label. The sum is checked before anything is believed, so a damaged count cannot make the
 * reader reach for memory.
 */
final class LinearModelFile {

    private static final int MAGIC = 0x43574c4d; // "CWLM"
    private static final int VERSION = 1;
    private static final int LARGEST_BODY = 256 << 20;
    private static final int DIGEST_BYTES = 32;

    private LinearModelFile() {}

    static void write(LinearModel model, OutputStream target, Precision precision) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes))) {
            out.writeInt(MAGIC);
            out.writeShort(VERSION);
            StringBuilder header = new StringBuilder();
            model.provenance().forEach((key, value) -> header.append(oneLine(key))
                    .append('=')
                    .append(oneLine(value))
                    .append('\n'));
            writeText(out, header.toString());
            writeText(out, model.link().name());
            writeText(out, precision.name());
            out.writeShort(model.labels().size());
            for (String label : model.labels()) {
                writeText(out, label);
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
        }
        byte[] body = bytes.toByteArray();
        GZIPOutputStream packed = new GZIPOutputStream(target);
        packed.write(body);
        packed.write(digest(body, body.length));
        packed.finish();
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
        try {
            byte[] all = new GZIPInputStream(source).readNBytes(LARGEST_BODY + 1);
            if (all.length > LARGEST_BODY) {
                throw new ModelException("Model " + name + " is too large");
            }
            int length = all.length - DIGEST_BYTES;
            if (length < 0
                    || !MessageDigest.isEqual(
                            digest(all, length), Arrays.copyOfRange(all, length, all.length))) {
                throw new ModelException("Model " + name + " is damaged: its checksum does not match");
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length))) {
                return parse(in, name);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException("Model " + name + " is damaged", e);
        }
    }

    private static LinearModel parse(DataInputStream in, String name) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new ModelException("Model " + name + " is not a Chartwright model");
        }
        int version = in.readUnsignedShort();
        if (version != VERSION) {
            throw new ModelException("Model " + name + " has format " + version + "; this build reads " + VERSION);
        }
        SortedMap<String, String> provenance = new TreeMap<>();
        readText(in).lines().forEach(line -> {
            int equals = line.indexOf('=');
            provenance.put(line.substring(0, equals), line.substring(equals + 1));
        });
        LinearModel.Link link = LinearModel.Link.valueOf(readText(in));
        Precision precision = Precision.valueOf(readText(in));
        List<String> labels = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            labels.add(readText(in));
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
        if (in.read() >= 0) {
            throw new ModelException("Model " + name + " is damaged: it goes on after its end");
        }
        return new LinearModel(labels, link, provenance, new FeatureTable(hashes), weights, bias);
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
