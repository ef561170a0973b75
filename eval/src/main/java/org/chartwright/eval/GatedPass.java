package org.chartwright.eval;

import java.util.Arrays;
import java.util.Random;
import org.chartwright.models.GatedLayer;
import org.chartwright.models.GatedNetwork;
import org.chartwright.models.GatedWeights;
import org.chartwright.models.Rows;

/**
 * Learns from one sequence at a time: reads it with dropout, compares with the answers, and adds to the gradients what each
 * weight had to do with it.
 */
final class GatedPass {

    private static final float DROP_INPUT = 0.2f;

    private final float[][] rows;
    private final GatedWeights weights;
    private final float drop;
    private final double dropFirst;
    private final Random luck;
    private final Gradients gradients;
    private GatedWeights turned;

    /** What the loss would grow by; {@code touched} says which rows have any. */
    record Gradients(GatedWeights weights, float[][] rows, boolean[] touched) {}

    GatedPass(float[][] rows, GatedWeights weights, double drop, double dropFirst, Random luck) {
        this.rows = rows;
        this.weights = weights;
        this.drop = (float) drop;
        this.dropFirst = dropFirst;
        this.luck = luck;
        this.gradients = new Gradients(
                GatedWeights.zero(
                        weights.forward().input().length, weights.forward().size(), weights.jointBias().length,
                        weights.outputBias().length),
                Adam.like(rows), new boolean[rows.length]);
        this.turned = turned(weights);
    }

    Gradients gradients() {
        return gradients;
    }

    /** To be called when the weights were changed. */
    void weightsChanged() {
        turned = turned(weights);
    }

    /** Adds what a sequence teaches to the gradients. */
    void learn(int[][] features, int[] answers) {
        int places = features.length;
        int[][] seen = thinned(features);
        int width = weights.forward().input().length;
        float[][] inputMask = mask(places, width, DROP_INPUT);
        float[][] sequence = new float[places][width];
        for (int place = 0; place < places; place++) {
            for (int feature : seen[place]) {
                Rows.add(sequence[place], 1, rows[feature]);
            }
            multiply(sequence[place], inputMask[place]);
        }
        GatedLayer.Trace before = weights.forward().read(product(sequence, weights.forward().input()), false);
        GatedLayer.Trace after = weights.backward().read(product(sequence, weights.backward().input()), true);
        float[][] beforeMask = mask(places, weights.forward().size(), drop);
        float[][] afterMask = mask(places, weights.backward().size(), drop);
        float[][] past = masked(before.state(), beforeMask);
        float[][] future = masked(after.state(), afterMask);
        // The gap after a place looks back from the next one; behind the last there is nothing.
        float[][] next = new float[places][];
        for (int place = 0; place < places; place++) {
            next[place] = place + 1 < places ? future[place + 1] : new float[weights.backward().size()];
        }
        float[][] back = judge(past, next, answers, places);
        float[][] pastError = product(back, turned.fromForward());
        float[][] nextError = product(back, turned.fromBackward());
        float[][] futureError = new float[places][weights.backward().size()];
        System.arraycopy(nextError, 0, futureError, 1, places - 1);
        float[][] inputError = new float[places][width];
        through(sequence, before, masked(pastError, beforeMask), false, inputError);
        through(sequence, after, masked(futureError, afterMask), true, inputError);
        for (int place = 0; place < places; place++) {
            multiply(inputError[place], inputMask[place]);
            for (int feature : seen[place]) {
                Rows.add(gradients.rows()[feature], 1, inputError[place]);
                gradients.touched()[feature] = true;
            }
        }
    }

    /** The joint state and the labels: answers the error at the joint state's sums. */
    private float[][] judge(float[][] past, float[][] next, int[] answers, int places) {
        int size = weights.jointBias().length;
        float[][] mask = mask(places, size, drop);
        float[][] kept = new float[places][];
        float[][] error = new float[places][];
        float[][] back = new float[places][];
        for (int place = 0; place < places; place++) {
            float[] joint = weights.jointBias().clone();
            Rows.addProduct(joint, past[place], weights.fromForward());
            Rows.addProduct(joint, next[place], weights.fromBackward());
            for (int j = 0; j < size; j++) {
                joint[j] = Rows.tanh(joint[j]);
            }
            kept[place] = joint.clone();
            multiply(kept[place], mask[place]);
            float[] scores = weights.outputBias().clone();
            Rows.addProduct(scores, kept[place], weights.output());
            double[] given = GatedNetwork.shares(scores);
            error[place] = new float[scores.length];
            for (int label = 0; label < scores.length; label++) {
                error[place][label] = (float) given[label] - (label == answers[place] ? 1 : 0);
            }
            back[place] = new float[size];
            Rows.addProduct(back[place], error[place], turned.output());
            for (int j = 0; j < size; j++) {
                back[place][j] *= mask[place][j] * (1 - joint[j] * joint[j]);
            }
            Rows.add(gradients.weights().outputBias(), 1, error[place]);
            Rows.add(gradients.weights().jointBias(), 1, back[place]);
        }
        addOuter(gradients.weights().output(), kept, error);
        addOuter(gradients.weights().fromForward(), past, back);
        addOuter(gradients.weights().fromBackward(), next, back);
        return back;
    }

