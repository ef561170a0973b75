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
    private final transient List<Written> written;

    private ReviewException(Kind kind, String message, int version, List<UUID> ids, List<Written> written) {
        super(message);
        this.kind = kind;
        this.version = version;
        this.ids = List.copyOf(ids);
        this.written = List.copyOf(written);
    }

    private ReviewException(Kind kind, String message, int version) {
        this(kind, message, version, List.of(), List.of());
    }

    /**
     * What somebody has just written and must look at before it counts, with what is thought of it.
     *
     * @param edit which of the edits wrote it, from 0
     * @param verdict such as {@code unsupported}
     * @param reasons of the verdict
     */
    public record Written(int edit, String verdict, List<String> reasons) {}

    static ReviewException missing() {
        return new ReviewException(Kind.MISSING, "There is no such thing.", 0);
    }

    static ReviewException stale(int version) {
        return new ReviewException(Kind.STALE, "The note was changed meanwhile.", version);
    }

    static ReviewException invalid(String message) {
        return new ReviewException(Kind.INVALID, message, 0);
    }

    static ReviewException unseen(List<UUID> ids, List<Written> written) {
        return new ReviewException(Kind.UNSEEN, "Some sentences were not looked at.", 0, ids, written);
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

    /** Likewise of what was to be written with it, which has no id yet. */
    public List<Written> written() {
        return written == null ? List.of() : written;
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
