package org.chartwright.aws.wire;

import java.util.Map;

/**
 * An answer as it goes over the wire.
 *
 * @param status the HTTP status
 * @param headers name to value
 * @param body all of it, maybe empty; not copied, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {

    /** Copies the headers. */
    public WireAnswer {
        headers = Map.copyOf(headers);
    }

    /** Leaves the body out. */
    @Override
    public String toString() {
        return "WireAnswer[" + status + ", " + body.length + " bytes]";
    }
}
