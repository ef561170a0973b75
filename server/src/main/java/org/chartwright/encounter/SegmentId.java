package org.chartwright.encounter;

import java.util.UUID;

/**
 * Names a segment within a visit.
 *
 * @param value a UUID, version 4 in form
 */
public record SegmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
