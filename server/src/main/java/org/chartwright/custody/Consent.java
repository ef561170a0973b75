package org.chartwright.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and answered before a recording.
 *
 * @param subject the visit of the record, or the session to be streamed, that it was asked for; null where a job will name
 *     the consent by its id
 * @param askedBy who asked, 1 to {@value #LONGEST} characters
 * @param answeredBy who answered: the patient, or who speaks for them; likewise
 * @param wording the words in which it was asked; likewise
 * @param answer what was answered
 * @param at when
 */
public record Consent(
        @Nullable UUID subject, String askedBy, String answeredBy, String wording, Answer answer, Instant at) {

    /** The most characters of each text. */
    public static final int LONGEST = 2000;

    static final String SEPARATOR = "\u001e";

    /** What was answered. */
    public enum Answer {
        /** They may be recorded. */
        GIVEN,
        /** They may not. */
        REFUSED,
        /** They said yes and took it back. */
        WITHDRAWN
    }

    /**
     * Checks that all is said.
     *
     * @throws IllegalArgumentException if something is missing or too long; the message holds nothing of it
     */
    public Consent {
        for (String text : List.of(askedBy, answeredBy, wording)) {
            if (text.isBlank() || text.length() > LONGEST || text.contains(SEPARATOR)) {
                throw new IllegalArgumentException(
                        "Who asked, who answered and the wording have 1 to " + LONGEST + " characters each.");
            }
        }
    }

    /** Leaves people and wording out. */
    @Override
    public String toString() {
        return "Consent[" + answer + " at " + at + "]";
    }
}
