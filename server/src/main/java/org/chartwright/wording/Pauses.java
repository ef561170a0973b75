package org.chartwright.wording;

/**
 * What a silence says about a mark, beside the words.
 *
 * <p>The corpora have no word times, so this is not learned: the factors are mild on purpose, because people also stop to
 * think in the middle of a sentence.
 */
final class Pauses {

    private static final int SHORT_MILLIS = 60;
    private static final int BREATH_MILLIS = 300;
    private static final int LONG_MILLIS = 700;

    private Pauses() {}

    /** By how much a silence makes a mark likelier; 1 where the silence is not known (negative). */
    static double odds(long millis, Mark mark) {
        if (millis < 0) {
            return 1;
        }
        if (millis < SHORT_MILLIS) {
            return switch (mark) {
                case NONE -> 1;
                case COMMA -> 0.7;
                case PERIOD, QUESTION -> 0.5;
            };
        }
        if (millis < BREATH_MILLIS) {
            return 1;
        }
        boolean lengthy = millis >= LONG_MILLIS;
        return switch (mark) {
            case NONE -> 1;
            case COMMA -> lengthy ? 1.2 : 1.5;
            case PERIOD, QUESTION -> lengthy ? 4 : 2;
        };
    }
}
