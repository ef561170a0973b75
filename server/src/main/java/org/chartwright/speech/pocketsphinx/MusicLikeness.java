package org.chartwright.speech.pocketsphinx;

import java.util.List;
import org.chartwright.audio.SoundTraits;
import org.chartwright.speech.pocketsphinx.Decoder.Segment;

/**
 * Tells what a decoder makes of music, bells and machines from what somebody said: a logistic model of twelve looks at a
 * piece, six at its sound and six at the words that were found in it. The weights were fitted to made-up music and noise
 * beside synthetic voices, clean, monotonous, in rooms, in noise and by telephone; the limit lies above what all but one
 * of 473 pieces of speech showed.
 */
final class MusicLikeness {

    /** Frames of 10 ms: speech has become another sound by then, a note has not. */
    private static final int LATER = 12;

    private static final double FRAMES_A_SECOND = 100;

    /** No voice leaves less than this below 1.2 kHz. */
    private static final double SHALLOWEST = 0.01;

    private static final double CONSTANT = -3.797;
    private static final double MOVEMENT = -6.387;
    private static final double CHANGE = 3.387;
    private static final double STILLNESS = 3.341;
    private static final double BEAT = 6.798;
    private static final double DEPTH = -3.465;
    private static final double PURITY = 9.832;
    private static final double FRAMES_A_LETTER = 0.1177;
    private static final double IMPROBABILITY = 0.001658;
    private static final double WORDS_SHARE = -1.429;
    private static final double FEWNESS = 1.183;
    private static final double CONFIDENCE = -1.881;
    private static final double WORDS_A_SECOND = 0.1518;
    private static final double MOST_FRAMES_A_LETTER = 20;
    private static final double MOST_CHANGE = 0.6;
    private static final double MOST_BEAT = 0.8;
    private static final double MOST_WORDS_A_SECOND = 8;
    private static final double LIMIT = 0.35;

    private MusicLikeness() {}

    /**
     * Whether words were found where nobody spoke.
     *
     * @param path what was found
     * @param movement see {@link #movement}
     * @param change how much the map of features found to change
     * @param traits of the sound
     */
    static boolean isMusic(List<Segment> path, double movement, double change, SoundTraits traits) {
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
                + CHANGE * Math.min(MOST_CHANGE, change)
                + STILLNESS * traits.stillness()
                + BEAT * Math.min(MOST_BEAT, traits.beat())
                + DEPTH * traits.depth()
                + PURITY * traits.purity()
                + FRAMES_A_LETTER * Math.min(MOST_FRAMES_A_LETTER, (double) frames / Math.max(1, letters))
                - IMPROBABILITY * language / words
                + WORDS_SHARE * frames / all
                + FEWNESS / words
                + CONFIDENCE * confidence / words
                + WORDS_A_SECOND * Math.min(MOST_WORDS_A_SECOND, words * FRAMES_A_SECOND / frames);
        return likeness > LIMIT || traits.depth() < SHALLOWEST;
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
