package org.chartwright.eval.speech;

import java.util.Random;
import org.chartwright.speech.pocketsphinx.FeatureMap;

/** One layer that is being learned: weights by input and output with Adam's two moments (Kingma and Ba, 2015). */
final class FeatureLayer {

    private static final float MEAN_FADES = 0.1f;
    private static final float SQUARE_FADES = 0.001f;

    final float[][] weights;
    final float[] biases;
    private final float[][] transposed;
    private final float[][][] moments;
    private final float[][] biasMoments;

    FeatureLayer(int inputs, int outputs, double spread, Random luck) {
        weights = new float[inputs][outputs];
        biases = new float[outputs];
        transposed = new float[outputs][inputs];
        for (float[] row : weights) {
            for (int j = 0; j < outputs; j++) {
                row[j] = (float) (luck.nextGaussian() * spread);
            }
        }
        transpose();
        moments = new float[2][inputs][outputs];
        biasMoments = new float[2][outputs];
    }

    private void transpose() {
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < biases.length; j++) {
                transposed[j][i] = weights[i][j];
            }
        }
    }

    /** Outputs for a few inputs at once, so that each row of weights is fetched once for all of them. */
    float[][] forward(float[][] inputs, boolean rectified) {
        float[][] outputs = new float[inputs.length][];
        for (int b = 0; b < inputs.length; b++) {
            outputs[b] = biases.clone();
        }
        for (int i = 0; i < weights.length; i++) {
            for (int b = 0; b < inputs.length; b++) {
                if (inputs[b][i] != 0) {
                    FeatureMap.addTo(outputs[b], weights[i], inputs[b][i]);
                }
            }
        }
        if (rectified) {
            for (float[] output : outputs) {
                for (int j = 0; j < output.length; j++) {
                    output[j] = Math.max(0, output[j]);
                }
            }
        }
        return outputs;
    }

    /** The slopes of the inputs, none where an input was rectified to nothing. */
    float[][] below(float[][] inputs, float[][] slopes) {
        float[][] below = new float[inputs.length][weights.length];
        for (int b = 0; b < inputs.length; b++) {
            for (int j = 0; j < biases.length; j++) {
                FeatureMap.addTo(below[b], transposed[j], slopes[b][j]);
            }
            for (int i = 0; i < weights.length; i++) {
                below[b][i] = inputs[b][i] > 0 ? below[b][i] : 0;
            }
        }
        return below;
    }

    /** Sums of slopes; each thread has its own. */
    final class Slopes {

        private final float[][] ofWeights = new float[weights.length][biases.length];
        private final float[] ofBiases = new float[biases.length];

        void add(float[][] inputs, float[][] slopes) {
            for (int b = 0; b < inputs.length; b++) {
                FeatureMap.addTo(ofBiases, slopes[b], 1);
            }
            for (int i = 0; i < ofWeights.length; i++) {
                for (int b = 0; b < inputs.length; b++) {
                    if (inputs[b][i] != 0) {
                        FeatureMap.addTo(ofWeights[i], slopes[b], inputs[b][i]);
                    }
                }
            }
        }

        /** Takes over what another summed. */
        void addAll(Slopes other) {
            FeatureMap.addTo(ofBiases, other.ofBiases, 1);
            for (int i = 0; i < ofWeights.length; i++) {
                FeatureMap.addTo(ofWeights[i], other.ofWeights[i], 1);
            }
            other.clear();
        }

        private void clear() {
            java.util.Arrays.fill(ofBiases, 0);
            for (float[] row : ofWeights) {
                java.util.Arrays.fill(row, 0);
            }
        }

        /** Moves the weights by these slopes, which are then forgotten. */
        void step(double rate, int step) {
            float size = (float) (rate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step)));
            move(biases, ofBiases, biasMoments[0], biasMoments[1], size);
            for (int i = 0; i < weights.length; i++) {
                move(weights[i], ofWeights[i], moments[0][i], moments[1][i], size);
            }
            clear();
            transpose();
        }

        private static void move(float[] values, float[] slopes, float[] mean, float[] square, float size) {
            for (int i = 0; i < values.length; i++) {
                float slope = slopes[i];
                mean[i] += MEAN_FADES * (slope - mean[i]);
                square[i] += SQUARE_FADES * (slope * slope - square[i]);
                values[i] -= size * mean[i] / ((float) Math.sqrt(square[i]) + 1e-8f);
            }
        }
    }
}
