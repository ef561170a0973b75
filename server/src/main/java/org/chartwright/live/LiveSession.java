package org.chartwright.live;

import java.time.Instant;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A session as it stands.
 *
 * @param tenant whose
 * @param id its name
 * @param home the server whose disk it lies on
 * @param created when its first stream began
 * @param ended when it was ended, or null
 * @param status how far
 * @param sampleRate of its sound as it comes
 * @param encoding of its sound as it comes
 * @param configuration as its first stream said, or null while none did
 */
public record LiveSession(
        TenantId tenant,
        UUID id,
        UUID home,
        Instant created,
        @Nullable Instant ended,
        Status status,
        int sampleRate,
        Encoding encoding,
        @Nullable Configuration configuration) {

    /** The same with what its first stream said. */
    LiveSession configured(Configuration said) {
        return new LiveSession(tenant, id, home, created, ended, status, sampleRate, encoding, said);
    }

    /** How far a session is. */
    public enum Status {
        /** A stream adds to it. */
        IN_PROGRESS,
        /** No stream adds to it just now. */
        PAUSED,
        /** It ended without anything that could be worked on. */
        FAILED,
        /** It was ended; what follows is a job's. */
        COMPLETED;

        /** Whether nothing can be added any more. */
        boolean ended() {
            return this == FAILED || this == COMPLETED;
        }
    }
}
