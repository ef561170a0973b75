package org.chartwright.speech.pocketsphinx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Features of what is being said, cleaned and with their means taken off as far as those are known. What comes out depends on
 * what was put in and not on the bits it came in: frames are done in blocks, each when the same number of frames is there. One
 * thread.
 */
final class AlongFeatures {

    private static final int SIZE = FeatureMap.SIZE;
    private static final int BLOCK = 10;

    /** Means of less than this say too little. */
    private static final int FIRST = 40;

    private final @Nullable FeatureMap map;
    private final Means heard = new Means(false);
    private final Means cleaned = new Means(true);
    private final FeatureMap.Changes changes = new FeatureMap.Changes();
    private float[] frames = {};
    private int count;
    private int done;

    /** Cleaned by that map, or as they are heard. */
    AlongFeatures(@Nullable FeatureMap map) {
        this.map = map;
    }

    /** Takes the next frames; gives those that are done by them. */
    float[] add(float[] more) {
        int before = count * SIZE;
        if (frames.length < before + more.length) {
            frames = Arrays.copyOf(frames, 2 * (before + more.length));
        }
        System.arraycopy(more, 0, frames, before, more.length);
        count += more.length / SIZE;
        float[] ready = {};
        int wanted = wanted();
        while (wanted + FeatureMap.AFTER <= count) {
            ready = joined(ready, block(wanted, wanted + FeatureMap.AFTER));
            wanted = wanted();
        }
        return ready;
    }

    /** Takes the last frames; gives all that are left. */
    float[] end(float[] last) {
        float[] ready = add(last);
        return done == count ? ready : joined(ready, block(count, count));
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

    private static float[] joined(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
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
