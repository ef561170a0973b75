package org.chartwright.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it opens a stream.
 *
 * @param session the session to begin or to go on with; null to begin one
 * @param sampleRate samples per second, 16,000 to 48,000
 * @param encoding of the sound
 * @param visit of the record that is streamed, or null; then its patient was asked for the visit and not for the session
 */
public record Opening(@Nullable UUID session, int sampleRate, Encoding encoding, @Nullable UUID visit) {

    /** Of no visit of the record. */
    public Opening(@Nullable UUID session, int sampleRate, Encoding encoding) {
        this(session, sampleRate, encoding, null);
    }
}
