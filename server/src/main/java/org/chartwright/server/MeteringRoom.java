package org.chartwright.server;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.chartwright.metering.Price;
import org.chartwright.metering.Quotas;
import org.chartwright.metering.Rates;

/** Limits and rates, as configured. */
final class MeteringRoom {

    private static final int MOST = 1_000_000_000;

    private MeteringRoom() {}

    static Quotas quotas(Settings settings, Clock clock) {
        return new Quotas(
                new Quotas.Limits(
                        settings.number(Setting.METERING_OPEN_JOBS, 0, MOST),
                        settings.number(Setting.METERING_HOURS, 0, MOST)),
                clock);
    }

    static Rates rates(Settings settings) {
        try {
            return Rates.of(settings.text(Setting.METERING_RATES), System::nanoTime);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.METERING_RATES.key() + " " + e.getMessage() + ".");
        }
    }

    /** What an hour of audio costs, where the operator says so. */
    static Optional<Price> price(Settings settings) {
        return settings.maybe(Setting.METERING_PRICE).map(text -> {
            String[] parts = text.split("\\s+", 2);
            try {
                return new Price(parts.length == 2 ? parts[1] : "", new BigDecimal(parts[0]));
            } catch (IllegalArgumentException _) {
                throw new ConfigException(
                        Setting.METERING_PRICE.key() + " must be a price and its currency, such as 1.40 EUR.");
            }
        });
    }
}
