package org.chartwright.clinical;

import java.util.List;
import java.util.UUID;
import org.chartwright.encounter.Turn;

/** Understands a dialogue. Deterministic, stateless, safe for any number of threads. */
public interface Reader {

    /**
     * Reads a whole visit.
     *
     * @param turns readable turns in order of time
     * @param visit seeds the ids of segments, so that the same visit always gets the same ids
     */
    Reading read(List<Turn> turns, UUID visit);
}
