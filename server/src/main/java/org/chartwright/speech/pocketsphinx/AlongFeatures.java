package org.chartwright.speech.pocketsphinx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Features of what is being said, cleaned and with their means taken off as far as those are known. Where there is much to
 * clean, as in a room, means of little speech mislead: there the beginning is done anew when a second of it is known. What
 * comes out depends on what was put in and not on the bits it came in: frames are done in blocks, each when the same number of
 * frames is there. One thread.
 */
final class AlongFeatures {

    private static final int SIZE = FeatureMap.SIZE;
    private static final int BLOCK = 10;

    /** Means of less than this say too little. */
    private static final int FIRST = 40;

    /** Those of so much are known well enough to do anew what was done with less. */
    private static final int ANEW = 100;

    /** Where the map changes less than this (mean square, in deviations), the beginning is good enough as it was done first. */
    private static final double MUCH = 0.15;

    private final @Nullable FeatureMap map;
    private final Means heard = new Means(false);
    private Means cleaned = new Means(true);
    private FeatureMap.Changes changes = new FeatureMap.Changes();
    private float[] frames = {};
    private int count;
    private int done;
    private boolean settled;

    /**
     * Frames that are done.
     *
     * @param frames each of {@link FeatureMap#SIZE} coefficients, one after the other
     * @param anew whether they are all frames since the beginning, done again
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Done(float[] frames, boolean anew) {

        private Done and(float[] next) {
            float[] both = Arrays.copyOf(frames, frames.length + next.length);
            System.arraycopy(next, 0, both, frames.length, next.length);
            return new Done(both, anew);
        }
    }

    /** Cleaned by that map, or as they are heard. */
    AlongFeatures(@Nullable FeatureMap map) {
        this.map = map;
    }

    /** Takes the next frames; gives those that are done by them. */
    Done add(float[] more) {
        int before = count * SIZE;
        if (frames.length < before + more.length) {
            frames = Arrays.copyOf(frames, 2 * (before + more.length));
        }
        System.arraycopy(more, 0, frames, before, more.length);
        count += more.length / SIZE;
        Done ready = new Done(new float[0], false);
        int wanted = wanted();
        while (wanted + FeatureMap.AFTER <= count) {
            if (wanted == ANEW && !settled) {
                settled = true;
                if (changes.meanSquare() > MUCH) {
                    forgetDone();
                    ready = new Done(new float[0], true);
                }
            }
            ready = ready.and(block(wanted, wanted + FeatureMap.AFTER));
            wanted = wanted();
        }
        return ready;
    }

    /** Takes the last frames; gives all that are left. */
    Done end(float[] last) {
        Done ready = add(last);
        return done == count ? ready : ready.and(block(count, count));
    }

    private void forgetDone() {
        done = 0;
        cleaned = new Means(true);
        changes = new FeatureMap.Changes();
    }

    /** All frames so far, as they were heard. */
    float[] heard() {
        return Arrays.copyOf(frames, count * SIZE);
    }

    /** How much the map found to change so far. */
    double change() {
        return changes.meanSquare();
    }

    private int wanted() {
        return done == 0 ? FIRST : done + BLOCK;
    }

    /** Does the frames up to one, knowing those up to another. */
    private float[] block(int to, int known) {
        heard.add(frames, heard.seen(), known);
        float[] block = map == null
                ? Arrays.copyOfRange(frames, done * SIZE, to * SIZE)
                : map.clean(frames, known, done, to, heard.now(), changes);
        cleaned.add(block, 0, block.length / SIZE);
        float[] means = cleaned.now();
        for (int i = 0; i < block.length; i++) {
            block[i] -= means[i % SIZE];
        }
        done = to;
        return block;
    }

    /** A whole utterance without its means, as PocketSphinx takes them off: those of frames with any sound. */
    static float[] withoutMeans(float[] frames) {
        Means all = new Means(true);
        all.add(frames, 0, frames.length / SIZE);
        float[] means = all.now();
        float[] off = new float[frames.length];
        for (int i = 0; i < frames.length; i++) {
            off[i] = frames[i] - means[i % SIZE];
        }
        return off;
    }

    /** The mean of each coefficient. */
    private static final class Means {
        private final double[] sums = new double[SIZE];
        private final boolean ofSound;
        private int seen;
        private int used;

        /** Of all frames, or of those in which there is some sound. */
        Means(boolean ofSound) {
            this.ofSound = ofSound;
        }

        void add(float[] frames, int from, int to) {
            for (int frame = from; frame < to; frame++) {
                if (!ofSound || frames[frame * SIZE] >= 0) {
                    for (int i = 0; i < SIZE; i++) {
                        sums[i] += frames[frame * SIZE + i];
                    }
                    used++;
                }
                seen++;
            }
        }

        int seen() {
            return seen;
        }

        float[] now() {
            float[] means = new float[SIZE];
            for (int i = 0; i < SIZE; i++) {
                means[i] = (float) (sums[i] / Math.max(1, used));
            }
            return means;
        }
    }
}
