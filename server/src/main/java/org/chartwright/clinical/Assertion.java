package org.chartwright.clinical;

/** What the dialogue claims about something it mentions. */
public enum Assertion {
    /** It is so, now. */
    PRESENT,
    /** It is not so: denied, absent, ruled out, or not taken. */
    DENIED,
    /** It may be so; nobody knows yet. */
    POSSIBLE,
    /** It was so, and is over. */
    PAST,
    /** It counts only under a condition ("if it gets worse", "call me if you have a fever"). */
    CONDITIONAL,
    /** It was asked about and not answered: no claim at all. */
    ASKED
}
