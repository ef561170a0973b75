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
    /** The sum of all squares before each place. */
    private final double[] early = new double[LENGTH];
    /** The sum of all squares from each place on. */
    private final double[] late = new double[LENGTH];

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
        addSquares();
        double best = 0;
        // Their number is one of fours.
        for (int lag = SHORTEST_LAG; lag < LONGEST_LAG; lag += 4) {
            best = Math.max(best, ofFour(lag));
        }
        return best;
    }

    private void addSquares() {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            early[i] = sum;
            sum += low[i] * low[i];
        }
        sum = 0;
        for (int i = LENGTH - 1; i >= 0; i--) {
            sum += low[i] * low[i];
            late[i] = sum;
        }
    }

    /** The largest correlation of this lag and the next three, whose sums do not wait for one another. */
    private double ofFour(int lag) {
        double first = low[lag] * low[0] + low[lag + 1] * low[1] + low[lag + 2] * low[2];
        double second = low[lag + 1] * low[0] + low[lag + 2] * low[1];
        double third = low[lag + 2] * low[0];
        double fourth = 0;
        for (int i = lag + 3; i < LENGTH; i++) {
            double value = low[i];
            int partner = i - lag;
            first += value * low[partner];
            second += value * low[partner - 1];
            third += value * low[partner - 2];
            fourth += value * low[partner - 3];
        }
        return Math.max(
                Math.max(normalised(lag, first), normalised(lag + 1, second)),
                Math.max(normalised(lag + 2, third), normalised(lag + 3, fourth)));
    }

    private double normalised(int lag, double cross) {
        double before = early[LENGTH - lag];
        return before <= 0 || late[lag] <= 0 ? 0 : cross / Math.sqrt(before * late[lag]);
    }
}
