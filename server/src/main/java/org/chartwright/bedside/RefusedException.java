package org.chartwright.bedside;

import java.io.Serial;
import java.util.Locale;
import java.util.OptionalLong;
import org.chartwright.live.LiveException;

/** A connection cannot begin or go on; the sentence is for its client and holds no clinical text. */
public final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Code code;
    private final long received;

    /** With the sentence that the client shall read. */
    public RefusedException(Code code, String message) {
        this(code, message, -1);
    }

    /** Sound is missing after that offset. */
    RefusedException(String message, long received) {
        this(Code.GAP, message, received);
    }

    private RefusedException(Code code, String message, long received) {
        super(message);
        this.code = code;
        this.received = received;
    }

    /** The same as the live room says it. */
    static RefusedException of(LiveException why) {
        String message = String.valueOf(why.getMessage());
        return new RefusedException(switch (why.kind()) {
            case BAD_REQUEST -> Code.INVALID;
            case CONSENT -> Code.CONSENT_MISSING;
            case IDLE -> Code.IDLE;
            case ENDED -> Code.SESSION_ENDED;
            case CONFLICT -> Code.CONFLICT;
            case LIMIT -> Code.LIMIT;
            case UNAVAILABLE -> Code.UNAVAILABLE;
            case INTERNAL -> Code.INTERNAL;
        }, message);
    }

    /** What it is. */
    public Code code() {
        return code;
    }

    /** From where sound is missing, if that is the matter. */
    OptionalLong received() {
        return received < 0 ? OptionalLong.empty() : OptionalLong.of(received);
    }

    /** What can be the matter. */
    public enum Code {
        /** A message is not what it must be. */
        INVALID(4400, false),
        /** Sound is missing. */
        GAP(4400, true),
        /** Nobody is signed in, or no more. */
        SIGNED_OUT(4401, false),
        /** They may not. */
        FORBIDDEN(4403, false),
        /** The patient was not asked, or does not want it. */
        CONSENT_MISSING(4403, false),
        /** There is no such visit or session. */
        NOT_FOUND(4404, false),
        /** No sound came for too long. */
        IDLE(4408, true),
        /** Another connection of the session began. */
        CONFLICT(4409, false),
        /** The session is over. */
        SESSION_ENDED(4410, false),
        /** There is no room for more. */
        LIMIT(4429, true),
        /** Something went wrong inside. */
        INTERNAL(4500, true),
        /** Something that is needed is away. */
        UNAVAILABLE(4503, true);

        private final int close;
        private final boolean retry;

        Code(int close, boolean retry) {
            this.close = close;
            this.retry = retry;
        }

        /** The number that the socket is closed with. */
        public int close() {
            return close;
        }

        /** Whether another try can help. */
        public boolean retry() {
            return retry;
        }

        /** Its name in messages. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
