package org.chartwright.speech.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small network in ONNX's own form (protocol buffers, written here field by field), with the inputs, the output and the
 * metadata of a NeMo CTC model. It takes means of eight frames, and each token looks at a band of the mel energies of its own:
 * where that is much louder than the rest, it hears the token.
 */
final class SmallNetwork {

    private static final int BANDS = MelFeatures.BANDS;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final float BLANK_BIAS = 3;

    private SmallNetwork() {}

    /**
     * Writes {@code model.onnx} and {@code tokens.txt}.
     *
     * @param bands for each token the first and the last band that it is loud in
     */
    static void write(Path folder, String[] tokens, int[][] bands) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < tokens.length; i++) {
            lines.append(tokens[i]).append(' ').append(i).append('\n');
        }
        Files.writeString(folder.resolve("tokens.txt"), lines.append("<blk> ").append(tokens.length).append('\n'));
        Files.write(folder.resolve("model.onnx"), model(bands));
    }

    private static byte[] model(int[][] bands) throws IOException {
        int outputs = bands.length + 1;
        float[] weights = new float[BANDS * outputs];
        for (int token = 0; token < bands.length; token++) {
            int wide = bands[token][1] - bands[token][0] + 1;
            for (int band = 0; band < BANDS; band++) {
                boolean inside = band >= bands[token][0] && band <= bands[token][1];
                weights[band * outputs + token] = inside ? 1f / wide : -1f / (BANDS - wide);
            }
        }
        float[] biases = new float[outputs];
        biases[outputs - 1] = BLANK_BIAS;

        Message graph = new Message();
        graph.message(1, node("AveragePool", "pooled", "audio_signal")
                .message(5, ints("kernel_shape", 8)).message(5, ints("strides", 8)).message(5, integer("ceil_mode", 1)));
        graph.message(1, node("Transpose", "turned", "pooled").message(5, ints("perm", 0, 2, 1)));
        graph.message(1, node("MatMul", "product", "turned", "weights"));
        graph.message(1, node("Add", "logits", "product", "biases"));
        graph.message(1, node("LogSoftmax", "logprobs", "logits").message(5, integer("axis", -1)));
        graph.text(2, "small");
        graph.message(5, tensor("weights", weights, BANDS, outputs));
        graph.message(5, tensor("biases", biases, outputs));
        graph.message(11, value("audio_signal", FLOAT, 1, BANDS, -1));
        graph.message(11, value("length", INT64, 1));
        graph.message(12, value("logprobs", FLOAT, 1, -1, outputs));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().number(2, 17))
                .message(14, about("vocab_size", Integer.toString(bands.length)))
                .message(14, about("subsampling_factor", "8"))
                .message(14, about("normalize_type", "none"))
                .bytes();
    }

    private static Message node(String kind, String output, String... inputs) throws IOException {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output).text(4, kind);
    }

    private static Message integer(String name, long value) throws IOException {
        return new Message().text(1, name).number(3, value).number(20, 2);
    }

    private static Message ints(String name, long... values) throws IOException {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    private static Message tensor(String name, float[] values, int... shape) throws IOException {
        Message tensor = new Message();
        for (int size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).field(9, raw.array());
    }

    private static Message value(String name, int type, int... shape) throws IOException {
        Message dimensions = new Message();
        for (int size : shape) {
            dimensions.message(1, size < 0 ? new Message().text(2, "any_" + name) : new Message().number(1, size));
        }
        Message tensor = new Message().number(1, type).message(2, dimensions);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static Message about(String key, String value) throws IOException {
        return new Message().text(1, key).text(2, value);
    }

    /** A message of protocol buffers, as its fields are put. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) throws IOException {
            return field(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) throws IOException {
            return field(field, value.bytes());
        }

        Message field(int field, byte[] value) throws IOException {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.write(value);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
