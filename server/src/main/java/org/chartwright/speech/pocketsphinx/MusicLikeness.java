package org.chartwright.speech.pocketsphinx;

import java.util.List;
import org.chartwright.speech.pocketsphinx.Decoder.Segment;

/**
 * Tells what a decoder makes of music, bells and machines from what somebody said: a logistic model of eight looks at a
 * piece, three at its sound and five at the words that were found in it. The weights were fitted to made-up music and noise
 * beside held-back synthetic voices, clean, monotonous, in rooms, in noise and by telephone; the limit lies above what all
 * but one or two of 240 pieces of speech showed.
 */
final class MusicLikeness {

    /** Frames of 10 ms: speech has become another sound by then, a note has not. */
    private static final int LATER = 12;

    private static final double CONSTANT = 3.415;
    private static final double MOVEMENT = -9.592;
    private static final double STILLNESS = 5.642;
    private static final double FRAMES_A_LETTER = 0.2452;
    private static final double IMPROBABILITY = 0.0086;
    private static final double WORDS_SHARE = -5.828;
    private static final double FEWNESS = -1.672;
    private static final double CONFIDENCE = -3.219;
    private static final double CHANGE = 8.81;
    private static final double MOST_FRAMES_A_LETTER = 20;
    private static final double MOST_CHANGE = 0.6;
    private static final double LIMIT = 1.2;

    private MusicLikeness() {}

    /**
     * Whether words were found where nobody spoke.
     *
     * @param path what was found
     * @param movement see {@link #movement}
     * @param change how much the map of features found to change
     * @param stillness of the sound, 0 to 1
     */
    static boolean isMusic(List<Segment> path, double movement, double change, double stillness) {
        int words = 0;
        int frames = 0;
        int letters = 0;
        int all = 0;
        double language = 0;
        double confidence = 0;
        for (Segment segment : path) {
            int length = segment.lastFrame() - segment.firstFrame() + 1;
            all += length;
            if (!segment.isFiller()) {
                words++;
                frames += length;
                letters += segment.text().length();
                language += segment.language();
                confidence += segment.probability();
            }
        }
        if (words == 0) {
            return false;
        }
        double likeness = CONSTANT
                + MOVEMENT * movement
                + STILLNESS * stillness
                + FRAMES_A_LETTER * Math.min(MOST_FRAMES_A_LETTER, (double) frames / Math.max(1, letters))
                - IMPROBABILITY * language / words
                + WORDS_SHARE * frames / all
                + FEWNESS / words
                + CONFIDENCE * confidence / words
                + CHANGE * Math.min(MOST_CHANGE, change);
        return likeness > LIMIT;
    }

    /**
     * How much features change within 120 ms: the mean square, in units of twice each coefficient's variance, so that 1
     * says that a frame tells nothing of a later one.
     */
    static double movement(float[] features) {
        int count = features.length / FeatureMap.SIZE;
        if (count <= LATER) {
            return 1;
        }
        float[] means = FeatureMap.means(features);
        double sum = 0;
        // The first coefficient is the level, which music changes as well.
        for (int k = 1; k < FeatureMap.SIZE; k++) {
            double variance = 0;
            double moved = 0;
            for (int i = 0; i < count; i++) {
                double off = features[i * FeatureMap.SIZE + k] - means[k];
                variance += off * off / count;
                if (i + LATER < count) {
                    double step = features[(i + LATER) * FeatureMap.SIZE + k] - features[i * FeatureMap.SIZE + k];
                    moved += step * step / (count - LATER);
                }
            }
            sum += moved / (2 * variance + 1e-6);
        }
        return sum / (FeatureMap.SIZE - 1);
    }
}
