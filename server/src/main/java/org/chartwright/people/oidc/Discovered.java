package org.chartwright.people.oidc;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a server says of itself, asked for when it is needed and again after an hour. Any thread. */
final class Discovered<T> {

    private static final Duration FOR = Duration.ofHours(1);

    private final Clock clock;
    private final Asking<T> asking;
    private final AtomicReference<@Nullable Told<T>> told = new AtomicReference<>();

    /** Asked so. */
    Discovered(Clock clock, Asking<T> asking) {
        this.clock = clock;
        this.asking = asking;
    }

    /** Asks the server. */
    interface Asking<T> {
        T ask() throws IOException;
    }

    private record Told<T>(T what, Instant at) {}

    /**
     * What it says, at most an hour old.
     *
     * @throws OidcException if the server cannot be asked
     */
    T get() throws OidcException {
        Told<T> before = told.get();
        Instant now = clock.instant();
        if (before != null && before.at.plus(FOR).isAfter(now)) {
            return before.what;
        }
        try {
            T what = asking.ask();
            told.set(new Told<>(what, now));
            return what;
        } catch (IOException _) {
            throw new OidcException(OidcException.Reason.UNREACHABLE);
        }
    }

    /** What it said last, however long ago; empty if it was never asked. */
    Optional<T> last() {
        Told<T> before = told.get();
        return before == null ? Optional.empty() : Optional.of(before.what);
    }
}
