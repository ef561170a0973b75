package org.chartwright.eval.speech;

import java.util.Arrays;
import org.chartwright.speech.pocketsphinx.FeatureMap;

/** The features of one sound as it was heard and as it should have been, frame by frame, without their means. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FeaturePairs(float[] heard, float[] wanted) {

    FeaturePairs {
        int length = Math.min(heard.length, wanted.length);
        heard = centred(Arrays.copyOf(heard, length));
        wanted = centred(Arrays.copyOf(wanted, length));
    }

    private static float[] centred(float[] frames) {
        float[] ones = new float[FeatureMap.SIZE];
        Arrays.fill(ones, 1);
        return FeatureMap.scaled(frames, FeatureMap.means(frames), ones);
    }

    int frames() {
        return heard.length / FeatureMap.SIZE;
    }
}
