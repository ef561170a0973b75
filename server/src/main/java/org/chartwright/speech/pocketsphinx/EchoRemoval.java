package org.chartwright.speech.pocketsphinx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartwright.audio.Spectrum;

/**
 * Takes the late echoes of a room out of a piece of speech: in each band of frequencies, what can be predicted from the
 * band's own past more than {@value #DELAY} frames ago is echo, as speech itself changes faster. The prediction weighs each
 * frame by how little speech there is in it (weighted prediction error; Nakatani et al. 2010). Nothing is learned; a dry
 * piece comes out all but unchanged. Immutable; any number of threads.
 */
final class EchoRemoval {

    private static final int WINDOW = 512;
    private static final int HOP = 256;
    private static final int BANDS = WINDOW / 2 + 1;
    private static final int TAPS = 6;
    private static final int DELAY = 2;
    private static final int ROUNDS = 2;

    /** Shorter pieces, in frames, say too little about the room. */
    private static final int FEWEST_FRAMES = 40;

    private static final double LEAST_POWER = 1e-4;
    private static final double LOADING = 1e-6;

    /** Where less than this share of a piece is echo, taking it out costs more than it brings. */
    private static final double WORTH_IT = 0.015;

    /** Where somebody waits for the words, less than this share is left in: it loses nothing that is worth hearing again for. */
    private static final double WORTH_WAITING = 0.04;

    private final double[] window = new double[WINDOW];

