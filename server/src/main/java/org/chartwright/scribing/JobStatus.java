package org.chartwright.scribing;

/** How far a job is. It only ever moves forward in this order and ends in one of the last two. */
public enum JobStatus {
    /** Accepted, waits for a worker. */
    QUEUED,
    /** A worker has it or had it. */
    IN_PROGRESS,
    /** Ended; both documents are written. */
    COMPLETED,
    /** Ended; there are no documents, and a reason says why. */
    FAILED;

    /** Whether nothing will change any more. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED;
    }
}
