package org.chartwright.scribing;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a visit's sound is: an object in the store, with the address its user gave, or a session that was streamed to us.
 *
 * @param uri as the user wrote it, to be echoed
 * @param bucket where
 * @param key which, without a leading slash
 */
public record ObjectRef(String uri, String bucket, String key) {

    private static final String SESSION = "session:";

    /** The sound of a streamed session. */
    public static ObjectRef ofSession(UUID session) {
        return new ObjectRef(SESSION + session, "", "");
    }

    /** The session that was streamed, if this is one's sound. */
    public Optional<UUID> session() {
        return bucket.isEmpty() && uri.startsWith(SESSION)
                ? Optional.of(UUID.fromString(uri.substring(SESSION.length())))
                : Optional.empty();
    }
}
