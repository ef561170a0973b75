package org.chartwright.clinical;

/**
 * Words of a sentence that decide what is claimed of things near them.
 *
 * @param kind what they decide
 * @param begin first token
 * @param end token after the last
 */
record Cue(Kind kind, int begin, int end) {

    /** What a cue decides, and on which side of it. */
    enum Kind {
        DENIED_BEFORE,
        DENIED_AFTER,
        POSSIBLE_BEFORE,
        POSSIBLE_AFTER,
        PAST_BEFORE,
        PAST_AFTER,
        CONDITIONAL_BEFORE,
        CONDITIONAL_AFTER,
        NOTHING,
        END;

        boolean governsWhatFollows() {
            return name().endsWith("_BEFORE");
        }

        Assertion assertion() {
            return switch (this) {
                case DENIED_BEFORE, DENIED_AFTER -> Assertion.DENIED;
                case POSSIBLE_BEFORE, POSSIBLE_AFTER -> Assertion.POSSIBLE;
                case PAST_BEFORE, PAST_AFTER -> Assertion.PAST;
                case CONDITIONAL_BEFORE, CONDITIONAL_AFTER -> Assertion.CONDITIONAL;
                case NOTHING, END -> Assertion.PRESENT;
            };
        }
    }
}
