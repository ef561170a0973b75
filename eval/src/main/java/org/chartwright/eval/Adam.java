package org.chartwright.eval;

import java.util.Arrays;

/** The optimiser of Kingma and Ba with decoupled decay; features' rows move only in batches in which they occur. */
final class Adam {

    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final double DECAY = 1e-3;

    private final float[][][] weights;
    private final float[][] rows;
    private final float[][][] mean;
    private final float[][][] square;
    private final float[][] rowMean;
    private final float[][] rowSquare;
    private int steps;

    /** Will change these in place. */
    Adam(float[][][] weights, float[][] rows) {
        this.weights = weights;
        this.rows = rows;
        this.mean = like(weights);
        this.square = like(weights);
        this.rowMean = like(rows);
        this.rowSquare = like(rows);
    }

    /** One step down the gradients, which are scaled, cut to a longest length, and then forgotten. */
    void step(GatedPass.Gradients gradients, double rate, float scale, double longest) {
        steps++;
        float[][][] slopes = gradients.weights().all();
        double length = Math.sqrt(length(slopes)) * scale;
        float factor = (float) (scale * Math.min(1, longest / Math.max(length, 1e-12)));
        float pace = (float) (rate / (1 - StrictMath.pow(FIRST, steps)));
        float widened = (float) (1 / (1 - StrictMath.pow(SECOND, steps)));
        float decay = (float) (rate * DECAY);
        for (int matrix = 0; matrix < weights.length; matrix++) {
            for (int row = 0; row < weights[matrix].length; row++) {
                float[] gradient = slopes[matrix][row];
                move(weights[matrix][row], gradient, mean[matrix][row], square[matrix][row], factor, pace, widened, decay);
                Arrays.fill(gradient, 0);
            }
        }
        for (int row = 0; row < rows.length; row++) {
            if (gradients.touched()[row]) {
                move(rows[row], gradients.rows()[row], rowMean[row], rowSquare[row], factor, pace, widened, decay);
                Arrays.fill(gradients.rows()[row], 0);
                gradients.touched()[row] = false;
            }
        }
    }

    private static void move(
            float[] weight, float[] gradient, float[] mean, float[] square, float factor, float pace, float widened, float decay) {
        for (int j = 0; j < weight.length; j++) {
            float slope = gradient[j] * factor;
            mean[j] = FIRST * mean[j] + (1 - FIRST) * slope;
            square[j] = SECOND * square[j] + (1 - SECOND) * slope * slope;
            weight[j] -= pace * mean[j] / ((float) Math.sqrt(square[j] * widened) + 1e-8f) + decay * weight[j];
        }
    }

    private static double length(float[][][] matrices) {
        double sum = 0;
        for (float[][] matrix : matrices) {
            for (float[] row : matrix) {
                for (float value : row) {
                    sum += value * value;
                }
            }
        }
        return sum;
    }

    static float[][][] like(float[][][] matrices) {
        return Arrays.stream(matrices).map(Adam::like).toArray(float[][][]::new);
    }

    static float[][] like(float[][] matrix) {
        return Arrays.stream(matrix).map(row -> new float[row.length]).toArray(float[][]::new);
    }
}
