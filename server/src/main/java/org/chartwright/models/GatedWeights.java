package org.chartwright.models;

/**
 * The weights of a {@link GatedNetwork} but for those of its features.
 *
 * @param forward reads from the start
 * @param backward reads from the end
 * @param fromForward from the forward layer's state to the joint one
 * @param fromBackward from the backward layer's state to the joint one
 * @param jointBias added to both
 * @param output from the joint state to the labels
 * @param outputBias added to that
 */
public record GatedWeights(
        GatedLayer forward,
        GatedLayer backward,
        float[][] fromForward,
        float[][] fromBackward,
        float[] jointBias,
        float[][] output,
        float[] outputBias) {

    /** All of them, in the order of the file. Training changes them in place. */
    public float[][][] all() {
        return new float[][][] {
            forward.input(), forward.recurrent(), {forward.inputBias(), forward.recurrentBias()}, fromForward,
            backward.input(), backward.recurrent(), {backward.inputBias(), backward.recurrentBias()}, fromBackward,
            {jointBias}, output, {outputBias}
        };
    }

    /** All zero, for features of {@code width} numbers, states of {@code size}, joint ones of {@code joint}, and labels. */
    public static GatedWeights zero(int width, int size, int joint, int labels) {
        return new GatedWeights(
                layer(width, size), layer(width, size), new float[size][joint], new float[size][joint], new float[joint],
                new float[joint][labels], new float[labels]);
    }

    private static GatedLayer layer(int width, int size) {
        return new GatedLayer(new float[width][3 * size], new float[size][3 * size], new float[3 * size], new float[3 * size]);
    }
}
