package org.chartwright.eval.speech;

/** Convolution of a recording with an impulse response, by Fourier transforms of blocks. */
final class Convolution {

    private final int size;
    private final int taps;
    private final double[] responseReal;
    private final double[] responseImaginary;

    Convolution(double[] response) {
        taps = response.length;
        size = Integer.highestOneBit(Math.max(2, taps)) * 4;
        responseReal = java.util.Arrays.copyOf(response, size);
        responseImaginary = new double[size];
        transform(responseReal, responseImaginary, false);
    }

    /** The first {@code samples.length} samples of the convolution. */
    double[] of(double[] samples) {
        double[] out = new double[samples.length];
        int step = size - taps;
        for (int from = 0; from < samples.length; from += step) {
            double[] real = new double[size];
            double[] imaginary = new double[size];
            System.arraycopy(samples, from, real, 0, Math.min(step, samples.length - from));
            transform(real, imaginary, false);
            for (int i = 0; i < size; i++) {
                double re = real[i] * responseReal[i] - imaginary[i] * responseImaginary[i];
                imaginary[i] = real[i] * responseImaginary[i] + imaginary[i] * responseReal[i];
                real[i] = re;
            }
            transform(real, imaginary, true);
            for (int i = 0; i < size && from + i < out.length; i++) {
                out[from + i] += real[i] / size;
            }
        }
        return out;
    }

    /** In place; the backward transform is not divided by the size. */
    private static void transform(double[] real, double[] imaginary, boolean back) {
        int size = real.length;
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> (32 - bits);
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < size; half *= 2) {
            double angle = (back ? Math.PI : -Math.PI) / half;
            for (int k = 0; k < half; k++) {
                double cosine = StrictMath.cos(angle * k);
                double sine = StrictMath.sin(angle * k);
                for (int a = k; a < size; a += 2 * half) {
                    int b = a + half;
                    double re = real[b] * cosine - imaginary[b] * sine;
                    double im = real[b] * sine + imaginary[b] * cosine;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
