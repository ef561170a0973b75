package org.chartwright.audio;

import java.util.Arrays;

/**
 * What is kept of frames in a row: they go in at the end and are dropped from the beginning. All of it lies in one array,
 * because hundreds of live streams hold some seconds each, and a collector would have to visit every frame. One thread at
 * a time.
 */
final class FrameRun {

    private static final int POWER = 0;
    private static final int VOICING = 1;
    private static final int STEADINESS = 2;
    private static final int STRONG = 3;
    private static final int FIRST_BAND = 4;
    private static final int WIDTH = FIRST_BAND + FrameAnalyser.BANDS;

    private float[] values = new float[32 * WIDTH];
    /** How many frames before the first one the array still holds. */
    private int dropped;

    private int size;
    private int first;

    /** The number of the first frame, of all that were ever added. */
    int first() {
        return first;
    }

    /** How many frames there are. */
    int size() {
        return size;
    }

    /**
     * Adds a frame.
     *
     * @param strong whether it surely stands out
     */
    void add(FrameAnalyser.Frame frame, boolean strong) {
        int at = (dropped + size) * WIDTH;
        if (at == values.length) {
            at = makeRoom();
        }
        values[at + POWER] = (float) frame.power();
        values[at + VOICING] = (float) frame.voicing();
        values[at + STEADINESS] = (float) frame.steadiness();
        values[at + STRONG] = strong ? 1 : 0;
        for (int band = 0; band < FrameAnalyser.BANDS; band++) {
            values[at + FIRST_BAND + band] = (float) frame.bands()[band];
        }
        size++;
    }

    private int makeRoom() {
        float[] before = values;
        if (dropped < size / 2) {
            values = Arrays.copyOf(before, before.length + before.length / WIDTH / 2 * WIDTH);
        }
        System.arraycopy(before, dropped * WIDTH, values, 0, size * WIDTH);
        dropped = 0;
        return size * WIDTH;
    }

    /** Drops all frames before that one. */
    void dropBefore(int frame) {
        int gone = Math.clamp(frame - (long) first, 0, size);
        first += gone;
        dropped += gone;
        size -= gone;
    }

    /** The power over all bands of the frame that stands at that place, 0 being the first. */
    float power(int place) {
        return values[(dropped + place) * WIDTH + POWER];
    }

    float voicing(int place) {
        return values[(dropped + place) * WIDTH + VOICING];
    }

    float steadiness(int place) {
        return values[(dropped + place) * WIDTH + STEADINESS];
    }

    boolean isStrong(int place) {
        return values[(dropped + place) * WIDTH + STRONG] > 0;
    }

    float band(int place, int band) {
        return values[(dropped + place) * WIDTH + FIRST_BAND + band];
    }
}
