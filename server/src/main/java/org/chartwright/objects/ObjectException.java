package org.chartwright.objects;

import java.io.Serial;

/** An object cannot be had or written. The message names neither bucket nor key, since keys may name people. */
public final class ObjectException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** A failure of that kind. */
    public ObjectException(Kind kind) {
        super(kind.sentence);
        this.kind = kind;
    }

    /** A failure with its cause. */
    public ObjectException(Kind kind, Throwable cause) {
        super(kind.sentence, cause);
        this.kind = kind;
    }

    /** What happened. */
    public Kind kind() {
        return kind;
    }

    /** What can happen. */
    public enum Kind {
        /** There is no such bucket. */
        NO_BUCKET("The specified bucket does not exist."),
        /** The bucket is there, the key is not. */
        NO_KEY("The specified key does not exist."),
        /** It may be there, but not for this caller. */
        DENIED("Access to the object store was denied."),
        /** The object is not the one that was looked at before. */
        CHANGED("The object was replaced while it was read."),
        /** The name cannot be one of a bucket or key. */
        BAD_NAME("The bucket or key is not a valid name."),
        /** The named key that it is sealed with, or shall be, does not exist, is disabled or may not be used. */
        KEY_REFUSED("The KMS key can't be used."),
        /** The store does not answer or fails; another attempt may succeed. */
        UNAVAILABLE("The object store is not available.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
