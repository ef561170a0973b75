package org.chartwright.clinical;

/**
 * Something in a segment that may belong to a mention: a dose, a value, a time.
 *
 * @param kind what it may be
 * @param begin its first token
 * @param end the token after its last
 */
record Piece(Kind kind, int begin, int end) {

    /** What a piece may be; most are named like the attribute they become. */
    enum Kind {
        STRENGTH,
        DOSAGE,
        FORM,
        FREQUENCY,
        ROUTE_OR_MODE,
        DURATION,
        RATE,
        ACUITY,
        QUALITY,
        DIRECTION,
        VALUE,
        NUMBER,
        TEST_UNIT,
        TIME,
        AGE,
        DATE
    }
}
