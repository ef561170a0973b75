package org.chartwright.metering;

import java.math.BigDecimal;

/**
 * What an hour of audio costs those who run this server, by their own reckoning.
 *
 * @param currency three capital letters, as ISO 4217 has them
 * @param hour of an hour, not negative
 */
public record Price(String currency, BigDecimal hour) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is none
     */
    public Price {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("A currency is three capital letters");
        }
        if (hour.signum() < 0) {
            throw new IllegalArgumentException("A price is not negative");
        }
    }
}
