package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlongFeaturesTest {

    private static final int SIZE = FeatureMap.SIZE;
    private static final int FRAMES = 333;

    private int begunAnew;

    @Test
    void theBitsMakeNoDifferenceWhereTheBeginningIsDoneAnew() {
        float[] all = done(FeatureMap.shipped(), FRAMES);
        assertThat(begunAnew).isEqualTo(1);
        assertThat(all).hasSize(FRAMES * SIZE);
        for (int bit : new int[] {1, 7, 20, 150}) {
            assertThat(done(FeatureMap.shipped(), bit)).isEqualTo(all);
            assertThat(begunAnew).isEqualTo(1);
        }
    }

    @Test
    void nothingIsDoneAnewWhereNothingIsCleaned() {
        float[] all = done(null, FRAMES);
        assertThat(begunAnew).isZero();
        assertThat(done(null, 7)).isEqualTo(all).hasSize(FRAMES * SIZE);
    }

    /** Something unlike anything near a mouth. */
    private float[] done(@Nullable FeatureMap map, int bit) {
        Random luck = new Random(3);
        float[] frames = new float[FRAMES * SIZE];
        float slow = 0;
        for (int i = 0; i < frames.length; i++) {
            slow = 0.5f * slow + (float) luck.nextGaussian();
            frames[i] = i % SIZE == 0 ? 20 + 8 * slow : 6 * slow;
        }
        begunAnew = 0;
        AlongFeatures along = new AlongFeatures(map);
        float[] all = {};
        for (int at = 0; at < FRAMES; at += bit) {
            all = taken(all, along.add(Arrays.copyOfRange(frames, at * SIZE, Math.min(FRAMES, at + bit) * SIZE)));
        }
        assertThat(along.heard()).isEqualTo(frames);
        return taken(all, along.end(new float[0]));
    }

    private float[] taken(float[] before, AlongFeatures.Done next) {
        begunAnew += next.anew() ? 1 : 0;
        float[] kept = next.anew() ? new float[0] : before;
        float[] all = Arrays.copyOf(kept, kept.length + next.frames().length);
        System.arraycopy(next.frames(), 0, all, kept.length, next.frames().length);
        return all;
    }
}
