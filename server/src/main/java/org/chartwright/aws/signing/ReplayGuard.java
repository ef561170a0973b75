package org.chartwright.aws.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;

/**
 * Lets each signature change something once. Safe for any number of threads.
 *
 * <p>A signature that was seen before is either a recorded request sent again, or an honest client that made the same
 * request twice within one second, as after an answer that got lost: signatures count whole seconds. So the same one is
 * let through for a moment, in which it can do no harm, because every operation is idempotent or guarded by a name; after
 * that it is refused. Only signatures that were found good get in here, so strangers cannot fill it.
 */
public final class ReplayGuard {

    /** How long after the first sight a second one may still be an honest repetition. */
    private static final Duration HONEST = Duration.ofSeconds(2);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Sight> seen = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> lastSweep;

    /** An empty guard. */
    public ReplayGuard(Clock clock) {
        this.clock = clock;
        this.lastSweep = new AtomicReference<>(clock.instant());
    }

    /** Notes a good signature; throws if it was noted before. */
    public void admit(SignatureCheck.Verified signature) {
        Instant now = clock.instant();
        sweep(now);
        Sight earlier = seen.putIfAbsent(signature.signature(), new Sight(now, signature.until()));
        if (earlier == null || now.isBefore(earlier.first().plus(HONEST))) {
            return;
        }
        throw new AwsFault(FaultCode.INVALID_SIGNATURE, "This signature was used before; sign the request again.");
    }

    private void sweep(Instant now) {
        Instant last = lastSweep.get();
        if (now.isAfter(last.plus(BETWEEN_SWEEPS)) && lastSweep.compareAndSet(last, now)) {
            seen.values().removeIf(sight -> now.isAfter(sight.until()));
        }
    }

    private record Sight(Instant first, Instant until) {}
}
