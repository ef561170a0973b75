package org.chartwright.chart;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thing of the record, as it is at one time. Immutable. */
public sealed interface Entry permits Patient, Practitioner, Visit, Transcript, VisitNote {

    /** What it can be found by; see {@link Find} for how they are made. */
    Set<Find> findings();

    /**
     * What it is destroyed with: a visit for all that belongs to one, otherwise itself.
     *
     * @param id its own
     */
    default UUID scope(UUID id) {
        return id;
    }

    /** When what it tells of happened; null when it is no event. */
    default @Nullable Instant moment() {
        return null;
    }
}
