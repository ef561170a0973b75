package org.chartwright.workspace;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.chartwright.ehr.Delivery;
import org.jspecify.annotations.Nullable;

/** A signed note on its way to a system of the hospital's, as the pages show it. */
record DeliveryShown(
        UUID id,
        UUID visit,
        String target,
        String form,
        String state,
        int version,
        int attempts,
        Instant at,
        @Nullable Instant nextAt,
        @Nullable String outcome) {

    static DeliveryShown of(Delivery delivery) {
        return new DeliveryShown(
                delivery.id(),
                delivery.visit(),
                delivery.target(),
                delivery.form().name().toLowerCase(Locale.ROOT),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.version(),
                delivery.attempts(),
                delivery.changed(),
                delivery.state() == Delivery.State.WAITING ? delivery.next() : null,
                delivery.outcome());
    }
}
