package org.chartwright.aws.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.chartwright.access.Signatures;
import org.chartwright.access.TenantId;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;

/**
 * Lets each signature change something once. Safe for any number of threads.
 *
 * <p>A signature that was seen before is either a recorded request sent again, or an honest client that made the same
 * request twice within one second, as after an answer that got lost: signatures count whole seconds. So the same one is
 * let through for a moment, in which it can do no harm, because every operation is idempotent or guarded by a name; after
 * that it is refused.
 */
public final class ReplayGuard {

    /** How long after the first sight a second one may still be an honest repetition. */
    private static final Duration HONEST = Duration.ofSeconds(2);

    private final Clock clock;
    private final Signatures seen;

    /** With the memory of all processes. */
    public ReplayGuard(Clock clock, Signatures seen) {
        this.clock = clock;
        this.seen = seen;
    }

    /** Notes a good signature; throws if it was noted before, here or by another process. */
    public void admit(TenantId tenant, SignatureCheck.Verified signature) {
        Instant now = clock.instant();
        Instant first = seen.first(tenant, signature.signature(), now, signature.until());
        if (!now.isBefore(first.plus(HONEST))) {
            throw new AwsFault(FaultCode.INVALID_SIGNATURE, "This signature was used before; sign the request again.");
        }
    }
}
