package org.chartwright.audit;

/** How an act ended. */
public enum Outcome {
    /** It was done. */
    DONE,
    /** It was not allowed, or could not be, for a reason of the caller's. */
    REFUSED,
    /** It went wrong inside. */
    FAILED
}
