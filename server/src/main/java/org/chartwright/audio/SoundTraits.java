package org.chartwright.audio;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What tells a voice from other sounds, seen over a whole piece.
 *
 * @param stillness the mean share of its spectral peaks that were there 150 ms before, where it is loud, 0 to 1. A voice
 *     glides and stays at a quarter or a third, in a room a little above; notes, bells and engines come nearer to all.
 * @param beat how regularly sounds begin: the largest autocorrelation, at 150 ms to 1.2 s, of how much louder the bands
 *     become within 30 ms, 0 to 1. Speech stays below a third, music keeps time.
 * @param depth the share of its power below 1.2 kHz, in the middle one of its loud frames, 0 to 1. A voice has most of
 *     its power there, a whistle, a bird or a squeaking door next to none.
 * @param purity how much of its power lies in partials that stand out when 128 ms are seen at once, in the middle one of
 *     its loud frames; near 0 for noise and 1 for a chord. The upper partials of a voice are smeared by its glide.
 */
public record SoundTraits(double stillness, double beat, double depth, double purity) {

    /** How far below the loudest frame a frame may lie to count, in dB. */
    private static final double LOUD = 25;

    /** How far below the loudest frame a band may lie before what it does is no longer heard, in dB. */
    private static final double HEARD = 60;

    /** Frames within which a sound begins. */
    private static final int ONSET = 3;

    private static final int SHORTEST_BEAT = 15;
    private static final int LONGEST_BEAT = 120;

    /** The number of bands that lie below 1.2 kHz. */
    private static final int DEEP_BANDS = 6;

    private static final int FINE_SIZE = 2048;
    private static final int FINE_HOP = 2 * FrameAnalyser.HOP;
    private static final int LOWEST_BIN = 10;
    private static final int HIGHEST_BIN = 511;

    /** Bins to either side of a partial above whose mean it must stand out. */
    private static final int AROUND = 15;

    /** How far it must stand out, in dB. */
    private static final double OUTSTANDING = 12;

    /** A tone's power beside that of its highest bin, under Hann's window. */
    private static final double SPREAD = 1.5;

    /**
     * The traits of 16 kHz samples. Where there is too little to tell, nothing is still, nothing is regular or pure and all
     * is deep. Safe for any number of threads.
     */
    public static SoundTraits of(short[] samples) {
        int count = Math.max(0, (samples.length - FrameAnalyser.WINDOW) / FrameAnalyser.HOP + 1);
        FrameAnalyser analyser = new FrameAnalyser();
        FrameAnalyser.Frame[] frames = new FrameAnalyser.Frame[count];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            frames[i] = analyser.analyse(samples, i * FrameAnalyser.HOP);
            loudest = Math.max(loudest, FrameAnalyser.decibels(frames[i].power()));
        }
        return new SoundTraits(
                stillness(frames, loudest - LOUD),
                beat(frames, loudest - HEARD),
                depth(frames, loudest - LOUD),
                purity(samples));
    }

    private static double stillness(FrameAnalyser.Frame[] frames, double least) {
        double sum = 0;
        int seen = 0;
        for (int i = FrameAnalyser.LAG; i < frames.length; i++) {
            if (isAbove(frames[i], least) && isAbove(frames[i - FrameAnalyser.LAG], least)) {
                sum += frames[i].steadiness();
                seen++;
            }
        }
        return seen == 0 ? 0 : sum / seen;
    }

    private static double beat(FrameAnalyser.Frame[] frames, double least) {
        int count = frames.length - ONSET;
        if (count <= LONGEST_BEAT) {
            return 0;
        }
        double[] onsets = new double[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            onsets[i] = onset(frames[i].bands(), frames[i + ONSET].bands(), least);
            mean += onsets[i] / count;
        }
        double power = 0;
        for (int i = 0; i < count; i++) {
            onsets[i] -= mean;
            power += onsets[i] * onsets[i];
        }
        double best = 0;
        for (int lag = SHORTEST_BEAT; lag < LONGEST_BEAT; lag++) {
            double sum = 0;
            for (int i = lag; i < count; i++) {
                sum += onsets[i] * onsets[i - lag];
            }
            best = Math.max(best, sum);
        }
        return power <= 0 ? 0 : best / power;
    }

    private static double onset(double[] before, double[] after, double least) {
        double sum = 0;
        for (int band = 0; band < before.length; band++) {
            double rise = heard(after[band], least) - heard(before[band], least);
            sum += Math.max(0, rise);
        }
        return sum;
    }

    private static double heard(double power, double least) {
        return Math.max(least, FrameAnalyser.decibels(power));
    }

    private static double depth(FrameAnalyser.Frame[] frames, double least) {
        return middle(
                Arrays.stream(frames)
                        .filter(frame -> frame.power() > 0 && isAbove(frame, least))
                        .mapToDouble(frame -> Arrays.stream(frame.bands(), 0, DEEP_BANDS).sum() / frame.power()),
                1);
    }

    private static double purity(short[] samples) {
        int count = Math.max(0, (samples.length - FINE_SIZE) / FINE_HOP + 1);
        RealSpectrum spectrum = new RealSpectrum(FINE_SIZE);
        double[] window = FrameAnalyser.hann(FINE_SIZE);
        double[] weighted = new double[FINE_SIZE];
        double[] power = new double[FINE_SIZE / 2 + 1];
        double[] levels = new double[count];
        double[] shares = new double[count];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < FINE_SIZE; k++) {
                weighted[k] = samples[i * FINE_HOP + k] * window[k];
            }
            spectrum.power(weighted, power);
            double all = 0;
            for (int bin = LOWEST_BIN; bin <= HIGHEST_BIN; bin++) {
                all += power[bin];
            }
            levels[i] = FrameAnalyser.decibels(all);
            loudest = Math.max(loudest, levels[i]);
            shares[i] = all <= 0 ? 0 : SPREAD * partials(power) / all;
        }
        double least = loudest - LOUD;
        return middle(IntStream.range(0, count).filter(i -> levels[i] > least).mapToDouble(i -> shares[i]), 0);
    }

    /** The power of the peaks that stand out. */
    private static double partials(double[] power) {
        // The sum of all levels below each bin.
        double[] below = new double[HIGHEST_BIN + 2];
        for (int bin = LOWEST_BIN; bin <= HIGHEST_BIN; bin++) {
            below[bin + 1] = below[bin] + FrameAnalyser.decibels(power[bin]);
        }
        double sum = 0;
        for (int bin = LOWEST_BIN + 1; bin < HIGHEST_BIN; bin++) {
            if (power[bin] > power[bin - 1] && power[bin] >= power[bin + 1]) {
                int from = Math.max(LOWEST_BIN, bin - AROUND);
                int to = Math.min(HIGHEST_BIN, bin + AROUND) + 1;
                double around = (below[to] - below[from]) / (to - from);
                sum += FrameAnalyser.decibels(power[bin]) > around + OUTSTANDING ? power[bin] : 0;
            }
        }
        return sum;
    }

    private static double middle(DoubleStream values, double none) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? none : sorted[sorted.length / 2];
    }

    private static boolean isAbove(FrameAnalyser.Frame frame, double decibels) {
        return FrameAnalyser.decibels(frame.power()) > decibels;
    }
}
