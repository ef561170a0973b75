package org.chartwright.eval.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A visit's sound made by arithmetic, and what {@link SlotEars} must hear in it: somebody speaks and pauses in turn.
 *
 * @param samples at 16 kHz
 * @param spoken when somebody speaks, from and to in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Talk(short[] samples, List<long[]> spoken) {

    static final int PER_MILLI = 16;

    /** Where a stretch begins and ends is found, not known: so near to its ends a word may be heard or not. */
    private static final long EDGE = 350;

    private static final int RATE = 16_000;
    private static final double LEVEL = 6000;
    private static final double QUIET = 15;

    /** A visit of that many stretches; the same for the same seed. */
    static Talk of(int stretches, long seed) {
        Random luck = new Random(seed);
        List<long[]> spoken = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        long at = 500;
        for (int i = 0; i < stretches; i++) {
            long length = 1000 + 100L * luck.nextInt(15);
            spoken.add(new long[] {at, at + length});
            lengths.add(length / 1000.0);
            at += length + 900 + 100L * luck.nextInt(5);
        }
        short[] samples = new short[(int) at * PER_MILLI];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (luck.nextGaussian() * QUIET);
        }
        for (int i = 0; i < stretches; i++) {
            voice(samples, (int) spoken.get(i)[0] * PER_MILLI, lengths.get(i), luck);
        }
        return new Talk(samples, spoken);
    }

    /** A gliding pitch through two moving formants, four syllables a second. */
    private static void voice(short[] samples, int from, double seconds, Random luck) {
        double phase = 0;
        double first = 500;
        double second = 1500;
        for (int i = 0; i < seconds * RATE; i++) {
            if (i % (RATE / 4) == 0) {
                first = 300 + luck.nextInt(500);
                second = 900 + luck.nextInt(1200);
            }
            double time = i / (double) RATE;
            double pitch = 120 + 25 * Math.sin(2 * Math.PI * 1.3 * time);
            phase += pitch / RATE;
            double sum = 0;
            for (int harmonic = 1; harmonic * pitch < 3500; harmonic++) {
                double gain = 0.02 + 1 / (1 + Math.pow((harmonic * pitch - first) / 100, 2))
                        + 0.7 / (1 + Math.pow((harmonic * pitch - second) / 120, 2));
                sum += gain * Math.sin(2 * Math.PI * harmonic * phase);
            }
            double syllable = 0.15 + Math.pow(Math.abs(Math.sin(Math.PI * 4 * time)), 0.7);
            samples[from + i] += (short) (sum / 4 * syllable * LEVEL);
        }
    }

    /** How long it is. */
    int frames() {
        return samples.length;
    }

    /** All words that can be heard, by their time in milliseconds. */
    SortedMap<Long, String> words() {
        SortedMap<Long, String> words = new TreeMap<>();
        for (long at = SlotEars.FIRST; (at + 1) * PER_MILLI <= samples.length; at += SlotEars.STEP) {
            words.put(at, SlotEars.word(samples, (int) at * PER_MILLI));
        }
        return words;
    }

    /** Whether whoever listens must hear the word of that time. */
    boolean mustBeHeard(long at) {
        return spoken.stream().anyMatch(stretch -> at >= stretch[0] + EDGE && at < stretch[1] - EDGE);
    }
}
