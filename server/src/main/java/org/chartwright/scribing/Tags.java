package org.chartwright.scribing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwright.access.TenantId;

/** Tags on what a tenant has. Thread-safe. */
public interface Tags {

    /** Most tags on one thing. */
    int MOST = 50;

    /** The tags of a thing; empty when there is no such thing. */
    Optional<Map<String, String>> of(TenantId tenant, Kind kind, String name);

    /** Sets these tags, keeping others. NotFound when there is no such thing, TooMany when it would have over 50. */
    Change<Map<String, String>> put(TenantId tenant, Kind kind, String name, Map<String, String> tags);

    /** Takes these tags away, where they are. */
    Change<Map<String, String>> remove(TenantId tenant, Kind kind, String name, Set<String> keys);

    /** What can carry tags. */
    enum Kind {
        /** A job. */
        JOB,
        /** A vocabulary. */
        VOCABULARY,
        /** A vocabulary filter. */
        VOCABULARY_FILTER
    }
}
