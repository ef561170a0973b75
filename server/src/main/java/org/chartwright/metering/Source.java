package org.chartwright.metering;

/** What audio came by. */
public enum Source {
    /** A recording that a job was made of. */
    JOB,
    /** A live stream. */
    STREAM
}