    /** Back through time in one layer. */
    private void through(float[][] sequence, GatedLayer.Trace trace, float[][] error, boolean backwards, float[][] inputError) {
        GatedLayer transposed = backwards ? turned.backward() : turned.forward();
        GatedLayer gradient = backwards ? gradients.weights().backward() : gradients.weights().forward();
        int size = trace.state()[0].length;
        int places = sequence.length;
        float[][] fromInput = new float[places][3 * size];
        float[][] fromState = new float[places][3 * size];
        float[][] befores = new float[places][];
        float[] carried = new float[size];
        for (int step = places - 1; step >= 0; step--) {
            int place = backwards ? places - 1 - step : step;
            float[] before = step == 0 ? new float[size] : trace.state()[backwards ? place + 1 : place - 1];
            befores[place] = before;
            float[] carry = new float[size];
            for (int j = 0; j < size; j++) {
                float keep = trace.keep()[place][j];
                float reset = trace.reset()[place][j];
                float candidate = trace.candidate()[place][j];
                float all = error[place][j] + carried[j];
                float toCandidate = all * (1 - keep) * (1 - candidate * candidate);
                float toKeep = all * (before[j] - candidate) * keep * (1 - keep);
                float toReset = toCandidate * trace.remembered()[place][j] * reset * (1 - reset);
                fromInput[place][j] = toKeep;
                fromInput[place][size + j] = toReset;
                fromInput[place][2 * size + j] = toCandidate;
                fromState[place][j] = toKeep;
                fromState[place][size + j] = toReset;
                fromState[place][2 * size + j] = toCandidate * reset;
                carry[j] = all * keep;
            }
            Rows.addProduct(carry, fromState[place], transposed.recurrent());
            carried = carry;
            Rows.addProduct(inputError[place], fromInput[place], transposed.input());
            Rows.add(gradient.inputBias(), 1, fromInput[place]);
            Rows.add(gradient.recurrentBias(), 1, fromState[place]);
        }
        addOuter(gradient.input(), sequence, fromInput);
        addOuter(gradient.recurrent(), befores, fromState);
    }

    private int[][] thinned(int[][] features) {
        int[][] seen = features.clone();
        for (int place = 0; place < seen.length; place++) {
            if (seen[place].length > 1 && luck.nextDouble() < dropFirst) {
                seen[place] = Arrays.copyOfRange(seen[place], 1, seen[place].length);
            }
        }
        return seen;
    }

    /** Zero for what is dropped; what stays counts more, so that the sum stays what it was. */
    private float[][] mask(int places, int size, float share) {
        float[][] mask = new float[places][size];
        for (float[] row : mask) {
            for (int j = 0; j < size; j++) {
                row[j] = luck.nextFloat() < share ? 0 : 1 / (1 - share);
            }
        }
        return mask;
    }

    private static float[][] masked(float[][] values, float[][] mask) {
        float[][] result = new float[values.length][];
        for (int place = 0; place < values.length; place++) {
            result[place] = values[place].clone();
            multiply(result[place], mask[place]);
        }
        return result;
    }

    private static void multiply(float[] values, float[] factors) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factors[j];
        }
    }

    private static float[][] product(float[][] values, float[][] matrix) {
        float[][] result = new float[values.length][matrix[0].length];
        for (int place = 0; place < values.length; place++) {
            Rows.addProduct(result[place], values[place], matrix);
        }
        return result;
    }

    /** Adds each place's left values times its right ones. */
    private static void addOuter(float[][] sum, float[][] left, float[][] right) {
        for (int i = 0; i < sum.length; i++) {
            int place = 0;
            for (; place + 3 < left.length; place += 4) {
                Rows.addFour(sum[i], left[place][i], right[place], left[place + 1][i], right[place + 1],
                        left[place + 2][i], right[place + 2], left[place + 3][i], right[place + 3]);
            }
            for (; place < left.length; place++) {
                Rows.add(sum[i], left[place][i], right[place]);
            }
        }
    }

    private static GatedWeights turned(GatedWeights weights) {
        return new GatedWeights(turned(weights.forward()), turned(weights.backward()), turned(weights.fromForward()),
                turned(weights.fromBackward()), weights.jointBias(), turned(weights.output()), weights.outputBias());
    }

    private static GatedLayer turned(GatedLayer layer) {
        return new GatedLayer(turned(layer.input()), turned(layer.recurrent()), layer.inputBias(), layer.recurrentBias());
    }

    private static float[][] turned(float[][] matrix) {
        float[][] turned = new float[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }
}
