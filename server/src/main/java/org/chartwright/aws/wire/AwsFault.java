package org.chartwright.aws.wire;

/**
 * A request cannot be served, for a reason its sender is told. The message goes to the sender only, never into a log: it
 * may quote what was sent. Carries no stack trace, as it is an expected outcome.
 */
public final class AwsFault extends RuntimeException {

    private final FaultCode code;

    /** A fault with the text the sender shall read. */
    public AwsFault(FaultCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A {@code BadRequestException}. */
    public static AwsFault badRequest(String message) {
        return new AwsFault(FaultCode.BAD_REQUEST, message);
    }

    /** What is wrong. */
    public FaultCode code() {
        return code;
    }
}
