package org.chartwright.chart;

import java.time.Instant;
import java.util.UUID;

/**
 * Which version of an entry something is, so that what was made of it is not made again. With its moment, since a version of
 * a transaction that failed may have had the same number.
 *
 * @param id of the entry
 * @param version from 1
 * @param at when it was kept
 */
public record Stamp(UUID id, int version, Instant at) {

    /** Of that version. */
    public static Stamp of(Kept<?> kept) {
        return new Stamp(kept.id(), kept.version(), kept.at());
    }
}
