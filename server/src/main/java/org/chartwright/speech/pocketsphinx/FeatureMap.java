package org.chartwright.speech.pocketsphinx;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Takes room, noise and telephone out of the features of speech: a small network with two hidden layers looks at a frame
 * and its neighbours and says how the frame differs from what a near microphone would have given. Learned from pairs of
 * the same sound with and without surroundings by {@code ./chartwright train features}. Immutable; any number of threads.
 */
public final class FeatureMap {

    /** Coefficients of a frame. */
    public static final int SIZE = 13;

    /** Neighbours that are looked at: echoes come after, so the past counts more. */
    public static final int BEFORE = 12;

    /** Neighbours after the frame. */
    public static final int AFTER = 8;

    /** Inputs of the network. */
    public static final int INPUTS = (BEFORE + 1 + AFTER) * SIZE;

    /**
     * How much of the change is made. What was learned from synthetic voices bends the speech of others a little, which is
     * worth it only where there is something to take out, and that shows in the size of the change itself (mean square, in
     * deviations): near the mouth it is some 0.07, over a telephone 0.18, in a room or in noise 0.2 to 0.45. Where it is
     * more than that, or more than there was to change, nobody speaks, and the map would make speech of noise.
     */
    private static final double MOST_TRUST = 0.75;

    private static final double NEAR = 0.10;
    private static final double FAR = 0.22;
    private static final double ODD = 0.47;
    private static final double NO_SPEECH = 0.56;
    private static final double ODD_SHARE = 1.1;
    private static final double NO_SPEECH_SHARE = 1.5;

    private static final String RESOURCE = "features.gz";

    private final String provenance;
    private final float[] deviations;
    private final float[][][] weights;
    private final float[][] biases;

    /**
     * A map of these weights, which are not copied.
     *
     * @param provenance what it was trained from
     * @param deviations what each coefficient is divided by
     * @param weights three layers, each by input and output
     * @param biases three layers
     */
    @SuppressWarnings("ArrayIsStoredDirectly")
    public FeatureMap(String provenance, float[] deviations, float[][][] weights, float[][] biases) {
        this.provenance = provenance;
        this.deviations = deviations;
        this.weights = weights;
        this.biases = biases;
        int hidden = biases[0].length;
        if (weights[0].length != INPUTS
                || weights[1].length != hidden
                || weights[2].length != hidden
                || biases[2].length != SIZE) {
            throw new IllegalArgumentException("The layers do not fit together");
        }
    }

    /** The map that is shipped. */
    static FeatureMap shipped() {
        try (InputStream file = FeatureMap.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is missing from this build");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static FeatureMap read(InputStream file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            String provenance = in.readUTF();
            int hidden = in.readUnsignedShort();
            float[] deviations = floats(in, SIZE);
            float[][][] weights = {rows(in, INPUTS, hidden), rows(in, hidden, hidden), rows(in, hidden, SIZE)};
            return new FeatureMap(
                    provenance, deviations, weights, new float[][] {floats(in, hidden), floats(in, hidden), floats(in, SIZE)});
        }
    }

