package org.chartwright.audio;

/**
 * The level that each band falls back to: a low percentile over a sliding window of time that reaches back and ahead, so
 * that a steady hum or fan is floor and not sound. One thread at a time.
 */
final class NoiseFloor {

    private static final int STEPS = 2 * 100;
    private static final double PERCENTILE = 0.10;

    private final int[][] counts = new int[FrameAnalyser.BANDS][STEPS];
    /** The window, one frame's steps after another's, as a ring that grows. */
    private byte[] ring = new byte[64 * FrameAnalyser.BANDS];

    private int first;
    private int size;

    /** Takes a frame in at the late end of the window. */
    void add(double[] decibels) {
        if ((size + 1) * FrameAnalyser.BANDS > ring.length) {
            grow();
        }
        int at = place(size);
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            int step = (int) Math.round((decibels[band] - FrameAnalyser.QUIETEST) * 2);
            step = Math.clamp(step, 0, STEPS - 1);
            ring[at + band] = (byte) step;
            counts[band][step]++;
        }
        size++;
    }

    /** Drops the earliest frame. */
    void forget() {
        int at = place(0);
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            counts[band][ring[at + band] & 0xff]--;
        }
        first = place(1) / FrameAnalyser.BANDS;
        size--;
    }

    private int place(int frame) {
        int frames = ring.length / FrameAnalyser.BANDS;
        return (first + frame) % frames * FrameAnalyser.BANDS;
    }

    private void grow() {
        byte[] larger = new byte[ring.length + ring.length / 2];
        for (int frame = 0; frame < size; frame++) {
            System.arraycopy(ring, place(frame), larger, frame * FrameAnalyser.BANDS, FrameAnalyser.BANDS);
        }
        ring = larger;
        first = 0;
    }

    /** How many frames the window holds. */
    int size() {
        return size;
    }

    /** The floor of each band in dB. */
    void floor(double[] decibels) {
        int rank = (int) (PERCENTILE * size);
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
