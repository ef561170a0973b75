package org.chartwright.eval.speech;

import java.util.Arrays;
import java.util.Random;

/**
 * Sounds in which nobody speaks, of instruments, bands, alarms, birds, doors and machines that are drawn by lot, to fit and
 * to judge by: {@link Wordless} plays the same few each time. The same seed gives the same sound.
 */
final class MadeSounds {

    /** Who makes it. */
    enum Maker {
        SOLOIST, BAND, SYNTHESISER, ALARM, BIRD, DOOR, MACHINE
    }

    private static final int RATE = SoundSketch.RATE;

    private final SoundSketch sketch;
    private final Random luck;

    private MadeSounds(SoundSketch sketch) {
        this.sketch = sketch;
        this.luck = sketch.luck;
    }

    /** So much of one of them; some of it from across a room. */
    static short[] sound(Maker maker, long seed, double seconds) {
        SoundSketch sketch = new SoundSketch(seed, seconds);
        new MadeSounds(sketch).make(maker);
        Surroundings surroundings = new Surroundings(seed);
        double[] heard = sketch.luck.nextInt(3) == 0
                ? surroundings.room(sketch.out, sketch.between(0.2, 0.8), sketch.between(-4, 8))
                : sketch.out;
        return Surroundings.levelled(heard, 12_000 * Math.pow(10, -sketch.between(0, 20) / 20));
    }

    private void make(Maker maker) {
        switch (maker) {
            case SOLOIST -> sketch.melody(sketch.between(0.12, 1), partials(), sketch.between(0, 6), vibrato(), 1);
            case BAND -> {
                if (luck.nextInt(3) > 0) {
                    sketch.drums();
                }
                double beat = sketch.between(0.15, 0.5);
                for (int players = 1 + luck.nextInt(3); players > 0; players--) {
                    sketch.melody(beat * (1 << luck.nextInt(3)), partials(), sketch.between(0, 5), vibrato(), 1 + luck.nextInt(3));
                }
            }
            case SYNTHESISER -> glides();
            case ALARM -> alarm();
            case BIRD -> chirps(2_000, 6_000, 0.03, 0.25);
            case DOOR -> creaks();
            case MACHINE -> machine();
        }
    }

    /** One to eight partials, some a little off, some bright and some dull. */
    private double[] partials() {
        double[] partials = new double[1 + luck.nextInt(8)];
        double stretch = luck.nextInt(3) == 0 ? sketch.between(0, 0.12) : 0;
        int step = luck.nextInt(4) == 0 ? 2 : 1; // a clarinet has every other one
        for (int i = 0; i < partials.length; i++) {
            int number = 1 + i * step;
            partials[i] = number * (1 + stretch * i);
        }
        return partials;
    }

    private double vibrato() {
        return luck.nextBoolean() ? 0 : sketch.between(3, 8);
    }

    /** Tones that slide from one pitch to the next, as a theremin's or a synthesiser's. */
    private void glides() {
        double[] phases = new double[1 + luck.nextInt(5)];
        double hertz = sketch.between(90, 400);
        double wanted = hertz;
        double speed = sketch.between(0.0002, 0.004);
        double level = 1;
        int left = 0;
        for (int i = 0; i < sketch.out.length; i++) {
            if (left-- == 0) {
                wanted = sketch.between(90, 600);
                level = luck.nextInt(5) == 0 ? 0 : sketch.between(0.3, 1);
                left = (int) (RATE * sketch.between(0.1, 0.9));
            }
            hertz += speed * (wanted - hertz);
            for (int p = 0; p < phases.length; p++) {
                phases[p] += 2 * Math.PI * hertz * (p + 1) / RATE;
                sketch.out[i] += level * Math.sin(phases[p]) / (p + 1);
            }
        }
    }

    /** Tones of one or two pitches, or a sweep, again and again. */
    private void alarm() {
        double[] pitches = {sketch.between(400, 3_000), sketch.between(400, 3_000)};
        double every = sketch.between(0.2, 1.2);
        double[] shape = Arrays.copyOf(new double[] {1, 2, 3}, 1 + luck.nextInt(3));
        if (luck.nextInt(3) == 0) {
            chirps(pitches[0], pitches[0] * sketch.between(1.1, 2), every * 0.9, every);
            return;
        }
        boolean two = luck.nextBoolean();
        int turn = 0;
        for (int from = 0; from < sketch.out.length; from += (int) (every * RATE)) {
            sketch.tone(from, (int) (every * sketch.between(0.5, 0.51) * RATE), pitches[two ? turn++ % 2 : 0], shape, 0, 0);
        }
    }

    /** Short sweeps between two pitches with pauses by chance. */
    private void chirps(double low, double high, double shortest, double longest) {
        int at = 0;
        while (at < sketch.out.length) {
            int length = (int) (RATE * sketch.between(shortest, longest));
            double begin = sketch.between(low, high);
            double end = sketch.between(low, high);
            double phase = 0;
            for (int k = 0; k < length && at + k < sketch.out.length; k++) {
                phase += 2 * Math.PI * (begin + (end - begin) * k / length) / RATE;
                sketch.out[at + k] += Math.sin(phase) * Math.sin(Math.PI * k / length);
            }
            at += length + (int) (RATE * (luck.nextInt(4) == 0 ? sketch.between(0.2, 1) : sketch.between(0.02, 0.15)));
        }
    }

    /** A hinge: a buzz that climbs, falls and stops. */
    private void creaks() {
        int at = 0;
        while (at < sketch.out.length) {
            int length = (int) (RATE * sketch.between(0.2, 1.2));
            double begin = sketch.between(80, 900);
            double end = begin * sketch.between(0.6, 1.8);
            double phase = 0;
            for (int k = 0; k < length && at + k < sketch.out.length; k++) {
                phase += (begin + (end - begin) * k / length) * (1 + 0.05 * luck.nextGaussian()) / RATE;
                double buzz = 2 * (phase - Math.floor(phase)) - 1;
                sketch.out[at + k] += buzz * Math.sin(Math.PI * k / length);
            }
            at += length + (int) (RATE * sketch.between(0.1, 1.5));
        }
        sketch.strokes(0.4, 0.05, 0.3);
    }

    /** A motor whose noise and hum swell and fade as it turns. */
    private void machine() {
        sketch.noise(0, sketch.out.length, sketch.between(0.2, 1), sketch.between(0.05, 0.8));
        sketch.tone(0, sketch.out.length, sketch.between(50, 400), partials(), 0, sketch.between(0, 3));
        double turns = sketch.between(0.8, 12);
        double depth = sketch.between(0.2, 1);
        for (int i = 0; i < sketch.out.length; i++) {
            sketch.out[i] *= 1 - depth * (0.5 + 0.5 * Math.sin(2 * Math.PI * turns * i / RATE));
        }
    }
}
