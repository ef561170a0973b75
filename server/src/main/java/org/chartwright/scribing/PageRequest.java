package org.chartwright.scribing;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param size 1 to 100
 * @param token the token the page before gave, or null for the first page
 */
public record PageRequest(int size, @Nullable String token) {

    /** Checks the size. */
    public PageRequest {
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 entries");
        }
    }
}
