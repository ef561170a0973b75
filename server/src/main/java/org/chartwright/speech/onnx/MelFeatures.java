package org.chartwright.speech.onnx;

import java.util.Arrays;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.RealSpectrum;

/**
 * Log mel energies as NVIDIA NeMo makes them: windows of 25 ms every 10 ms, centred on their time, 80 bands up to 8 kHz with
 * Slaney's scale and areas. Not safe for use by two threads.
 */
final class MelFeatures {

    /** Values of a frame. */
    static final int BANDS = 80;

    /** From one frame to the next. */
    static final int STEP_MILLIS = 10;

    private static final int STEP = AudioStream.sampleRate() / 1000 * STEP_MILLIS;
    private static final int WINDOW = AudioStream.sampleRate() / 1000 * 25;
    private static final int POINTS = 512;
    private static final double PREEMPHASIS = 0.97;
    private static final double GUARD = Math.pow(2, -24);
    private static final double SMALLEST_DEVIATION = 1e-5;
    private static final double FULL_SCALE = 32768;
    private static final double LINEAR_UP_TO = 1000;
    private static final double HERTZ_A_MEL = 200.0 / 3;
    private static final double MEL_LOG_STEP = StrictMath.log(6.4) / 27;

    private final RealSpectrum spectrum = new RealSpectrum(POINTS);
    private final double[] window = new double[WINDOW];
    private final double[][] filters = new double[BANDS][POINTS / 2 + 1];
    private final double[] signal = new double[POINTS];
    private final double[] power = new double[POINTS / 2 + 1];
    private final boolean normalised;

    /**
     * Prepares the tables.
     *
     * @param normalised whether each band gets mean 0 and deviation 1 over a piece
     */
    MelFeatures(boolean normalised) {
        this.normalised = normalised;
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        double highest = mel(AudioStream.sampleRate() / 2.0);
        for (int band = 0; band < BANDS; band++) {
            double low = hertz(highest * band / (BANDS + 1));
            double middle = hertz(highest * (band + 1) / (BANDS + 1));
            double high = hertz(highest * (band + 2) / (BANDS + 1));
            for (int bin = 0; bin <= POINTS / 2; bin++) {
                double at = (double) bin * AudioStream.sampleRate() / POINTS;
                double side = Math.min((at - low) / (middle - low), (high - at) / (high - middle));
                filters[band][bin] = Math.max(0, side) * 2 / (high - low);
            }
        }
    }

    /** How many frames that many samples give. */
    static int frames(int samples) {
        return samples < STEP ? 0 : samples / STEP + 1;
    }

    /** The energies, band by band: of each band all {@link #frames}. */
    float[] of(short[] samples) {
        int frames = frames(samples.length);
        float[] energies = new float[BANDS * frames];
        for (int frame = 0; frame < frames; frame++) {
            fill(samples, frame * STEP - WINDOW / 2);
            spectrum.power(signal, power);
            for (int band = 0; band < BANDS; band++) {
                double sum = 0;
                for (int bin = 0; bin < power.length; bin++) {
                    sum += filters[band][bin] * power[bin];
                }
                energies[band * frames + frame] = (float) StrictMath.log(sum + GUARD);
            }
        }
        if (normalised) {
            for (int band = 0; band < BANDS; band++) {
                normalise(energies, band * frames, frames);
            }
        }
        return energies;
    }

    private void fill(short[] samples, int start) {
        Arrays.fill(signal, 0);
        for (int i = 0; i < WINDOW; i++) {
            int at = start + i;
            if (at >= 0 && at < samples.length) {
                double before = at == 0 ? 0 : samples[at - 1];
                signal[i] = window[i] * (samples[at] - PREEMPHASIS * before) / FULL_SCALE;
            }
        }
    }

    private static void normalise(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, count - 1)) + SMALLEST_DEVIATION;
        for (int i = from; i < from + count; i++) {
            values[i] = (float) ((values[i] - mean) / deviation);
        }
    }

    private static double mel(double hertz) {
        return hertz < LINEAR_UP_TO
                ? hertz / HERTZ_A_MEL
                : LINEAR_UP_TO / HERTZ_A_MEL + StrictMath.log(hertz / LINEAR_UP_TO) / MEL_LOG_STEP;
    }

    private static double hertz(double mel) {
        double linear = LINEAR_UP_TO / HERTZ_A_MEL;
        return mel < linear ? mel * HERTZ_A_MEL : LINEAR_UP_TO * StrictMath.exp((mel - linear) * MEL_LOG_STEP);
    }
}
