package org.chartwright.speech.pocketsphinx;

import java.util.List;
import org.chartwright.speech.pocketsphinx.Decoder.Segment;

/**
 * Tells words from what a decoder imagines in music, tones and noise. The limits come from a look at synthetic music,
 * beeps and noise beside real telephone speech, which is itself heard with little confidence: only what no speech showed
 * is refused.
 */
final class Plausibility {

    /** Frames of 10 ms: even a drawn-out short word ends within this and a share for each letter. */
    private static final int LONGEST_SHORT_WORD = 90;

    private static final int FRAMES_PER_LETTER = 12;

    /** Speech has 5 to 9 frames a letter; held notes have more. */
    private static final double SLOWEST = 25;

    private static final double MOST_NOISE = 0.2;
    private static final double UNSURE = 0.5;
    private static final double GUESSED = 0.25;
    private static final int SHORT_WORD = 3;

    private Plausibility() {}

    /** Whether words could have been said in this time, judged by the whole piece. */
    static boolean isSpeech(List<Segment> path) {
        int words = 0;
        int frames = 0;
        int letters = 0;
        int noise = 0;
        int all = 0;
        double probability = 0;
        boolean guesses = true;
        for (Segment segment : path) {
            int length = frames(segment);
            all += length;
            if (segment.word().startsWith("[")) {
                noise += length;
            } else if (!segment.isFiller()) {
                words++;
                frames += length;
                letters += segment.text().length();
                probability += segment.probability();
                guesses &= segment.probability() < GUESSED && isSmall(segment.text());
            }
        }
        if (words == 0) {
            return true;
        }
        boolean held = frames > SLOWEST * letters;
        boolean noisy = noise > MOST_NOISE * all && probability / words < UNSURE;
        return !held && !noisy && !(guesses && words <= 2);
    }

    /** Whether this word could take so long. */
    static boolean isWord(Segment segment) {
        return frames(segment) <= LONGEST_SHORT_WORD + FRAMES_PER_LETTER * segment.text().length();
    }

    /** Answers are small words too, and must not be lost. */
    private static boolean isSmall(String word) {
        return word.length() <= SHORT_WORD && !word.equals("yes") && !word.equals("no") && !word.equals("yep");
    }

    private static int frames(Segment segment) {
        return segment.lastFrame() - segment.firstFrame() + 1;
    }
}
