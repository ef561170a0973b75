package org.chartwright.chart;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a clinician and a patient.
 *
 * @param patient whose it is; never another's later, see {@link Chart}
 * @param practitioner who saw them, or null when not known
 * @param state how far it is
 * @param begin when it began
 * @param end when it ended, or null while it goes on
 * @param recording the name of the job that heard it; empty before there is one
 * @param identifiers by which other systems know it, such as a visit number
 * @param plan what is wanted of it
 */
public record Visit(
        UUID patient,
        @Nullable UUID practitioner,
        State state,
        Instant begin,
        @Nullable Instant end,
        String recording,
        List<Identifier> identifiers,
        Plan plan)
        implements Entry {

    /**
     * What is wanted of a visit before it is held; empty texts where nobody said.
     *
     * @param template the name of the note's template
     * @param specialty the slug of the field of medicine
     * @param reason why the patient comes
     * @param pronouns the name of one of {@link org.chartwright.encounter.Pronouns}
     */
    public record Plan(String template, String specialty, String reason, String pronouns) {

        /** Nobody said anything. */
        public static final Plan NONE = new Plan("", "", "", "");

        /** Leaves the reason out: it is a patient's story. */
        @Override
        public String toString() {
            return "Plan[" + template + ", " + specialty + "]";
        }
    }


    /** How far a visit is. */
    public enum State {
        /** It is expected, or has just begun; nothing was heard of it. */
        PLANNED,
        /** It goes on, and is being listened to. */
        RECORDING,
        /** It is over, and its note is being made. */
        PROCESSING,
        /** Its note waits for the clinician. */
        TO_REVIEW,
        /** Its note is signed. */
        SIGNED,
        /** No note could be made. */
        FAILED,
        /** It did not take place. */
        CANCELLED
    }

    /** Checks the order of the times. Visits that were kept before they could have identifiers or a plan have none. */
    public Visit {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        plan = plan == null ? Plan.NONE : plan;
        if (end != null && end.isBefore(begin)) {
            throw new IllegalArgumentException("A visit ends before it begins");
        }
    }

    @Override
    public Set<Find> findings() {
        Set<Find> found = new HashSet<>(Set.of(
                new Find("patient", patient.toString()), new Find("state", state.name())));
        if (practitioner != null) {
            found.add(new Find("practitioner", practitioner.toString()));
        }
        found.addAll(Identifier.findings(identifiers));
        if (!recording.isEmpty()) {
            found.add(new Find("recording", recording));
        }
        return found;
    }

    @Override
    public Instant moment() {
        return begin;
    }

    /** The same, further on. */
    public Visit in(State next) {
        return new Visit(patient, practitioner, next, begin, end, recording, identifiers, plan);
    }

    /** The same, heard by that job; it is over then. */
    public Visit heardBy(String job, State next, Instant now) {
        Instant over = end == null && next != State.RECORDING && !now.isBefore(begin) ? now : end;
        return new Visit(patient, practitioner, next, begin, over, job, identifiers, plan);
    }

    /** The same with another plan. */
    public Visit planned(Plan other) {
        return new Visit(patient, practitioner, state, begin, end, recording, identifiers, other);
    }
}
