package org.chartwright.access;

/** A part of this server that acts as a role for its callers. */
public enum Service {
    /** Jobs and vocabularies. */
    TRANSCRIBE("transcribe.amazonaws.com"),
    /** Streams. */
    TRANSCRIBE_STREAMING("transcribe.streaming.amazonaws.com");

    private final String principal;

    Service(String principal) {
        this.principal = principal;
    }

    /** What a role's trust policy calls it. */
    public String principal() {
        return principal;
    }
}
