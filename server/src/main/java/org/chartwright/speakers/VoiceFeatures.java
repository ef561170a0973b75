package org.chartwright.speakers;

import java.util.Arrays;
import org.chartwright.audio.Spectrum;

/**
 * What one hears of a voice fifty times a second: the shape of its spectrum (mel cepstra), how loud it is, and
 * how high. Frames of 32 ms every 20 ms. Not safe for use by two threads.
 */
final class VoiceFeatures {

    /** Cepstral coefficients of a frame. */
    static final int CEPSTRA = 19;
    /** Values of a frame: the cepstra, the level in natural-log units, the log of the pitch in Hz or 0. */
    static final int WIDTH = CEPSTRA + 2;

    static final int LEVEL = CEPSTRA;
    static final int PITCH = CEPSTRA + 1;
    static final int STEP = 320;
    static final int FRAME = 512;

    private static final int RATE = 16_000;
    private static final int POINTS = 1024;
    private static final int FILTERS = 28;
    private static final double LOWEST_HZ = 80;
    private static final double HIGHEST_HZ = 7600;
    private static final double PREEMPHASIS = 0.97;
    /** Autocorrelation is taken of what lies below 2 kHz: that is a signal of 4 kHz. */
    private static final int PITCH_POINTS = 256;

    private static final int PITCH_RATE = 4000;
    private static final int SHORTEST_LAG = PITCH_RATE / 400;
    private static final int LONGEST_LAG = PITCH_RATE / 65;
    private static final double VOICED = 0.45;

    private final Spectrum spectrum = new Spectrum(POINTS);
    private final Spectrum inverse = new Spectrum(PITCH_POINTS);
    private final double[] window = new double[FRAME];
    private final double[] windowCorrelation;
    private final int[] filterStart = new int[FILTERS];
    private final double[][] filters = new double[FILTERS][];
    private final double[][] cosines = new double[CEPSTRA + 1][FILTERS];
    private final double[] first = new double[POINTS];
    private final double[] second = new double[POINTS];
    private final double[][] powers = new double[2][POINTS / 2 + 1];
    private final double[] logEnergies = new double[FILTERS];
    private final double[] real = new double[PITCH_POINTS];
    private final double[] imaginary = new double[PITCH_POINTS];

    VoiceFeatures() {
        for (int i = 0; i < FRAME; i++) {
            window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (FRAME - 1));
        }
        double low = mel(LOWEST_HZ);
        double high = mel(HIGHEST_HZ);
        for (int f = 0; f < FILTERS; f++) {
            filters[f] = triangle(f, low, (high - low) / (FILTERS + 1));
        }
        for (int c = 0; c <= CEPSTRA; c++) {
            for (int f = 0; f < FILTERS; f++) {
                cosines[c][f] = Math.sqrt((c == 0 ? 1.0 : 2.0) / FILTERS) * Math.cos(Math.PI * c * (f + 0.5) / FILTERS);
            }
        }
        windowCorrelation = windowCorrelation();
    }

    /** How many whole frames that many samples give. */
    static int frames(int samples) {
        return samples < FRAME ? 0 : 1 + (samples - FRAME) / STEP;
    }

    /** The features of all whole frames, {@link #WIDTH} values each, one frame after the other. */
    float[] of(short[] samples) {
        int count = frames(samples.length);
        float[] features = new float[count * WIDTH];
        for (int frame = 0; frame < count; frame += 2) {
            fill(first, samples, frame * STEP);
            if (frame + 1 < count) {
                fill(second, samples, (frame + 1) * STEP);
            } else {
                Arrays.fill(second, 0);
            }
            spectrum.powers(first, second, powers);
            describe(powers[0], features, frame * WIDTH);
            if (frame + 1 < count) {
                describe(powers[1], features, (frame + 1) * WIDTH);
            }
        }
        return features;
    }

    private void fill(double[] target, short[] samples, int start) {
        double before = start == 0 ? samples[0] : samples[start - 1];
        for (int i = 0; i < FRAME; i++) {
            double sample = samples[start + i];
            target[i] = (sample - PREEMPHASIS * before) * window[i];
            before = sample;
        }
        Arrays.fill(target, FRAME, POINTS, 0);
    }

    private void describe(double[] power, float[] features, int at) {
        double total = 0;
        for (int f = 0; f < FILTERS; f++) {
            double sum = 0;
            double[] weights = filters[f];
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * power[filterStart[f] + i];
            }
            total += sum;
            // The floor is about one unit of a 16-bit sample: digital silence is no shape at all.
            logEnergies[f] = Math.log(sum + 100);
        }
        for (int c = 1; c <= CEPSTRA; c++) {
            double sum = 0;
            for (int f = 0; f < FILTERS; f++) {
                sum += cosines[c][f] * logEnergies[f];
            }
            features[at + c - 1] = (float) sum;
        }
        features[at + LEVEL] = (float) Math.log(total + 1000);
        features[at + PITCH] = (float) logPitch(power);
    }

    /** The pitch by the highest peak of the autocorrelation, corrected for the window; 0 where nothing is voiced. */
    private double logPitch(double[] power) {
        Arrays.fill(imaginary, 0);
        real[PITCH_POINTS / 2] = 0;
        for (int k = 0; k < PITCH_POINTS / 2; k++) {
            real[k] = power[k];
            if (k > 0) {
                real[PITCH_POINTS - k] = power[k];
            }
        }
        inverse.transform(real, imaginary);
        if (real[0] <= 0) {
            return 0;
        }
        int best = 0;
        double height = 0;
        for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
            double value = correlation(lag);
            // A small handicap for long lags, or every second period would win by chance.
            if (value - 0.004 * lag > height && value >= correlation(lag - 1) && value >= correlation(lag + 1)) {
                height = value - 0.004 * lag;
                best = lag;
            }
        }
        if (height < VOICED) {
            return 0;
        }
        double left = correlation(best - 1);
        double middle = correlation(best);
        double right = correlation(best + 1);
        double curve = left - 2 * middle + right;
        double offset = curve < 0 ? Math.clamp(0.5 * (left - right) / curve, -0.5, 0.5) : 0;
        return Math.log(PITCH_RATE / (best + offset));
    }

    private double correlation(int lag) {
        return real[lag] / real[0] / windowCorrelation[lag];
    }

    /** The autocorrelation of the window itself: what a steady tone loses by the lag. */
    private double[] windowCorrelation() {
        double[] result = new double[LONGEST_LAG + 2];
        for (int lag = 0; lag < result.length; lag++) {
            int shift = lag * RATE / PITCH_RATE;
            for (int i = 0; i + shift < FRAME; i++) {
                result[lag] += window[i] * window[i + shift];
            }
        }
        for (int lag = result.length - 1; lag >= 0; lag--) {
            result[lag] /= result[0];
        }
        return result;
    }

    private double[] triangle(int filter, double low, double width) {
        double from = hertz(low + filter * width);
        double centre = hertz(low + (filter + 1) * width);
        double to = hertz(low + (filter + 2) * width);
        double perBin = (double) RATE / POINTS;
        int start = (int) Math.ceil(from / perBin);
        int end = (int) Math.floor(to / perBin);
        filterStart[filter] = start;
        double[] weights = new double[end - start + 1];
        for (int i = 0; i < weights.length; i++) {
            double at = (start + i) * perBin;
            weights[i] = at <= centre ? (at - from) / (centre - from) : (to - at) / (to - centre);
        }
        return weights;
    }

    private static double mel(double hertz) {
        return 1127 * Math.log1p(hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * Math.expm1(mel / 1127);
    }
}
