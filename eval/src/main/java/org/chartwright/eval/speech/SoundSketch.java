package org.chartwright.eval.speech;

import java.util.Random;
import org.chartwright.audio.AudioStream;

/** A stretch of sound to which tones, noises and melodies are added. Made by arithmetic; the same luck gives the same sound. */
final class SoundSketch {

    static final int RATE = AudioStream.sampleRate();

    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16};

    final Random luck;
    final double[] out;

    SoundSketch(long seed, double seconds) {
        this.luck = new Random(seed);
        this.out = new double[(int) (seconds * RATE)];
    }

    /** Noise through a low pass of one pole. */
    void noise(int from, int length, double level, double share) {
        double slow = 0;
        for (int i = from; i < Math.min(out.length, from + length); i++) {
            slow += share * (luck.nextGaussian() - slow);
            out[i] += level * slow / Math.sqrt(share);
        }
    }

    void waves(double share, double hertz) {
        double slow = 0;
        for (int i = 0; i < out.length; i++) {
            slow += share * (luck.nextGaussian() - slow);
            out[i] += slow * (1.2 + Math.sin(2 * Math.PI * hertz * i / RATE) + 0.7 * Math.sin(2 * Math.PI * 1.7 * hertz * i / RATE));
        }
    }

    /** Short bursts at random, so many a second. */
    void strokes(double often, double seconds, double share) {
        for (int i = 0; i < out.length; i += (int) (RATE * between(0.3, 1.7) / often)) {
            int length = (int) (seconds * RATE);
            double level = between(0.3, 1);
            double slow = 0;
            for (int k = 0; k < 4 * length && i + k < out.length; k++) {
                slow += share * (luck.nextGaussian() - slow);
                out[i + k] += level * slow * Math.exp(-(double) k / length);
            }
        }
    }

    void repeated(double every, double on, java.util.function.Supplier<double[]> hertz) {
        for (int from = 0; from < out.length; from += (int) (every * RATE)) {
            for (double one : hertz.get()) {
                tone(from, (int) (on * RATE), one, new double[] {1}, 0, 0);
            }
        }
    }

    void siren() {
        double phase = 0;
        for (int i = 0; i < out.length; i++) {
            phase += 2 * Math.PI * (900 + 400 * Math.sin(2 * Math.PI * 0.4 * i / RATE)) / RATE;
            out[i] += Math.sin(phase);
        }
    }

    /** Notes of a scale, one after the other or as chords. */
    void melody(double seconds, double[] partials, double fading, double vibrato, int voices) {
        double base = between(110, 330);
        for (int from = 0; from < out.length; from += (int) (seconds * RATE * (luck.nextInt(4) == 0 ? 2 : 1))) {
            int step = luck.nextInt(SCALE.length - 4);
            for (int voice = 0; voice < voices; voice++) {
                double hertz = base * Math.pow(2, SCALE[Math.min(SCALE.length - 1, step + 2 * voice)] / 12.0);
                tone(from, (int) (seconds * RATE * 1.1), hertz, partials, fading, vibrato);
            }
        }
    }

    void tone(int from, int length, double hertz, double[] partials, double fading, double vibrato) {
        double[] phases = new double[partials.length];
        int rise = RATE / 50;
        for (int k = 0; k < length && from + k < out.length; k++) {
            double bend = 1 + 0.006 * Math.sin(2 * Math.PI * vibrato * k / RATE);
            double level = Math.exp(-fading * k / RATE) * Math.min(1, Math.min(k, length - k) / (double) rise);
            for (int p = 0; p < partials.length; p++) {
                phases[p] += 2 * Math.PI * hertz * partials[p] * bend / RATE;
                out[from + k] += partials[p] * hertz < RATE / 2.2 ? level * Math.sin(phases[p]) / (p + 1) : 0;
            }
        }
    }

    void drums() {
        int beat = (int) (RATE * between(0.3, 0.6));
        for (int i = 0, n = 0; i < out.length; i += beat, n++) {
            if (n % 2 == 0) {
                tone(i, RATE / 5, 60, new double[] {1, 1.5}, 20, 0);
            } else {
                noise(i, RATE / 12, 0.8, 0.8);
            }
            noise(i + beat / 2, RATE / 40, 0.3, 1);
        }
    }

    double between(double least, double most) {
        return least + luck.nextDouble() * (most - least);
    }
}
