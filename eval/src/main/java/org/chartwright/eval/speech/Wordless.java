package org.chartwright.eval.speech;

import java.util.Random;
import org.chartwright.audio.AudioStream;

/**
 * Sound in which nobody speaks: what a microphone hears before, after and between visits. Made by arithmetic; the same
 * number gives the same sound.
 */
final class Wordless {

    private static final int RATE = AudioStream.sampleRate();
    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16};
    private static final double[] HARMONIC = {1, 2, 3, 4, 5, 6};
    private static final double[] BELL = {1, 2.76, 5.4, 8.93};

    private final Random luck;
    private final double[] out;

    /** What there is. */
    enum Kind {
        SILENCE, DITHER, HUM, HISS, RUMBLE, WIND, RAIN, FAN, TYPING, STEPS, MONITOR, TELEPHONE_RINGS, DIALLING, SIREN,
        PIANO, ORGAN, GUITAR, DRUMS, BELLS, BAND, VIOLIN, FLUTE, TRUMPET, MUSIC_BOX, VACUUM
    }

    private Wordless(long seed, double seconds) {
        this.luck = new Random(seed);
        this.out = new double[(int) (seconds * RATE)];
    }

    /** One of them. */
    static Kind kind(int number) {
        return Kind.values()[number % Kind.values().length];
    }

    /** Half a minute of it. */
    static short[] sound(int number) {
        Wordless made = new Wordless(90_000 + number, 20 + number % 3 * 5);
        made.make(kind(number));
        double level = kind(number) == Kind.SILENCE ? 0 : kind(number) == Kind.DITHER ? 1 : 12_000 * Math.pow(10, -made.between(0, 25) / 20);
        return Surroundings.levelled(made.out, level);
    }

    private void make(Kind kind) {
        switch (kind) {
            case SILENCE -> {}
            case DITHER, HISS -> noise(0, out.length, 1, 1);
            case HUM -> tone(0, out.length, luck.nextBoolean() ? 50 : 60, HARMONIC, 0, 0);
            case RUMBLE -> noise(0, out.length, 1, 0.03);
            case WIND -> waves(0.08, 0.3);
            case RAIN -> {
                noise(0, out.length, 0.3, 0.7);
                strokes(40, 0.004, 1);
            }
            case FAN, VACUUM -> {
                noise(0, out.length, 1, kind == Kind.FAN ? 0.1 : 0.5);
                tone(0, out.length, between(80, 240), HARMONIC, 0, 0);
            }
            case TYPING -> strokes(6, 0.02, 1);
            case STEPS -> strokes(1.8, 0.08, 0.1);
            case MONITOR -> repeated(between(0.6, 1.1), 0.12, () -> new double[] {880, 960});
            case TELEPHONE_RINGS -> repeated(3, 1.2, () -> new double[] {440, 480});
            case DIALLING -> repeated(0.3, 0.15, () -> new double[] {
                new double[] {697, 770, 852, 941}[luck.nextInt(4)], new double[] {1209, 1336, 1477}[luck.nextInt(3)]
            });
            case SIREN -> siren();
            case PIANO -> melody(0.35, HARMONIC, 3, 0, 2);
            case MUSIC_BOX -> melody(0.25, BELL, 4, 0, 1);
            case ORGAN -> melody(1.2, HARMONIC, 0.2, 0, 3);
            case GUITAR -> melody(0.3, HARMONIC, 5, 0, 1);
            case BELLS -> melody(1.5, BELL, 1.5, 0, 1);
            case VIOLIN -> melody(0.7, HARMONIC, 0.3, 6, 1);
            case FLUTE -> melody(0.6, new double[] {1, 2}, 0.3, 5, 1);
            case TRUMPET -> melody(0.4, HARMONIC, 0.6, 0, 1);
            case DRUMS -> drums();
            case BAND -> {
                drums();
                melody(0.3, HARMONIC, 3, 0, 2);
                melody(1.2, HARMONIC, 0.3, 5, 1);
            }
        }
    }

    /** Noise through a low pass of one pole. */
    private void noise(int from, int length, double level, double share) {
        double slow = 0;
        for (int i = from; i < Math.min(out.length, from + length); i++) {
            slow += share * (luck.nextGaussian() - slow);
            out[i] += level * slow / Math.sqrt(share);
        }
    }

    private void waves(double share, double hertz) {
        double slow = 0;
        for (int i = 0; i < out.length; i++) {
            slow += share * (luck.nextGaussian() - slow);
            out[i] += slow * (1.2 + Math.sin(2 * Math.PI * hertz * i / RATE) + 0.7 * Math.sin(2 * Math.PI * 1.7 * hertz * i / RATE));
        }
    }

    /** Short bursts at random, so many a second. */
    private void strokes(double often, double seconds, double share) {
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

    private void repeated(double every, double on, java.util.function.Supplier<double[]> hertz) {
        for (int from = 0; from < out.length; from += (int) (every * RATE)) {
            for (double one : hertz.get()) {
                tone(from, (int) (on * RATE), one, new double[] {1}, 0, 0);
            }
        }
    }

    private void siren() {
        double phase = 0;
        for (int i = 0; i < out.length; i++) {
            phase += 2 * Math.PI * (900 + 400 * Math.sin(2 * Math.PI * 0.4 * i / RATE)) / RATE;
            out[i] += Math.sin(phase);
        }
    }

    /** Notes of a scale, one after the other or as chords. */
    private void melody(double seconds, double[] partials, double fading, double vibrato, int voices) {
        double base = between(110, 330);
        for (int from = 0; from < out.length; from += (int) (seconds * RATE * (luck.nextInt(4) == 0 ? 2 : 1))) {
            int step = luck.nextInt(SCALE.length - 4);
            for (int voice = 0; voice < voices; voice++) {
                double hertz = base * Math.pow(2, SCALE[Math.min(SCALE.length - 1, step + 2 * voice)] / 12.0);
                tone(from, (int) (seconds * RATE * 1.1), hertz, partials, fading, vibrato);
            }
        }
    }

    private void tone(int from, int length, double hertz, double[] partials, double fading, double vibrato) {
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

    private void drums() {
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

    private double between(double least, double most) {
        return least + luck.nextDouble() * (most - least);
    }
}
