package org.chartwright.aws.sts;

/** A call of the token service cannot be served; the message goes to its sender only. An expected outcome, without a trace. */
public final class StsFault extends RuntimeException {

    private final String code;
    private final int status;

    StsFault(String code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    static StsFault invalid(String message) {
        return new StsFault("ValidationError", 400, message);
    }

    static StsFault denied(String message) {
        return new StsFault("AccessDenied", 403, message);
    }

    /** Its name on the wire. */
    public String code() {
        return code;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }
}
