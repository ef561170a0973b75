package org.chartwright.workspace;

import java.util.Map;

/**
 * How the server is.
 *
 * @param parts what is up and what is not, by name
 * @param engine the speech recogniser
 * @param version of this product
 */
public record HouseState(Map<String, Boolean> parts, String engine, String version) {

    /** Keeps the order of the parts. */
    public HouseState {
        parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
    }
}
