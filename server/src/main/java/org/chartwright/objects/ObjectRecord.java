package org.chartwright.objects;

import org.chartwright.audit.Act;
import org.chartwright.audit.Outcome;

/** Where it is recorded what callers do with objects. Any thread. */
@FunctionalInterface
public interface ObjectRecord {

    /** Nowhere. */
    ObjectRecord NONE = (_, _, _) -> {};

    /** Records an act; when this throws, nothing is done or given. */
    void record(Act act, Outcome outcome, String reason);
}
