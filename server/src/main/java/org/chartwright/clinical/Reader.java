package org.chartwright.clinical;

import java.util.List;
import java.util.UUID;
import org.chartwright.encounter.Turn;
import org.chartwright.specialties.Specialty;

/** Understands a dialogue. Deterministic, stateless, safe for any number of threads. */
public interface Reader {

    /**
     * Reads a whole visit.
     *
     * @param turns readable turns in order of time
     * @param visit seeds the ids of segments, so that the same visit always gets the same ids
     * @param specialty whose meanings of words come first
     */
    Reading read(List<Turn> turns, UUID visit, Specialty specialty);

    /** Reads a visit of no specialty in particular. */
    default Reading read(List<Turn> turns, UUID visit) {
        return read(turns, visit, Specialty.GENERAL);
    }
}
