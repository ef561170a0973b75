package org.chartwright.audio;

/**
 * The power spectrum of real signals of one fixed size: every other sample goes into a {@link Spectrum} half as large as
 * what is imaginary there, and the two are told apart afterwards. Not safe for use by two threads.
 */
public final class RealSpectrum {

    private final Spectrum half;
    private final double[] even;
    private final double[] odd;
    private final double[] cos;
    private final double[] sin;

    /** Of that many points, a power of two and at least 2. */
    public RealSpectrum(int size) {
        half = new Spectrum(size / 2);
        even = new double[size / 2];
        odd = new double[size / 2];
        cos = new double[size / 4 + 1];
        sin = new double[size / 4 + 1];
        for (int i = 0; i <= size / 4; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = StrictMath.sin(2 * Math.PI * i / size);
        }
    }

    /**
     * Adds up the squares of both parts at each frequency.
     *
     * @param signal as many samples as there are points
     * @param power where it goes: {@code size / 2 + 1} values
     */
    public void power(double[] signal, double[] power) {
        int points = even.length;
        for (int i = 0; i < points; i++) {
            even[i] = signal[2 * i];
            odd[i] = signal[2 * i + 1];
        }
        half.transform(even, odd);
        for (int k = 0; 2 * k <= points; k++) {
            int mirror = (points - k) & (points - 1);
            double evenReal = (even[k] + even[mirror]) / 2;
            double evenImaginary = (odd[k] - odd[mirror]) / 2;
            double oddReal = (odd[k] + odd[mirror]) / 2;
            double oddImaginary = (even[mirror] - even[k]) / 2;
            double real = oddReal * cos[k] + oddImaginary * sin[k];
            double imaginary = oddImaginary * cos[k] - oddReal * sin[k];
            power[k] = square(evenReal + real) + square(evenImaginary + imaginary);
            power[points - k] = square(evenReal - real) + square(evenImaginary - imaginary);
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
