package org.chartwright.audio;

/**
 * How periodic a stretch is at the pitch of a human voice: the largest normalised autocorrelation at lags of 70 to 400
 * Hz, on a copy at 4 kHz without what lies below 80 Hz. One thread at a time.
 */
final class Voicing {

    private static final int FACTOR = 4;
    private static final int LENGTH = FrameAnalyser.WINDOW / FACTOR;
    private static final int SHORTEST_LAG = AudioStream.sampleRate() / FACTOR / 400;
    private static final int LONGEST_LAG = AudioStream.sampleRate() / FACTOR / 70;

    private final double[] low = new double[LENGTH];
    private final double[] square = new double[LENGTH];
    /** The sum of all squares before each place. */
    private final double[] early = new double[LENGTH];

    /** 0 for noise and silence, towards 1 for a steady vowel. */
    double strength(short[] samples, int at) {
        double mean = 0;
        for (int i = 0; i < LENGTH; i++) {
            double sum = 0;
            for (int k = 0; k < FACTOR; k++) {
                sum += samples[at + i * FACTOR + k];
            }
            low[i] = sum;
            mean += sum / LENGTH;
        }
        double slow = low[0] - mean;
        double energy = 0;
        for (int i = 0; i < LENGTH; i++) {
            double value = low[i] - mean;
            slow += 0.12 * (value - slow); // follows what is slower than about 80 Hz
            low[i] = value - slow;
            energy += low[i] * low[i];
        }
        if (energy < LENGTH) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            square[i] = low[i] * low[i];
            early[i] = sum;
            sum += square[i];
        }
        double best = 0;
        // Their number is even.
        for (int lag = SHORTEST_LAG; lag < LONGEST_LAG; lag += 2) {
            best = Math.max(best, ofTwo(lag));
        }
        return best;
    }

    /** The larger correlation of this lag and the next, whose sums do not wait for one another. */
    private double ofTwo(int lag) {
        int next = lag + 1;
        double cross = low[lag] * low[0];
        double late = square[lag];
        double nextCross = 0;
        double nextLate = 0;
        for (int i = next; i < LENGTH; i++) {
            cross += low[i] * low[i - lag];
            late += square[i];
            nextCross += low[i] * low[i - next];
            nextLate += square[i];
        }
        return Math.max(normalised(lag, cross, late), normalised(next, nextCross, nextLate));
    }

    private double normalised(int lag, double cross, double late) {
        double before = early[LENGTH - lag];
        return before <= 0 || late <= 0 ? 0 : cross / Math.sqrt(before * late);
    }
}
