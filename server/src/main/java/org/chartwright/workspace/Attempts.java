package org.chartwright.workspace;

import java.util.UUID;
import java.util.function.LongSupplier;
import org.chartwright.metering.Rates;

/** How often an address may try to prove something. Any thread. */
final class Attempts {

    /** Addresses share places, so that many of them do not fill the memory. */
    private static final int PLACES = 4096;

    private final Rates rates;

    /** So many a second. */
    Attempts(int perSecond, LongSupplier nanoTime) {
        this.rates = Rates.of("*=" + perSecond, nanoTime);
    }

    /** Counts one, and refuses it where there were too many. */
    void admit(Call call) {
        UUID place = new UUID(0, Math.floorMod(call.request().getRemoteAddr().hashCode(), PLACES));
        if (!rates.admit(place, "attempt")) {
            throw Problem.tooSoon(1);
        }
    }
}
