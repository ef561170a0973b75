package org.chartwright.scribing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param entries newest first
 * @param nextToken asks for the next page with the same filter, or null when this is the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> entries, @Nullable String nextToken) {

    /** Copies the entries. */
    public Page {
        entries = List.copyOf(entries);
    }
}
