package org.chartwright.live;

import java.io.Serial;

/** A stream cannot begin or go on; the sentence is for its client and holds no clinical text. */
public final class LiveException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** With the sentence that its client shall read. */
    public LiveException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** What can be the matter. */
    public enum Kind {
        /** The client did something wrong. */
        BAD_REQUEST,
        /** The patient was not asked, or does not want it. */
        CONSENT,
        /** The session is over, or too old to be gone on with. */
        ENDED,
        /** No sound came for too long. */
        IDLE,
        /** Another stream of the same session began. */
        CONFLICT,
        /** There is no room for another stream, or the session is as long as it may be. */
        LIMIT,
        /** Something that is needed is away. */
        UNAVAILABLE,
        /** Something went wrong inside. */
        INTERNAL
    }
}
