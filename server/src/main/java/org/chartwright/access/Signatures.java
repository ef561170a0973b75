package org.chartwright.access;

import java.time.Instant;

/** Remembers the signatures of requests that changed something, for all processes and over restarts. Thread-safe. */
public interface Signatures {

    /**
     * Notes a signature.
     *
     * @param until when it stops being accepted, and may be forgotten
     * @return when it was noted first: now, or before
     */
    Instant first(TenantId tenant, String signature, Instant now, Instant until);
}
