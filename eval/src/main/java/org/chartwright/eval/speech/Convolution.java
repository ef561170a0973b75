package org.chartwright.eval.speech;

import org.chartwright.audio.Spectrum;

/** Convolution of a recording with an impulse response, by Fourier transforms of blocks. */
final class Convolution {

    private final int size;
    private final int taps;
    private final Spectrum spectrum;
    private final double[] responseReal;
    private final double[] responseImaginary;

    Convolution(double[] response) {
        taps = response.length;
        size = Integer.highestOneBit(Math.max(2, taps)) * 4;
        spectrum = new Spectrum(size);
        responseReal = java.util.Arrays.copyOf(response, size);
        responseImaginary = new double[size];
        spectrum.transform(responseReal, responseImaginary);
    }

    /** The first {@code samples.length} samples of the convolution. */
    double[] of(double[] samples) {
        double[] out = new double[samples.length];
        int step = size - taps;
        for (int from = 0; from < samples.length; from += step) {
            double[] real = new double[size];
            double[] imaginary = new double[size];
            System.arraycopy(samples, from, real, 0, Math.min(step, samples.length - from));
            spectrum.transform(real, imaginary);
            for (int i = 0; i < size; i++) {
                double re = real[i] * responseReal[i] - imaginary[i] * responseImaginary[i];
                imaginary[i] = real[i] * responseImaginary[i] + imaginary[i] * responseReal[i];
                real[i] = re;
            }
            spectrum.transform(imaginary, real);
            for (int i = 0; i < size && from + i < out.length; i++) {
                out[from + i] += real[i] / size;
            }
        }
        return out;
    }
}
