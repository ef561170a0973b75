package org.chartwright.workspace;

import java.util.List;
import java.util.Map;
import org.chartwright.metering.Price;
import org.jspecify.annotations.Nullable;

/**
 * How the server is.
 *
 * @param parts what is up and what is not, by name
 * @param engine the speech recogniser
 * @param version of this product
 * @param engines all that it could hear with
 * @param price of an hour of audio, or null where nobody named one
 */
public record HouseState(
        Map<String, Boolean> parts, String engine, String version, List<Engine> engines, @Nullable Price price) {

    /**
     * A speech recogniser.
     *
     * @param name as settings have it
     * @param state {@code usual}, {@code offered} to jobs, or {@code not-set-up}
     * @param how what it takes to set it up
     */
    public record Engine(String name, String state, String how) {}

    /** Keeps the order of the parts. */
    public HouseState {
        engines = List.copyOf(engines);
        parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
    }
}
