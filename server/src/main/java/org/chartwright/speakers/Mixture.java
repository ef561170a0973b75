package org.chartwright.speakers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A mixture of diagonal Gaussians over the cepstra of one voice, with a second, smaller one over the log of its pitch.
 * Fitted by expectation and maximisation from a deterministic start.
 */
final class Mixture {

    private static final int N = VoiceFeatures.CEPSTRA;
    private static final double LEAST_WEIGHT = 1e-3;
    private static final double LOG_2PI = Math.log(2 * Math.PI);

    private final int components;
    private final double[] means;
    private final double[] precisions;
    private final double[] constants;
    private final double[] logs;

    private Mixture(int components) {
        this.components = components;
        means = new double[components * N];
        precisions = new double[components * N];
        constants = new double[components];
        logs = new double[components];
    }

    /** Writes it down. */
    void write(DataOutputStream out) throws IOException {
        out.writeByte(components);
        for (double[] values : new double[][] {means, precisions, constants}) {
            for (double value : values) {
                out.writeDouble(value);
            }
        }
    }

    /** Reads what was written. */
    static Mixture read(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        if (count == 0) {
            throw new IOException("A mixture of nothing");
        }
        Mixture mixture = new Mixture(count);
        for (double[] values : new double[][] {mixture.means, mixture.precisions, mixture.constants}) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
        }
        return mixture;
    }

    int components() {
        return components;
    }

    /**
     * Fits a mixture.
     *
     * @param store the cepstra of all frames
     * @param chosen the frames to fit
     * @param components how many Gaussians; fewer when there are few frames
     * @param floor the least variance of each coefficient
     */
    static Mixture fit(FrameStore store, int[] chosen, int components, int rounds, double[] floor) {
        int count = Math.max(1, Math.min(components, chosen.length / 12));
        Mixture mixture = new Mixture(count);
        mixture.start(store, chosen, floor);
        for (int round = 0; round < rounds; round++) {
            mixture.improve(store, chosen, floor);
        }
        return mixture;
    }

    /** The log-likelihood of one frame. */
    double score(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < components; c++) {
            double log = constants[c];
            int base = c * N;
            double distance = 0;
            for (int i = 0; i < N; i++) {
                double difference = values[i] - means[base + i];
                distance += difference * difference * precisions[base + i];
            }
            log -= 0.5 * distance;
            logs[c] = log;
            highest = Math.max(highest, log);
        }
        double sum = 0;
        for (int c = 0; c < components; c++) {
            double difference = logs[c] - highest;
            if (difference > -20) {
                sum += Math.exp(difference);
            }
        }
        return highest + Math.log(sum);
    }

    /** Frames are dealt out in order of time to the components: each starts as a stretch of the voice. */
    private void start(FrameStore store, int[] chosen, double[] floor) {
        double[] mean = new double[N];
        double[] square = new double[N];
        double[] values = new double[N];
        for (int frame : chosen) {
            store.cepstra(frame, values);
            for (int i = 0; i < N; i++) {
                double value = values[i];
                mean[i] += value;
                square[i] += value * value;
            }
        }
        double[] variance = new double[N];
        for (int i = 0; i < N; i++) {
            mean[i] /= chosen.length;
            variance[i] = Math.max(floor[i], square[i] / chosen.length - mean[i] * mean[i]);
        }
        for (int c = 0; c < components; c++) {
            // Some frame of the voice, spread evenly over its time, drawn half-way to the mean.
            store.cepstra(chosen[(int) ((c + 0.5) * chosen.length / components)], values);
            for (int i = 0; i < N; i++) {
                double value = values[i];
                means[c * N + i] = components == 1 ? mean[i] : 0.5 * (value + mean[i]);
            }
            set(c, variance, 1.0 / components);
        }
    }

    private void improve(FrameStore store, int[] chosen, double[] floor) {
        double[] weight = new double[components];
        double[] sums = new double[components * N];
        double[] squares = new double[components * N];
        double[] values = new double[N];
        for (int frame : chosen) {
            store.cepstra(frame, values);
            double total = score(values);
            for (int c = 0; c < components; c++) {
                double share = Math.exp(logs[c] - total);
                if (share < LEAST_WEIGHT) {
                    continue;
                }
                weight[c] += share;
                int base = c * N;
                for (int i = 0; i < N; i++) {
                    double value = values[i] * share;
                    sums[base + i] += value;
                    squares[base + i] += value * values[i];
                }
            }
        }
        double[] variance = new double[N];
        for (int c = 0; c < components; c++) {
            if (weight[c] < 2) {
                constants[c] = Math.log(LEAST_WEIGHT) + constants[c];
                continue;
            }
            for (int i = 0; i < N; i++) {
                int at = c * N + i;
                means[at] = sums[at] / weight[c];
                // Ten frames' worth of the floor keep a thin component from collapsing.
                double own = squares[at] / weight[c] - means[at] * means[at];
                variance[i] = Math.max(floor[i], (weight[c] * own + 10 * 3 * floor[i]) / (weight[c] + 10));
            }
            set(c, variance, weight[c] / chosen.length);
        }
    }

    private void set(int component, double[] variance, double weight) {
        double log = Math.log(Math.max(weight, LEAST_WEIGHT)) - 0.5 * N * LOG_2PI;
        for (int i = 0; i < N; i++) {
            precisions[component * N + i] = 1 / variance[i];
            log -= 0.5 * Math.log(variance[i]);
        }
        constants[component] = log;
    }
}
