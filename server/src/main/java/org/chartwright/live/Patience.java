package org.chartwright.live;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whose turn it is in a stream, and since when. A client is given up for its own silence and never for ours: what opens a
 * stream may wait long at overload, and its client can do nothing meanwhile. One thread takes turns, any may ask.
 */
final class Patience {

    /** An opening that takes longer is given up, lest one that broke off hold its place for ever. */
    private static final Duration LONGEST_OPENING = Duration.ofMinutes(2);

    private final LongSupplier nanos;
    private volatile long since;
    private volatile long opened;
    private volatile boolean ours = true;

    /** It is our turn, because somebody has asked for a stream. */
    Patience(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** The client waits for us. */
    void ours() {
        since = nanos.getAsLong();
        ours = true;
    }

    /** We wait for the client, from now on. */
    void theirs() {
        long now = nanos.getAsLong();
        since = now;
        opened = ours ? now : opened;
        ours = false;
    }

    /** Whether the client has had its turn for longer than that. */
    boolean isOverAt(long now, Duration most) {
        return !ours && now - since > most.toNanos();
    }

    /** Whether the stream has been open for longer than that: nobody reads captions before. */
    boolean isOpenLongerAt(long now, Duration most) {
        return !ours && now - opened > most.toNanos();
    }

    /** Whether we have had ours for longer than is of use to anybody. */
    boolean isOursForTooLongAt(long now) {
        return ours && now - since > LONGEST_OPENING.toNanos();
    }
}
