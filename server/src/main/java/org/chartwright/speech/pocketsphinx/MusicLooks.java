package org.chartwright.speech.pocketsphinx;

import java.util.List;
import java.util.Optional;
import org.chartwright.audio.SoundTraits;
import org.chartwright.speech.pocketsphinx.Decoder.Segment;

/** What {@link MusicLikeness} looks at: twelve numbers of a piece, six of its sound and six of the words found in it. Stateless. */
public final class MusicLooks {

    /** Which number is which. */
    public static final List<String> NAMES = List.of(
            "movement", "change", "stillness", "beat", "depth", "purity", "frames-a-letter", "improbability", "words-share",
            "fewness", "confidence", "words-a-second");

    static final int DEPTH = NAMES.indexOf("depth");

    /** Frames of 10 ms: speech has become another sound by then, a note has not. */
    private static final int LATER = 12;

    private static final double FRAMES_A_SECOND = 100;
    private static final double MOST_FRAMES_A_LETTER = 20;
    private static final double MOST_CHANGE = 0.6;
    private static final double MOST_BEAT = 0.8;
    private static final double MOST_WORDS_A_SECOND = 8;

    private MusicLooks() {}

    /**
     * The numbers, in the order of {@link #NAMES}; empty where no word was found.
     *
     * @param path what was found
     * @param movement see {@link #movement}
     * @param change how much the map of features found to change
     * @param traits of the sound
     */
    static Optional<double[]> of(List<Segment> path, double movement, double change, SoundTraits traits) {
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
            return Optional.empty();
        }
        return Optional.of(new double[] {
            movement,
            Math.min(MOST_CHANGE, change),
            traits.stillness(),
            Math.min(MOST_BEAT, traits.beat()),
            traits.depth(),
            traits.purity(),
            Math.min(MOST_FRAMES_A_LETTER, (double) frames / Math.max(1, letters)),
            -language / words,
            (double) frames / all,
            1.0 / words,
            confidence / words,
            Math.min(MOST_WORDS_A_SECOND, words * FRAMES_A_SECOND / frames)
        });
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
