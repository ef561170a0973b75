package org.chartwright.audio;

import java.util.ArrayDeque;

/**
 * The level that each band falls back to: a low percentile over a sliding window of time that reaches back and ahead, so
 * that a steady hum or fan is floor and not sound. One thread at a time.
 */
final class NoiseFloor {

    private static final int STEPS = 2 * 100;
    private static final double PERCENTILE = 0.10;

    private final int[][] counts = new int[FrameAnalyser.BANDS][STEPS];
    private final ArrayDeque<byte[]> window = new ArrayDeque<>();

    /** Takes a frame in at the late end of the window. */
    void add(double[] decibels) {
        byte[] steps = new byte[FrameAnalyser.BANDS];
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            int step = (int) Math.round((decibels[band] - FrameAnalyser.QUIETEST) * 2);
            step = Math.clamp(step, 0, STEPS - 1);
            steps[band] = (byte) step;
            counts[band][step]++;
        }
        window.addLast(steps);
    }

    /** Drops the earliest frame. */
    void forget() {
        byte[] steps = window.removeFirst();
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            counts[band][steps[band] & 0xff]--;
        }
    }

    /** How many frames the window holds. */
    int size() {
        return window.size();
    }

    /** The floor of each band in dB. */
    void floor(double[] decibels) {
        int rank = (int) (PERCENTILE * window.size());
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            int seen = 0;
            int step = 0;
            while (step < STEPS - 1 && (seen += counts[band][step]) <= rank) {
                step++;
            }
            decibels[band] = FrameAnalyser.QUIETEST + step / 2.0;
        }
    }
}
