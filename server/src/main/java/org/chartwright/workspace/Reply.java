package org.chartwright.workspace;

import java.util.Map;

/** What a call is answered with. */
sealed interface Reply {

    /** Something as JSON. */
    record Json(int status, Object body, Map<String, String> headers) implements Reply {}

    /** Nothing but a status. */
    record Empty(int status, Map<String, String> headers) implements Reply {}

    /**
     * A file to be saved or shown.
     *
     * @param type its media type
     * @param name under which it is saved
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record File(String type, String name, byte[] content) implements Reply {

        /** Leaves the content out. */
        @Override
        public String toString() {
            return "File[" + type + "]";
        }
    }

    /** The call has answered by itself, because it streams. */
    record Sent() implements Reply {}

    static Reply ok(Object body) {
        return new Json(200, body, Map.of());
    }

    static Reply created(Object body) {
        return new Json(201, body, Map.of());
    }

    static Reply done() {
        return new Empty(204, Map.of());
    }
}
