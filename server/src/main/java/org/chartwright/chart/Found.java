package org.chartwright.chart;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param entries in the order asked for
 * @param total how many there are on all pages
 */
public record Found<T extends Entry>(List<Kept<T>> entries, int total) {

    /** Copies the entries. */
    public Found {
        entries = List.copyOf(entries);
    }
}
