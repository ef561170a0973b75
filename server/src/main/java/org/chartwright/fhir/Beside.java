package org.chartwright.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditExport.Within;
import org.chartwright.audit.Entry;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.SegmentId;
import org.jspecify.annotations.Nullable;

/** The door to what is exchanged and is not in the chart: whoever keeps it is asked each time. Any thread. */
public interface Beside {

    /** What was asked and answered before a visit was recorded, the newest first. */
    List<Consented> consents(TenantId tenant, UUID visit);

    /** The one of that id. */
    Optional<Consented> consent(TenantId tenant, UUID id);

    /** What was proposed at a visit to be ordered; nothing where it has no note. */
    List<Proposed> orders(TenantId tenant, UUID visit);

    /**
     * Entries of the tenant's audit record, the newest first.
     *
     * @param before only those with a lower number; 0 for all
     * @param most how many at most
     * @param within only those of these seconds
     */
    List<Entry> audit(TenantId tenant, long before, int most, Within within);

    /** How a consent was answered. */
    enum Answer {
        /** They may be recorded. */
        GIVEN,
        /** They may not. */
        REFUSED,
        /** They said yes and took it back. */
        WITHDRAWN
    }

    /**
     * A consent or a refusal.
     *
     * @param id names it
     * @param visit for which it was asked, or null for none of the record
     * @param answer what was answered
     * @param wording in which words it was asked
     * @param answeredBy who answered
     * @param at when
     */
    record Consented(UUID id, @Nullable UUID visit, Answer answer, String wording, String answeredBy, Instant at) {

        /** Leaves people and wording out. */
        @Override
        public String toString() {
            return "Consented[" + id + ", " + answer + "]";
        }
    }

    /**
     * Something the clinician said shall be done.
     *
     * @param kind such as {@code LAB}; {@code MEDICATION} for drugs
     * @param text in one sentence
     * @param code what it is called in a code system, or null
     * @param evidence where it was said
     */
    record Proposed(String kind, String text, Insight.@Nullable Code code, List<SegmentId> evidence) {

        /** Copies the evidence. */
        public Proposed {
            evidence = List.copyOf(evidence);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Proposed[" + kind + "]";
        }
    }
}
