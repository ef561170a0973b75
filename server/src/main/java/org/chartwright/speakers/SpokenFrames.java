package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The frames in which somebody speaks, in order, with the pauses between them.
 *
 * @param store where the features lie
 * @param frames the frames of the store
 * @param pauses milliseconds of silence before each of them; 0 inside speech
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
record SpokenFrames(FrameStore store, int[] frames, int[] pauses) {

    private static final int BINS = 400;
    private static final double BIN = 0.1;
    /** The noise floor and loud speech, as shares of all frames below them. */
    private static final double FLOOR = 0.05;

    private static final double LOUD = 0.95;

    /** A pause at which phrases end. */
    static final int PHRASE_PAUSE = 200;

    static SpokenFrames of(FrameStore store, Tuning tuning) {
        int[] histogram = new int[BINS];
        for (int i = 0; i < store.size(); i++) {
            histogram[(int) Math.clamp(store.level(i) / BIN, 0, BINS - 1)]++;
        }
        double floor = quantile(histogram, store.size() * FLOOR);
        double loud = quantile(histogram, store.size() * LOUD);
        double threshold = floor + Math.max(tuning.leastAboveFloor(), tuning.activityShare() * (loud - floor));
        int[] chosen = new int[store.size()];
        int count = 0;
        for (int i = 0; i < store.size(); i++) {
            if (store.level(i) >= threshold) {
                chosen[count++] = i;
            }
        }
        int[] frames = Arrays.copyOf(chosen, count);
        int[] pauses = new int[count];
        for (int i = 1; i < count; i++) {
            pauses[i] = (int) Math.max(0, store.startMillis(frames[i]) - store.endMillis(frames[i - 1]));
        }
        return new SpokenFrames(store, frames, pauses);
    }

    int size() {
        return frames.length;
    }

    /** Stretches without a pause as {@code [from, to)} pairs. */
    List<int[]> phrases() {
        List<int[]> phrases = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= size(); i++) {
            if (i == size() || pauses[i] >= PHRASE_PAUSE) {
                phrases.add(new int[] {start, i});
                start = i;
            }
        }
        return size() == 0 ? List.of() : phrases;
    }

    /** The statistics of the frames from {@code from} to {@code to}, exclusive. */
    VoiceStatistics statistics(int from, int to) {
        VoiceStatistics statistics = new VoiceStatistics();
        double[] values = new double[VoiceFeatures.CEPSTRA];
        for (int i = from; i < to; i++) {
            store.cepstra(frames[i], values);
            statistics.add(values, store.logPitch(frames[i]));
        }
        return statistics;
    }

    private static double quantile(int[] histogram, double below) {
        double seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += histogram[bin];
            if (seen >= below) {
                return bin * BIN;
            }
        }
        return BINS * BIN;
    }
}
