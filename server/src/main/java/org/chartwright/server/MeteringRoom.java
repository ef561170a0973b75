package org.chartwright.server;

import java.time.Clock;
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
}
