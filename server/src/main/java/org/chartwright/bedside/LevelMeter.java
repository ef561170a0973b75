package org.chartwright.bedside;

import java.util.ArrayDeque;
import java.util.List;

/** Measures how loud the samples of one channel are, half a second at a time. One thread. */
final class LevelMeter {

    private static final int FRAME = 1600;
    private static final int FRAMES = 5;
    /** Half a minute, from which the noise of the room is known. */
    private static final int REMEMBERED = 300;

    private static final int LEAST_REMEMBERED = 50;
    private static final double FULL_SCALE = 32768;
    private static final double QUIETEST = -96;
    private static final double SILENT = -70;
    private static final double QUIET = -45;
    private static final double STANDS_OUT = 10;
    private static final int CLIPPED = 32767;

    private final ArrayDeque<Double> remembered = new ArrayDeque<>();
    private double frameSum;
    private int frameSamples;
    private double sum;
    private int samples;
    private int peak;
    private int clipped;
    private int frames;
    private boolean speech;

    /** What can be said of a channel. */
    enum Quality {
        GOOD,
        SILENT,
        QUIET,
        LOUD,
        NOISY
    }

    /**
     * How loud half a second was.
     *
     * @param rms in dB below full scale
     * @param peak likewise
     * @param clipped how many samples were as loud as can be
     * @param speech whether somebody spoke, by its level
     * @param quality over the last half minute
     */
    record Level(double rms, double peak, int clipped, boolean speech, Quality quality) {}

    void add(short sample) {
        int size = Math.abs((int) sample);
        peak = Math.max(peak, size);
        clipped += size >= CLIPPED ? 1 : 0;
        frameSum += (double) sample * sample;
        if (++frameSamples == FRAME) {
            endFrame();
        }
    }

    private void endFrame() {
        double level = decibels(Math.sqrt(frameSum / FRAME));
        remembered.addLast(level);
        if (remembered.size() > REMEMBERED) {
            remembered.removeFirst();
        }
        speech |= level > SILENT && level > share(0.1) + STANDS_OUT;
        sum += frameSum;
        samples += FRAME;
        frameSum = 0;
        frameSamples = 0;
        frames++;
    }

    boolean isDue() {
        return frames >= FRAMES;
    }

    /** The level since the last time. */
    Level take() {
        Level level = new Level(
                decibels(Math.sqrt(sum / Math.max(1, samples))), decibels(peak), clipped, speech, quality());
        sum = 0;
        samples = 0;
        peak = 0;
        clipped = 0;
        frames = 0;
        speech = false;
        return level;
    }

    private Quality quality() {
        double loud = share(0.9);
        if (clipped > 0) {
            return Quality.LOUD;
        }
        if (loud < SILENT) {
            return Quality.SILENT;
        }
        if (remembered.size() < LEAST_REMEMBERED) {
            return Quality.GOOD;
        }
        if (loud < QUIET) {
            return Quality.QUIET;
        }
        return loud - share(0.1) < STANDS_OUT ? Quality.NOISY : Quality.GOOD;
    }

    private double share(double of) {
        List<Double> sorted = remembered.stream().sorted().toList();
        return sorted.isEmpty() ? QUIETEST : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * of)));
    }

    private static double decibels(double size) {
        return size < 1 ? QUIETEST : Math.max(QUIETEST, 20 * Math.log10(size / FULL_SCALE));
    }
}
