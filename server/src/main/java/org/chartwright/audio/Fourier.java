package org.chartwright.audio;

import java.util.Arrays;

/** The power spectrum of a short stretch of real samples. One thread at a time: it works in its own arrays. */
final class Fourier {

    private final int size;
    private final double[] cosines;
    private final double[] sines;
    private final double[] real;
    private final double[] imaginary;

    /** A transform of that many points, a power of two. */
    Fourier(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + size);
        }
        this.size = size;
        cosines = new double[size / 2];
        sines = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = StrictMath.cos(2 * Math.PI * i / size);
            sines[i] = -StrictMath.sin(2 * Math.PI * i / size);
        }
        real = new double[size];
        imaginary = new double[size];
    }

    /**
     * Computes squared magnitudes.
     *
     * @param windowed samples already weighted by a window, at most as many as the size; the rest counts as zero
     * @param power receives size / 2 + 1 values
     */
    void power(double[] windowed, double[] power) {
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            real[Integer.reverse(i) >>> (32 - bits)] = i < windowed.length ? windowed[i] : 0;
        }
        Arrays.fill(imaginary, 0);
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(start + k, start + k + half, k * step);
                }
            }
        }
        for (int i = 0; i <= size / 2; i++) {
            power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }

    private void butterfly(int a, int b, int twiddle) {
        double re = real[b] * cosines[twiddle] - imaginary[b] * sines[twiddle];
        double im = real[b] * sines[twiddle] + imaginary[b] * cosines[twiddle];
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
    }
}