    EchoRemoval() {
        for (int i = 0; i < WINDOW; i++) {
            window[i] = StrictMath.sqrt(0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / WINDOW));
        }
    }

    /** The piece without late echoes; not changed where it is too short. */
    short[] dry(short[] samples) {
        return dry(samples, 0);
    }

    /** The piece without late echoes where there are enough of them to matter, else as it is. */
    short[] driedWhereItEchoes(short[] samples) {
        return dry(samples, WORTH_IT);
    }

    /**
     * The piece without late echoes where there are so many of them that it is worth hearing again what was heard with them
     * while it was said, else as it is.
     */
    short[] driedWhereWorthWaiting(short[] samples) {
        return dry(samples, WORTH_WAITING);
    }

    private short[] dry(short[] samples, double worthIt) {
        int frames = samples.length / HOP + 2;
        if (frames < FEWEST_FRAMES) {
            return samples;
        }
        double[][] real = new double[BANDS][frames];
        double[][] imaginary = new double[BANDS][frames];
        Spectrum spectrum = new Spectrum(WINDOW);
        analyse(spectrum, samples, real, imaginary);
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            bands.add(new Band(real[band], imaginary[band]));
        }
        bands.forEach(Band::dry);
        double heard = bands.stream().mapToDouble(Band::heardPower).sum();
        double echoes = bands.stream().mapToDouble(Band::echoPower).sum();
        if (echoes < worthIt * heard) {
            return samples;
        }
        for (int round = 1; round < ROUNDS; round++) {
            bands.forEach(Band::dry);
        }
        return synthesise(spectrum, samples.length, real, imaginary);
    }

    private void analyse(Spectrum spectrum, short[] samples, double[][] real, double[][] imaginary) {
        double[] re = new double[WINDOW];
        double[] im = new double[WINDOW];
        for (int frame = 0; frame < real[0].length; frame++) {
            int from = (frame - 1) * HOP;
            for (int i = 0; i < WINDOW; i++) {
                int at = from + i;
                re[i] = at >= 0 && at < samples.length ? samples[at] * window[i] : 0;
            }
            Arrays.fill(im, 0);
            spectrum.transform(re, im);
            for (int band = 0; band < BANDS; band++) {
                real[band][frame] = re[band];
                imaginary[band][frame] = im[band];
            }
        }
    }

    private short[] synthesise(Spectrum spectrum, int length, double[][] real, double[][] imaginary) {
        double[] sum = new double[length];
        double[] re = new double[WINDOW];
        double[] im = new double[WINDOW];
        for (int frame = 0; frame < real[0].length; frame++) {
            for (int band = 0; band < BANDS; band++) {
                re[band] = real[band][frame];
                im[band] = imaginary[band][frame];
                if (band > 0 && band < WINDOW / 2) {
                    re[WINDOW - band] = re[band];
                    im[WINDOW - band] = -im[band];
                }
            }
            spectrum.transform(im, re);
            int from = (frame - 1) * HOP;
            for (int i = Math.max(0, -from); i < Math.min(WINDOW, length - from); i++) {
                sum[from + i] += re[i] / WINDOW * window[i];
            }
        }
        short[] dry = new short[length];
        for (int i = 0; i < length; i++) {
            dry[i] = (short) Math.clamp(Math.round(sum[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return dry;
    }

    /** One band of frequencies: what was heard in it, and what is left of that. */
    private static final class Band {

        private final double[] heardReal;
        private final double[] heardImaginary;
        private final double[] real;
        private final double[] imaginary;
        private final double[] weights;

        /** The arrays are changed in place. */
        Band(double[] real, double[] imaginary) {
            this.real = real;
            this.imaginary = imaginary;
            this.heardReal = real.clone();
            this.heardImaginary = imaginary.clone();
            this.weights = new double[real.length];
        }

        /** Once more, with what is known of the speech by now. */
        void dry() {
            weigh();
            Hermitian echo = new Hermitian(TAPS);
            for (int i = 0; i < TAPS; i++) {
                for (int j = 0; j <= i; j++) {
                    correlate(DELAY + i, DELAY + j, echo.matrix(), i, j);
                }
                correlate(DELAY + i, 0, echo.wanted(), i, 0);
            }
            subtract(echo.solve(LOADING));
        }

        double heardPower() {
            double sum = 0;
            for (int t = 0; t < real.length; t++) {
                sum += heardReal[t] * heardReal[t] + heardImaginary[t] * heardImaginary[t];
            }
            return sum;
        }

        /** Of what was taken out. */
        double echoPower() {
            double sum = 0;
            for (int t = 0; t < real.length; t++) {
                double re = heardReal[t] - real[t];
                double im = heardImaginary[t] - imaginary[t];
                sum += re * re + im * im;
            }
            return sum;
        }

        /** The less speech, the more a frame says about the room. */
        private void weigh() {
            int frames = real.length;
            double[] power = new double[frames];
            double mean = 0;
            for (int t = 0; t < frames; t++) {
                power[t] = real[t] * real[t] + imaginary[t] * imaginary[t];
                mean += power[t] / frames;
            }
            for (int t = 0; t < frames; t++) {
                double before = power[Math.max(0, t - 1)];
                double after = power[Math.min(frames - 1, t + 1)];
                weights[t] = 1 / (Math.max((before + power[t] + after) / 3, LEAST_POWER * mean) + LEAST_POWER);
            }
        }

        /** The weighted correlation of the band with itself, one of the two taken so many frames later than the other. */
        private void correlate(int late, int early, double[][][] into, int row, int column) {
            double re = 0;
            double im = 0;
            for (int t = Math.max(late, early); t < weights.length; t++) {
                double ar = heardReal[t - late];
                double ai = heardImaginary[t - late];
                double br = heardReal[t - early];
                double bi = heardImaginary[t - early];
                re += weights[t] * (ar * br + ai * bi);
                im += weights[t] * (ar * bi - ai * br);
            }
            into[row][column][0] = re;
            into[row][column][1] = im;
        }

        private void subtract(double[][] filter) {
            for (int t = 0; t < real.length; t++) {
                double re = heardReal[t];
                double im = heardImaginary[t];
                for (int k = 0; k < TAPS && t - DELAY - k >= 0; k++) {
                    double pastReal = heardReal[t - DELAY - k];
                    double pastImaginary = heardImaginary[t - DELAY - k];
                    re -= filter[k][0] * pastReal - filter[k][1] * pastImaginary;
                    im -= filter[k][0] * pastImaginary + filter[k][1] * pastReal;
                }
                real[t] = re;
                imaginary[t] = im;
            }
        }
    }
}