    private static float[][] rows(DataInputStream in, int count, int width) throws IOException {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = floats(in, width);
        }
        return rows;
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.float16ToFloat(in.readShort());
        }
        return values;
    }

    /** What it was trained from: data, seed, settings; no dates, so that bytes repeat. */
    public String provenance() {
        return provenance;
    }

    /** Writes the weights, as numbers of 16 bits, and closes the file. */
    public void write(OutputStream file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(file))) {
            out.writeUTF(provenance);
            out.writeShort(biases[0].length);
            write(out, deviations);
            for (float[][] layer : weights) {
                for (float[] row : layer) {
                    write(out, row);
                }
            }
            for (float[] layer : biases) {
                write(out, layer);
            }
        }
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeShort(Float.floatToFloat16(value));
        }
    }

    /**
     * The frames as a near microphone would have given them.
     *
     * @param frames each of {@link #SIZE} coefficients, one after the other; not changed
     * @param changes what there was to change is added to it
     */
    float[] clean(float[] frames, Changes changes) {
        int count = frames.length / SIZE;
        return clean(frames, count, 0, count, means(frames), changes);
    }

    /** How much was changed so far of what is being said. */
    static final class Changes {
        private double changed;
        private double there;
        private int values;

        /** How much there was to change, whether it was changed or not, in deviations. */
        double meanSquare() {
            return changed / Math.max(1, values);
        }
    }

    /**
     * Some of the frames as a near microphone would have given them.
     *
     * @param known how many frames there are so far
     * @param from the first that is wanted
     * @param to the one after the last
     * @param means of what is being said
     * @param changes to the frames before; those to these are added
     */
    float[] clean(float[] frames, int known, int from, int to, float[] means, Changes changes) {
        int first = Math.max(0, from - BEFORE);
        int count = Math.min(known, to + AFTER) - first;
        float[] scaled = scaled(Arrays.copyOfRange(frames, first * SIZE, (first + count) * SIZE), means, deviations);
        float[] change = new float[(to - from) * SIZE];
        float[] input = new float[INPUTS];
        for (int frame = from; frame < to; frame++) {
            window(scaled, count, frame - first, input);
            System.arraycopy(layer(2, layer(1, layer(0, input))), 0, change, (frame - from) * SIZE, SIZE);
        }
        int offset = (from - first) * SIZE;
        for (int i = 0; i < change.length; i++) {
            changes.changed += change[i] * change[i];
            changes.there += scaled[offset + i] * scaled[offset + i];
        }
        changes.values += change.length;
        float trust = (float) trust(changes.meanSquare(), changes.changed / Math.max(1e-9, changes.there));
        float[] out = new float[change.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (scaled[offset + i] + trust * change[i]) * deviations[i % SIZE] + means[i % SIZE];
        }
        return out;
    }

    private static double trust(double meanSquare, double share) {
        return MOST_TRUST
                * Math.clamp((meanSquare - NEAR) / (FAR - NEAR), 0, 1)
                * Math.clamp((NO_SPEECH - meanSquare) / (NO_SPEECH - ODD), 0, 1)
                * Math.clamp((NO_SPEECH_SHARE - share) / (NO_SPEECH_SHARE - ODD_SHARE), 0, 1);
    }

    /** The mean of each coefficient. */
    public static float[] means(float[] frames) {
        double[] sums = new double[SIZE];
        for (int i = 0; i < frames.length; i++) {
            sums[i % SIZE] += frames[i];
        }
        float[] means = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            means[i] = (float) (sums[i] / Math.max(1, frames.length / SIZE));
        }
        return means;
    }

    /** Frames with these means taken off, divided by these deviations. */
    public static float[] scaled(float[] frames, float[] means, float[] deviations) {
        float[] scaled = new float[frames.length];
        for (int i = 0; i < frames.length; i++) {
            scaled[i] = (frames[i] - means[i % SIZE]) / deviations[i % SIZE];
        }
        return scaled;
    }

    /** A frame between its neighbours; beyond the ends the last frame stands. */
    public static void window(float[] scaled, int count, int frame, float[] input) {
        for (int k = -BEFORE; k <= AFTER; k++) {
            int at = Math.clamp(frame + k, 0, count - 1);
            System.arraycopy(scaled, at * SIZE, input, (k + BEFORE) * SIZE, SIZE);
        }
    }

    private float[] layer(int number, float[] input) {
        float[] output = Arrays.copyOf(biases[number], biases[number].length);
        for (int i = 0; i < input.length; i++) {
            // What an earlier layer rectified is nothing, and often.
            if (number == 0 || input[i] > 0) {
                addTo(output, weights[number][i], input[i]);
            }
        }
        return output;
    }

    /** Adds so many times the row; on its own so that the compiler makes vector instructions of it. */
    public static void addTo(float[] sum, float[] row, float times) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += times * row[j];
        }
    }
}
