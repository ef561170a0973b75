package org.chartwright.chart;

import java.io.Serial;

/** A change that cannot be made. The message holds nothing of the record. */
public final class ChartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** For that reason. */
    public ChartException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The reason. */
    public Kind kind() {
        return kind;
    }

    /** Why a change cannot be made. */
    public enum Kind {
        /** There is no such thing, or it is another tenant's. */
        MISSING,
        /** It was changed by somebody else meanwhile. */
        STALE,
        /** It contradicts itself or what it refers to. */
        INVALID,
        /** A rule forbids it, such as changing what is signed. */
        FORBIDDEN
    }
}
