package org.chartwright.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit as the pages show it; what is not known is left out. */
record VisitShown(
        UUID id,
        PatientShown patient,
        Instant startedAt,
        @Nullable Instant endedAt,
        String reason,
        String state,
        @Nullable String failure,
        @Nullable String practitioner,
        String template,
        String specialty,
        @Nullable String pronouns,
        String consent,
        boolean sound,
        boolean closed,
        @Nullable Instant openUntil) {

    /** What tells that there is such a visit, and nothing of what was said in it. */
    VisitShown ofAnother() {
        return new VisitShown(
                id, patient, startedAt, endedAt, "", state, null, practitioner, template, specialty, null, "none", false, true, null);
    }

    /** The same, open for a while to somebody whose it is not. */
    VisitShown openUntil(Instant end) {
        return new VisitShown(
                id, patient, startedAt, endedAt, reason, state, failure, practitioner, template, specialty, pronouns, consent, sound,
                false, end);
    }

    /** A patient, likewise. */
    record PatientShown(
            UUID id,
            String name,
            String family,
            String given,
            @Nullable LocalDate birthDate,
            String sex,
            @Nullable String mrn) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "PatientShown[" + id + "]";
        }
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "VisitShown[" + id + ", " + state + "]";
    }
}
