package org.chartwright.scribing;

import org.chartwright.audio.MediaException;

/** The sentences a failed job gives to its user: what is wrong and what to do. None holds clinical text. */
final class FailureReasons {

    static final String INTERNAL = "Internal Failure. The job could not be done for a reason inside the server. Try your"
            + " request again, and tell the server's operator if it fails again.";
    static final String TOO_OFTEN = "Internal Failure. The process that worked on the job ended several times without"
            + " finishing it. Check the media file, and tell the server's operator.";
    static final String RECOGNISER = "Internal Failure. The speech recogniser failed several times. Try your request again,"
            + " and tell the server's operator if it fails again.";
    static final String STORE = "The object store could not be read or written several times. Check that the input and"
            + " output buckets can be reached and try your request again.";

    private FailureReasons() {}

    /** The decoder's own sentence is made to be shown. */
    static String of(MediaException refusal) {
        return refusal.getMessage() == null ? INTERNAL : refusal.getMessage();
    }
}
