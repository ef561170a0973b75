package org.chartwright.review;

import java.io.Serial;
import java.util.List;
import java.util.UUID;

/** What was asked cannot be done to this note. The message holds nothing of it. */
public final class ReviewException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int version;
    private final transient List<UUID> ids;

    private ReviewException(Kind kind, String message, int version, List<UUID> ids) {
        super(message);
        this.kind = kind;
        this.version = version;
        this.ids = List.copyOf(ids);
    }

    static ReviewException missing() {
        return new ReviewException(Kind.MISSING, "There is no such thing.", 0, List.of());
    }

    static ReviewException stale(int version) {
        return new ReviewException(Kind.STALE, "The note was changed meanwhile.", version, List.of());
    }

    static ReviewException invalid(String message) {
        return new ReviewException(Kind.INVALID, message, 0, List.of());
    }

    static ReviewException unseen(List<UUID> ids) {
        return new ReviewException(Kind.UNSEEN, "Some sentences were not looked at.", 0, ids);
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** The version that the note has now, when that is why. */
    public int version() {
        return version;
    }

    /** What was not looked at, when that is why. */
    public List<UUID> ids() {
        return ids == null ? List.of() : ids;
    }

    /** Why something cannot be done. */
    public enum Kind {
        /** There is no such visit, note, version or sentence. */
        MISSING,
        /** Somebody else changed it meanwhile. */
        STALE,
        /** It does not fit. */
        INVALID,
        /** Red sentences were not looked at. */
        UNSEEN
    }
}
