package org.chartwright.workspace;

import java.util.UUID;
import java.util.function.LongSupplier;
import org.chartwright.metering.Rates;

/** How often an address may try to prove somebody. Any thread. */
final class Attempts {

    /** Addresses share places, so that many of them do not fill the memory. */
    private static final int PLACES = 4096;

    private final Rates rates;

    Attempts(LongSupplier nanoTime) {
        this.rates = Rates.of("*=1", nanoTime);
    }

    /** Counts one, and refuses it where there were too many. */
    void admit(Call call) {
        UUID place = new UUID(0, Math.floorMod(call.request().getRemoteAddr().hashCode(), PLACES));
        if (!rates.admit(place, "attempt")) {
            throw Problem.tooSoon(1);
        }
    }
}
