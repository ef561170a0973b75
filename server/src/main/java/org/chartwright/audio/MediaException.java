package org.chartwright.audio;

import java.io.Serial;

/** The media cannot be used; the caller's fault, with a reason that a person can act on and no clinical text. */
public final class MediaException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** A refusal of that kind, with a sentence for people. */
    public MediaException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What can be wrong with media. */
    public enum Kind {
        /** Not audio, or a container or codec we do not take. */
        UNSUPPORTED_FORMAT,
        /** Audio of a known kind, but broken. */
        INVALID_DATA,
        /** Larger than the limit in bytes. */
        TOO_LARGE,
        /** Longer than the limit in time. */
        TOO_LONG,
        /** Shorter than the least length. */
        TOO_SHORT,
        /** No channel, more than two, or not the number asked for. */
        BAD_CHANNELS,
        /** The decoder broke a limit of its own on time or memory, or died. */
        DECODER_FAILED
    }
}
