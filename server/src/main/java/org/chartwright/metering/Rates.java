package org.chartwright.metering;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * How often a tenant may call: for each operation a bucket that fills at its rate and holds two seconds' worth, at least 10.
 * Safe for any number of threads.
 */
public final class Rates {

    private static final String OTHERS = "*";
    private static final double NANOS = 1e9;
    private static final double LEAST_BURST = 10;

    private final Map<String, Double> perSecond;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<Key, Bucket> buckets = new ConcurrentHashMap<>();

    private Rates(Map<String, Double> perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    private record Key(UUID tenant, String operation) {}

    private record Bucket(double tokens, long at) {}

    /**
     * Rates such as {@code StartMedicalScribeJob=25,*=10}: calls a second, 0 for any number.
     *
     * @param nanoTime counts nanoseconds and never goes back
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Rates of(String text, LongSupplier nanoTime) {
        Map<String, Double> rates = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.strip().split("=", -1);
            if (!pair.isBlank() && (sides.length != 2 || !sides[1].matches("\\d{1,6}(\\.\\d{1,3})?"))) {
                throw new IllegalArgumentException("must be Operation=calls a second, separated by commas");
            }
            if (!pair.isBlank()) {
                rates.put(sides[0].strip(), Double.parseDouble(sides[1]));
            }
        }
        return new Rates(rates, nanoTime);
    }

    /** Takes one call of a tenant; false if it comes too soon. */
    public boolean admit(UUID tenant, String operation) {
        double rate = perSecond.getOrDefault(operation, perSecond.getOrDefault(OTHERS, 0.0));
        if (rate == 0) {
            return true;
        }
        double most = Math.max(LEAST_BURST, 2 * rate);
        long now = nanoTime.getAsLong();
        boolean[] admitted = {false};
        buckets.compute(new Key(tenant, operation), (key, bucket) -> {
            double tokens = bucket == null ? most : Math.min(most, bucket.tokens + (now - bucket.at) / NANOS * rate);
            admitted[0] = tokens >= 1;
            return new Bucket(admitted[0] ? tokens - 1 : tokens, now);
        });
        return admitted[0];
    }
}
