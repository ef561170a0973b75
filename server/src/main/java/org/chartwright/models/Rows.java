package org.chartwright.models;

/**
 * Arithmetic on matrices of single precision that are kept row by row, written so that the compiler makes vector
 * instructions of it. Sums are taken in one order whatever the machine, so the same numbers give the same bits everywhere.
 */
public final class Rows {

    /** So far from zero the hyperbolic tangent is one in single precision, and the fraction below no longer holds. */
    private static final float SATURATED = 4.97f;

    private Rows() {}

    /** Adds {@code vector} times the matrix to {@code sum}: {@code sum[j] += vector[i] * rows[i][j]}. */
    public static void addProduct(float[] sum, float[] vector, float[][] rows) {
        int i = 0;
        for (; i + 3 < vector.length; i += 4) {
            addFour(sum, vector[i], rows[i], vector[i + 1], rows[i + 1], vector[i + 2], rows[i + 2], vector[i + 3], rows[i + 3]);
        }
        for (; i < vector.length; i++) {
            add(sum, vector[i], rows[i]);
        }
    }

    /** Adds {@code factor} times a row of the same length. */
    public static void add(float[] sum, float factor, float[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * row[j];
        }
    }

    /** Adds four rows at once, as the sum is then read and written once instead of four times. */
    @SuppressWarnings("TooManyParameters") // four pairs
    public static void addFour(
            float[] sum, float a, float[] first, float b, float[] second, float c, float[] third, float d, float[] fourth) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
        }
    }

    /** The hyperbolic tangent by a continued fraction, right to four digits, at a tenth of the library's cost. */
    public static float tanh(float x) {
        if (x > SATURATED) {
            return 1;
        }
        if (x < -SATURATED) {
            return -1;
        }
        float s = x * x;
        return x * (135135f + s * (17325f + s * (378f + s))) / (135135f + s * (62370f + s * (3150f + s * 28f)));
    }

    /** The logistic function. */
    public static float logistic(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }
}
