package org.chartwright.note.plan;

/** The parts of a note that the writer thinks in; each template folds them into its sections. */
public enum Part {
    /** Why the patient came. */
    COMPLAINT,
    /** The story of the present illness. */
    STORY,
    /** Review of systems. */
    SYSTEMS,
    /** Past illnesses, operations, drugs taken, allergies. */
    HISTORY,
    /** Illnesses of relatives. */
    FAMILY,
    /** Work, habits, home. */
    SOCIAL,
    /** Examination and vital signs. */
    EXAM,
    /** Laboratory, imaging. */
    RESULTS,
    /** What it is, and why. */
    ASSESSMENT,
    /** What shall be measured or shown. */
    TESTING,
    /** What shall be taken or done. */
    TREATMENT,
    /** What was explained and advised. */
    COUNSELING,
    /** When to be seen again. */
    FOLLOW_UP,
    /** What a person in therapy wants to reach. */
    GOAL,
    /** What the therapist did in the session. */
    INTERVENTION,
    /** How the person answered to that. */
    RESPONSE,
    /** What has changed since the last session. */
    PROGRESS,
    /** How the person appeared. */
    BEHAVIOR
}
